"""`tiku show`: a question as readers get it, in the terminal."""

import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import click

from tiku.hosts.cli.common import load, question_named, questions_option
from tiku.hosts.cli.terminal import wrapped
from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words
from tiku.model import Case, ChoiceQuestion, Item, Library, Numeric, Open, Question, Text, TrueFalse
from tiku.text.printable import printable

MOST_COLUMNS = 100


@click.command("show")
@click.argument("names", metavar="[ID]...", nargs=-1)
@questions_option
@click.option("--quiz", is_flag=True)
@click.option(
    "--since",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
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
        yield from _question(item, words, answered)
    if answered and item.sources:
        titles = {s.id: s.title for s in library.sources.sources} if library.sources else {}
        named = words.join((titles.get(name, name) for name in item.sources), "parts")
        yield words("show.sources", sources=named)


def _question(question: Question, words: Words, answered: bool) -> Iterator[str]:
    yield question.stem
    yield from _choices(question, answered)
    if answered:
        yield ""
        if told := _answer(question, words):
            yield words("show.answer", answer=told)
        if question.explanation:
            yield words("show.explanation", explanation=question.explanation)


def _choices(question: Question, answered: bool) -> Iterator[str]:
    """Marked where right, with the note where wrong."""
    if isinstance(question, ChoiceQuestion):
        for letter, choice in zip(string.ascii_uppercase, question.choices, strict=False):
            mark = "✓" if answered and choice in question.answer else " "
            yield f" {mark} {letter} {question.choices[choice]}"
            if answered and question.why.get(choice):
                yield f"     ✗ {question.why[choice]}"
    else:
        yield from (f"   ・ {text}" for text in question.offered())


def _answer(question: Question, words: Words) -> str:
    """As text, for the kinds whose choices do not show it."""
    match question:
        case TrueFalse(answer=bool() as verdict):
            return words(f"labels.verdicts.{str(verdict).lower()}")
        case Numeric(answer=answer) if answer:
            number = f"{answer.value}{answer.unit or ''}"
            slack = answer.tolerance
            return words("show.number", number=number, tolerance=slack) if slack else number
        case Text(answer=variants):
            return words.join(variants, "choices")
        case Open(answer=model):
            return model
        case ChoiceQuestion():
            return ""
    return words.join(question.key(), "parts")
