"""A rule, and the facts it says of itself.

`@rule(warning("code"), …)` stands above a function from a library to problems, or, with `suspect`,
from a text. What is said to people of a code stands in the catalogue, below `messages`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from tiku.model.problem import Problem, Severity


class Needs(Enum):
    """What must be known before a code can be told."""

    NOTHING = auto()
    EVERY_FILE = auto()
    """What is missed may stand in a file that cannot be read."""
    TODAY = auto()
    """The rule takes the day as a second argument."""


EVERY_FILE, TODAY = Needs.EVERY_FILE, Needs.TODAY


@dataclass(frozen=True, slots=True)
class Code:
    """One thing that a rule can find."""

    name: str
    severity: Severity
    needs: Needs = Needs.NOTHING
    mend: Callable[[str], str] | None = None
    """Puts a text right, where that is mechanical; edits of another shape are editing/fixes.py."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Finds problems, which become as severe as their code."""

    find: Callable[..., Iterator[Problem]]
    codes: tuple[Code, ...]
    suspect: re.Pattern[str] | None
    """Of a rule on texts: only those in which it is found are looked at closely. It is looked for
    in many lines at once as well: what a text begins or ends with is none of its business."""
    doubtful: bool
    """Right in less than four of five labelled cases: runs when asked for."""

    def __call__(self, *given: Any) -> Iterator[Problem]:  # noqa: ANN401 -- as `find` takes it
        for problem in self.find(*given):
            yield replace(problem, severity=self.code(problem.code).severity)

    def code(self, name: str) -> Code:
        """The facts of one of its codes."""
        return next(code for code in self.codes if code.name == name)

    @property
    def needs_today(self) -> bool:
        """Whether it takes the day."""
        return any(code.needs is TODAY for code in self.codes)


def rule(
    *codes: Code, suspect: re.Pattern[str] | None = None, doubtful: bool = False
) -> Callable[[Callable[..., Iterator[Problem]]], Rule]:
    """Make a function a rule that can find these."""
    return lambda find: Rule(find, codes, suspect, doubtful)


def error(name: str, needs: Needs = Needs.NOTHING) -> Code:
    """Publishes nothing."""
    return Code(name, Severity.ERROR, needs)


def warning(
    name: str, needs: Needs = Needs.NOTHING, mend: Callable[[str], str] | None = None
) -> Code:
    """Counts under `--strict`."""
    return Code(name, Severity.WARNING, needs, mend)


def advice(
    name: str, needs: Needs = Needs.NOTHING, mend: Callable[[str], str] | None = None
) -> Code:
    """Never fails."""
    return Code(name, Severity.ADVICE, needs, mend)
