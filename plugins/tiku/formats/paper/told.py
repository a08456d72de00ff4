"""What papers of ours answer with more than letters or words: numbers with units, and pairs."""

import re
from collections.abc import Sequence

from tiku.formats import told_answers
from tiku.formats.paper.settling import Settling

PROMPT = re.compile(r"^[（(](\d{1,2})[)）]\s?(?=\S)")
UNIT = re.compile(r"[^\d\s.,:;=*+^~。，：；、＝×÷±（(–—-]{0,8}")
"""A sentence, a power or a fraction behind a number is none."""


def settle_number(its: Settling) -> bool:
    """Whether a calculation's answer is a number and nothing but its unit behind it."""
    found = told_answers.measured(its.answer.strip()) if its.declared == "numeric" else None
    if found is None or not (found[1] or UNIT.fullmatch("".join(found[0].units))):
        return False
    its.kind, its.right = "numeric", found[0]
    return True


def settle_pairs(its: Settling) -> bool:
    """Whether the answer pairs what fields of their own, or lines of the stem, number."""
    stem, prompts = (its.stem, its.raw.prompts) if its.raw.prompts else _listed(its.stem)
    found = told_answers.paired(its.answer, prompts, its.choices)
    if found is None:
        return False
    its.kind, its.right, its.stem, its.choices = "matching", found, stem, []
    return True


def _listed(stem: str) -> tuple[str, Sequence[str]]:
    """The stem without the last lines that go (1), (2); and these."""
    lines = stem.split("\n")
    at = next((at for at, line in enumerate(lines) if PROMPT.match(line)), len(lines))
    found = [PROMPT.match(line) for line in lines[at:]]
    numbers = [int(match[1]) for match in found if match]
    if numbers != list(range(1, len(found) + 1)):
        return stem, ()
    return "\n".join(lines[:at]), [PROMPT.sub("", line) for line in lines[at:]]
