"""Which format a text without a telling name has: by signs that no other has."""

import re

from tiku.formats.card_lines import sides_in
from tiku.formats.table_headers import has_header

TEXTS = tuple(
    (form, re.compile(sign, re.MULTILINE))
    for form, sign in (
        ("json", r'\A\s*+(?:\{\s*+"|\[\s*+\{\s*+")'),
        ("anki", r"\A#(?:separator|html|notetype|deck|columns|guid column|tags)[ a-z]*:"),
        ("latex", r"\\begin\{questions\}"),
        ("r-exams", r"^(?:extype\s*:|\\extype\{)"),
        (
            "gift",
            r"^[^\S\n]*+::[^:\n]+::|^\$CATEGORY:|(?<!\\)\{\s*(?:[=~#]|(?:T|F|TRUE|FALSE)\s*[#}]|\}\s*$)",
        ),
        (
            "csv",
            r"^NewQuestion,[A-Z]{1,3}\b|^M[CA]\t[^\n]*\t(?:[Cc]orrect|[Ii]ncorrect)\b"
            r"|^TF\t[^\t\n]+\t(?i:true|false)\s*$",
        ),
        ("aiken", r"^ANSWER\s*:\s*[A-Za-z]\s*$"),
        ("text2qti", r"^(?:Quiz title\s*:|GROUP$|END_GROUP|\*[a-z]\)\s|\[\*\]\s)"),
        (
            "html",
            r"\A\s*(?i:<!doctype html|<html|<table)"
            r"|\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,9}(?i:mime-version:)",
        ),
    )
)

ANSWERED = re.compile(r"^(?:Answer|答案)\s*[:：]", re.MULTILINE)
"""What a text2qti quiz never has: stars before choices are also of other papers."""
RESPONDUS = re.compile(r"^Type: ?[A-Z]{1,3}$", re.MULTILINE)
BETWEEN = ("\t", ";")
"""Of a card's two sides."""
SEPARATORS = ("\t", ",", ";", "|")
LONGEST = 20_000
"""Characters of a line in which columns are named."""
FIRST = 12
"""Lines among which a table's header stands."""


def text_form(text: str, otherwise: str = "") -> str:
    """The name of a format; `otherwise` where nothing tells, or what looks most like it."""
    form = next((form for form, sign in TEXTS if sign.search(text)), "")
    if form == "text2qti" and (ANSWERED.search(text) or RESPONDUS.search(text)):
        form = "text"
    return form or otherwise or ("csv" if _is_table(text) or _is_cards(text) else "text")


def _is_cards(text: str) -> bool:
    """A term, a tab and what it means, on every line: Quizlet."""
    lines = [line for line in text.split("\n") if line.strip()]
    plain = any(all(_has_two(line, sign) for line in lines) for sign in BETWEEN)
    return (len(lines) > 1 and plain) or bool(sides_in(text).cards)


def _has_two(line: str, sign: str) -> bool:
    sides = line.split(sign, 2)
    return len(sides) == 2 and all(sides)


def _is_table(text: str) -> bool:
    """One of the first lines names columns."""
    lines = [line[:LONGEST] for line in text.split("\n", FIRST)[:FIRST]]
    return any(has_header([line.split(sign)]) for line in lines for sign in SEPARATORS)
