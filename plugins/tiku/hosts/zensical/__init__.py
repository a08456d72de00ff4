"""Zensical: a Markdown extension, `tiku pages` before a build and `tiku search` after it."""
