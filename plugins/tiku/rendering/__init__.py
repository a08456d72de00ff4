"""A question, and its author's Markdown -> clean HTML."""
