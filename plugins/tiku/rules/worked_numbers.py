"""Numbers on pages that are marked come out as they are written."""

from collections.abc import Iterator
from decimal import Decimal

from tiku.model import Library
from tiku.model.formula import evaluate
from tiku.model.formula_error import FormulaError
from tiku.model.formula_values import rounded
from tiku.model.library import WorkedNumber
from tiku.model.problem import Problem
from tiku.rules.rule import error, rule

SCALE = {"": 1, "%": 100, "‰": 1000}


@rule(error("no-worked-number"), error("bad-worked-formula"), error("worked-number-differs"))
def worked_numbers_come_out(library: Library) -> Iterator[Problem]:
    """To the digits that are shown."""
    for page in (library.pages or {}).values():
        for one in page.worked:
            yield from _judged(one)


def _judged(one: WorkedNumber) -> Iterator[Problem]:
    if not one.number or not one.formula:
        yield Problem("no-worked-number", one.place)
        return
    try:
        value = evaluate(one.formula) * SCALE[one.per]
        shown = Decimal(one.number)
        result = rounded(value, -int(shown.as_tuple().exponent))
    except FormulaError as why:
        yield Problem("bad-worked-formula", one.place, {"why": why})
        return
    if result != shown:
        details = {"formula": one.formula, "result": f"{value:.10g}{one.per}"}
        yield Problem("worked-number-differs", one.place, details | {"number": one.text})
