"""No pattern of ours takes longer than the text is long, whatever a stranger repeats in it.

Each is run as the code runs it, on repetitions of what its own source names and of what texts are
made of; a text four times as long must not take much more than four times as long.
"""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import product
from pathlib import Path
from time import process_time

import pytest

import tiku
from tiku.rules.check import check

PACKAGE = Path(tiku.__file__).parent
SOURCES = {path: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
UNITS = (
    *(" ", "\t", "\n", "a", "A", "1", "-", ".", "。", "，", "「", "（", "(", ")", "[", "]", "{", "<", ">"),
    *("#", "{#", "# ", "*", "_", "`", "~", "$", "\\(", "&#", "!", "![", "](", "a ", "1,", "1.", "甲", "甲 "),
    *("甲\n", "a甲", "不", "第", "a/", "<!--", "<a ", "</", "=", "|", ":", "： ", "\n# {#", "\n```", "\n    "),
)  # fmt: skip
SHORT, LONGER = 2_000, 4
AT_ONCE = 0.003
"""Seconds in which a pattern that is as fast as its text is long has done the short one."""
LONG, IN_TIME = 20_000, 2.0
AT_THE_BEGINNING = {"match", "fullmatch", "pattern"}


def inside(value: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        for one in value.values():
            yield from inside(one, name)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from inside(one, name)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from inside(getattr(value, field.name, None), name)


def patterns() -> dict[re.Pattern[str], str]:
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages(tiku.__path__, "tiku."):
        if module.name.startswith("tiku.formats"):
            continue  # a stranger's file has its own limits, and its own tests of time
        for name, value in vars(importlib.import_module(module.name)).items():
            for _, pattern in inside(value, name):
                found.setdefault(pattern, f"{module.name}.{name}")
    return found


PATTERNS = patterns()


@cache
def is_searched_for(name: str) -> bool:
    """Not only at the beginning of a text, by whoever knows the pattern."""
    module, _, own = name.rpartition(".")
    defined = PACKAGE.joinpath(*module.split(".")[1:]).with_suffix(".py")
    who = [
        text for path, text in SOURCES.items() if path == defined or f"from {module} import" in text
    ]
    ways = set(re.findall(rf"\b{re.escape(own)}\.([a-z]+)\b", "\n".join(who)))
    return bool(ways - AT_THE_BEGINNING) or not ways


def run(pattern: re.Pattern[str], name: str, text: str) -> float:
    start = process_time()
    pattern.fullmatch(text)
    if is_searched_for(name):
        for _ in pattern.finditer(text):
            pass
    return process_time() - start


def units(pattern: re.Pattern[str]) -> list[str]:
    literal = re.sub(r"\\[A-Za-z]|[\^$*+?(){}\[\]|\\.]", " ", pattern.pattern).split()
    return [
        *UNITS,
        *(word for word in dict.fromkeys(literal) if word not in UNITS and len(word) < 12),
    ]


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_it_is_as_fast_as_its_text_is_long(pattern: re.Pattern[str]):
    for unit, before in product(units(pattern), ("", "# ")):
        short, longer = (before + (unit * size)[:size] for size in (SHORT, LONGER * SHORT))
        if run(pattern, PATTERNS[pattern], short) < AT_ONCE:
            continue
        once = min(run(pattern, PATTERNS[pattern], short) for _ in range(3))
        more = min(run(pattern, PATTERNS[pattern], longer) for _ in range(3))
        assert more < 2 * LONGER * once or more < AT_ONCE, (unit, pattern.pattern)


@pytest.mark.parametrize("unit", UNITS)
def test_a_check_is_done_in_time_with_any_of_it(unit: str):
    text = (unit * LONG)[:LONG]
    choices = {"a": f"{text}a", "b": f"{text}b", "c": "c"}
    told = {"stem": text, "why": {"b": text}, "explanation": text, "hint": text}
    number = {"id": "n", "stem": "n", "kind": "numeric"}
    answer = {"value": text, "unit": text, "formula": text}
    questions = [
        {"id": "q", **told, "choices": choices, "answer": "a"},
        {**number, "answer": answer},
    ]
    bank = json.dumps({"topic": "t", "title": text, "questions": questions}).encode()
    start = process_time()
    check({"t.yml": bank}, {"a.md": ("a.md", f"# {text}\n{text}\n\n{text}")})
    assert process_time() - start < IN_TIME
