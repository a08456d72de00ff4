"""`tiku show`: a question as readers get it, in the terminal."""

import shutil
import string
from collections.abc import Iterator
from pathlib import Path

import click

from tiku import words
from tiku.commands.library import load, question_named
from tiku.model import Case, ChoiceQuestion, Item, Library, Numeric, Open, Question, Text, TrueFalse
from tiku.terminal import wrapped

MOST_COLUMNS = 100


@click.command("show")
@click.argument("name", metavar="ID")
@click.option(
    "--questions", type=click.Path(path_type=Path), default="questions", show_default=True
)
@click.option("--quiz", is_flag=True, help="Without the answer.")
def show_command(name: str, questions: Path, quiz: bool) -> None:
    """Show one question or case."""
    library = load(questions)
    columns = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
    for line in shown(question_named(library, name), library, answered=not quiz):
        indent = " " * (len(line) - len(line.lstrip(" ")) + 3)
        click.echo(wrapped(line, columns, indent if line.startswith(" ") else ""))


def shown(item: Item, library: Library, *, answered: bool) -> Iterator[str]:
    """Line by line, not wrapped yet."""
    labels = [words.KINDS[item.kind], words.DIFFICULTIES.get(item.difficulty or "", "")]
    yield f"{item.id}  {'·'.join(filter(None, labels))}  {item.origin.place()}"
    yield ""
    if isinstance(item, Case):
        yield from (item.title, "", item.material)
        for question in item.questions:
            yield ""
            yield from shown(question, library, answered=answered)
    if isinstance(item, Question):
        yield from _question(item, answered)
    if answered and item.sources:
        titles = {s.id: s.title for s in library.sources.sources} if library.sources else {}
        yield f"出處：{'；'.join(titles.get(name, name) for name in item.sources)}"


def _question(question: Question, answered: bool) -> Iterator[str]:
    yield question.stem
    yield from _choices(question, answered)
    if answered:
        yield ""
        if told := _answer(question):
            yield f"答案：{told}"
        if question.explanation:
            yield f"解析：{question.explanation}"


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


def _answer(question: Question) -> str:
    """As text, for the kinds whose choices do not show it."""
    match question:
        case TrueFalse(answer=bool() as verdict):
            return words.VERDICTS[str(verdict).lower()]
        case Numeric(answer=answer) if answer:
            slack = f"（±{answer.tolerance}）" if answer.tolerance else ""
            return f"{answer.value}{answer.unit or ''}{slack}"
        case Text(answer=variants):
            return "／".join(variants)
        case Open(answer=model):
            return model
        case ChoiceQuestion():
            return ""
    return "；".join(question.key())
