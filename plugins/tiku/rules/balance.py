"""What a whole bank gives away, and what it leaves out.

A bank is called uneven only where chance explains it less than once in a hundred: the tail of
the Poisson binomial distribution, for each question has a chance of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from tiku.model import Bank, Library, Single, TrueFalse
from tiku.model.exam_coverage import unasked_objectives
from tiku.model.problem import Problem
from tiku.rules.rule import advice, rule
from tiku.rules.texts import questions
from tiku.text.folding import fold

RARELY = 0.01
FEWEST_STATEMENTS = 8
MOST_OF_ONE_VERDICT = 0.65


@rule(advice("longest-keys"))
def keys_are_not_the_longest(library: Library) -> Iterator[Problem]:
    """More often than chance."""
    for bank in library.banks:
        lengths = [_lengths(question) for question in _singles(bank)]
        outstanding = [row for row in lengths if row.count(max(row)) == 1]
        found = sum(row[0] == max(row) for row in outstanding)
        if tail([1 / len(row) for row in outstanding], found) < RARELY:
            details = {"found": found, "of": len(outstanding)}
            yield Problem("longest-keys", bank.origin.place("title"), details)


@rule(advice("key-places"))
def keys_stand_everywhere(library: Library) -> Iterator[Problem]:
    """On paper and without a script, choices stand as they were written."""
    for bank in library.banks:
        singles = list(_singles(bank))
        places = [list(question.choices).index(question.answer[0]) for question in singles]
        for place in sorted(set(places)):
            chances = [1 / len(q.choices) for q in singles if place < len(q.choices)]
            if tail(chances, places.count(place)) < RARELY / max(1, len(set(places))):
                details = {"place": place + 1, "found": places.count(place), "of": len(singles)}
                yield Problem("key-places", bank.origin.place("title"), details)


@rule(advice("verdict-ratio"))
def both_verdicts_occur(library: Library) -> Iterator[Problem]:
    """About as often."""
    for bank in library.banks:
        verdicts = [q.answer for q in questions(bank) if isinstance(q, TrueFalse)]
        right = verdicts.count(True)
        most = max(right, len(verdicts) - right)
        if len(verdicts) >= FEWEST_STATEMENTS and most > MOST_OF_ONE_VERDICT * len(verdicts):
            details = {"right": right, "wrong": len(verdicts) - right}
            yield Problem("verdict-ratio", bank.origin.place("title"), details)


@rule(advice("objective-without-questions"))
def every_objective_is_asked(library: Library) -> Iterator[Problem]:
    """An objective without a question promises what nobody checks."""
    for bank in library.banks:
        for objective in unasked_objectives(bank) if bank.current() else ():
            place = bank.origin.place("objectives", objective)
            yield Problem("objective-without-questions", place, {"id": objective})


def tail(chances: Sequence[float], found: int) -> float:
    """The probability of `found` successes or more, each trial with its own chance.

    Up to the mean it is given as 1: nothing is strange there.
    """
    if found <= sum(chances):
        return 1.0
    return sum(_exactly(tuple(chances))[found:])


@lru_cache(maxsize=64)  # banks of one size
def _exactly(chances: tuple[float, ...]) -> list[float]:
    """The probability of each number of successes."""
    exactly = [1.0]
    for chance in chances:
        missed = [p * (1 - chance) for p in (*exactly, 0.0)]
        hit = [p * chance for p in (0.0, *exactly)]
        exactly = [one + other for one, other in zip(missed, hit, strict=True)]
    return exactly


def _singles(bank: Bank) -> Iterable[Single]:
    """Those whose key exists and has something beside it."""
    for question in questions(bank):
        if isinstance(question, Single) and question.distractors() and len(question.answer) == 1:
            yield from (question for answer in question.answer if answer in question.choices)


def _lengths(question: Single) -> list[int]:
    """The key's first."""
    wrong = [question.choices[choice] for choice in question.distractors()]
    return [len(fold(text)) for text in (question.choices[question.answer[0]], *wrong)]
