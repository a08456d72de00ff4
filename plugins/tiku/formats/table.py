"""Rows of cells -> drafts: which column is what, its header says, in whatever words.

Read by every format that has cells: workbooks, CSV, tables in Word.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tiku.formats import own_rows
from tiku.formats.columns import INDEX, PROMPT, WHY
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Reading
from tiku.formats.numbered_truths import numbered_truths
from tiku.formats.paper import fields, headings
from tiku.formats.paper.reading import contradicted, read_lines
from tiku.formats.paper.vocabulary import CHOICE_LABEL, kind_in
from tiku.formats.table_answers import (
    chosen_without_choices,
    counted_from,
    in_letters,
    is_right,
    own_choices,
    sided,
    told_by,
    unordered,
)
from tiku.formats.table_beside import BANK, OWN_ID, cased, labelled, measured, named, sheet_topic
from tiku.formats.table_headers import (
    FEWEST,
    Cell,
    Row,
    guessed_header,
    header_of,
    is_about_columns,
    is_title,
    row_text,
    turned,
    whole_headers,
)
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.folding import fold

MOST_HEADERS = 50


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: rows with their numbers, what it is called, and where a cell is."""

    rows: Sequence[Row]
    place: Callable[[int, int], Place]
    name: str = ""


@dataclass(slots=True)
class _State:
    header: dict[int, str] = field(default_factory=dict)
    kind: str = ""
    topic: str = ""
    guessed: bool = False
    first: int | None = 1
    """What the first choice is called where answers are numbers; None where that is not known."""
    firsts: dict[str, int | None] = field(default_factory=dict)
    """The same below each header, which may stand on every page."""


def read(table: Table) -> Reading:
    """Every question of a sheet; rows that are none are told, those above a header are help."""
    table = replace(table, rows=whole_headers(table.rows))
    state = _State(topic=sheet_topic(table.name), kind=table.name if kind_in(table.name) else "")
    if not any(header_of(row) for _, row in table.rows):
        lying = _turned(table)
        if lying.drafts:
            return lying
        state.header = guessed_header([row for _, row in table.rows])
        state.guessed = bool(state.header)
        if not state.header:
            return _lines(table)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    texts = dict(table.rows)
    for group in _grouped(table, state):
        if isinstance(group, int):
            problems.append(doubt("stray-line", table.place(group, 1), text=row_text(texts[group])))
        else:
            drafts.append(group)
    problems += unordered(table.rows, table.place)
    told = contradicted(numbered_truths(drafts))
    return Reading(tuple(told), tuple(problems))


def _turned(table: Table) -> Reading:
    """A sheet on its side, each column a question with its answer; one that explains columns has
    none."""
    rows = turned(table.rows)
    if not rows or not header_of(rows[0][1]):
        return Reading()
    found = read(Table(rows, lambda row, column: table.place(column, row), table.name))
    return found if all(draft.right is not None for draft in found.drafts) else Reading()


def _lines(table: Table) -> Reading:
    """A sheet without columns: the lines of a paper, a cell each."""
    rows = [
        (number, [cell.text for cell in row if cell.text.strip()]) for number, row in table.rows
    ]
    filled = [(number, texts) for number, texts in rows if texts]
    lines = [(at, line, False) for at, texts in filled for line in "\n".join(texts).split("\n")]
    choosing = all(CHOICE_LABEL.match(text) for _, texts in filled for text in texts[1:])
    found = read_lines(lines, lambda at: table.place(at, 1)) if choosing else Reading()
    asked = any(draft.right is not None or len(draft.choices) > 1 for draft in found.drafts)
    if asked or len(filled) < FEWEST:
        return found
    if is_about_columns(table.name, table.rows):
        return Reading()
    return Reading(problems=(doubt("sheet-without-header", table.place(1, 1), text=table.name),))


def _grouped(table: Table, state: _State) -> Iterator[Draft | int]:
    """Drafts in order; the number of a row that could not be read."""
    waiting: list[Row] = []
    for number, row in table.rows:
        texts = [cell.text for cell in row if cell.text.strip()]
        if not texts:
            continue
        header = {} if own_rows.is_ours(_values(row, state)) else header_of(row)
        if header or is_title(row, texts, state.header.get(0) == "stem"):
            yield from _flushed(waiting, table, state)
            waiting = []
            _enter(header, texts, state)
            state.first = _first(number, table, state) if header else state.first
        elif state.header and "is-right" in state.header.values():
            if waiting and _starts(row, waiting[0][1], state):
                yield from _flushed(waiting, table, state)
                waiting = []
            waiting.append((number, row))
        elif state.header:
            yield from _single(number, row, table, state)
    yield from _flushed(waiting, table, state)


def _enter(header: dict[int, str], texts: Sequence[str], state: _State) -> None:
    if header:
        state.header = header
        return
    title = texts[0].strip()
    kind = headings.is_kind(title)
    if kind:
        state.kind = title
    elif state.header and not title.isdecimal():
        section = headings.section_of(title)
        state.topic = section.title if section else title


def _first(number: int, table: Table, state: _State) -> int | None:
    """What the answers below a header, in numbers, call the first choice; looked for once a header,
    so that a sheet of nothing but headers takes no longer than another."""
    key = "\t".join(f"{at} {name}" for at, name in state.header.items())
    if key not in state.firsts and len(state.firsts) < MOST_HEADERS:
        below = [_values(row, state) for at, row in table.rows if at > number]
        index = INDEX if INDEX in state.header.values() else "answer"
        state.firsts[key] = counted_from(below, index)
    return state.firsts.get(key)


