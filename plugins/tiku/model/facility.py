"""How many answer a question rightly at the first try: what its difficulty says, or was judged.

Facility is the share of right answers. Of those for whom a question is made, `KNOWING` know the
answer; the others guess: facility = chance + (1 - chance) × knowing. A medium question of four
choices so has .625, halfway from chance to all, where questions tell most (Lord 1952).
"""

from math import factorial

from tiku.model.base import Difficulty
from tiku.model.kinds import Matching, Multiple, Ordering, Single, TrueFalse
from tiku.model.questions import Question

KNOWING: dict[Difficulty, float] = {"easy": 0.75, "medium": 0.5, "hard": 0.25}


def chance(question: Question) -> float:
    """Of guessing right, 0 to 1; of a multiple all sets of two or more but the whole are open."""
    if isinstance(question, TrueFalse):
        return 0.5
    if isinstance(question, Single):
        return 1 / max(1, len(question.choices))
    if isinstance(question, Multiple):
        return 1 / max(1, (1 << len(question.choices)) - len(question.choices) - 2)
    if isinstance(question, Ordering):
        return 1.0 / factorial(max(1, len(question.choices)))
    if isinstance(question, Matching):
        return 1 / float(max(1, len(question.choices)) ** max(1, len(question.prompts)))
    return 0.0


def expected(question: Question, label: Difficulty) -> float:
    """The facility that was judged, else the one its label stands for."""
    if question.facility is not None:
        return float(question.facility)
    by_chance = chance(question)
    return by_chance + (1 - by_chance) * KNOWING[label]


def label_of(question: Question, facility: float) -> Difficulty:
    """The label whose share of knowing readers is nearest."""
    by_chance = chance(question)
    knowing = (facility - by_chance) / (1 - by_chance) if by_chance < 1 else 0.0
    return min(KNOWING, key=lambda label: abs(KNOWING[label] - knowing))
