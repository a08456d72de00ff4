"""Comma, semicolon or tab separated values; without a header two columns are cards (Quizlet)."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from tiku.formats import blackboard, brightspace, table
from tiku.formats.card_lines import Sides, sides_in
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Reading, Said, Unreadable
from tiku.formats.markup import as_markdown, emphasised, escaped
from tiku.formats.source import Source
from tiku.formats.table import Table
from tiku.formats.table_beside import apart
from tiku.formats.table_headers import Cell, has_header
from tiku.model.place import Place
from tiku.model.problem import Problem

SEPARATORS = (",", "\t", ";", "|")
LONGEST_CELL = 200_000
MOST_COLUMNS = 2_000
RULE = re.compile(r"\s*+(?::?-{2,}:?)?\s*+")
"""A cell of the line below the head of a table in Markdown."""


def read(source: Source) -> Reading:
    """Rows; a cell may hold line breaks."""
    text, problems = source.text()
    rows = _rows(text, source)
    problems += _unclosed(text, rows, source)
    ruled = [row for row in rows if any(row[1]) and all(RULE.fullmatch(cell) for cell in row[1])]
    rows = [row for row in rows if row not in ruled]
    theirs = brightspace.read(rows, source.place) or blackboard.read(rows, source.place)
    if theirs is not None:
        return Reading(theirs.drafts, (*problems, *theirs.problems))
    sides = sides_in(text)
    wide = any(len(row) > 2 for _, row in rows) and (len(rows) > 1 or not sides.cards)
    if has_header([row for _, row in rows]) or wide:
        cells = [(line, [Cell(_unquoted(value)) for value in row]) for line, row in rows]
        found = table.read(Table(cells, source.place))
        if not found.drafts:
            raise Unreadable("no-header", source.place())
        found = Reading(
            apart(
                tuple(
                    as_markdown(draft, emphasised if ruled else escaped) for draft in found.drafts
                )
            ),
            found.problems,
        )
    else:
        found = _apart(sides, source) if sides.cards else _cards(rows, source)
    return Reading(found.drafts, (*problems, *found.problems))


def _rows(text: str, source: Source) -> list[tuple[int, list[str]]]:
    rows: list[tuple[int, list[str]]] = []
    try:
        separator = _separator(text)
        _refuse_wide(text, separator, source)
        rows += _parsed(text, separator)
    except csv.Error as error:
        raise Unreadable("bad-table", source.place(_line(rows)), why=str(error)) from error
    return rows


def _refuse_wide(text: str, separator: str, source: Source) -> None:
    """Before a table of nothing but separators becomes cells."""
    for line, row in enumerate(text.split("\n"), 1):
        columns = row.count(separator) + 1
        if columns > MOST_COLUMNS:
            raise Unreadable("too-many-columns", source.place(line), count=columns)


def _unclosed(text: str, rows: list[tuple[int, list[str]]], source: Source) -> list[Problem]:
    """Told at the last row, which a quotation mark without its fellow makes the longest."""
    last = rows[-1][1] if rows else []
    swallowed = any("\n" in cell for cell in last[-1:]) and not text.rstrip().endswith('"')
    return [doubt("unclosed-quote", source.place(rows[-1][0]))] if swallowed else []


def _line(rows: list[tuple[int, list[str]]]) -> int:
    """Of the last row that could be read."""
    return rows[-1][0] if rows else 1


def _parsed(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """(line on which it begins, cells) of each row."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    line = 1
    for row in reader:
        yield line, row
        line = reader.line_num + 1


def _unquoted(cell: str) -> str:
    """Without the apostrophe that keeps a text from being a formula."""
    quoted = cell[:1] == "'" and cell.lstrip("'")[:1] in ("=", "+", "-", "@")
    return cell[1:] if quoted else cell


def _separator(text: str) -> str:
    """The one that the first rows agree on."""
    lines = [line for line in text.split("\n")[:20] if line.strip()]
    counts = {sign: Counter(line.count(sign) for line in lines) for sign in SEPARATORS}
    return max(
        SEPARATORS,
        key=lambda sign: max((n * times for n, times in counts[sign].items()), default=0),
    )


def _apart(sides: Sides, source: Source) -> Reading:
    """Cards whose sides are apart by signs of their owner's choice."""
    told = doubt("answers-split", source.place(), text=sides.between)
    return Reading(
        tuple(_card(source.place(line), front, back) for line, front, back in sides.cards), (told,)
    )


def _card(place: Place, front: str, back: str) -> Draft:
    return Draft(place=place, kind="flashcard", stem=escaped(front), right=Said(escaped(back)))


def _cards(rows: list[tuple[int, list[str]]], source: Source) -> Reading:
    kept = [(line, row) for line, row in rows if any(cell.strip() for cell in row)]
    if not kept or any(len(row) != 2 for _, row in kept):
        raise Unreadable("no-header", source.place())
    drafts = [
        _card(source.place(line), row[0].strip(), row[1].strip())
        for line, row in kept
        if row[0].strip() and row[1].strip()
    ]
    return Reading(tuple(drafts))
