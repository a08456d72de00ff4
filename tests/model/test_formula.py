"""The language of formulas calculates, and can do nothing else."""

import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from conftest import EN, ZH
from hypothesis import given
from hypothesis import strategies as st

from tiku.model.calendars import Calendar
from tiku.model.formula import evaluate, read
from tiku.model.formula_error import FormulaError
from tiku.model.formula_functions import FUNCTIONS
from tiku.model.formula_values import Known

HAN = re.compile(r"[\u3400-\u9fff]")
VALUES = {
    "8 / 100 * 100": 8,
    "-(2 + 3) ** 2": -25,
    "round(2 / 3, 2)": 0.67,
    "sqrt(0.08 * 0.92 / 100) * 3": 0.0813880,
    "max(0, min(0.2 * 4000, 4000 - 2300))": 800,
}
REFUSED = [
    "", "x", "1 +", "'a' * 9", "True", "1 if 1 else 2", "[1][0]", "sqrt(-1)", "1 / 0", "(-8) ** 0.5",
    "9 ** 9 ** 9", "10.0 ** 64 ** 2", "exp(10000)", "round(1, 2, 3)", "open('x')", 
    "(1).real", "lambda: 1", "sqrt.__class__", "1" * 500, "(" * 150 + "1" + ")" * 40, "abs(x=1)",
]  # fmt: skip


@pytest.mark.parametrize(("formula", "value"), VALUES.items())
def test_values(formula: str, value: float):
    assert evaluate(formula) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize("formula", REFUSED)
def test_refused_in_every_language(formula: str):
    with pytest.raises(FormulaError) as refused:
        evaluate(formula)
    assert HAN.search(ZH.said(refused.value.saying))
    assert not HAN.search(EN.said(refused.value.saying))


@given(st.text(alphabet="0123456789.+-*/() ,eroundsqtmaxp_[]'x", max_size=60))
def test_any_text_has_a_value_or_is_refused(formula: str):
    with suppress(FormulaError):
        assert isinstance(evaluate(formula), float)


CASES = json.loads((Path(__file__).parents[1] / "cases" / "formulas.json").read_text("utf-8"))
CALENDARS = tuple(
    Calendar(
        id=c["id"],
        first=date.fromisoformat(c["first"]),
        last=date.fromisoformat(c["last"]),
        off=tuple(map(date.fromisoformat, c["off"])),
        worked=tuple(map(date.fromisoformat, c["worked"])),
    )
    for c in CASES["calendars"]
)


def known(values: dict[str, object]) -> Known:
    as_rows = {k: tuple(v) if isinstance(v, list) else float(v) for k, v in values.items()}
    return Known(as_rows, CALENDARS)


@pytest.mark.parametrize(("formula", "polish", "values", "value"), CASES["values"])
def test_shared_values(formula: str, polish: str, values: dict[str, object], value: object):
    """`polish` is what the browser gets of it."""
    assert read(formula).polish == polish
    expected = tuple(value) if isinstance(value, list) else value
    assert read(formula).value(known(values)) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(("formula", "polish", "values"), CASES["without"])
def test_shared_cases_without_a_value(formula: str, polish: str, values: dict[str, object]):
    assert read(formula).polish == polish
    with pytest.raises(FormulaError):
        read(formula).value(known(values))


def test_every_function_has_a_shared_case():
    text = " ".join(case[0] for case in CASES["values"])
    assert [name for name in FUNCTIONS if f"{name}(" not in text] == []
