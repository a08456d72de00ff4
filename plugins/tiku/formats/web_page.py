"""Pages saved from a browser, and workbooks that are really pages: tables, else a paper's lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from html.parser import HTMLParser
from itertools import count

from tiku.formats import table
from tiku.formats.draft import Reading, merged
from tiku.formats.markup import as_markdown, markdown, whole
from tiku.formats.mhtml import page
from tiku.formats.paper.reading import read_lines
from tiku.formats.source import Source, line_of
from tiku.formats.table import Table
from tiku.formats.table_headers import Cell, has_header

LIST = re.compile(r"<(/?)(ol|ul|li)\b([^<>]{0,400})>", re.IGNORECASE)
PRINT = re.compile(r"</?(?:b|strong|i|em|code)\b[^<>]{0,400}>", re.IGNORECASE)
"""A paper's lines are plain: its signs would be shown."""
START = re.compile(r"\bstart=[\"']?([0-9]{1,6})", re.IGNORECASE)
LETTERED = re.compile(r"\btype=[\"']?[Aa]\b", re.IGNORECASE)
LABELLED = re.compile(
    r"\s*+(?:<[^<>]*+>\s*+)*+(?:[A-Za-z]|[0-9]+|[（(][^<>（）()]+[)）])[.．、:：)）\s]"
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORD = re.compile(r"[^\W_]+")
NEAR = 20_000
"""Characters within which the next line of a page follows."""
AHEAD = 200
"""Characters in which an item's own number or letter stands."""


def read(source: Source) -> Reading:
    """The tables whose header names columns; without any, the page's text."""
    text, problems = page(source).text()
    rows = _rows(text)
    if has_header([row for _, row in rows]):
        cells: Sequence[tuple[int, Sequence[Cell]]] = [
            (line, [Cell(one) for one in row]) for line, row in rows
        ]
        found = table.read(Table(cells, source.place))
    else:
        found = read_lines(_lines(text), source.place)
    return merged(
        [
            Reading(problems=tuple(problems)),
            Reading(tuple(map(as_markdown, found.drafts)), found.problems),
        ]
    )


def _lines(html: str) -> Iterator[tuple[int, str, bool]]:
    """The page's text, each line with the number of that in which its longest word stands."""
    source, at = unescape(whole(html)), max(html.lower().find("<body"), 0)
    line = line_of(source)
    for text in markdown(PRINT.sub("", _labelled(html))).split("\n"):
        word = max(WORD.findall(text), key=len, default="")
        found = source.find(word, at, at + NEAR) if word else -1
        at = max(found, at)
        yield line(at), text, False


def _labelled(html: str) -> str:
    """A list below a numbered item is its choices: the numbers and letters that a browser shows
    are written before them."""
    tags = list(LIST.finditer(html))
    labels = list(_labels(tags))
    if not any(label in LETTERS for label in labels if label):
        return html
    parts, done = [], 0
    for tag, label in zip(tags, labels, strict=True):
        own = LABELLED.match(html[tag.end() : tag.end() + AHEAD])
        parts += [html[done : tag.end()], f"{label}. " if label and not own else ""]
        done = tag.end()
    return "".join([*parts, html[done:]])


def _labels(tags: Iterable[re.Match[str]]) -> Iterator[str]:
    """Of each tag: the number or letter of the item that it begins, else nothing."""
    lists: list[tuple[bool, Iterator[str]]] = []
    for tag in tags:
        closes, name = tag[1], tag[2].lower()
        if name == "li":
            yield next(lists[-1][1], "") if lists and lists[0][0] and not closes else ""
            continue
        if not closes:
            lists.append((name == "ol", _names(tag[3], bool(lists))))
        elif lists:
            lists.pop()
        yield ""


def _names(attributes: str, within: bool) -> Iterator[str]:
    if within or LETTERED.search(attributes):
        return iter(LETTERS)
    start = START.search(attributes)
    return map(str, count(int(start[1]) if start else 1))


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
