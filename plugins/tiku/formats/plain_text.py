"""A paper as plain text: numbered questions, lettered choices, answers wherever they stand."""

import re

from tiku.formats.draft import Reading
from tiku.formats.markup import as_markdown, emphasised, escaped
from tiku.formats.paper.reading import read_lines
from tiku.formats.paper.tidy import numbered
from tiku.formats.source import Source

MARKDOWN = re.compile(r"^[ >]{0,8}(?:[-*+] )?\*\*[^\s*][^*\n]{0,400}\*\*|^#{1,6} \S", re.MULTILINE)
"""A line in bold or a heading: what chat programs and notes write."""


def read(source: Source) -> Reading:
    """Any encoding, any habit; see `paper`."""
    text, problems = source.text()
    found = read_lines(numbered(text), source.place)
    shown = emphasised if MARKDOWN.search(text) else escaped
    drafts = tuple(as_markdown(draft, shown) for draft in found.drafts)
    return Reading(drafts, (*problems, *found.problems))
