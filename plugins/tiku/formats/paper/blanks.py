"""Blanks, and what goes into them."""

import re

from tiku.formats.draft import Filled
from tiku.formats.paper import answers
from tiku.formats.paper.settling import Settling
from tiku.formats.paper.vocabulary import (
    BLANK,
    BRACKET,
    CIRCLED,
    POINTS,
)

UNDERLINED = re.compile(r"(?<!_)__([^_\s]{1,16})__(?!_)")
"""An answer on the line where it was to be written; longer lines are blanks beside each other."""
WRITTEN_IN = re.compile(
    r"[（(【\[]\s*+([^（()）【】\[\]_]{1,16}?)\s*[)）】\]]|(?<!_)_+\s*([^_\s][^_]{0,16}?)\s*_+"
)


def is_fill(its: Settling) -> bool:
    """Whether what is answered goes into blanks."""
    if its.declared not in ("", "material", "open", "choice"):
        return False
    if answers.circled(its.answer) is not None and _has_statements(its.stem):
        return False
    named = answers.letters(its.answer) is not None and BRACKET.search(its.stem)
    underscored = any(not BRACKET.fullmatch(blank) for blank in BLANK.findall(its.stem))
    if its.declared == "open":
        return (
            bool(its.answer)
            and bool(BLANK.search(its.stem))
            and len(its.answer) <= 20
            and "\n" not in its.answer
        )
    bracketed = bool(BRACKET.search(its.stem)) and bool(its.answer) and "#" not in its.answer
    return not named and (underscored or bracketed)


def _has_statements(stem: str) -> bool:
    return sum(character in CIRCLED for character in stem) > 1


def settle_blanks(its: Settling) -> None:
    """Blanks as `____`, and what is accepted in each."""
    its.kind = "fill"
    if its.declared == "open":
        its.doubt("kind-doubtful", its.answer)
    if not its.answer:
        _answer_below(its)
    if not its.answer and (UNDERLINED.search(its.stem) or not BLANK.search(its.stem)):
        _written_in(its)
        if its.right is not None:
            return
    if any(not blank.strip(" 　") for blank in BLANK.findall(its.stem)):
        its.doubt("blank-is-spaces")
    count = answers.blanks_of(its.stem) or 1
    behind = re.split(r"[。，、；]", BLANK.split(its.stem)[-1].strip())[0] if count == 1 else ""
    blanks, doubt = answers.fill(its.answer, count, behind)
    its.stem = BLANK.sub("____", its.stem)
    if blanks is None:
        its.none(doubt, f"{count}" if doubt == "blank-count" else "")
        return
    its.right = Filled(blanks)
    if doubt:
        its.doubt(doubt, its.answer, its.raw.answer_line)


def _answer_below(its: Settling) -> None:
    """The last line of a stem that goes ①… ②… answers its blanks."""
    head, newline, last = its.stem.rpartition("\n")
    if newline and answers.NUMBER_MARK.match(last) and BLANK.search(head):
        blanks, _ = answers.fill(last, answers.blanks_of(head))
        if blanks is not None:
            its.stem, its.answer = head, last


def _written_in(its: Settling) -> None:
    """The answers are already written where the blanks were."""
    pattern = UNDERLINED if UNDERLINED.search(its.stem) else WRITTEN_IN
    found = [match for match in pattern.finditer(its.stem) if not POINTS.fullmatch(match[0])]
    if not found:
        return
    its.right = Filled(tuple((_written(match),) for match in found))
    its.stem = pattern.sub("____", its.stem)
    its.doubt("answer-written-in-the-blank", "、".join(_written(m) for m in found))


def _written(match: re.Match[str]) -> str:
    return match[match.lastindex or 1].strip()
