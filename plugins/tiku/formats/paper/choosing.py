"""Choices, and which of them an answer names."""

import re

from tiku.formats.draft import Chosen, Kind
from tiku.formats.paper import answers
from tiku.formats.paper.settling import Settling
from tiku.formats.paper.vocabulary import (
    BRACKET,
)

INLINE = re.compile(
    r"[（(\[【]\s*([A-Ja-jＡ-Ｊａ-ｊ](?:[\s、,，]*[A-Ja-jＡ-Ｊａ-ｊ])*)\s*[)）\]】]|(?<!_)_+\s*([A-J]+)\s*_+"
)
CONCLUDED = re.compile(
    r"(?:故|因此|所以|本[题題]|[应應])[选選]\s?[:：]?\s?([A-J]{1,8})(?![A-Za-z])"
    r"|答案\s?[是为為选選]\s?([A-J]{1,8})(?![A-Za-z])"
)
MANY = re.compile(
    r"哪些|哪几|哪幾|包括|包含|属于.{0,12}有|屬於.{0,12}有|有[（(]|应当[包含具]|多选|多選"
)


STARRED = re.compile(r"(?<=[^\s*＊√✓✔])\s*+[*＊√✓✔]$")


def take_inline(its: Settling) -> None:
    """Letters in the bracket of the stem."""
    found = [match for match in INLINE.finditer(its.stem) if _names_choices(match, its)]
    if not found:
        return
    its.answer = " ".join(match[1] or match[2] for match in found)
    its.raw.answer_line = its.raw.answer_line or its.raw.line
    its.stem = INLINE.sub(
        lambda match: "（　）" if match in found or _names_choices(match, its) else match[0],
        its.stem,
    )


def _names_choices(match: re.Match[str], its: Settling) -> bool:
    named = answers.letters(match[1] or match[2])
    return named is not None and (not match[0].startswith("【") or match.start() > 0)


def settle_choices(its: Settling) -> None:
    """Which choices are right, and whether that fits the kind."""
    indexes = _indexes(its)
    its.kind = _kind_of_choosing(its, indexes)
    its.stem = BRACKET.sub("（　）", its.stem)
    if indexes is None:
        if not its.answer:
            _by_format(its)
        return
    beyond = [index for index in indexes if index >= len(its.choices)]
    if beyond:
        its.none("answer-outside-choices", "".join(answers.LETTERS[min(i, 9)] for i in beyond))
    if its.kind == "single" and len(indexes) > 1:
        its.none("kind-conflict", its.answer)
    if not beyond and not (its.kind == "single" and len(indexes) > 1):
        ordered = indexes if its.kind == "ordering" else tuple(sorted(indexes))
        its.right = Chosen(ordered)
        if its.kind == "multiple" and len(indexes) == 1 and its.declared == "multiple":
            its.doubt("kind-conflict", its.answer, its.raw.answer_line)


def _indexes(its: Settling) -> tuple[int, ...] | None:
    """What the answer names; None with a doubt where it cannot be understood."""
    if not its.answer and not _in_prose(its):
        its.doubt("no-answer", "", its.raw.answer_line)
        return None
    named = answers.letters(its.answer)
    if named is not None:
        return _lettered(its, named)
    exact = answers.by_text(its.answer, its.choices)
    number = answers.numbers(its.answer)
    if number is not None and not all(0 <= index < len(its.choices) for index in number):
        number = None
    if exact is not None and number is not None and exact != number:
        its.none("answer-ambiguous", its.answer)
        return None
    if exact is not None:
        return exact
    first, _, rest = its.answer.partition("\n")
    head = answers.letters(first)
    if rest and head is not None:
        its.explanation = rest
        return _lettered(its, head)
    if number is not None:
        return number
    its.none("answer-unreadable", its.answer)
    return None


def _in_prose(its: Settling) -> bool:
    """`故选B` in an explanation, where it names no other answer."""
    text = "\n".join(its.raw.parts.get("explanation", ()))
    found = list(CONCLUDED.finditer(text))
    said = {match[1] or match[2] for match in found}
    if len(said) != 1:
        return False
    (its.answer,) = said
    its.doubt("answer-in-prose", found[0][0])
    return True


def _lettered(its: Settling, named: answers.Letters) -> tuple[int, ...] | None:
    if named.lower:
        its.doubt("lower-case-answer", its.answer, its.raw.answer_line)
    if named.text:
        exact = answers.by_text(named.text, its.choices)
        if exact is not None and exact != named.indexes:
            its.none("answer-conflict", its.answer)
            return None
        if exact is None:
            its.explanation = named.text
    return named.indexes


def _kind_of_choosing(its: Settling, indexes: tuple[int, ...] | None) -> Kind:
    if its.declared == "ordering":
        return "ordering"
    if its.declared in ("single", "multiple"):
        return "single" if its.declared == "single" else "multiple"
    if indexes is not None:
        return "multiple" if len(indexes) > 1 else "single"
    return "multiple" if its.declared == "some" or MANY.search(its.stem) else "single"


def _by_format(its: Settling) -> None:
    """Nothing but its print tells the right choice."""
    marked = its.printed() or _starred(its)
    if not marked or (its.declared == "single" and len(marked) > 1):
        return
    its.kind = "multiple" if len(marked) > 1 else its.kind
    its.right = Chosen(marked)
    its.doubts = [known for known in its.doubts if known[0] != "no-answer"]
    its.doubt("answer-by-format", "".join(answers.LETTERS[index] for index in marked))


def _starred(its: Settling) -> tuple[int, ...]:
    """The choices with a sign behind them, which no longer have it."""
    starred = tuple(at for at, text in enumerate(its.choices) if STARRED.search(text))
    if not 0 < len(starred) < len(its.choices):
        return ()
    its.choices = [STARRED.sub("", text) for text in its.choices]
    return starred


def lost_choices(its: Settling) -> bool:
    """Whether the answer names choices that the file does not have."""
    if its.declared not in ("", "choice", "material") or not its.answer:
        return False
    if not BRACKET.search(its.stem):
        return False
    named = answers.letters(its.answer)
    return named is not None or len([p for p in its.answer.split("#") if p.strip()]) > 1


def settle_without_choices(its: Settling) -> None:
    """The choices are not in the file."""
    named = answers.letters(its.answer)
    parts = [part for part in its.answer.split("#") if part.strip()]
    several = (named and len(named.indexes) > 1) or len(parts) > 1
    if its.declared in ("single", "multiple"):
        its.kind = "single" if its.declared == "single" else "multiple"
    else:
        its.kind = "multiple" if several or its.declared == "some" else "single"
    its.stem = BRACKET.sub("（　）", its.stem)
    its.none("no-choices")
    if len(parts) > 1:
        its.doubt("answers-split", "#", its.raw.answer_line)
    if not its.answer:
        its.doubt("no-answer")
