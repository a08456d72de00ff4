"""`tiku export`: questions for another program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tiku.formats.writers import WRITERS
from tiku.hosts.cli.common import questions_option, refused, unknown
from tiku.hosts.cli.reports import as_text
from tiku.hosts.cli.values import Count, FilePath
from tiku.hosts.history import last_change
from tiku.loading import folder
from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words
from tiku.model import DIFFICULTIES, Draw, Exam, Library
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.rules.check import check_folder

if TYPE_CHECKING:
    from tiku.formats.writers.collecting import Wish
    from tiku.formats.writers.exported import Written

VARIANTS = tuple("ABCDEFGH")
TARGET = FilePath(dir_okay=False)


CODES = {
    "topic": "unknown-topic",
    "ids": "unknown-question",
    "tags": "unknown-tag",
    "syllabus": "unknown-tag",
}
"""What is said of a name that nothing has."""


@click.command("export")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(WRITERS)))
@click.option("-o", "--output", type=TARGET, required=True)
@click.option("--topic")
@click.option("--id", "ids", multiple=True)
@click.option("--tag", "tags", multiple=True)
@click.option("--difficulty", multiple=True, type=click.Choice(DIFFICULTIES))
@click.option("--syllabus", multiple=True)
@click.option("--exam")
@click.option("--seed")
@click.option("--variant", type=click.Choice(VARIANTS))
@click.option("--count", type=Count())
@click.option("--title", default="")
@click.option("--site", default="")
@questions_option
@click.pass_context
def export_command(
    context: click.Context,
    form: str,
    output: Path,
    topic: str | None,
    ids: tuple[str, ...],
    tags: tuple[str, ...],
    difficulty: tuple[str, ...],
    syllabus: tuple[str, ...],
    exam: str | None,
    seed: str | None,
    variant: str | None,
    count: int | None,
    title: str,
    site: str,
    questions: Path,
) -> None:
    """Write questions for another program, and say line by line what its FORMAT cannot say.

    Exit status: 0 with questions, 1 when the banks have errors or nothing is found, 2 when called
    wrongly.
    """
    # Whoever only checks does not wait for this to load.
    from tiku.formats.writers.collecting import Wish

    words = reader_words()
    library = _sound(context, questions, words)
    draw = Draw(topic=topic, ids=ids, tags=tags, difficulty=difficulty, count=count, seed=seed)  # type: ignore[arg-type]
    _check_names(library, draw, syllabus)
    _check_retired(library, ids)
    if exam and (syllabus or draw != Draw(seed=seed)):
        raise click.UsageError(words("cli.exam-alone"))
    stamp = last_change(folder.bank_paths(questions))
    address = site if not site or site.endswith("/") else f"{site}/"
    wish = Wish(words, draw, syllabus, _exam(library, exam), title, address, stamp, variant or "")
    _keep(context, _written(library, form, wish, questions), output, words)


def _written(library: Library, form: str, wish: Wish, questions: Path) -> Written:
    from tiku.formats.writers.exported import NoBrowser, NoFont
    from tiku.formats.writers.exporting import exported

    try:
        return exported(library, form, wish, _pictures(questions))
    except NoBrowser as missing:
        raise click.ClickException(wish.words("export.needs-browser")) from missing
    except NoFont as missing:
        told = wish.words("export.needs-font", characters=missing)
        raise click.ClickException(told) from missing
    except ModuleNotFoundError as missing:
        told = wish.words("export.needs-extra", name=missing.name, extra=WRITERS[form].needs)
        raise click.ClickException(told) from missing


def _sound(context: click.Context, questions: Path, words: Words) -> Library:
    """Banks without an error; else what is wrong is told and nothing written."""
    if not questions.exists():
        raise click.UsageError(words("cli.missing", path=questions))
    checked = check_folder(questions, folder.docs_beside(questions))
    errors = [p for p in checked.problems if p.severity is Severity.ERROR]
    if errors:
        click.echo(as_text(errors, words), nl=False, err=True)
        context.exit(1)
    return checked.library


def _check_names(library: Library, draw: Draw, syllabus: tuple[str, ...]) -> None:
    """A name that nothing has is a slip of the hand."""
    items = {item.id: item for item in library.items()}
    vocabulary = library.vocabulary
    known = {
        "topic": {bank.topic for bank in library.banks},
        "ids": {*items, *(question.id for question in library.questions())},
        "tags": vocabulary.tags if vocabulary else {},
        "syllabus": vocabulary.syllabus if vocabulary else {},
    }
    asked = {
        "topic": (draw.topic,) if draw.topic else (),
        "ids": draw.ids,
        "tags": draw.tags,
        "syllabus": syllabus,
    }
    for kind, names in asked.items():
        for name in names:
            if name not in known[kind]:
                unknown(name, known[kind], CODES[kind], list=kind)


def _check_retired(library: Library, ids: tuple[str, ...]) -> None:
    """Who names one means it."""
    for item in library.items():
        if item.id in ids and item.retired:
            details = {"id": item.id, "instead": item.retired.instead or "—"}
            refused(Problem("retired-question", Place("-"), details))


def _exam(library: Library, name: str | None) -> Exam | None:
    exams = {str(exam.exam): exam for exam in library.exams}
    if name is not None and name not in exams:
        told = reader_words()("cli.no-exam", id=name, known=list(exams))
        raise click.UsageError(told)
    return exams[name] if name else None


def _pictures(questions: Path) -> Callable[[str], bytes | None]:
    """Where a site is around the banks."""
    docs = folder.docs_beside(questions)
    return folder.below(docs) if docs else lambda path: None


def _keep(context: click.Context, done: Written, output: Path, words: Words) -> None:
    from tiku.formats.writers.exporting import in_brief

    if not done.data:
        click.echo(words("export.nothing"), err=True)
        context.exit(1)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(done.data)
    if done.losses:
        click.echo(as_text(in_brief(done.losses, words), words), nl=False, err=True)
    size = max(1, round(len(done.data) / 1024))
    click.echo(words("export.done", file=output, number=done.count, size=size))
