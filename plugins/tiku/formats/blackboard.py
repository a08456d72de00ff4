"""Blackboard's question upload: a row a question, its kind first, cells apart by tabs.

https://help.blackboard.com/Learn/Instructor/Original/Tests_Pools_Surveys/Reuse_Questions/Upload_Questions
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tiku.formats import weights
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Paired, Reading, Said, Truth
from tiku.formats.markup import escaped, markdown
from tiku.formats.weights import FULL, Weighed
from tiku.model.place import Place

Row = tuple[int, list[str]]
SIDES = ("correct", "incorrect")
TRUTHS = ("true", "false")
HTML = re.compile(r"</[A-Za-z]{1,10}>|<br\s*/?>")
NOT_READ = ("OP", "FIL", "JUMBLED_SENTENCE", "QUIZ_BOWL")


def read(rows: Sequence[Row], place: Callable[[int], Place]) -> Reading | None:
    """Nothing where no row says which choices are correct, or whether its statement is true."""
    filled = [(line, [cell.strip() for cell in row]) for line, row in rows if any(row)]
    if not any(_tells(row) for _, row in filled):
        return None
    known = [(line, row) for line, row in filled if _kind(row) in KINDS or _kind(row) in NOT_READ]
    drafts = tuple(_question(place(line), row) for line, row in known)
    strays = [(line, row) for line, row in filled if (line, row) not in known]
    told = tuple(doubt("stray-line", place(line), text=" ".join(row)) for line, row in strays)
    return Reading(drafts, told)


def _kind(row: Sequence[str]) -> str:
    return row[0].upper() if len(row) > 1 and row[1] else ""


def _tells(row: Sequence[str]) -> bool:
    if _kind(row) == "TF":
        return _cell(row, 2).lower() in TRUTHS
    sides = [cell.lower() for cell in row[3::2] if cell]
    return _kind(row) in ("MC", "MA") and len(sides) > 1 and all(own in SIDES for own in sides)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _question(place: Place, row: Sequence[str]) -> Draft:
    draft = Draft(place=place, kind="open", stem=_text(row[1]))
    asked = KINDS.get(_kind(row))
    own = [cell for cell in row[2:] if cell]
    if _kind(row) == "FIB_PLUS":
        return _blanks(draft, row)
    return asked(draft, own) if asked else draft.doubting("kind-not-supported", text=_kind(row))


def _text(text: str) -> str:
    return markdown(text) if HTML.search(text) else escaped(text)


def _single(draft: Draft, own: Sequence[str]) -> Draft:
    return weights.chosen(draft, _weighed(own), True)


def _multiple(draft: Draft, own: Sequence[str]) -> Draft:
    return weights.chosen(draft, _weighed(own), False)


def _weighed(own: Sequence[str]) -> list[Weighed]:
    texts, sides = own[::2], [side.lower() for side in own[1::2]]
    return [
        Weighed(_text(text), FULL if side == "correct" else 0.0)
        for text, side in zip(texts, sides, strict=False)
    ]


def _judged(draft: Draft, own: Sequence[str]) -> Draft:
    draft = replace(draft, kind="true-false")
    said = own[0].lower() if own else ""
    if said not in TRUTHS:
        return replace(draft, found=said).doubting("no-answer")
    return replace(draft, right=Truth(said == "true"))


def _written(draft: Draft, own: Sequence[str]) -> Draft:
    return weights.accepted(draft, [Weighed(text, FULL) for text in own])


def _measured(draft: Draft, own: Sequence[str]) -> Draft:
    tolerance = own[1] if len(own) > 1 else ""
    return weights.measured(draft, [Weighed(text, FULL, "", tolerance) for text in own[:1]])


def _ordered(draft: Draft, own: Sequence[str]) -> Draft:
    right = Chosen(tuple(range(len(own))))
    return replace(draft, kind="ordering", choices=tuple(map(_text, own)), right=right)


def _paired(draft: Draft, own: Sequence[str]) -> Draft:
    sides = list(map(_text, own))
    pairs = tuple(zip(sides[::2], sides[1::2], strict=False))
    return replace(draft, kind="matching", right=Paired(pairs))


def _open(draft: Draft, own: Sequence[str]) -> Draft:
    return replace(draft, right=Said(_text(own[0]))) if own else draft.doubting("no-answer")


def _blanks(draft: Draft, row: Sequence[str]) -> Draft:
    """A variable and what is accepted for it, an empty cell, and the next; `[x]` is its blank."""
    stem, blanks = row[1], []
    for group in "\t".join(row[2:]).split("\t\t"):
        name, *accepted = group.strip("\t").split("\t")
        if f"[{name}]" in stem and accepted:
            stem = stem.replace(f"[{name}]", "____", 1)
            blanks.append(tuple(accepted))
    draft = replace(draft, kind="fill", stem=_text(stem))
    return replace(draft, right=Filled(tuple(blanks))) if blanks else draft.doubting("no-answer")


KINDS: dict[str, Callable[[Draft, Sequence[str]], Draft]] = {
    "MC": _single,
    "MA": _multiple,
    "TF": _judged,
    "FIB": _written,
    "NUM": _measured,
    "ORD": _ordered,
    "MAT": _paired,
    "ESS": _open,
    "SR": _open,
    "FIB_PLUS": _open,
}
