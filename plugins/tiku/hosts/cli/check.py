"""`tiku check`: every problem in banks and pages, and what is mechanical put right."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

import click

from tiku.hosts.cli.published import catalogue
from tiku.hosts.cli.reports import REPORTS
from tiku.hosts.cli.values import FilePath
from tiku.loading import folder
from tiku.locales.language import reader_words
from tiku.model import Library
from tiku.model.problem import Problem, Severity
from tiku.rules.check import Also, Checked, check_paths
from tiku.rules.published import nothing_is_gone
from tiku.rules.texts import texts
from tiku.text.markup import TAKES_LETTERS

MOST_TURNS = 50


@click.command("check")
@click.argument("paths", nargs=-1, type=FilePath(exists=True))
@click.option(
    "--docs",
    type=FilePath(exists=True, file_okay=False),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
)
@click.option("--doubtful", is_flag=True)
@click.option("--against", metavar="SITE")
@click.option("--fix", is_flag=True)
@click.pass_context
def check_command(
    context: click.Context,
    paths: tuple[Path, ...],
    docs: Path | None,
    form: str,
    doubtful: bool,
    fix: bool,
    against: str | None,
) -> None:
    """Find every problem in banks (default: the folder questions).

    Exit status: 0 without errors, 1 with errors, 2 when called wrongly.
    """
    words = reader_words()
    chosen = paths or (Path("questions"),)
    if not all(path.exists() for path in chosen) and not (docs or folder.docs_beside(chosen[0])):
        raise click.UsageError(words("check.no-folder"))
    if fix:
        click.echo(words("check.mended", number=fix_paths(chosen, docs)), err=True)
    also = [nothing_is_gone(_published(against))] if against else []
    checked = check_named(chosen, docs, doubtful, also)
    click.echo(REPORTS[form](checked.problems, words), nl=False)
    context.exit(int(checked.has(Severity.ERROR)))


def _published(site: str) -> Mapping[str, str]:
    return {row["id"]: row["topic"] for row in catalogue(site)["questions"]}


def check_named(
    paths: tuple[Path, ...], docs: Path | None, doubtful: bool = False, also: Sequence[Also] = ()
) -> Checked:
    """Check files and folders, with the shared files beside them; report on what was named."""
    named = [found for path in paths for found in folder.bank_paths(path)]
    beside = [found for path in named for found in folder.shared_beside(path)]
    docs = docs or folder.docs_beside(paths[0])
    checked = check_paths(
        dict.fromkeys([*named, *beside]),
        docs,
        date.today(),
        doubtful,
        also=[_nothing_is_lost, *also],
    )
    silent = {str(path) for path in beside} - {str(path) for path in named}
    alone = docs if docs and any(path.is_file() for path in paths) else None
    told = [p for p in checked.problems if not _is_silent(p.place.file, silent, alone)]
    return Checked(checked.library, [*chain.from_iterable(map(folder.overlooked, paths)), *told])


def _nothing_is_lost(library: Library) -> Iterator[Problem]:
    """Markdown is only loaded where a text means something to it."""
    if any(TAKES_LETTERS.search(written.text) for written in texts(library)):
        from tiku.site.fidelity import nothing_is_lost

        yield from nothing_is_lost(library)


def _is_silent(file: str, silent: set[str], docs: Path | None) -> bool:
    return file in silent or (docs is not None and Path(file).is_relative_to(docs))


def fix_paths(paths: tuple[Path, ...], docs: Path | None) -> int:
    """Put right what is mechanical in the files named; how many places that were.

    One mistake can hide another, and some lie in the same place: it takes several turns.
    """
    from tiku.editing.fixes import FIXES

    count = 0
    for _ in range(MOST_TURNS):
        checked = check_named(paths, docs)
        names = {p.place.file for p in checked.problems if p.code in FIXES}
        mended = [_fix_file(Path(name), checked) for name in sorted(names)]
        count += sum(mended)
        if not any(mended):
            break
    return count


def _fix_file(path: Path, checked: Checked) -> int:
    if path.suffix not in folder.BANK_SUFFIXES:
        return 0
    from tiku.editing.fixes import mend

    text = path.read_bytes().decode("utf-8")
    mended, count = mend(str(path), text, checked.problems, checked.library)
    if mended == text:
        return 0
    path.write_bytes(mended.encode("utf-8"))
    return count
