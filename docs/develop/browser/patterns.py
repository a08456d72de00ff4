"""Python's regular expressions -> JavaScript's, by what they mean and not by how they are written.

A group is named by its number (`g3`), so that what is repeated without going back can be written as
a look ahead and a reference to it, which JavaScript has not.
"""

import importlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

_parser = importlib.import_module("re._parser")
Op = tuple[object, Any]
Given = Any
"""What stands beside an operation in a parsed expression; every one has another."""
SPACE = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
CLASSES = {
    "CATEGORY_DIGIT": r"\p{Nd}",
    "CATEGORY_NOT_DIGIT": r"\P{Nd}",
    "CATEGORY_SPACE": SPACE,
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\p{L}\p{N}_",
}
WORD = r"[\p{L}\p{N}_]"
BOUNDARY = f"(?:(?<={WORD})(?!{WORD})|(?<!{WORD})(?={WORD}))"

ALIKE = {"i": "\u0130\u0131", "s": "\u017f", "k": "\u212a"}
"""What Python takes for the same besides the two cases of a letter."""


def script(pattern: re.Pattern[str]) -> str:
    """An expression that makes the pattern."""
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    names = dict(pattern.groupindex)
    source = _Writer().all(parsed, pattern.flags)
    outer = [own for own in _outer(parsed) if own]
    given = [source, pattern.groups, names, outer]
    return f"py.pattern({', '.join(json.dumps(one, ensure_ascii=False) for one in given)})"


def _outer(ops: Iterable[Op]) -> Iterable[int]:
    """The groups that are in no other: the last of them that took part closed last."""
    for op, value in ops:
        name = str(op)
        if name == "SUBPATTERN" and value[0] is not None:
            yield value[0]
        elif name == "SUBPATTERN":
            yield from _outer(value[3])
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _outer(branch)
        elif name.endswith("REPEAT"):
            yield from _outer(value[2])


class _Writer:
    def __init__(self) -> None:
        self.held = 0

    def all(self, ops: Iterable[Op], flags: int) -> str:
        return "".join(self.one(str(op), value, flags) for op, value in ops)

    def one(self, op: str, value: Given, flags: int) -> str:
        write = getattr(self, f"_{op.lower()}", None)
        if write is None:
            raise NotImplementedError(f"{op} in a regular expression")
        return str(write(value, flags))

    def _literal(self, code: int, flags: int) -> str:
        both = _cases(code) if flags & re.IGNORECASE else [code]
        return _sign(code) if len(both) == 1 else f"[{''.join(map(_sign, both))}]"

    def _not_literal(self, code: int, flags: int) -> str:
        return f"[^{_sign(code)}]"

    def _any(self, value: None, flags: int) -> str:
        return r"[\s\S]" if flags & re.DOTALL else r"[^\n]"

    def _in(self, items: Sequence[Op], flags: int) -> str:
        parts = "".join(self._inside(str(op), value, flags) for op, value in items)
        return f"[{parts}]"

    def _inside(self, op: str, value: Given, flags: int) -> str:
        if op == "NEGATE":
            return "^"
        if op == "CATEGORY":
            return CLASSES[str(value)]
        if op == "LITERAL":
            return "".join(map(_sign, _cases(value) if flags & re.IGNORECASE else [value]))
        first, last = value
        spans = [(first, last)]
        if flags & re.IGNORECASE and chr(first).isascii() and chr(first).isalpha():
            spans = [(ord(chr(first).lower()), ord(chr(last).lower()))]
            spans.append((ord(chr(first).upper()), ord(chr(last).upper())))
        return "".join(f"{_sign(low)}-{_sign(high)}" for low, high in spans)

    def _at(self, value: Given, flags: int) -> str:
        many = flags & re.MULTILINE
        return {
            "AT_BEGINNING": r"(?<![^\n])" if many else "^",
            "AT_BEGINNING_STRING": "^",
            "AT_END": r"(?![^\n])" if many else r"(?=\n?$)",
            "AT_END_STRING": "$",
            "AT_BOUNDARY": BOUNDARY,
        }[str(value)]

    def _max_repeat(self, value: tuple[int, Any, Any], flags: int) -> str:
        return self._repeat(value, flags)

    def _min_repeat(self, value: tuple[int, Any, Any], flags: int) -> str:
        return f"{self._repeat(value, flags)}?"

    def _possessive_repeat(self, value: tuple[int, Any, Any], flags: int) -> str:
        self.held += 1
        name = f"h{self.held}"
        return rf"(?=(?<{name}>{self._repeat(value, flags)}))\k<{name}>"

    def _repeat(self, value: tuple[int, Any, Any], flags: int) -> str:
        least, most, inner = value
        most = "" if str(most) == "MAXREPEAT" else int(most)
        times = {(0, ""): "*", (1, ""): "+", (0, 1): "?"}.get((least, most))
        times = times or (f"{{{least}}}" if least == most else f"{{{least},{most}}}")
        return f"(?:{self.all(inner, flags)}){times}"

    def _subpattern(self, value: tuple[int | None, int, int, Any], flags: int) -> str:
        group, added, removed, inner = value
        text = self.all(inner, (flags | added) & ~removed)
        return f"(?:{text})" if group is None else f"(?<g{group}>{text})"

    def _branch(self, value: tuple[None, Sequence[Any]], flags: int) -> str:
        return f"(?:{'|'.join(self.all(branch, flags) for branch in value[1])})"

    def _assert(self, value: tuple[int, Any], flags: int) -> str:
        return f"(?{'=' if value[0] > 0 else '<='}{self.all(value[1], flags)})"

    def _assert_not(self, value: tuple[int, Any], flags: int) -> str:
        return f"(?{'!' if value[0] > 0 else '<!'}{self.all(value[1], flags)})"

    def _groupref(self, value: int, flags: int) -> str:
        return rf"\k<g{value}>"


def _cases(code: int) -> list[int]:
    sign = chr(code)
    others = {sign, sign.lower(), sign.upper(), *ALIKE.get(sign.lower(), "")}
    return sorted(ord(one) for one in others if len(one) == 1)


def _sign(code: int) -> str:
    """A character, in a class or outside."""
    sign = chr(code)
    if sign in r"\^$.*+?()[]{}|/-":
        return f"\\x{code:02x}" if sign == "-" else f"\\{sign}"
    return sign if sign.isprintable() and code < 0x10000 else f"\\u{{{code:x}}}"
