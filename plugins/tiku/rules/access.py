"""Everybody can read it, and nobody is exposed by it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tiku.model.problem import Problem
from tiku.rules.rule import advice, error, rule
from tiku.rules.texts import PlacedText
from tiku.text.patterns import on_demand
from tiku.text.scripts import both

IMAGE = on_demand(r"!\[\s*\]\(|<img(?![^<>]*\balt\s*=)[^<>]*>")
BARE_TABLE = on_demand(r"<table(?:(?!<th\b|<table).)*?</table>", re.DOTALL | re.IGNORECASE)
TABLE = on_demand(r"\||<table", re.IGNORECASE)
EMPTY_HEAD = on_demand(r"\|[ \t]*\|")
TABLE_LINE = on_demand(r"^[\s:]*(?:\|[\s:]*)?-{2,}+[-|\s:]*$")
_HUE = both("[紅綠黃藍]")
HUE = on_demand(
    f"(?:{_HUE}|[RGYBrgyb])(?:(?<={_HUE})|(?i:(?<=r)ed|(?<=g)reen|(?<=y)ellow|(?<=b)lue))"
)
"""Begins with one of some characters, which is ten times as fast to look for."""
COLOUR = on_demand(
    both(
        r"[紅綠黃藍]色?的?(?:數字|部分|欄位|步驟|字[體樣]?|標示|線條?|框|格)|標[紅綠黃藍]|(?:紅|綠|藍)字"
    )
    + r"|(?i:\b(?:in|marked) (?:red|green|yellow|blue)\b"
    r"|\b(?:red|green|yellow|blue) (?:number|figure|part|cell|column|step|line|box|text|word)s?\b)"
)
PERSONAL = on_demand(
    r"(?<![A-Za-z\d])[A-Z][12]\d{8}(?!\d)|(?<!\d)[1-9]\d{16}[\dXx](?![\dA-Za-z])"
    r"|(?<![\d.])(?:1[3-9]\d{9}|09\d{2}-?\d{3}-?\d{3})(?!\d)"
    r"|(?<![a-z\d._+-])[a-z\d._+-]+@(?:gmail|yahoo|hotmail|outlook|icloud|foxmail|qq|163|126)\.com\b"
)
NUMBER_OR_MAIL = on_demand(r"[\d@](?:(?<=@)|\d\d)")
_TW_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"


@rule(error("image-without-alt"), suspect=IMAGE)
def images_have_words(written: PlacedText) -> Iterator[Problem]:
    """WCAG 2.2, 1.1.1."""
    yield written.problem("image-without-alt")


@rule(error("table-without-header"), suspect=TABLE)
def tables_have_headers(written: PlacedText) -> Iterator[Problem]:
    """WCAG 2.2, 1.3.1."""
    empty = any(
        EMPTY_HEAD.search(head) and TABLE_LINE.match(rule)
        for head, rule in pairwise(written.text.splitlines())
    )
    if empty or BARE_TABLE.search(written.text):
        yield written.problem("table-without-header")


@rule(advice("colour-only"), suspect=HUE)
def colour_is_not_all(written: PlacedText) -> Iterator[Problem]:
    """WCAG 2.2, 1.4.1."""
    if found := COLOUR.search(written.text):
        yield written.problem("colour-only", found=found[0])


@rule(error("personal-data"), suspect=NUMBER_OR_MAIL)
def nobody_is_exposed(written: PlacedText) -> Iterator[Problem]:
    """Identity numbers whose check digit is right, mobile numbers, private mailboxes."""
    for found in PERSONAL.finditer(written.text):
        if _is_real(found[0]):
            yield written.problem("personal-data", found=f"{found[0][:3]}…")


def _is_real(text: str) -> bool:
    if len(text) == 10 and text[0].isalpha():
        return _taiwan_id(text)
    if len(text) == 18 and "@" not in text and "-" not in text:
        return _mainland_id(text)
    return True


def _taiwan_id(text: str) -> bool:
    """Weights of the national identification number: letter as two digits, then 1, 9, 8 … 1, 1."""
    letter = _TW_LETTERS.index(text[0]) + 10
    digits = [letter // 10, letter % 10, *map(int, text[1:])]
    weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]
    return sum(d * w for d, w in zip(digits, weights, strict=True)) % 10 == 0


def _mainland_id(text: str) -> bool:
    """GB 11643-1999: ISO 7064 MOD 11-2."""
    total = sum(int(digit) * (2 ** (17 - n) % 11) for n, digit in enumerate(text[:17]))
    return "10X98765432"[total % 11] == text[17].upper()
