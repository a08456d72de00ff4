"""What several commands start from."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from tiku.hosts.cli.values import FilePath
from tiku.locales.language import reader_words
from tiku.model import Item, Library
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.rules.check import check_folder
from tiku.text.suggestions import closest

questions_option = click.option(
    "--questions",
    type=FilePath(),
    default="questions",
    show_default=True,
)


TOPIC = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")


def new_bank(topic: str, questions: Path) -> Path:
    """Where the bank of a new topic stands; its name is the file's and leads nowhere else."""
    if not TOPIC.fullmatch(topic):
        problem = reader_words()("cli.topic", topic=topic)
        raise click.BadParameter(problem, param_hint="--topic")
    return questions / f"{topic}.yml"


def load(questions: Path, docs: Path | None = None) -> Library:
    """The banks of a folder, and pages; whatever is wrong there is for `tiku check` to say."""
    if not questions.exists():
        raise click.UsageError(reader_words()("cli.missing", path=questions))
    return check_folder(questions, docs).library


def question_named(library: Library, name: str) -> Item:
    """A question or case, or one line on what was perhaps meant."""
    everything: dict[str, Item] = {q.id: q for q in library.questions()}
    everything |= {item.id: item for item in library.items()}
    return everything[name] if name in everything else unknown(name, everything)


def unknown(
    name: str, known: Iterable[str], code: str = "unknown-question", **more: object
) -> NoReturn:
    """Ends the command with a line on what was perhaps meant."""
    names = list(known)
    details = {"id": name, "near": closest(name, names), "known": names, **more}
    refused(Problem(code, Place("-"), details))


def refused(problem: Problem) -> NoReturn:
    """Ends the command with what is wrong and what would be right."""
    words = reader_words()
    raise click.UsageError(f"{problem.message(words)}\n{problem.hint(words)}")
