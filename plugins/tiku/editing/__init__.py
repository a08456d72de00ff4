"""Help for those who edit banks: schema, reference, skeletons, fixes, dates of review, figures."""
