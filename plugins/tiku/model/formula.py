"""The arithmetic of numeric keys and of tools: a small language that can only calculate.

The twin of assets/tools/calculation.js; both read tests/cases/formulas.json. A value is a number or
a row of numbers; arithmetic goes over rows one by one, `a < b` is 1 or 0. The browser gets formulas
as they were read here, in Polish notation, and so needs no grammar.
"""

import operator
from collections.abc import Callable, Iterator, Mapping

from tiku.model.formula_error import FormulaError
from tiku.model.formula_functions import FUNCTIONS
from tiku.model.formula_values import (
    Known,
    Node,
    Value,
    both,
    each,
    either,
    negated,
)
from tiku.model.values import dataclass
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
CHOSEN = {"or": "when:5 {} 1 {} 1 0", "and": "when:3 {} when:3 {} 1 0 0", "not": "when:3 {} 0 1"}
"""What the browser gets of them: whoever can choose needs no logic besides."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: the names it uses, what it calls, and what gives its value.

    `polish`: in Polish notation, `/:2 k n` for k / n: what bears a colon takes so many parts.
    """

    names: frozenset[str]
    calls: frozenset[str]
    polish: str
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
    part = reader.whole()
    return Formula(frozenset(reader.names), frozenset(reader.calls), part.polish, part.node)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(text.rstrip())
    while at < end:
        found = TOKEN.match(text, at)
        if not found:
            raise FormulaError("unread", text=text[at:].strip()[:20])
        yield str(found.lastgroup), found[str(found.lastgroup)]
        at = found.end()


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a formula, and the same in Polish notation."""

    node: Node
    polish: str


class _Reader:
    """Descends by precedence: or, and, not, comparison, sum, product, sign, power, atom."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.names: set[str] = set()
        self.calls: set[str] = set()

    def whole(self) -> _Part:
        part = self._either()
        if self.at < len(self.tokens):
            raise FormulaError("unread", text=self._text())
        return part

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

    def _made(self, name: str, make: Callable[..., Node], *parts: _Part) -> _Part:
        shape = CHOSEN.get(name, f"{name}:{len(parts)}" + " {}" * len(parts))
        polish = shape.format(*(part.polish for part in parts))
        return _Part(make(*(part.node for part in parts)), polish)

    def _either(self) -> _Part:
        part = self._both()
        while self._next("or"):
            part = self._made("or", either, part, self._both())
        return part

    def _both(self) -> _Part:
        part = self._not()
        while self._next("and"):
            part = self._made("and", both, part, self._not())
        return part

    def _not(self) -> _Part:
        if self._next("not"):
            return self._made("not", negated, self._inside(self._not))
        return self._comparison()

    def _comparison(self) -> _Part:
        part = self._sum()
        if sign := self._next(*_COMPARED):
            part = self._made(sign, each(_COMPARED[sign]), part, self._sum())
        return part

    def _sum(self) -> _Part:
        part = self._product()
        while sign := self._next("+", "-"):
            part = self._made(sign, each(_BINARY[sign]), part, self._product())
        return part

    def _product(self) -> _Part:
        part = self._signed()
        while sign := self._next("*", "/"):
            part = self._made(sign, each(_BINARY[sign]), part, self._signed())
        return part

    def _signed(self) -> _Part:
        if not self._next("-"):
            return self._power()
        return self._made("neg", each(operator.neg), self._inside(self._signed))

    def _power(self) -> _Part:
        part = self._atom()
        return self._made("**", each(_power), part, self._signed()) if self._next("**") else part

    def _atom(self) -> _Part:
        if self._next("("):
            part = self._inside(self._either)
            self._needed(")")
            return part
        kind, text = self.tokens[self.at] if self.at < len(self.tokens) else ("", "")
        if kind not in ("number", "name") or text in WORDS:
            raise FormulaError("unread", text=text) if text else FormulaError("end")
        self.at += 1
        if kind == "number":
            number = float(text)
            return _Part(lambda _: number, text)
        return self._call(text) if self._next("(") else self._name(text)

    def _name(self, name: str) -> _Part:
        self.names.add(name)
        return _Part(lambda known: _known(known, name), name)

    def _call(self, name: str) -> _Part:
        if name not in FUNCTIONS:
            raise FormulaError("function", name=name)
        self.calls.add(name)
        arguments = [self._inside(self._either)]
        while self._next(","):
            arguments.append(self._inside(self._either))
        self._needed(")")
        least, most, make = FUNCTIONS[name]
        if not least <= len(arguments) <= most:
            raise FormulaError("arguments", name=name, number=len(arguments))
        return self._made(name, make, *arguments)

    def _inside(self, read: Callable[[], _Part]) -> _Part:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FormulaError("deep", most=MAX_DEPTH)
        part = read()
        self.depth -= 1
        return part


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
