"""MkDocs: the plugin."""
