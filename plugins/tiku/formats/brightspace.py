"""Brightspace's question import: a row a part, and `NewQuestion` begins each question.

https://community.d2l.com/brightspace/kb/articles/4549-import-questions-from-a-csv-file
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from tiku.formats import weights
from tiku.formats.draft import Chosen, Draft, Paired, Reading, Said, Truth
from tiku.formats.markup import escaped, markdown
from tiku.formats.weights import Weighed
from tiku.model.place import Place

Row = tuple[int, list[str]]
Parts = Mapping[str, Sequence[Sequence[str]]]
"""What its first cell calls a row -> the rows of that name."""
WEIGHT = re.compile(r"\d{1,3}(?:\.\d{1,9})?")
UNKNOWN = ("title", "image")


def read(rows: Sequence[Row], place: Callable[[int], Place]) -> Reading | None:
    """Nothing where no row begins a question."""
    groups: list[tuple[int, str, dict[str, list[list[str]]]]] = []
    for line, row in rows:
        name = row[0].strip().lower() if row else ""
        if name == "newquestion":
            groups.append((line, _cell(row, 1).upper(), {}))
        elif groups and name and not name.startswith("//"):
            groups[-1][2].setdefault(name, []).append(row)
    drafts = [_question(place(line), kind, parts) for line, kind, parts in groups]
    return Reading(tuple(drafts)) if drafts else None


def _question(place: Place, kind: str, parts: Parts) -> Draft:
    draft = Draft(
        place=place,
        kind="open",
        stem=_first(parts, "questiontext"),
        given=_first(parts, "id"),
        hint=_first(parts, "hint"),
        explanation=_first(parts, "feedback"),
        difficulty=_first(parts, "difficulty"),
        points=weights.number(_first(parts, "points")),
        unknown=tuple((name, _first(parts, name)) for name in UNKNOWN if _first(parts, name)),
    )
    asked = KINDS.get(kind)
    return asked(draft, parts) if asked else draft.doubting("kind-not-supported", text=kind)


def _first(parts: Parts, name: str) -> str:
    rows = parts.get(name, [])
    return _text(rows[0], 1) if rows else ""


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _text(row: Sequence[str], at: int) -> str:
    """A cell as Markdown; the one behind it says whether it is HTML."""
    text = _cell(row, at)
    return markdown(text) if _cell(row, at + 1).upper() == "HTML" else escaped(text)


def _weighed(parts: Parts, name: str) -> list[Weighed]:
    return [
        Weighed(_text(row, 2), _weight(row), _text(row, 4) if name == "option" else "")
        for row in parts.get(name, [])
        if _cell(row, 2)
    ]


def _weight(row: Sequence[str]) -> float:
    return float(_cell(row, 1)) if WEIGHT.fullmatch(_cell(row, 1)) else 0.0


def _single(draft: Draft, parts: Parts) -> Draft:
    return weights.chosen(draft, _weighed(parts, "option"), True)


def _multiple(draft: Draft, parts: Parts) -> Draft:
    return weights.chosen(draft, _weighed(parts, "option"), False)


def _judged(draft: Draft, parts: Parts) -> Draft:
    draft = replace(draft, kind="true-false")
    rows = [parts.get(name, [[]])[0] for name in ("true", "false")]
    if [_weight(row) > 0 for row in rows] in ([True, True], [False, False]):
        return draft.doubting("no-answer")
    value = _weight(rows[0]) > 0
    said = {"right": _text(rows[0 if value else 1], 2), "wrong": _text(rows[1 if value else 0], 2)}
    kept = {name: text for name, text in said.items() if text}
    return replace(draft, right=Truth(value), feedback=kept)


def _written(draft: Draft, parts: Parts) -> Draft:
    return weights.accepted(draft, _weighed(parts, "answer"))


def _paired(draft: Draft, parts: Parts) -> Draft:
    """Several matches may belong to one choice."""
    choices = {_cell(row, 1): _text(row, 2) for row in parts.get("choice", [])}
    matches = [(_text(row, 2), _cell(row, 1)) for row in parts.get("match", [])]
    pairs = tuple((text, choices[own]) for text, own in matches if own in choices)
    used = [own for _, own in matches]
    extra = tuple(text for own, text in choices.items() if own not in used)
    draft = replace(draft, kind="matching", right=Paired(pairs, extra) if pairs else None)
    return draft if len(pairs) == len(matches) > 0 else draft.doubting("no-answer")


def _ordered(draft: Draft, parts: Parts) -> Draft:
    items = tuple(_text(row, 1) for row in parts.get("item", []) if _cell(row, 1))
    draft = replace(draft, kind="ordering", choices=items)
    return replace(draft, right=Chosen(tuple(range(len(items)))))


def _open(draft: Draft, parts: Parts) -> Draft:
    key = _first(parts, "answerkey")
    return replace(draft, right=Said(key)) if key else draft.doubting("no-answer")


KINDS: dict[str, Callable[[Draft, Parts], Draft]] = {
    "MC": _single,
    "MS": _multiple,
    "TF": _judged,
    "SA": _written,
    "M": _paired,
    "O": _ordered,
    "WR": _open,
}
