"""Facts that must hold across a whole library: each rule is a function from library to problems.

A new rule is a function in the file of its family, a line in that file's RULES and an entry in
messages/.
"""

from collections.abc import Callable, Iterator

from tiku.model import Library
from tiku.problems import Problem
from tiku.rules import advice, draws, exams, identity, keys, kinds, metrics, references

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
)


def apply(library: Library) -> Iterator[Problem]:
    """What every rule finds."""
    for rule in RULES:
        yield from rule(library)
