"""What a key of ours says in words, in Chinese or in English: a number, pairs, what is accepted."""

import re
from collections.abc import Sequence
from decimal import Decimal

from tiku.formats.draft import Filled, Kind, Measured, Paired

NUMERIC = re.compile(
    r"^(-?\d+(?:\.\d+)?)([^（(±]{0,40})(?:[（(][^±]{0,20}±\s?(\d+(?:\.\d+)?)[^)）]{0,20}[)）])?$"
)
PAIR = re.compile(r"(\d{1,2})-([A-Z])")
PAIRS = re.compile(rf"{PAIR.pattern}(?:[；;,，、\s]{{1,3}}{PAIR.pattern})*")
KINDS: dict[str, Kind] = {
    "單選題": "single", "单选题": "single", "Single choice": "single",
    "多選題": "multiple", "多选题": "multiple", "Multiple choice": "multiple",
    "判斷題": "true-false", "判断题": "true-false", "True or false": "true-false",
    "計算題": "numeric", "计算题": "numeric", "Calculation": "numeric",
    "填空題": "fill", "填空题": "fill", "Fill in": "fill",
    "配對題": "matching", "配对题": "matching", "Matching": "matching",
    "排序題": "ordering", "排序题": "ordering", "Ordering": "ordering",
    "簡答題": "open", "简答题": "open", "Short answer": "open",
}  # fmt: skip
BETWEEN = re.compile(r"／| / ")


def measured(answer: str) -> tuple[Measured, bool] | None:
    """A number with its unit, and whether it says how far off is still right."""
    found = NUMERIC.match(answer)
    if not found:
        return None
    units = (found[2].strip(),) if found[2].strip() else ()
    return Measured(Decimal(found[1]), Decimal(found[3] or 0), units), bool(found[3])


def accepted(answer: str) -> Filled:
    """The words that are accepted in the one blank."""
    return Filled((tuple(BETWEEN.split(answer)),))


def paired(answer: str, prompts: Sequence[str], choices: Sequence[str]) -> Paired | None:
    """`1-B；2-A`; None where it is none of these, or names what is not there."""
    given = PAIR.findall(answer) if PAIRS.fullmatch(answer.strip()) else []
    by = {int(number) - 1: ord(letter) - 65 for number, letter in given}
    if not by or min(by) < 0 or max(by) >= len(prompts) or max(by.values()) >= len(choices):
        return None
    pairs = tuple((prompts[at], choices[to]) for at, to in by.items())
    extra = (text for at, text in enumerate(choices) if text and at not in by.values())
    return Paired(pairs, tuple(extra), tuple(filter(None, choices)))
