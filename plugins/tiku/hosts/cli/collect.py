"""`tiku collect`: what was written on pages moves into a bank, and the pages name it."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from tiku.editing.collecting import collected
from tiku.formats import yaml_text
from tiku.formats.bank_entries import entry_of
from tiku.hosts.cli.common import new_bank, questions_option
from tiku.hosts.cli.reports import as_text
from tiku.hosts.cli.values import FilePath
from tiku.loading import folder
from tiku.locales.language import reader_words
from tiku.model import Item
from tiku.model.problem import Problem, Severity
from tiku.rules.check import check_folder


@click.command("collect")
@click.argument("pages", nargs=-1, required=True, type=FilePath(exists=True, dir_okay=False))
@click.option("--topic", required=True)
@click.option("--docs", type=FilePath(exists=True, file_okay=False))
@questions_option
@click.pass_context
def collect_command(
    context: click.Context, pages: tuple[Path, ...], topic: str, docs: Path | None, questions: Path
) -> None:
    """Move questions that stand on pages into a bank."""
    words = reader_words()
    root = docs or folder.docs_beside(questions) or Path("docs")
    problems: list[Problem] = []
    texts: dict[Path, str] = {}
    moved: list[Item] = []
    for page in pages:
        below = Path(os.path.relpath(page, root)).as_posix()
        text = page.read_bytes().decode("utf-8")
        texts[page], items = collected(str(page), below, text, problems)
        moved += items
    if errors := [one for one in problems if one.severity is Severity.ERROR]:
        click.echo(as_text(errors, words), err=True, nl=False)
        context.exit(1)
    if moved:
        bank = _append(moved, topic, questions)
        for page, text in texts.items():
            page.write_bytes(text.encode("utf-8"))
        click.echo(words("collect.moved", number=len(moved), bank=bank))
    else:
        click.echo(words("collect.nothing"), err=True)


def _append(items: Sequence[Item], topic: str, questions: Path) -> Path:
    """To the bank of the topic, or to a new one."""
    library = check_folder(questions).library
    bank = next((one for one in library.banks if one.topic == topic and one.is_listed), None)
    entries = [entry_of(item) for item in items]
    if bank is None:
        path = new_bank(topic, questions)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml_text.bank({"topic": topic, "title": topic}, {}, entries)
    else:
        path = Path(bank.origin.place().file)
        column = bank.questions[-1].origin.place().column if bank.questions else 5
        lines = ["\n".join(yaml_text.item(entry, column - 3)) for entry in entries]
        text = "\n\n".join([path.read_bytes().decode("utf-8").rstrip(), *lines]) + "\n"
    path.write_bytes(text.encode("utf-8"))
    return path
