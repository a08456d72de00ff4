"""What formulas calculate with: numbers and rows of them, and nodes that give one or the other."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from tiku.model.calendars import Calendar
from tiku.model.formula_error import FormulaError
from tiku.model.values import dataclass

Value: TypeAlias = float | tuple[float, ...]

LARGEST = 1e15
"""Below it every digit before the point is kept."""
SIGNIFICANT = 12
"""Digits of a value that are kept before it is rounded: what is behind them is noise."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the names in a formula stand for, and the calendars that `workday` counts by."""

    values: Mapping[str, Value] = field(default_factory=dict)
    calendars: Sequence[Calendar] = ()


Node: TypeAlias = Callable[[Known], Value]
"""A part of a formula that was read."""


def row(value: Value) -> tuple[float, ...]:
    """A number as a row of one."""
    return value if isinstance(value, tuple) else (value,)


def rounded(value: float, digits: int) -> Decimal:
    """Half away from zero, of the digits that are no noise; as Number.toFixed does."""
    if abs(value) >= LARGEST:
        raise FormulaError("large")
    plain = Decimal(float(f"{value:.{SIGNIFICANT}g}"))
    return plain.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def over(function: Callable[..., float], *nodes: Node) -> Node:
    """Number by number over rows, which are of one length."""

    def node(known: Known) -> Value:
        values = [one(known) for one in nodes]
        lengths = {len(value) for value in values if isinstance(value, tuple)}
        if not lengths:
            return finite(function(*values))
        if len(lengths) > 1:
            raise FormulaError("lengths")
        (length,) = lengths
        columns = [value if isinstance(value, tuple) else (value,) * length for value in values]
        return tuple(finite(function(*each)) for each in zip(*columns, strict=True))

    return node


def finite(value: float) -> float:
    """At every step, as a browser does not stop at a division by nothing."""
    if not math.isfinite(value):
        raise FormulaError("infinite")
    return float(value)


def choosing(condition: Node, yes: Node, no: Node) -> Node:
    """What is not chosen is not calculated."""
    return lambda known: yes(known) if number(condition(known)) else no(known)


def negated(node: Node) -> Node:
    """1 or 0."""
    return choosing(node, lambda _: 0.0, lambda _: 1.0)


def both(first: Node, second: Node) -> Node:
    """1 or 0; the second is looked at where the first holds."""
    return choosing(first, negated(negated(second)), lambda _: 0.0)


def either(first: Node, second: Node) -> Node:
    """1 or 0; the second is looked at where the first does not hold."""
    return choosing(first, lambda _: 1.0, negated(negated(second)))


def each(function: Callable[..., float]) -> Callable[..., Node]:
    """Makes a node that calls this over its parts."""
    return lambda *nodes: over(function, *nodes)


def number(value: Value) -> float:
    """Raises FormulaError for a row."""
    if isinstance(value, tuple):
        raise FormulaError("row")
    return value
