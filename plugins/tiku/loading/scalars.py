"""A scalar's text -> a value of its type, or what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeAlias

from tiku.loading.yaml_reader import Node, Scalar
from tiku.locales.catalogue import languages
from tiku.model import Address, Id, Language, Points, Prose, Reference
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.patterns import on_demand
from tiku.text.suggestions import closest

ID = on_demand(r"(?!.{101})[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")
REFERENCE = on_demand(r"[^\s#:\[\]［］，；：]+\.md(?:#[^\s#\[\]［］，；：]+)?")
ADDRESS = on_demand(r"https://[^\s/][^\s/.]*\.\S+")
BOOLEANS = {
    **dict.fromkeys(("true", "正確", "正确", "對", "对"), True),
    **dict.fromkeys(("false", "錯誤", "错误", "錯", "错"), False),
}

Problems: TypeAlias = list[Problem]
Read: TypeAlias = Callable[[str, Node, Problems], Any]


class _Nothing:
    """Read as: nothing usable is written here, the field keeps its default."""


NOTHING = _Nothing()


def _text(key: str, node: Node, problems: Problems) -> object:
    if isinstance(node, Scalar):
        return node.text.strip() or NOTHING
    problems.append(Problem("not-text", node.at, {"key": key}))
    return NOTHING


def _parsed(code: str, parse: Callable[[str], object]) -> Read:
    """A reader of text that `parse` turns into a value or refuses with ValueError."""

    def read(key: str, node: Node, problems: Problems) -> object:
        text = _text(key, node, problems)
        if not isinstance(text, str):
            return NOTHING
        try:
            return parse(text)
        except (ValueError, InvalidOperation):
            problems.append(Problem(code, node.at, {"key": key, "text": text}))
            return NOTHING

    return read


def _matching(pattern: re.Pattern[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return parse


def _boolean(text: str) -> bool:
    if text.lower() not in BOOLEANS:
        raise ValueError(text)
    return BOOLEANS[text.lower()]


def _number(text: str) -> Decimal:
    number = Decimal(text.replace(",", ""))
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise ValueError(text)
    return number


DATE = on_demand(r"(?:民國|民国)?(\d{2,4})[-/.年](\d\d?)[-/.月](\d\d?)日?")
REPUBLIC = 1911
"""The year before the first of the Republic of China, by which Taiwan counts."""
COUNTED = range(60, 200)
"""Years of the Republic that a bank may mean; a year of four digits is the common one."""


def _date(key: str, node: Node, problems: Problems) -> object:
    """Year, month and day, of a day that there is."""
    text = _text(key, node, problems)
    if not isinstance(text, str):
        return NOTHING
    try:
        return date.fromisoformat(_matching(re.compile(r"\d{4}-\d\d-\d\d"))(text))
    except ValueError:
        problems.append(Problem(*_no_date(key, text, node.at)))
        return NOTHING


def _no_date(key: str, text: str, at: Place) -> tuple[str, Place, dict[str, object]]:
    details: dict[str, object] = {"key": key, "text": text}
    found = DATE.fullmatch(text)
    year, month, day = (int(part) for part in found.groups()) if found else (0, 0, 0)
    if year in COUNTED:
        common = f"{year + REPUBLIC}-{month:02}-{day:02}"
        return "republic-year", at, details | {"common": common}
    if year >= 1000 and len(text) == len("2026-02-05") and text.count("-") == len("--"):
        return "no-such-day", at, details
    return "not-date", at, details


def one_of(known: tuple[str, ...]) -> Read:
    def read(key: str, node: Node, problems: Problems) -> object:
        text = _text(key, node, problems)
        if isinstance(text, str) and text not in known:
            details = {"key": key, "text": text, "known": list(known)}
            problems.append(
                Problem("not-one-of", node.at, details | {"near": closest(text, known)})
            )
            return NOTHING
        return text

    return read


SCALARS: Mapping[Any, Read] = {
    str: _text,
    Prose: _text,
    Id: _parsed("bad-id", _matching(ID)),
    Reference: _parsed("bad-reference", _matching(REFERENCE)),
    Address: _parsed("bad-address", _matching(ADDRESS)),
    Language: one_of(languages()),
    bool: _parsed("not-boolean", _boolean),
    int: _parsed("not-whole-number", int),
    Decimal: _parsed("not-number", _number),
    Points: _parsed("not-points", _number),
    date: _date,
}
"""Type of a field -> what reads it."""
