"""A paper as plain text: numbered questions, lettered choices, answers wherever they stand."""

from tiku.formats.draft import Reading
from tiku.formats.markup import as_markdown
from tiku.formats.paper.reading import read_lines
from tiku.formats.paper.tidy import numbered
from tiku.formats.source import Source


def read(source: Source) -> Reading:
    """Any encoding, any habit; see `paper`."""
    text, problems = source.text()
    found = read_lines(numbered(text), source.place)
    return Reading(tuple(map(as_markdown, found.drafts)), (*problems, *found.problems))
