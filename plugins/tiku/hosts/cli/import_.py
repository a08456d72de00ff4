"""`tiku import`: a bank out of somebody else's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tiku.formats import FORMATS
from tiku.formats.draft import Unreadable
from tiku.hosts.cli.common import questions_option
from tiku.hosts.cli.reports import as_text
from tiku.hosts.cli.values import FilePath
from tiku.loading import folder
from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words
from tiku.model import Library
from tiku.model.place import Place
from tiku.model.problem import Severity, in_order
from tiku.rules.check import check_folder

if TYPE_CHECKING:
    from tiku.formats.importing import Imported

FILE = FilePath(exists=True, dir_okay=False)
TARGET = FilePath(dir_okay=False)


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--as", "form", type=click.Choice(list(FORMATS)))
@click.option("--topic", default="")
@click.option("--title", default="")
@click.option("-o", "--output", type=TARGET)
@click.option("--update", is_flag=True)
@click.option("--dry-run", is_flag=True)
@click.option("--review", type=TARGET)
@questions_option
@click.pass_context
def import_command(
    context: click.Context,
    file: Path,
    form: str | None,
    topic: str,
    title: str,
    output: Path | None,
    update: bool,
    dry_run: bool,
    review: Path | None,
    questions: Path,
) -> None:
    """Write the questions of FILE as a bank, and say line by line what is doubtful.

    A bank that is there gets the new questions; with --update also what has changed.

    Exit status: 0 with questions, 1 when nothing could be read, 2 when called wrongly.
    """
    # Whoever only checks does not wait for this to load.
    from tiku.formats.importing import Wish, imported

    words = reader_words()
    try:
        bank = _bank(output)
        wish = Wish(words, form or "", topic, title, bank, str(output or ""), update, _reads)
        done = imported(str(file), _data(file), wish, _library(output, questions))
    except Unreadable as refused:
        click.echo(as_text([refused.problem], words), nl=False, err=True)
        context.exit(1)
    _write(done, output, review, dry_run, file, words)
    click.echo(as_text(in_order(done.problems), words), nl=False, err=output is None)
    context.exit(int(any(problem.severity is Severity.ERROR for problem in done.problems)))


def _write(
    done: Imported,
    output: Path | None,
    review: Path | None,
    dry_run: bool,
    file: Path,
    words: Words,
) -> None:
    from tiku.formats.review import page

    try:
        if review:
            review.write_text(page(str(file), done.reading, words), encoding="utf-8")
        _keep(done, output, dry_run, words)
    except OSError as error:
        raise click.FileError(str(error.filename), error.strerror) from error


def _reads(text: str, in_line: bool) -> str:
    """What a reader reads, as the pages show it."""
    from tiku.rendering import prose

    return (prose.plain_line if in_line else prose.lines)(text)


def _bank(output: Path | None) -> str | None:
    """What the bank holds; None where there is none yet."""
    if output is None or not output.exists():
        return None
    try:
        return output.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable("not-text", Place(str(output))) from error


def _data(file: Path) -> bytes:
    """No more than is looked at: what is longer is refused by its length."""
    from tiku.formats.source import MAX_BYTES

    with file.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def _library(output: Path | None, questions: Path) -> Library | None:
    """The banks that a question may already be in."""
    beside = output.parent if output and output.parent.is_dir() else None
    found = next((path for path in (beside, questions) if path and path.is_dir()), None)
    return check_folder(found).library if found else None


def _keep(done: Imported, output: Path | None, dry_run: bool, words: Words) -> None:
    if output is None:
        click.echo(done.text, nl=False)
        return
    if dry_run:
        click.echo(done.difference(str(output)), nl=False)
    elif done.text != done.before:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(done.text.encode("utf-8"))
        _keep_media(done, output, words)
    counts = {"added": len(done.added), "changed": len(done.changed)}
    told = words("import.done", form=done.form, file=output, **counts)
    click.echo(words("import.would", done=told) if dry_run else told)


def _keep_media(done: Imported, output: Path, words: Words) -> None:
    """Below docs/, where questions name them; beside the bank where there is no site."""
    if not done.media:
        return
    root = folder.docs_beside(output) or output.parent
    target = root / "media" / done.topic
    target.mkdir(parents=True, exist_ok=True)
    for name, data in done.media.items():
        (target / name).write_bytes(data)
    click.echo(words("import.media", number=len(done.media), folder=target))
