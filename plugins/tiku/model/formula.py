"""The arithmetic of numeric keys and of tools: a small language that can only calculate.

The twin of assets/tools/formula.js; both read tests/cases/formulas.json. A value is a number or a
row of numbers; arithmetic goes over rows one by one, `a < b` is 1 or 0.
"""

import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import TypeAlias

from tiku.model import intervals
from tiku.model.calendars import Calendar, CalendarError, workday

Value: TypeAlias = float | tuple[float, ...]

MAX_LENGTH = 400
MAX_DEPTH = 16
MAX_EXPONENT = 64
MAX_DIGITS = 12
LARGEST = 1e15
"""Below it every digit before the point is kept."""
SIGNIFICANT = 12
"""Digits of a value that are kept before it is rounded: what is behind them is noise."""

TOKEN = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[a-z][a-z0-9_]*)"
    r"|(?P<sign>\*\*|<=|>=|==|!=|[-+*/(),<>]))"
)
WORDS = ("and", "or", "not")
"""Names that mean something to the language itself."""


class FormulaError(ValueError):
    """The text is no formula of this language, or has no finite value."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the names in a formula stand for, and the calendars that `workday` counts by."""

    values: Mapping[str, Value] = field(default_factory=dict)
    calendars: Sequence[Calendar] = ()


