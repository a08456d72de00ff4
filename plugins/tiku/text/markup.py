"""What may mean something to Markdown, known without loading it."""

import re

from tiku.text.patterns import on_demand

TAKES_LETTERS = on_demand(r"[\\`\[<&|$]|^ {0,3}\d+[.)]", re.MULTILINE)
"""A text without any of these reaches its reader whole."""
