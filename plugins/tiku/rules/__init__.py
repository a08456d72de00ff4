"""Facts that must hold across a whole library, one family a module.

A new rule is a function below `@rule(…)` in the module of its family, and its sentence in the
catalogue. Rules on wording are measured on tests/cases/labelled/; one that is right in less than
four of five cases says that it is doubtful and runs only when asked for.
"""

from collections.abc import Iterator
from datetime import date

from tiku.model import Library
from tiku.model.problem import Problem, Severity
from tiku.rules import (
    access,
    advice,
    apart,
    balance,
    calendars,
    choices,
    clauses,
    draws,
    exams,
    explanations,
    facility,
    flows,
    identity,
    ignoring,
    keys,
    kinds,
    metrics,
    pages,
    references,
    repeats,
    rewordings,
    stems,
    tool_slips,
    tools,
    validity,
    wording,
    worked_numbers,
)
from tiku.rules.rule import EVERY_FILE, Code, Rule

FAMILIES = (
    *(
        identity,
        keys,
        kinds,
        references,
        draws,
        exams,
        metrics,
        tools,
        tool_slips,
        calendars,
        flows,
        advice,
        stems,
        choices,
    ),
    *(explanations, wording, access, validity, clauses, repeats, balance, rewordings),
    *(worked_numbers, facility, pages),
)
APART = (keys, kinds, stems, choices, explanations, access, balance, facility)
"""Families whose rules look at one bank at a time, or one list: they are shown no more."""
RULES = tuple(
    rule for family in FAMILIES for rule in vars(family).values() if isinstance(rule, Rule)
)
ONE_BANK = {
    *(rule for family in APART for rule in vars(family).values() if isinstance(rule, Rule)),
    *(wording.conversion_is_complete, wording.one_script_is_used),
    *(identity.no_field_is_taken_for_an_id, identity.no_id_tells_the_key),
}
CODES: dict[str, Code] = {code.name: code for rule in RULES for code in rule.codes}
"""What rules can find, by name."""
DOUBTFUL = frozenset(code.name for rule in RULES if rule.doubtful for code in rule.codes)
"""Names of what is looked for only when asked for."""
ABOVE = frozenset({"lost-text", "file-not-found", "file-from-elsewhere"})
"""What only a room that renders can find."""
ELSEWHERE = ABOVE | {
    *("text-after-hash", "unnamed-question", "idle-ignore", "not-found-by-its-name"),
    *("idle-rewording", "said-twice"),
}
"""Warnings that no rule of this room finds; what else none finds is an error."""


def severity_of(code: str) -> Severity:
    """Of any code of the catalogue."""
    if code in CODES:
        return CODES[code].severity
    return Severity.WARNING if code in ELSEWHERE else Severity.ERROR


def apply(
    library: Library, today: date | None, *, doubtful: bool, whole: bool
) -> Iterator[Problem]:
    """What every rule finds.

    Without a day nothing is said of what may have expired; where not every file could be read
    (`whole`), nothing of what may stand in the others.
    """
    active = _active(today, doubtful)
    for rule in (rule for rule in active if not _is_apart(rule)):
        given = (library, today) if rule.needs_today else (library,)
        for problem in rule(*given):
            if whole or rule.code(problem.code).needs is not EVERY_FILE:
                yield problem
    yield from apart.found(library, list(filter(_is_apart, active)))


def _is_apart(rule: Rule) -> bool:
    """Whether it sees one bank, or one text, at a time."""
    return rule.suspect is not None or rule in ONE_BANK


def heed_ignored(
    library: Library, problems: list[Problem], today: date | None, doubtful: bool
) -> Iterator[Problem]:
    """The problems without those that a question ignores for a reason."""
    active = {code.name for rule in _active(today, doubtful) for code in rule.codes}
    return ignoring.heed(library, problems, ABOVE | CODES.keys() - active, severity_of)


def _active(today: date | None, doubtful: bool) -> list[Rule]:
    return [r for r in RULES if (doubtful or not r.doubtful) and (today or not r.needs_today)]
