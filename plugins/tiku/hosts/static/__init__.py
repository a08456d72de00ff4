"""Any static site: whole pages, or fragments with a manifest for a generator of one's own."""
