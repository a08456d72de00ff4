"""The arithmetic of a numeric key: a small language that can only calculate."""

import ast
import math
import operator
from collections.abc import Callable

MAX_LENGTH = 200
MAX_EXPONENT = 64

_BINARY: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "sqrt": math.sqrt,
    "round": lambda number, digits=0.0: round(number, int(digits)),
    "min": min,
    "max": max,
    "abs": abs,
    "log": math.log,
    "exp": math.exp,
}


class FormulaError(ValueError):
    """The text is no formula of this language, or has no finite value."""


def evaluate(formula: str) -> float:
    """The value of numbers, `+ - * / **`, parentheses and sqrt, round, min, max, abs, log, exp.

    Raises FormulaError for anything else; never runs code, never takes long.
    """
    if len(formula) > MAX_LENGTH:
        raise FormulaError(f"longer than {MAX_LENGTH} characters")
    try:
        value = _value(ast.parse(formula.strip(), mode="eval").body)
    except FormulaError:
        raise
    except (
        SyntaxError,
        ArithmeticError,
        ValueError,
        TypeError,
        RecursionError,
        MemoryError,
    ) as why:
        raise FormulaError(getattr(why, "msg", str(why))) from why
    if not math.isfinite(value):
        raise FormulaError("no finite value")
    return value


def _value(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(_value(left), _value(right))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _BINARY[type(op)](_value(left), _value(right))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _FUNCTIONS:
            return float(_FUNCTIONS[name](*map(_value, args)))
    raise FormulaError(ast.unparse(node))


def _power(base: float, exponent: float) -> float:
    if abs(exponent) > MAX_EXPONENT:
        raise FormulaError(f"exponent beyond {MAX_EXPONENT}")
    value = base**exponent
    if isinstance(value, complex):
        raise FormulaError("no real value")
    return float(value)
