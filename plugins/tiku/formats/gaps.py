"""Moodle's embedded answers: `{1:MULTICHOICE:=right~wrong#why}` inside a text.

https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tiku.formats.weights import Weighed

OPEN = re.compile(r"\{(\d*):([A-Z]{2,14}(?:_[A-Z]{1,3})?):")
CLOSE = re.compile(r"(?<!\\)\}")
OPTION = re.compile(r"(?<!\\)~")
WEIGHT = re.compile(r"^(?:=|%(-?\d+(?:\.\d+)?)%)")
FEEDBACK = re.compile(r"(?<!\\)#")
ESCAPED = re.compile(r"\\([\\~#}={\"/])")
PICKED = ("MULTICHOICE", "MC", "MULTIRESPONSE", "MR")


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap's answers; `picked` where they are offered."""

    answers: tuple[Weighed, ...]
    picked: bool


def cut(text: str) -> tuple[str, list[Gap]]:
    """The text with `____` in the place of its gaps, and the gaps."""
    parts: list[str] = []
    gaps: list[Gap] = []
    at = 0
    while found := OPEN.search(text, at):
        close = CLOSE.search(text, found.end())
        if close is None:
            break
        parts += [text[at : found.start()], "____"]
        options = OPTION.split(text[found.end() : close.start()])
        kind = found[2]
        gaps.append(Gap(_weighed(options, kind), kind.split("_")[0].startswith(PICKED)))
        at = close.end()
    return "".join([*parts, text[at:]]), gaps


def _weighed(options: Sequence[str], kind: str) -> tuple[Weighed, ...]:
    found = []
    for option in options:
        weight = WEIGHT.match(option)
        worth = 0.0 if weight is None else float(weight[1]) if weight[1] else 100.0
        text, *said = FEEDBACK.split(option[weight.end() :] if weight else option, maxsplit=1)
        value, tolerance = text, ""
        if kind.startswith(("NUMERICAL", "NM")):
            value, _, tolerance = text.partition(":")
        found.append(Weighed(_plain(value), worth, _plain("".join(said)), tolerance.strip()))
    return tuple(found)


def _plain(text: str) -> str:
    return ESCAPED.sub(r"\1", text).strip()
