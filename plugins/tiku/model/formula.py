"""The arithmetic of numeric keys and of tools: a small language that can only calculate.

The twin of assets/tools/formula.js; both read tests/cases/formulas.json. A value is a number or a
row of numbers; arithmetic goes over rows one by one, `a < b` is 1 or 0.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tiku.model.formula_error import FormulaError
from tiku.model.formula_functions import FUNCTIONS
from tiku.model.formula_values import (
    Known,
    Node,
    Value,
    choosing,
    over,
    truth,
)
from tiku.text.patterns import on_demand

MAX_LENGTH = 400
MAX_DEPTH = 16
MAX_EXPONENT = 64

TOKEN = on_demand(
    r"\s*(?:(?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[a-z][a-z0-9_]*)"
    r"|(?P<sign>\*\*|<=|>=|==|!=|[-+*/(),<>]))"
)
WORDS = ("and", "or", "not")
"""Names that mean something to the language itself."""


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
        except ZeroDivisionError as why:
            raise FormulaError("zero") from why
        except (ArithmeticError, ValueError) as why:
            raise FormulaError("infinite") from why


def evaluate(formula: str) -> float:
    """The value of a formula without names.

    Raises FormulaError for anything else; never runs code, never takes long.
    """
    value = read(formula).value(Known())
    if isinstance(value, tuple):
        raise FormulaError("row")
    return value


def read(formula: str) -> Formula:
    """Raises FormulaError where the text is no formula."""
    if len(formula) > MAX_LENGTH:
        raise FormulaError("long", most=MAX_LENGTH)
    reader = _Reader(list(_tokens(formula)))
    node = reader.whole()
    return Formula(frozenset(reader.names), node)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = TOKEN.match(text, at)
        if not found:
            raise FormulaError("unread", text=text[at:].strip()[:20])
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
            raise FormulaError("unread", text=self._text())
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
            raise FormulaError("missing", text=text)

    def _either(self) -> Node:
        node = self._both()
        while self._next("or"):
            node = choosing(node, lambda _: 1.0, truth(self._both()))
        return node

    def _both(self) -> Node:
        node = self._not()
        while self._next("and"):
            node = choosing(node, truth(self._not()), lambda _: 0.0)
        return node

    def _not(self) -> Node:
        if self._next("not"):
            self._enter()
            node = choosing(self._not(), lambda _: 0.0, lambda _: 1.0)
            self.depth -= 1
            return node
        return self._comparison()

    def _comparison(self) -> Node:
        node = self._sum()
        if sign := self._next(*_COMPARED):
            node = over(_COMPARED[sign], node, self._sum())
        return node

    def _sum(self) -> Node:
        node = self._product()
        while sign := self._next("+", "-"):
            node = over(_BINARY[sign], node, self._product())
        return node

    def _product(self) -> Node:
        node = self._signed()
        while sign := self._next("*", "/"):
            node = over(_BINARY[sign], node, self._signed())
        return node

    def _signed(self) -> Node:
        if not self._next("-"):
            return self._power()
        self._enter()
        node = over(operator.neg, self._signed())
        self.depth -= 1
        return node

    def _power(self) -> Node:
        node = self._atom()
        return over(_power, node, self._signed()) if self._next("**") else node

    def _atom(self) -> Node:
        if self._next("("):
            node = self._inside(self._either)
            self._needed(")")
            return node
        kind, text = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        if kind not in ("number", "name") or text in WORDS:
            raise FormulaError("unread", text=text) if text else FormulaError("end")
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
            raise FormulaError("function", name=name)
        arguments = [self._inside(self._either)]
        while self._next(","):
            arguments.append(self._inside(self._either))
        self._needed(")")
        least, most, make = FUNCTIONS[name]
        if not least <= len(arguments) <= most:
            raise FormulaError("arguments", name=name, number=len(arguments))
        return make(*arguments)

    def _inside(self, part: Callable[[], Node]) -> Node:
        self._enter()
        node = part()
        self.depth -= 1
        return node

    def _enter(self) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError("deep", most=MAX_DEPTH)


def _known(known: Known, name: str) -> Value:
    if name not in known.values:
        raise FormulaError("name", name=name)
    return known.values[name]


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > MAX_EXPONENT:
        raise FormulaError("exponent", most=MAX_EXPONENT)
    value = base**exponent
    if isinstance(value, complex):
        raise FormulaError("infinite")
    return float(value)


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