def _values(row: Sequence[Cell], state: _State) -> dict[str, str]:
    first = row[0].text.strip() if row and 0 not in state.header else ""
    bare = {"number": first} if first.isdecimal() else {}
    named = {
        name: row[at].text.strip()
        for at, name in state.header.items()
        if at < len(row) and row[at].text.strip()
    }
    return sided(bare | named)


def _single(number: int, row: Sequence[Cell], table: Table, state: _State) -> Iterator[Draft | int]:
    values = _values(row, state)
    texts = own_choices(values)
    if not values.get("stem"):
        if values.get("answer") or texts:
            yield number
        return
    told = own_rows.read(values, texts, table.place(number, _stem_column(state)))
    if told is None:
        yield _guessed(number, row, texts, table, state)
    else:
        yield _finished(told, values, row, state)


def _guessed(
    number: int, row: Sequence[Cell], own: Sequence[str], table: Table, state: _State
) -> Draft:
    values = _values(row, state)
    told = told_by(values, row, state.header, state.first)
    values["answer"] = told.answer
    texts, sign = own or None, ""
    if texts and kind_in(values.get("kind", "")) == "fill" and not told.answer:
        values["answer"] = "/".join(filter(None, texts))
        texts = None
    if texts is None and values.get("choices"):
        texts, sign = fields.parted(values["choices"])
    draft = fields.read(_fields(number, values, texts, table, state))
    draft = _finished(draft, values, row, state)
    if state.guessed:
        draft = draft.doubting("header-guessed")
    if sign:
        draft = draft.doubting("choices-split", text=sign)
    return told.doubted(chosen_without_choices(draft))


def _fields(
    number: int, values: dict[str, str], texts: Sequence[str] | None, table: Table, state: _State
) -> fields.Fields:
    topic = values.get("topic") or state.topic
    return fields.Fields(
        place=table.place(number, _stem_column(state)),
        stem=values["stem"],
        answer=values.get("answer", ""),
        choices=texts,
        kind=values.get("kind") or state.kind,
        explanation=values.get("explanation", "") or _note(values, state),
        number=values.get("number", ""),
        prompts=[text for name, text in values.items() if name.startswith(PROMPT)],
        parts={name: values[name] for name in ("difficulty", "points") if name in values},
        path=(topic,) if topic else (),
    )


def _stem_column(state: _State) -> int:
    return next((at for at, name in state.header.items() if name == "stem"), 0) + 1


def _note(values: dict[str, str], state: _State) -> str:
    return values.get("note", "") if "explanation" not in state.header.values() else ""


def _finished(draft: Draft, values: dict[str, str], row: Sequence[Cell], state: _State) -> Draft:
    unknown = [(name[8:], text) for name, text in values.items() if name.startswith("unknown:")]
    if "explanation" in values and "note" in values:
        unknown.append(("备注", values["note"]))
    unknown += [(BANK, values[BANK])] if BANK in values else []
    tags = tuple(tag for tag in re.split(r"[\s,，;；、|]+", values.get("tags", "")) if tag)
    whys = {name[len(WHY) :]: text for name, text in values.items() if name.startswith(WHY)}
    number = values.get("number", "")
    draft = replace(
        draft,
        unknown=(*draft.unknown, *unknown),
        tags=tags,
        hint=values.get("hint", draft.hint),
        feedback=whys or draft.feedback,
        given=number if OWN_ID.fullmatch(number) else draft.given,
    )
    draft = named(labelled(cased(measured(draft, values), values), values), values)
    for cell in row:
        if cell.doubt[0]:
            draft = draft.doubting(cell.doubt[0], text=cell.doubt[1])
    return _with_rest(draft, row, state)


def _with_rest(draft: Draft, row: Sequence[Cell], state: _State) -> Draft:
    """Cells behind the last column: perhaps a separator stands in a text."""
    last = max(state.header, default=0)
    rest = " ".join(cell.text.strip() for cell in row[last + 1 :] if cell.text.strip())
    if not rest:
        return draft
    draft = replace(draft, unknown=(*draft.unknown, ("+", rest)))
    return draft.doubting("cell-without-column", text=rest)


# one row a choice


def _starts(row: Sequence[Cell], first: Sequence[Cell], state: _State) -> bool:
    """A stem, or a number, that differs from the one above."""
    values, before = _values(row, state), _values(first, state)
    stem = values.get("stem", "")
    if not stem:
        return bool(values.get("number")) and values["number"] != before.get("number")
    return fold(stem) != fold(before.get("stem", "")) or values.get("number") != before.get(
        "number"
    )


def _flushed(rows: Sequence[Row], table: Table, state: _State) -> Iterator[Draft | int]:
    if not rows:
        return
    number, first = rows[0]
    values = _values(first, state)
    if not values.get("stem"):
        yield number
        return
    every = [_values(row, state) for _, row in rows]
    texts = [own.get("text", "") for own in every]
    right = [at for at, own in enumerate(every) if is_right(own.get("is-right", ""))]
    values["answer"] = in_letters(right)
    draft = fields.read(_fields(number, values, texts, table, state))
    yield _finished(draft, values, first, state)
