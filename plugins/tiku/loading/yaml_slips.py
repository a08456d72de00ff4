"""Slips that one line shows, whatever the parser made of it: marks that are no YAML's."""

import unicodedata
from collections.abc import Iterator
from typing import TypeAlias

from tiku.text.patterns import on_demand

Slip: TypeAlias = tuple[str, int, dict[str, object]]
"""A code, the column from 0, and what the message names."""

FARTHEST = 3
"""Lines above the parser's mark in which the cause may stand: an odd space reads on as text."""
MERGE = on_demand(r"(<{7}|>{7}|\|{7})(?: |$)")
ODD_DASH = on_demand(r"\s*([－–—‐‑−•·・＊])\s*(?=[\w\"'])")
START = r"\s*(?:- +)*(?:[\w-]+: +)?"
SIGN_FIRST = on_demand(START + r"([@`%&*!|>])(?![-+]?\d?\s*(?:#|$))")
TEXT_AFTER_QUOTE = on_demand(START + r"((?P<quote>[\"']).*(?P=quote))[ \t]*[^\s#,\]}:]")


def slip(lines: list[str], number: int) -> tuple[int, Slip] | None:
    """The line and what is wrong in it, at the line `number` (from 0) or a little above it."""
    for index in range(number, max(-1, number - FARTHEST - 1), -1):
        for found in _of_line(lines[index] if index < len(lines) else ""):
            return index, found
    return None


def merge_mark(lines: list[str]) -> tuple[int, Slip] | None:
    """The first line that an unfinished merge left, anywhere."""
    for index, line in enumerate(lines):
        if found := MERGE.match(line):
            return index, ("merge-mark", 0, {"mark": found[1]})
    return None


def _of_line(line: str) -> Iterator[Slip]:
    indent = line[: len(line) - len(line.lstrip())]
    for column, character in enumerate(indent):
        if character not in " \t\u3000":
            yield "odd-space", column, {"character": unicodedata.name(character, "?").lower()}
    if found := ODD_DASH.match(line):
        yield "odd-dash", found.start(1), {"character": found[1]}
    if found := SIGN_FIRST.match(line):
        yield "needs-quotes", found.start(1), {"character": found[1]}
    if found := TEXT_AFTER_QUOTE.match(line):
        yield "text-after-quote", found.end(1), {"quote": found["quote"]}