Node: TypeAlias = Callable[[Known], Value]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: the names it uses, and what gives its value."""

    names: frozenset[str]
    _node: Node

    def value(self, known: Known) -> Value:
        """Finite; raises FormulaError where there is none."""
        try:
            return self._node(known)
        except FormulaError:
            raise
        except (ArithmeticError, ValueError) as why:
            raise FormulaError(str(why)) from why


def evaluate(formula: str) -> float:
    """The value of a formula without names.

    Raises FormulaError for anything else; never runs code, never takes long.
    """
    value = read(formula).value(Known())
    if isinstance(value, tuple):
        raise FormulaError("a row, not a number")
    return value


def read(formula: str) -> Formula:
    """Raises FormulaError where the text is no formula."""
    if len(formula) > MAX_LENGTH:
        raise FormulaError(f"longer than {MAX_LENGTH} characters")
    reader = _Reader(list(_tokens(formula)))
    node = reader.whole()
    return Formula(frozenset(reader.names), node)


def row(value: Value) -> tuple[float, ...]:
    """A number as a row of one."""
    return value if isinstance(value, tuple) else (value,)


def rounded(value: float, digits: int) -> Decimal:
    """Half away from zero, of the digits that are no noise; as Number.toFixed does."""
    if abs(value) >= LARGEST:
        raise FormulaError("too large to be rounded")
    plain = Decimal(float(f"{value:.{SIGNIFICANT}g}"))
    return plain.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = TOKEN.match(text, at)
        if not found:
            raise FormulaError(text[at:].strip()[:20])
        yield str(found.lastgroup), found[str(found.lastgroup)]
        at = found.end()


class _Reader:
    """Descends by precedence: or, and, not, comparison, sum, product, sign, power, atom."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.names: set[str] = set()

    def whole(self) -> Node:
        node = self._either()
        if self.at < len(self.tokens):
            raise FormulaError(self._text())
        return node

    def _text(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def _next(self, *texts: str) -> str:
        """The token, if it is one of these."""
        text = self._text()
        if text not in texts or not text:
            return ""
        self.at += 1
        return text

    def _needed(self, text: str) -> None:
        if not self._next(text):
            raise FormulaError(f"{text} missing")

    def _either(self) -> Node:
        node = self._both()
        while self._next("or"):
            node = _choosing(node, lambda _: 1.0, _truth(self._both()))
        return node

    def _both(self) -> Node:
        node = self._not()
        while self._next("and"):
            node = _choosing(node, _truth(self._not()), lambda _: 0.0)
        return node

    def _not(self) -> Node:
        if self._next("not"):
            self._enter()
            node = _choosing(self._not(), lambda _: 0.0, lambda _: 1.0)
            self.depth -= 1
            return node
        return self._comparison()

    def _comparison(self) -> Node:
        node = self._sum()
        if sign := self._next(*_COMPARED):
            node = _over(_COMPARED[sign], node, self._sum())
        return node

    def _sum(self) -> Node:
        node = self._product()
        while sign := self._next("+", "-"):
            node = _over(_BINARY[sign], node, self._product())
        return node

    def _product(self) -> Node:
        node = self._signed()
        while sign := self._next("*", "/"):
            node = _over(_BINARY[sign], node, self._signed())
        return node

    def _signed(self) -> Node:
        if not self._next("-"):
            return self._power()
        self._enter()
        node = _over(operator.neg, self._signed())
        self.depth -= 1
        return node

    def _power(self) -> Node:
        node = self._atom()
        return _over(_power, node, self._signed()) if self._next("**") else node

    def _atom(self) -> Node:
        if self._next("("):
            node = self._inside(self._either)
            self._needed(")")
            return node
        kind, text = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        if kind not in ("number", "name") or text in WORDS:
            raise FormulaError(text or "something is missing at the end")
        self.at += 1
        if kind == "number":
            number = float(text)
            return lambda _: number
        return self._call(text) if self._next("(") else self._name(text)

    def _name(self, name: str) -> Node:
        self.names.add(name)
        return lambda known: _known(known, name)

    def _call(self, name: str) -> Node:
        if name not in FUNCTIONS:
            raise FormulaError(f"{name}()")
        arguments = [self._inside(self._either)]
        while self._next(","):
            arguments.append(self._inside(self._either))
        self._needed(")")
        least, most, make = FUNCTIONS[name]
        if not least <= len(arguments) <= most:
            raise FormulaError(f"{name}() of {len(arguments)}")
        return make(*arguments)

    def _inside(self, part: Callable[[], Node]) -> Node:
        self._enter()
        node = part()
        self.depth -= 1
        return node

    def _enter(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError(f"deeper than {MAX_DEPTH}")


def _known(known: Known, name: str) -> Value:
    if name not in known.values:
        raise FormulaError(name)
    return known.values[name]


def _over(function: Callable[..., float], *nodes: Node) -> Node:
    """Number by number over rows, which are of one length."""

    def node(known: Known) -> Value:
        values = [one(known) for one in nodes]
        lengths = {len(value) for value in values if isinstance(value, tuple)}
        if not lengths:
            return _finite(function(*values))
        if len(lengths) > 1:
            raise FormulaError("rows of different lengths")
        (length,) = lengths
        columns = [value if isinstance(value, tuple) else (value,) * length for value in values]
        return tuple(_finite(function(*each)) for each in zip(*columns, strict=True))

    return node


def _finite(value: float) -> float:
    """At every step, as a browser does not stop at a division by nothing."""
    if not math.isfinite(value):
        raise FormulaError("no finite value")
    return float(value)


def _whole(function: Callable[..., Value]) -> Callable[..., Node]:
    """The first argument is a row."""

    def make(first: Node, *others: Node) -> Node:
        return lambda known: function(row(first(known)), *(_number(o(known)) for o in others))

    return make


def _choosing(condition: Node, yes: Node, no: Node) -> Node:
    """What is not chosen is not calculated."""
    return lambda known: yes(known) if _number(condition(known)) else no(known)


def _truth(node: Node) -> Node:
    return _choosing(node, lambda _: 1.0, lambda _: 0.0)


def _when(*nodes: Node) -> Node:
    """Condition, value, condition, value, …, value."""
    if len(nodes) % 2 == 0:
        raise FormulaError("when() without what holds otherwise")
    *pairs, node = nodes
    for at in range(len(pairs) - 2, -1, -2):
        node = _choosing(pairs[at], pairs[at + 1], node)
    return node


def _number(value: Value) -> float:
    if isinstance(value, tuple):
        raise FormulaError("a row, not a number")
    return value


def _extreme(function: Callable[..., float]) -> Callable[..., Node]:
    """Of one row, or of several values."""

    def make(*nodes: Node) -> Node:
        if len(nodes) > 1:
            return _over(function, *nodes)
        return lambda known: function(row(nodes[0](known)))

    return make


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > MAX_EXPONENT:
        raise FormulaError(f"exponent beyond {MAX_EXPONENT}")
    value = base**exponent
    if isinstance(value, complex):
        raise FormulaError("no real value")
    return float(value)


def _round(value: float, digits: float = 0.0) -> float:
    if digits != int(digits) or not 0 <= digits <= MAX_DIGITS:
        raise FormulaError(f"round() to {digits:g} digits")
    return float(rounded(value, int(digits)))


def _quantile(values: tuple[float, ...], share: float) -> float:
    """Between the two nearest, as most programs do (Hyndman and Fan's type 7)."""
    if not 0 <= share <= 1 or not values:
        raise FormulaError("quantile() of 0 to 1")
    ordered, place = sorted(values), share * (len(values) - 1)
    below = math.floor(place)
    above = min(below + 1, len(values) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def _steps(values: tuple[float, ...]) -> tuple[float, ...]:
    """From each to the next, without sign."""
    return tuple(abs(b - a) for a, b in pairwise(values))


def _apportion(total: Node, shares: Node) -> Node:
    return lambda known: intervals.apportioned(_number(total(known)), row(shares(known)))


def _workday(start: Node, days: Node, calendar: Node) -> Node:
    def node(known: Known) -> Value:
        at = _number(calendar(known))
        if at not in range(len(known.calendars)):
            raise FormulaError(f"calendar {at:g}")
        count = _number(days(known))
        return float(workday(int(_number(start(known))), int(count), known.calendars[int(at)]))

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


def _each(function: Callable[..., float]) -> Callable[..., Node]:
    return lambda *nodes: _over(function, *nodes)


def _sum(values: tuple[float, ...]) -> float:
    """In order, as a browser adds."""
    total = 0.0
    for value in values:
        total += value
    return _finite(total)


_BINARY: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_COMPARED: Mapping[str, Callable[[float, float], float]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
MANY = 20
FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., Node]]] = {
    "abs": (1, 1, _each(abs)),
    "apportion": (2, 2, _apportion),
    "byar_high": (2, 2, _each(intervals.byar_high)),
    "byar_low": (2, 2, _each(intervals.byar_low)),
    "ceil": (1, 1, _each(math.ceil)),
    "count": (1, 1, _whole(lambda values: float(len(values)))),
    "exp": (1, 1, _each(math.exp)),
    "floor": (1, 1, _each(math.floor)),
    "garwood_high": (2, 2, _each(intervals.garwood_high)),
    "garwood_low": (2, 2, _each(intervals.garwood_low)),
    "log": (1, 1, _each(math.log)),
    "max": (1, MANY, _extreme(max)),
    "min": (1, MANY, _extreme(min)),
    "newcombe_high": (5, 5, _each(intervals.newcombe_high)),
    "newcombe_low": (5, 5, _each(intervals.newcombe_low)),
    "normal": (1, 1, _each(intervals.normal)),
    "quantile": (2, 2, _whole(_quantile)),
    "reaches": (3, 3, _reaches),
    "round": (1, 2, _each(_round)),
    "sqrt": (1, 1, _each(math.sqrt)),
    "steps": (1, 1, _whole(_steps)),
    "sum": (1, 1, _whole(_sum)),
    "when": (3, MANY, _when),
    "wilson_high": (3, 3, _each(intervals.wilson_high)),
    "wilson_low": (3, 3, _each(intervals.wilson_low)),
    "workday": (3, 3, _workday),
}
"""Name -> fewest and most arguments, and what makes a node of them."""
