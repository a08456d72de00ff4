"""Rows of cells -> drafts: which column is what, its header says, in whatever words.

Read by every format that has cells: workbooks, CSV, tables in Word.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tiku.formats.columns import CHOICE, WHY, column_of
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Reading
from tiku.formats.numbered_truths import numbered_truths
from tiku.formats.paper import fields, headings
from tiku.formats.paper.answers import letters
from tiku.formats.paper.reading import contradicted
from tiku.formats.paper.vocabulary import empty, kind_in, truth
from tiku.model.place import Place
from tiku.text.folding import fold

NOT_A_TOPIC = re.compile(
    r"(?:sheet|工作表|表)\s*\d*|questions?|quiz|data|总表|汇总"
    r"|.*(?:题库|題庫|试题|試題|模板|範本|必答题|选答题|题目|題目|导入|匯入|考题|说明).*"
)
OWN_ID = re.compile(r"[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*")
FEWEST = 2
LONGEST_ANSWER = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text; `doubt` is a code and what it is about, such as a formula."""

    text: str = ""
    doubt: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: rows with their numbers, what it is called, and where a cell is."""

    rows: Sequence[tuple[int, Sequence[Cell]]]
    place: Callable[[int, int], Place]
    name: str = ""


@dataclass(slots=True)
class _State:
    header: dict[int, str] = field(default_factory=dict)
    kind: str = ""
    topic: str = ""
    guessed: bool = False


def read(table: Table) -> Reading:
    """Every question of a sheet; rows that are none are told, those above a header are help."""
    state = _State(topic=_sheet_topic(table.name), kind=table.name if kind_in(table.name) else "")
    if not any(header_of(row) for _, row in table.rows):
        state.header = guessed_header([row for _, row in table.rows])
        state.guessed = bool(state.header)
    drafts: list[Draft] = []
    problems = []
    for group in _grouped(table, state):
        if isinstance(group, int):
            problems.append(
                doubt("stray-line", table.place(group, 1), text=_row_text(table, group))
            )
        else:
            drafts.append(group)
    told = contradicted(numbered_truths(drafts))
    return Reading(tuple(told), tuple(problems))


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the first rows names columns."""
    return any(header_of([Cell(text) for text in row]) for row in rows[:12])


def header_of(row: Sequence[Cell]) -> dict[int, str]:
    """Column -> what it is; empty where the row is no header."""
    names: dict[int, str] = {}
    for at, cell in enumerate(row):
        name = column_of(cell.text)
        if name and (name not in names.values() or name.startswith(CHOICE)):
            names[at] = name
        elif cell.text.strip():
            names[at] = f"unknown:{cell.text.strip()}"
    known = {name for name in names.values() if not name.startswith("unknown:")}
    if (
        "stem" not in known
        or len(known) < FEWEST
        or not known & {"answer", "is-right", "choices", "choice:0"}
    ):
        return {}
    if sum(len(cell.text) > 60 for cell in row) > 1:
        return {}
    if "choice:0" in known and "answer" not in known:
        names = {at: "answer" if name == "is-right" else name for at, name in names.items()}
    if "text" in known and "is-right" in known:
        names = {at: "label" if name == "choices" else name for at, name in names.items()}
    return names


