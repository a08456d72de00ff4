"""Python-Markdown: `markdown_extensions: [tiku]`."""
