"""A paper as plain text: numbered questions, lettered choices, answers wherever they stand."""

import re

from tiku.formats.draft import Reading
from tiku.formats.markup import as_markdown, emphasised, escaped
from tiku.formats.paper.code import put_back, set_aside
from tiku.formats.paper.reading import read_lines
from tiku.formats.source import Source

MARKDOWN = re.compile(r"^[ >]{0,8}(?:[-*+] )?\*\*[^\s*][^*\n]{0,400}\*\*|^#{1,6} \S", re.MULTILINE)
"""A line in bold or a heading: what chat programs and notes write."""


def read(source: Source) -> Reading:
    """Any encoding, any habit; see `paper`."""
    text, problems = source.text()
    lines, code = set_aside(text)
    found = read_lines(lines, source.place)
    meant = emphasised if code or MARKDOWN.search(text) else escaped
    drafts = tuple(
        as_markdown(draft, lambda own: put_back(meant(own), code)) for draft in found.drafts
    )
    return Reading(drafts, (*problems, *found.problems))
