"""The functions that formulas may call."""

import math
from collections.abc import Callable, Mapping
from itertools import pairwise

from tiku.model import intervals
from tiku.model.calendars import CalendarError, workday
from tiku.model.formula_error import FormulaError
from tiku.model.formula_values import (
    Known,
    Node,
    Value,
    choosing,
    each,
    finite,
    number,
    over,
    rounded,
    row,
)

MANY = 20
MAX_DIGITS = 12


def _whole(function: Callable[..., Value]) -> Callable[..., Node]:
    """The first argument is a row."""

    def make(first: Node, *others: Node) -> Node:
        return lambda known: function(row(first(known)), *(number(o(known)) for o in others))

    return make


def _when(*nodes: Node) -> Node:
    """Condition, value, condition, value, …, value."""
    if len(nodes) % 2 == 0:
        raise FormulaError("otherwise")
    *pairs, node = nodes
    for at in range(len(pairs) - 2, -1, -2):
        node = choosing(pairs[at], pairs[at + 1], node)
    return node


def _extreme(function: Callable[..., float]) -> Callable[..., Node]:
    """Of one row, or of several values."""

    def make(*nodes: Node) -> Node:
        if len(nodes) > 1:
            return over(function, *nodes)
        return lambda known: function(row(nodes[0](known)))

    return make


def _round(value: float, digits: float = 0.0) -> float:
    if digits != int(digits) or not 0 <= digits <= MAX_DIGITS:
        raise FormulaError("digits", digits=f"{digits:g}", most=MAX_DIGITS)
    return float(rounded(value, int(digits)))


def _quantile(values: tuple[float, ...], share: float) -> float:
    """Between the two nearest, as most programs do (Hyndman and Fan's type 7)."""
    if not 0 <= share <= 1 or not values:
        raise FormulaError("quantile")
    ordered, place = sorted(values), share * (len(values) - 1)
    below = math.floor(place)
    above = min(below + 1, len(values) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _steps(values: tuple[float, ...]) -> tuple[float, ...]:
    """From each to the next, without sign."""
    return tuple(abs(b - a) for a, b in pairwise(values))


def _apportion(total: Node, shares: Node) -> Node:
    return lambda known: intervals.apportioned(number(total(known)), row(shares(known)))


def _workday(start: Node, days: Node, calendar: Node) -> Node:
    def node(known: Known) -> Value:
        at = number(calendar(known))
        if at not in range(len(known.calendars)):
            raise FormulaError("calendar", number=f"{at:g}")
        count = number(days(known))
        return float(workday(int(number(start(known))), int(count), known.calendars[int(at)]))

    return node


def _reaches(start: Node, days: Node, calendar: Node) -> Node:
    """Whether the calendar knows as many days."""
    count = _workday(start, days, calendar)

    def node(known: Known) -> Value:
        try:
            count(known)
        except CalendarError:
            return 0.0
        return 1.0

    return node


def _sum(values: tuple[float, ...]) -> float:
    """In order, as a browser adds."""
    total = 0.0
    for value in values:
        total += value
    return finite(total)


FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., Node]]] = {
    "abs": (1, 1, each(abs)),
    "apportion": (2, 2, _apportion),
    "byar_high": (2, 2, each(intervals.byar_high)),
    "byar_low": (2, 2, each(intervals.byar_low)),
    "ceil": (1, 1, each(math.ceil)),
    "count": (1, 1, _whole(lambda values: float(len(values)))),
    "exp": (1, 1, each(math.exp)),
    "floor": (1, 1, each(math.floor)),
    "garwood_high": (2, 2, each(intervals.garwood_high)),
    "garwood_low": (2, 2, each(intervals.garwood_low)),
    "log": (1, 1, each(math.log)),
    "max": (1, MANY, _extreme(max)),
    "min": (1, MANY, _extreme(min)),
    "newcombe_high": (5, 5, each(intervals.newcombe_high)),
    "newcombe_low": (5, 5, each(intervals.newcombe_low)),
    "normal": (1, 1, each(intervals.normal)),
    "quantile": (2, 2, _whole(_quantile)),
    "reaches": (3, 3, _reaches),
    "round": (1, 2, each(_round)),
    "sqrt": (1, 1, each(math.sqrt)),
    "steps": (1, 1, _whole(_steps)),
    "sum": (1, 1, _whole(_sum)),
    "when": (3, MANY, _when),
    "wilson_high": (3, 3, each(intervals.wilson_high)),
    "wilson_low": (3, 3, each(intervals.wilson_low)),
    "workday": (3, 3, _workday),
}
"""Name -> fewest and most arguments, and what makes a node of them."""
