"""What may mean something to Markdown, known without loading it."""

import re

TAKES_LETTERS = re.compile(r"[\\`\[<&|$]|^ {0,3}\d+[.)]", re.MULTILINE)
"""A text without any of these reaches its reader whole."""
