"""Facts that must hold across a whole library: each rule is a function from library to problems.

A new rule is a function in the file of its family, a line in that file's RULES (or TEXT_RULES,
where it looks at one text) and an entry in messages/. Rules on wording are measured on
tests/cases/labelled/; one that is right in less than four of five cases stands in DOUBTFUL and
runs only when asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from tiku.model import Library
from tiku.model.problem import Problem
from tiku.rules import (
    access,
    advice,
    balance,
    choices,
    clauses,
    draws,
    exams,
    explanations,
    identity,
    ignoring,
    keys,
    kinds,
    metrics,
    references,
    repeats,
    stems,
    validity,
    wording,
)
from tiku.rules.texts import each_text

Rule = Callable[[Library], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *keys.RULES,
    *kinds.RULES,
    *references.RULES,
    *draws.RULES,
    *exams.RULES,
    *metrics.RULES,
    *advice.RULES,
    *stems.RULES,
    *choices.RULES,
    *explanations.RULES,
    *wording.RULES,
    each_text(*wording.TEXT_RULES, *explanations.TEXT_RULES, *access.TEXT_RULES),
    *validity.RULES,
    *clauses.RULES,
    *repeats.RULES,
    *balance.RULES,
)
DOUBTFUL: Mapping[str, Rule] = choices.DOUBTFUL
"""Code -> rule."""
NEEDS_EVERY_FILE = references.MISSED | draws.MISSED | exams.MISSED
"""Codes that say nothing while a file cannot be read: what is missed may stand in it."""


def apply(library: Library, today: date | None, doubtful: bool) -> Iterator[Problem]:
    """What every rule finds; without a day nothing is said of what may have expired."""
    todays = (*validity.on(today), *clauses.on(today)) if today else ()
    for rule in (*RULES, *todays, *_more(doubtful)):
        yield from rule(library)


def heed_ignored(
    library: Library, problems: list[Problem], today: date | None, doubtful: bool
) -> Iterator[Problem]:
    """The problems without those that a question ignores for a reason."""
    silent = (frozenset() if today else validity.TODAYS) | (
        frozenset() if doubtful else frozenset(DOUBTFUL)
    )
    return ignoring.heed(library, problems, silent)


def _more(doubtful: bool) -> tuple[Rule, ...]:
    return tuple(DOUBTFUL.values()) if doubtful else ()