def guessed_header(rows: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """A column of answers, one of questions and the choices beside them, where nothing is named."""
    filled = [row for row in rows if sum(bool(cell.text.strip()) for cell in row) > FEWEST]
    width = max((len(row) for row in filled), default=0)
    columns = [[row[at].text.strip() for row in filled if at < len(row)] for at in range(width)]
    answer = next((at for at in range(width) if _answers(columns[at])), None)
    if answer is None or len(filled) < FEWEST:
        return {}
    lengths = {at: sum(map(len, columns[at])) for at in range(width) if at != answer}
    stem = max(lengths, key=lambda at: (lengths[at], -at))
    stop = answer if answer > stem else width
    choices = {at: f"{CHOICE}{at - stem - 1}" for at in range(stem + 1, stop)}
    return {answer: "answer", stem: "stem", **choices}


def _answers(texts: Sequence[str]) -> bool:
    """Whether nearly all say letters or a judgement."""
    said = [text for text in texts if text]
    named = [text for text in said if letters(text) is not None or truth(text) is not None]
    short = all(len(text) <= LONGEST_ANSWER for text in said)
    return len(said) > 1 and short and len(named) >= 0.9 * len(said)


def _sheet_topic(name: str) -> str:
    bare = name.strip()
    plain = (
        not bare or headings.is_kind(bare) or NOT_A_TOPIC.fullmatch(bare.lower()) or kind_in(bare)
    )
    return "" if plain else bare


def _grouped(table: Table, state: _State) -> Iterator[Draft | int]:
    """Drafts in order; the number of a row that could not be read."""
    waiting: list[tuple[int, Sequence[Cell]]] = []
    for number, row in table.rows:
        texts = [cell.text for cell in row if cell.text.strip()]
        if not texts:
            continue
        header = header_of(row)
        if header or _is_title(row, texts, state):
            yield from _flushed(waiting, table, state)
            waiting = []
            _enter(header, texts, state)
        elif state.header and "is-right" in state.header.values():
            if waiting and _starts(row, waiting[0][1], state):
                yield from _flushed(waiting, table, state)
                waiting = []
            waiting.append((number, row))
        elif state.header:
            yield from _single(number, row, table, state)
    yield from _flushed(waiting, table, state)


def _is_title(row: Sequence[Cell], texts: Sequence[str], state: _State) -> bool:
    """A merged row: nothing but a name in its first cell."""
    if len(texts) != 1 or not row[0].text.strip():
        return len(texts) > 1 and len(set(texts)) == 1 and len(row) > FEWEST
    return (len(texts[0]) <= 40 and state.header.get(0) != "stem") or bool(
        headings.is_kind(texts[0])
    )


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


def _values(row: Sequence[Cell], state: _State) -> dict[str, str]:
    first = row[0].text.strip() if row and 0 not in state.header else ""
    bare = {"number": first} if first.isdecimal() else {}
    return bare | {
        name: row[at].text.strip()
        for at, name in state.header.items()
        if at < len(row) and row[at].text.strip()
    }


def _single(number: int, row: Sequence[Cell], table: Table, state: _State) -> Iterator[Draft | int]:
    values = _values(row, state)
    own = {int(name[7:]): text for name, text in values.items() if name.startswith(CHOICE)}
    if not values.get("stem"):
        if values.get("answer") or own:
            yield number
        return
    texts = [own.get(at, "") for at in range(max(own) + 1)] if own else None
    sign = ""
    if texts and kind_in(values.get("kind", "")) == "fill" and "answer" not in values:
        values["answer"] = "/".join(filter(None, texts))
        texts = None
    if texts is None and values.get("choices"):
        texts, sign = fields.parted(values["choices"])
    draft = fields.read(_fields(number, values, texts, table, state))
    draft = _finished(draft, values, row)
    if state.guessed:
        draft = draft.doubting("header-guessed")
    if sign:
        draft = draft.doubting("choices-split", text=sign)
    yield draft


def _fields(
    number: int, values: dict[str, str], texts: Sequence[str] | None, table: Table, state: _State
) -> fields.Fields:
    column = next((at for at, name in state.header.items() if name == "stem"), 0)
    topic = values.get("topic") or state.topic
    return fields.Fields(
        place=table.place(number, column + 1),
        stem=values["stem"],
        answer=values.get("answer", ""),
        choices=texts,
        kind=values.get("kind") or state.kind,
        explanation=values.get("explanation", "") or _note(values, state),
        number=values.get("number", ""),
        parts={name: values[name] for name in ("difficulty", "points") if name in values},
        path=(topic,) if topic else (),
    )


def _note(values: dict[str, str], state: _State) -> str:
    return values.get("note", "") if "explanation" not in state.header.values() else ""


def _finished(draft: Draft, values: dict[str, str], row: Sequence[Cell]) -> Draft:
    unknown = [(name[8:], text) for name, text in values.items() if name.startswith("unknown:")]
    if "explanation" in values and "note" in values:
        unknown.append(("备注", values["note"]))
    tags = tuple(tag for tag in re.split(r"[\s,，;；、|]+", values.get("tags", "")) if tag)
    whys = {name[len(WHY) :]: text for name, text in values.items() if name.startswith(WHY)}
    number = values.get("number", "")
    draft = replace(
        draft,
        unknown=(*draft.unknown, *unknown),
        tags=tags,
        hint=values.get("hint", ""),
        feedback=whys or draft.feedback,
        given=number if OWN_ID.fullmatch(number) else draft.given,
    )
    for cell in row:
        if cell.doubt[0]:
            draft = draft.doubting(cell.doubt[0], text=cell.doubt[1])
    return draft


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


def _flushed(
    rows: Sequence[tuple[int, Sequence[Cell]]], table: Table, state: _State
) -> Iterator[Draft | int]:
    if not rows:
        return
    number, first = rows[0]
    values = _values(first, state)
    if not values.get("stem"):
        yield number
        return
    every = [_values(row, state) for _, row in rows]
    texts = [own.get("text", "") for own in every]
    right = [at for at, own in enumerate(every) if _is_right(own.get("is-right", ""))]
    values["answer"] = ",".join("ABCDEFGHIJ"[at] for at in right if at < 10)
    yield _finished(fields.read(_fields(number, values, texts, table, state)), values, first)


def _is_right(text: str) -> bool:
    return text.strip() in ("1", "1.0", "100") or truth(text) is True


def _row_text(table: Table, number: int) -> str:
    row = next((row for at, row in table.rows if at == number), ())
    return " ".join(cell.text for cell in row if not empty(cell.text))[:40]
