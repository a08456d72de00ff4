"""`tiku reviewed`: stamps what was looked at, and records the clauses as they are now."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from tiku.editing.review_dates import stamped
from tiku.hosts.cli.common import questions_option, unknown
from tiku.hosts.cli.values import Day, FilePath
from tiku.loading import folder
from tiku.loading.layout import CLAUSES
from tiku.locales.language import reader_words
from tiku.model import Clause, Library
from tiku.model.clause_changes import Reviewed, record, resting
from tiku.model.problem import Problem, Severity
from tiku.rules.check import check_folder

CODES = ("clause-changed", "section-changed")


@click.command("reviewed")
@click.argument("names", metavar="[ID|PAGE.md#CLAUSE]...", nargs=-1)
@click.option("--on", "day", type=Day())
@questions_option
@click.option(
    "--docs",
    type=FilePath(exists=True, file_okay=False),
)
def reviewed_command(
    names: tuple[str, ...], day: datetime | None, questions: Path, docs: Path | None
) -> None:
    """Stamp questions, FAQ entries, tools and flows as looked at, by id or by their clause.

    The clauses are recorded as they are now, also when nothing is named. With an error in a
    bank nothing is written: what cannot be read may rest on any clause.
    """
    words = reader_words()
    library, problems = _checked(questions, docs)
    chosen = {entry.origin.place(): entry for n in names for entry in _named(library, n)}
    on = day.date() if day else date.today()
    _stamp(chosen.values(), on)
    manifest = questions / CLAUSES
    lines = "".join(map(_line, record(library, on)))
    manifest.write_text(f"# {words('reviewed.above')}\nclauses:\n{lines}", encoding="utf-8")
    click.echo(words("reviewed.stamped", number=len(chosen)))
    left = _left(library, problems, chosen.values())
    click.echo(words("reviewed.left", number=len(left)))
    for problem in left:
        click.echo(problem.line(words))


def _checked(questions: Path, docs: Path | None) -> tuple[Library, list[Problem]]:
    docs = docs or folder.docs_beside(questions)
    if docs is None:
        raise click.UsageError(reader_words()("reviewed.no-pages"))
    checked = check_folder(questions, docs)
    errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
    if errors:
        raise click.ClickException("\n".join(p.line(reader_words()) for p in errors))
    return checked.library, checked.problems


def _named(library: Library, name: str) -> list[Reviewed]:
    """By id; a clause stands for all that rest on it."""
    every = list(resting(library))
    found = [one.entry for one in every if name == one.entry.id or name in one.see]
    return found or unknown(name, [one.entry.id for one in every])


def _stamp(entries: Iterable[Reviewed], day: date) -> None:
    by_file: dict[str, list[Reviewed]] = {}
    for entry in entries:
        by_file.setdefault(entry.origin.place().file, []).append(entry)
    for name, inside in by_file.items():
        path = Path(name)
        text = path.read_bytes().decode("utf-8")
        path.write_bytes(stamped(name, text, inside, day).encode("utf-8"))


def _line(clause: Clause) -> str:
    """In quotes: what a reference begins with may mean something to YAML."""
    see = json.dumps(clause.see, ensure_ascii=False)
    changed = f", changed: {clause.changed}" if clause.changed else ""
    return f"  - {{see: {see}, fingerprint: {clause.fingerprint}{changed}}}\n"


def _left(library: Library, problems: list[Problem], done: Iterable[Reviewed]) -> list[Problem]:
    """What the check told before, without what was stamped just now."""
    ids = {entry.id for entry in done}
    return [p for p in problems if p.code in CODES and p.details["id"] not in ids]
