"""Anki notes in plain text: https://docs.ankiweb.net/importing/text-files.html."""

import csv
import io
import re
from dataclasses import dataclass, field

from tiku.formats import cards
from tiku.formats.cards import Card
from tiku.formats.draft import Draft, Reading, Unreadable
from tiku.formats.source import Source

HEADER = re.compile(r"^#\s*([a-z][a-z ]*):(.*)$")
SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}
NAMED = ("guid", "notetype", "deck", "tags")
LONGEST_CELL = 400_000


@dataclass(slots=True)
class _Head:
    separator: str = "\t"
    html: bool = False
    columns: dict[str, int] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    deck: str = ""
    tags: tuple[str, ...] = ()
    lines: int = 0


def read(source: Source) -> Reading:
    """A note a row."""
    text, problems = source.text()
    head = _head(text)
    csv.field_size_limit(LONGEST_CELL)
    body = "\n".join(text.split("\n")[head.lines :])
    reader = csv.reader(io.StringIO(body), delimiter=head.separator)
    drafts: list[Draft] = []
    line = head.lines + 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row) and not row[0].startswith("#"):
                drafts.append(_note(source, line, row, head))
            line = head.lines + reader.line_num + 1
    except csv.Error as error:
        raise Unreadable("bad-table", source.place(line), why=str(error)) from error
    return Reading(tuple(drafts), tuple(problems))


def _head(text: str) -> _Head:
    head = _Head()
    for line in text.split("\n"):
        found = HEADER.match(line)
        if not found:
            break
        head.lines += 1
        _take(head, found[1], found[2].strip())
    return head


def _take(head: _Head, name: str, value: str) -> None:
    if name == "separator":
        head.separator = SEPARATORS.get(value.lower(), value[:1] or "\t")
    elif name == "html":
        head.html = value.lower() == "true"
    elif name == "deck":
        head.deck = value
    elif name == "tags":
        head.tags = tuple(value.split())
    elif name == "columns":
        head.names = tuple(value.split(head.separator))
    elif name.endswith(" column") and value.isdecimal():
        head.columns[name.removesuffix(" column")] = int(value) - 1


def _note(source: Source, line: int, row: list[str], head: _Head) -> Draft:
    def column(name: str) -> str:
        at = head.columns.get(name, -1)
        return row[at].strip() if 0 <= at < len(row) else ""

    taken = set(head.columns.values())
    values = {
        head.names[at] if at < len(head.names) else str(at): cell
        for at, cell in enumerate(row)
        if at not in taken
    }
    card = Card(
        place=source.place(line),
        values=values,
        given=column("guid"),
        deck=column("deck") or head.deck,
        tags=(*column("tags").split(), *head.tags),
        html=head.html,
    )
    return cards.read(card)
