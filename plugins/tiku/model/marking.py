"""Is this answer right? A key as the page has it, a response as the reader gave it.

The twin of assets/question/marking.js; both read tests/cases/marking/numeric.json and its like.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from tiku.model.kinds import Numeric
from tiku.model.questions import Question
from tiku.text.folding import fold, typed
from tiku.text.patterns import on_demand
from tiku.text.variants import canonical, spellings

NUMBER = on_demand(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
GROUPED = on_demand(r"[+-]?[0-9]{1,3}(?:[, ][0-9]{3})+(?:\.[0-9]*)?")
BEGINNING = on_demand(r"[+-]? ?[0-9., ]*")

Mark = Callable[[str, Sequence[str]], bool | None]


def mark(kind: str, key: str, response: Sequence[str]) -> bool | None:
    """`key`: the `data-key` of the question. None where what was typed is no number."""
    return MARKS[kind](key, response)


def key_text(question: Question) -> str:
    """The key as a page has it; after a number comes its unit."""
    if question.kind == "text":
        return json.dumps(question.key(), ensure_ascii=False)
    if isinstance(question, Numeric) and question.answer and question.answer.unit:
        return " ".join((*question.key(), "|".join(spellings(question.answer.unit))))
    return " ".join(question.key())


def read_number(text: str, unit: str = "") -> Decimal | None:
    """The number meant by `８.0％`, `1,000`, `1。5` or `—3 件`; None where it is none."""
    plain = typed(text)
    number = BEGINNING.match(plain)
    assert number, "it matches nothing at all, too"
    rest = plain[number.end() :]
    after = fold(rest)
    # Without a unit of its own a number may still be followed by a percent sign; `5-` is unclear.
    if rest.startswith("-") or (after and after not in map(fold, (unit or "%").split("|"))):
        return None
    figures = re.sub("^([+-]) ", r"\1", number[0].strip(" "))
    figures = re.sub("[, ]", "", figures) if GROUPED.fullmatch(figures) else figures
    return Decimal(figures) if NUMBER.fullmatch(figures) else None


def _choices(key: str, response: Sequence[str]) -> bool:
    return sorted(set(response)) == sorted(key.split(" "))


def _order(key: str, response: Sequence[str]) -> bool:
    return " ".join(response) == key


def _points(key: str, response: Sequence[str]) -> bool:
    return set(key.split(" ")) <= {*response[1:]}


def _number(key: str, response: Sequence[str]) -> bool | None:
    value, tolerance, *unit = key.split(" ")
    given = read_number(response[0] if response else "", " ".join(unit))
    return None if given is None else abs(given - Decimal(value)) <= Decimal(tolerance)


def _word(key: str, response: Sequence[str]) -> bool:
    return canonical(response[0] if response else "") in map(canonical, json.loads(key))


MARKS: Mapping[str, Mark] = {
    "single": _choices,
    "multiple": _choices,
    "true-false": _choices,
    "numeric": _number,
    "text": _word,
    "matching": _choices,
    "ordering": _order,
    "open": _points,
}
