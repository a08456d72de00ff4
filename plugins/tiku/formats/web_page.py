"""Pages saved from a browser, and workbooks that are really pages: tables, else a paper's lines."""

from collections.abc import Sequence
from html.parser import HTMLParser

from tiku.formats import table
from tiku.formats.draft import Reading, merged
from tiku.formats.markup import LONGEST, as_markdown, markdown, whole
from tiku.formats.paper.reading import read_lines
from tiku.formats.paper.tidy import numbered
from tiku.formats.source import Source
from tiku.formats.table import Table
from tiku.formats.table_headers import Cell, has_header


def read(source: Source) -> Reading:
    """The tables whose header names columns; without any, the page's text."""
    text, problems = source.text()
    rows = _rows(text[:LONGEST])
    if has_header([row for _, row in rows]):
        cells: Sequence[tuple[int, Sequence[Cell]]] = [
            (line, [Cell(one) for one in row]) for line, row in rows
        ]
        found = table.read(Table(cells, source.place))
    else:
        found = read_lines(numbered(markdown(text)), source.place)
    return merged(
        [
            Reading(problems=tuple(problems)),
            Reading(tuple(map(as_markdown, found.drafts)), found.problems),
        ]
    )


class _Rows(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[int, list[str]]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append((self.getpos()[0], []))
        elif tag in ("td", "th") and self.rows:
            self.rows[-1][1].append("")
            self.inside = True
        elif tag in ("br", "p", "div") and self.inside and self.rows[-1][1]:
            self.rows[-1][1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside and self.rows[-1][1]:
            self.rows[-1][1][-1] += data


def _rows(text: str) -> list[tuple[int, list[str]]]:
    parser = _Rows()
    parser.feed(whole(text))
    parser.close()
    return [(line, [cell.strip() for cell in row]) for line, row in parser.rows]
