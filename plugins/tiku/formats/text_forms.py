"""Which format a text without a telling name has: by signs that no other has."""

import re

TEXTS = tuple(
    (form, re.compile(sign, re.MULTILINE))
    for form, sign in (
        ("json", r'\A\s*+\{\s*+"format"\s*+:\s*+"tiku"'),
        ("anki", r"\A#(?:separator|html|notetype|deck|columns|guid column|tags)[ a-z]*:"),
        ("latex", r"\\begin\{questions\}"),
        ("r-exams", r"^extype\s*:"),
        (
            "gift",
            r"^[^\S\n]*+::[^:\n]+::|^\$CATEGORY:|(?<!\\)\{\s*(?:[=~#]|(?:T|F|TRUE|FALSE)\s*[#}]|\}\s*$)",
        ),
        ("aiken", r"^ANSWER\s*:\s*[A-Za-z]\s*$"),
        ("text2qti", r"^(?:Quiz title\s*:|GROUP$|END_GROUP|\*[a-z]\)\s|\[\*\]\s)"),
        ("html", r"\A\s*(?i:<!doctype html|<html|<table)"),
    )
)

CARDS = re.compile(r"[^\t\n]+\t[^\t\n]+")


def text_form(text: str, otherwise: str = "") -> str:
    """The name of a format; `otherwise` where nothing tells, or what looks most like it."""
    form = next((form for form, sign in TEXTS if sign.search(text)), "")
    return form or otherwise or ("csv" if _is_cards(text) else "text")


def _is_cards(text: str) -> bool:
    """A term, a tab and what it means, on every line: Quizlet."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(CARDS.fullmatch(line) for line in lines)
