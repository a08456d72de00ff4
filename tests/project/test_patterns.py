"""No pattern of ours takes longer than the text is long, whatever a stranger repeats in it.

Each is run as the code runs it, on repetitions of what its own source names and of what texts are
made of, also behind what it begins with and before what ends it; a text four times as long must not
take much more than four times as long.
"""

import ast
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
SHORT, LONGER = 3_000, 4
AT_ONCE = 0.003
"""Seconds in which a pattern that is as fast as its text is long has done the short one."""
BEFORE, BEHIND = 3, "\n!"
"""Of what it names, so much is put before a repetition."""
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
        for name, value in vars(importlib.import_module(module.name)).items():
            for _, pattern in inside(value, name):
                if isinstance(pattern.pattern, str):
                    found.setdefault(pattern, f"{module.name}.{name}")
    return found


def written_in_place() -> dict[re.Pattern[str], str]:
    """Those that are given to a function of `re` where they are used."""
    found: dict[re.Pattern[str], str] = {}
    for path, text in SOURCES.items():
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Call(
                    ast.Attribute(ast.Name("re"), way), [ast.Constant(str(pattern)), *_]
                ) if way != "compile":
                    name = f"{path.relative_to(PACKAGE)}:{node.lineno} {way}"
                    found.setdefault(re.compile(pattern), name)
    return found


PATTERNS = written_in_place() | patterns()


@cache
def ways(name: str) -> frozenset[str]:
    """How it is run by whoever knows the pattern."""
    if " " in name:
        return frozenset(name.split()[1:])
    module, _, own = name.rpartition(".")
    defined = PACKAGE.joinpath(*module.split(".")[1:]).with_suffix(".py")
    who = [
        text for path, text in SOURCES.items() if path == defined or f"from {module} import" in text
    ]
    return frozenset(re.findall(rf"\b{re.escape(own)}\.([a-z]+)\b", "\n".join(who)))


def run(pattern: re.Pattern[str], name: str, text: str) -> float:
    start = process_time()
    if ways(name) & {"fullmatch", "pattern"} or not ways(name):
        pattern.fullmatch(text)
    pattern.match(text)
    if ways(name) - AT_THE_BEGINNING or not ways(name):
        for _ in pattern.finditer(text):
            pass
    return process_time() - start


def named(pattern: re.Pattern[str]) -> list[str]:
    literal = re.sub(r"\\[A-Za-z]|[\^$*+?(){}\[\]|\\.]", " ", pattern.pattern).split()
    return [word for word in dict.fromkeys(literal) if len(word) < 12]


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str]]:
    """What is repeated, before it, behind it."""
    own = named(pattern)
    for unit in dict.fromkeys([*UNITS, *own]):
        yield unit, "", ""
        yield unit, "# ", ""
    for unit, before in product(
        dict.fromkeys([" ", "\n", ".", "a", "1", *own[:BEFORE]]), ["", *own[:BEFORE]]
    ):
        yield unit, before, BEHIND


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_it_is_as_fast_as_its_text_is_long(pattern: re.Pattern[str]):
    for unit, before, behind in texts(pattern):
        short, longer = (before + (unit * size)[:size] + behind for size in (SHORT, LONGER * SHORT))
        if run(pattern, PATTERNS[pattern], short) < AT_ONCE:
            continue
        once = min(run(pattern, PATTERNS[pattern], short) for _ in range(3))
        more = min(run(pattern, PATTERNS[pattern], longer) for _ in range(3))
        assert more < 2 * LONGER * once or more < AT_ONCE, (before, unit, pattern.pattern)


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
