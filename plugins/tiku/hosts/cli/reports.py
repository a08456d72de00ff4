"""What a check found: for a person, for GitHub's annotations, for a program."""

import json
import sys
from collections.abc import Callable

import click

from tiku.hosts.cli.terminal import wrapped
from tiku.locales.catalogue import Words
from tiku.model.problem import Problem, Severity, count

Report = Callable[[list[Problem], Words], str]

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def as_text(problems: list[Problem], words: Words) -> str:
    """Two lines a problem, and how many there are."""
    lines = []
    for problem in problems:
        told, hint = _fitting(problem.line(words)), _fitting(f"    {problem.hint(words)}")
        lines += [click.style(told, fg=COLOURS[problem.severity]), hint]
    lines.append(_summary(problems, words))
    return "\n".join(lines) + "\n"


def as_github(problems: list[Problem], words: Words) -> str:
    """Workflow commands: https://docs.github.com/actions/reference/workflow-commands."""
    return "".join(_annotation(problem, words) for problem in problems)


def as_json(problems: list[Problem], words: Words) -> str:
    """A list of records."""
    found = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity,
            "code": p.code,
            "message": p.message(words),
            "hint": p.hint(words),
        }
        for p in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


REPORTS: dict[str, Report] = {"text": as_text, "github": as_github, "json": as_json}


def _fitting(line: str) -> str:
    """Broken for a terminal; for programs a problem stays a line."""
    if not sys.stdout.isatty():
        return line
    import shutil  # slow to load

    return wrapped(line, shutil.get_terminal_size().columns, "    ")


def _summary(problems: list[Problem], words: Words) -> str:
    counted = (
        words(f"check.{severity}", number=count(problems, severity)) for severity in Severity
    )
    return words.join(counted, "clauses")


def _annotation(problem: Problem, words: Words) -> str:
    level = {"advice": "notice"}.get(problem.severity, problem.severity)
    place, told = problem.place, f"{problem.message(words)}\n{problem.hint(words)}"
    where = f"file={_escaped(place.file, ':,')},line={place.line},col={place.column}"
    return f"::{level} {where},title={problem.code}::{_escaped(told)}\n"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
