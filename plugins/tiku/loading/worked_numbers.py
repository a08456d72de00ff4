"""Numbers of a page that are marked to be worked out again: `73.7%<!--= 84 / 114 -->`.

A mark is a comment behind the number, which no reader sees. An empty one, `<!--=-->`, stands
behind an equation, `84 ÷ 114 = 73.7%`, which is its own formula.
"""

import re
from collections.abc import Iterator

from tiku.loading.outline import FENCE
from tiku.model.library import WorkedNumber
from tiku.model.place import Place
from tiku.text.patterns import on_demand

MARK = on_demand(r"<!--=(?P<formula>[^<>]*?)-->")
CODE = on_demand("`[^`]*`")
NUMBER = r"[-−]?\d[\d,]*(?:\.\d+)?"
LAST = on_demand(rf"(?P<number>{NUMBER}) ?(?P<per>[%‰]?)[^\d=＝≈]*$")
TERM = rf"[(（√ ]*{NUMBER} ?(?:[%‰]|[\u4e00-\u9fff]{{1,3}})?[)） ]*"
SUM = on_demand(rf"(?<![(（√ \d])(?<!\d[,.])(?:(?:{TERM}[×÷＋+−*/-])+{TERM}$|{TERM}$)")
EQUALS = on_demand("[=＝≈]")
SIGNS = str.maketrans("（）×÷＋−", "()*/+-", ", ")
UNIT = on_demand("[\u4e00-\u9fff]+")
LONGEST = 200
"""Characters of a line before a mark that are looked at."""
PER = {"%": "100", "‰": "1000"}
PER_THOUSAND = on_demand(r"^1000\*|\*1000$")
"""A rate in ‰ is written `6 ÷ 1,500 × 1,000 = 4‰`, as one in % is with `× 100%`."""


def worked_numbers(lines: list[str], name: str) -> Iterator[WorkedNumber]:
    """Those of a page, in order; one of a number that has several formulas stands once a formula.

    Without a number or an equation before the mark, `number` or `formula` is empty.
    """
    if not any(map(MARK.search, lines)):
        return
    fence = ""
    for at, line in enumerate(lines, 1):
        fence = _inside(fence, line)
        text = CODE.sub(lambda code: " " * len(code[0]), line)
        for mark in () if fence else MARK.finditer(text):
            before = unmarked(text[: mark.start()])[-LONGEST:]
            yield from _numbers(before, mark, Place(name, at, mark.start() + 1))


def unmarked(line: str) -> str:
    """As readers see it."""
    return MARK.sub("", line)


def _numbers(before: str, mark: re.Match[str], place: Place) -> Iterator[WorkedNumber]:
    number, per = m.group("number", "per") if (m := LAST.search(before)) else ("", "")
    number = number.replace(",", "").replace("−", "-")
    written = mark["formula"].strip()
    for formula in [written] if written else _left(before, per) or [""]:
        yield WorkedNumber(place, formula, number, per)


def _left(before: str, per: str) -> list[str]:
    """The formulas of an equation: each part to the left of its last sign, nearest first."""
    formulas = []
    for part in reversed(EQUALS.split(before)[:-1]):
        if not (found := SUM.search(part)):
            break
        formula = _formula(found[0])
        formulas.append(PER_THOUSAND.sub("", formula, 1) if per == "‰" else formula)
        if found[0].strip() != part.strip():
            break
    return formulas


def _formula(text: str) -> str:
    """In the language of formulas; units do not count."""
    plain = UNIT.sub("", text).translate(SIGNS)
    for sign, divisor in PER.items():
        plain = re.sub(rf"([\d.]+){sign}", rf"(\1/{divisor})", plain)
    return plain.replace("√", "sqrt")


def _inside(fence: str, line: str) -> str:
    """The marks that opened the fence in which the next line stands."""
    found = FENCE.match(line)
    if fence:
        return "" if found and found["mark"].startswith(fence) and not found["info"] else fence
    return found["mark"] if found else ""
