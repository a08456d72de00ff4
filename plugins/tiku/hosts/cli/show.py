"""`tiku show`: a question as readers get it, in the terminal."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import click

from tiku.hosts.cli import question_text
from tiku.hosts.cli.common import load, question_named, questions_option
from tiku.hosts.cli.terminal import wrapped
from tiku.hosts.cli.values import FilePath
from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words
from tiku.model import Case, ChoiceQuestion, Item, Library, Question
from tiku.text.printable import printable

MOST_COLUMNS = 100


@click.command("show")
@click.argument("names", metavar="[ID]...", nargs=-1)
@questions_option
@click.option("--quiz", is_flag=True)
@click.option(
    "--since",
    type=FilePath(exists=True, file_okay=False),
)
def show_command(names: tuple[str, ...], questions: Path, quiz: bool, since: Path | None) -> None:
    """Show questions and cases as readers get them."""
    library, words = load(questions), reader_words()
    items = [question_named(library, name) for name in names]
    items += changed(library, load(since)) if since else []
    columns = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
    for item in items:
        for line in shown(item, library, words, answered=not quiz):
            line = "\n".join(map(printable, line.split("\n")))
            indent = " " * (len(line) - len(line.lstrip(" ")) + 3)
            click.echo(wrapped(line, columns, indent if line.startswith(" ") else ""))
        click.echo()


def changed(library: Library, before: Library) -> list[Item]:
    """What is new or differs in anything but its place."""
    old = {item.id: item for item in before.items()}
    return [item for item in library.items() if old.get(item.id) != item]


def shown(item: Item, library: Library, words: Words, *, answered: bool) -> Iterator[str]:
    """Line by line, not wrapped yet."""
    level = words.group("labels.difficulties").get(item.difficulty or "")
    labels = [words(f"labels.kinds.{item.kind}"), *([level] if level else [])]
    yield f"{item.id}  {'·'.join(labels)}  {item.origin.place()}"
    yield ""
    if isinstance(item, Case):
        yield from (item.title, "", item.material)
        for question in item.questions:
            yield ""
            yield from shown(question, library, words, answered=answered)
    if isinstance(item, Question):
        yield item.stem
        yield from _answered(item, words) if answered else question_text.offered(item)
    yield from _standing(item, library, words) if answered else ()


def _answered(question: Question, words: Words) -> Iterator[str]:
    """With marks where it has choices; else what is offered, then what is right."""
    if isinstance(question, ChoiceQuestion):
        yield from _marked(question)
        yield ""
    else:
        yield from question_text.offered(question)
        yield ""
        yield from question_text.right(question, words)
    yield from question_text.told(question, words)
    if question.hint:
        yield words("show.hint", hint=question.hint)


def _marked(question: ChoiceQuestion) -> Iterator[str]:
    """Each choice, and the note where it is wrong."""
    for line, own in zip(question_text.offered(question), question.choices, strict=False):
        yield f" ✓{line[2:]}" if own in question.answer else line
        if question.why.get(own):
            yield question_text.NOTE.format(question.why[own])


def _standing(item: Item, library: Library, words: Words) -> Iterator[str]:
    """What it trains, what it rests on, and that it is no longer asked."""
    aims = {own: text for bank in library.banks for own, text in bank.objectives.items()}
    if item.objective:
        yield words("show.objective", objective=aims.get(item.objective, item.objective))
    if item.see:
        yield words("show.see", see=words.join(item.see, "parts"))
    if item.sources:
        titles = {s.id: s.title for s in library.sources.sources} if library.sources else {}
        named = words.join((titles.get(name, name) for name in item.sources), "parts")
        yield words("show.sources", sources=named)
    if item.retired:
        yield words("show.retired", why=item.retired.why)
