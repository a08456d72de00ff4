"""JSON as other programs write questions: a list of objects with a question, its choices and its
answer by whatever names (Open Trivia Database, jupyterquiz, chat programs), read as a table."""

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tiku.formats import table
from tiku.formats.columns import INDEX, WRONG, column_of
from tiku.formats.draft import Reading, Unreadable
from tiku.formats.markup import as_markdown
from tiku.formats.source import Source, line_of
from tiku.formats.table import Table
from tiku.formats.table_answers import in_letters
from tiku.formats.table_headers import Cell, header_of

Object = Mapping[str, Any]
LISTS = ("questions", "results", "quiz", "items", "data")
"""What holds the questions, where they are not the whole file."""
RESULTS = "results"
"""Of the Open Trivia Database, which writes its texts as HTML does."""
SAID = ("answer", "text", "option", "choice", "content", "label")
RIGHT = ("correct", "is_correct", "isCorrect", "right")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_COLUMNS = 200
MOST_CELLS = 1_000_000
NOTHING = Cell()


def read(source: Source, told: object, text: str) -> Reading:
    """Every question; refused where nothing is called a question and its answer."""
    listed = _listed(told)
    rows = [dict(_cells(one)) for one in listed]
    names = list(dict.fromkeys(name for row in rows for name in row))
    header = [Cell(name) for name in names]
    if len(names) > MOST_COLUMNS or len(names) * len(rows) > MOST_CELLS:
        raise Unreadable("too-many-columns", source.place(), count=len(names))
    if not header_of(header):
        raise Unreadable("foreign", source.place(), kind="json")
    shown = html.unescape if isinstance(told, dict) and RESULTS in told else str
    lines = [1, *_lines(text, rows)]
    cells = [[_cell(shown(row.get(name, ""))) for name in names] for row in rows]
    numbered = [(0, header), *enumerate(cells, 1)]
    found = table.read(Table(numbered, lambda row, column: source.place(lines[row], column)))
    return Reading(tuple(map(as_markdown, found.drafts)), found.problems)


def _cell(text: str) -> Cell:
    return Cell(text) if text else NOTHING


def _listed(told: object) -> Sequence[Object]:
    held = (
        next((told[name] for name in LISTS if name in told), []) if isinstance(told, dict) else told
    )
    return [one for one in held if isinstance(one, dict) and one] if isinstance(held, list) else []


def _lines(text: str, rows: Sequence[Mapping[str, str]]) -> Iterator[int]:
    """Where each question's text stands, as long as it is found."""
    line, at = line_of(text), 0
    for row in rows:
        stem = next((own for name, own in row.items() if column_of(name) == "stem"), "")
        quoted = json.dumps(stem, ensure_ascii=text.isascii())
        found = text.find(quoted, at) if at >= 0 else -1
        last, at = max(at, 0), found
        yield line(max(found, last))


def _cells(one: Object) -> Iterator[tuple[str, str]]:
    """The names and texts of a question's columns."""
    choices = _choices(one)
    texts = [text for text, _, _ in choices]
    yield from ((f"option {at}", text) for at, text in enumerate(texts, 1))
    yield from ((f"wrong with {LETTERS[at]}", why) for at, (_, _, why) in enumerate(choices) if why)
    right = in_letters([at for at, (_, own, _) in enumerate(choices) if own])
    if right:
        yield "answer", right
    if not choices:
        yield from _measured(_offered(one))
    for name, value in one.items():
        if value is not None and value is not _offered(one):
            yield from _named(name, value, texts)


def _offered(one: Object) -> object:
    """The value that holds the choices."""
    lists = {column_of(name): own for name, own in one.items() if isinstance(own, (list, dict))}
    return lists.get("choices", lists.get("answer") if _lists_choices(one) else None)


def _lists_choices(one: Object) -> bool:
    """Whether a list of answers is all there is to choose from."""
    names = {column_of(name) for name in one}
    listed = next(
        (own for name, own in one.items() if column_of(name) == "answer" and isinstance(own, list)),
        [],
    )
    return INDEX in names or "is-right" in names or any(isinstance(own, dict) for own in listed)


def _choices(one: Object) -> list[tuple[str, bool, str]]:
    """(text, whether it is called right, what is said of it) of each."""
    offered = _offered(one)
    held = list(offered.values()) if isinstance(offered, dict) else offered
    listed = held if isinstance(held, list) else []
    return [_choice(own) for own in listed if _is_choice(own)][: len(LETTERS)]


def _is_choice(own: object) -> bool:
    return not isinstance(own, dict) or any(name in own for name in SAID)


def _measured(offered: object) -> Iterator[tuple[str, str]]:
    """The number that is right, of jupyterquiz."""
    listed = offered if isinstance(offered, list) else []
    values = [own["value"] for own in listed if "value" in own and _choice(own)[1]]
    yield from (("answer", str(value)) for value in values[:1])


def _choice(own: object) -> tuple[str, bool, str]:
    if not isinstance(own, dict):
        return str(own), False, ""
    text = next((str(own[name]) for name in SAID if name in own), "")
    right = any(str(own.get(name)).lower() in ("true", "1") for name in RIGHT)
    return text, right, str(own.get("feedback") or own.get("explanation") or "")


def _named(name: str, value: object, choices: Sequence[str]) -> Iterator[tuple[str, str]]:
    column = column_of(name)
    if isinstance(value, list) and column == WRONG:
        yield from ((f"incorrect answer {at}", str(own)) for at, own in enumerate(value, 1))
    elif column in ("answer", "is-right"):
        yield _answer(value, choices)
    elif isinstance(value, (list, dict)):
        yield name, json.dumps(value, ensure_ascii=False)
    else:
        yield name, str(value)


def _answer(value: object, choices: Sequence[str]) -> tuple[str, str]:
    """In letters where it names choices by their texts; numbers may count from 0."""
    said = [str(own) for own in value] if isinstance(value, list) else [str(value)]
    if choices and all(own in choices for own in said):
        return "answer", in_letters([choices.index(own) for own in said])
    digits = choices and all(own.isdecimal() for own in said)
    return ("answer index" if digits else "answer"), ", ".join(said)
