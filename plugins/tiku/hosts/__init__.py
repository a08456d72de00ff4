"""Who runs us: MkDocs, plain Python-Markdown, a terminal."""
