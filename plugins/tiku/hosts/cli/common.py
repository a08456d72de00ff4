"""What several commands start from."""

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from tiku.locales.language import reader_language
from tiku.model import Item, Library
from tiku.model.problem import Place, Problem
from tiku.rules.check import check_folder
from tiku.text.suggestions import near

questions_option = click.option(
    "--questions",
    type=click.Path(path_type=Path),
    default="questions",
    show_default=True,
    help="The folder of banks.",
)


def load(questions: Path) -> Library:
    """The banks of a folder; whatever is wrong in them is for `tiku check` to say."""
    if not questions.exists():
        said = {"zh": f"沒有 {questions}", "en": f"there is no {questions}"}
        raise click.UsageError(said[reader_language()])
    return check_folder(questions).library


def question_named(library: Library, name: str) -> Item:
    """A question or case, or one line on what was perhaps meant."""
    everything: dict[str, Item] = {q.id: q for q in library.questions()}
    everything |= {item.id: item for item in library.items()}
    return everything[name] if name in everything else unknown(name, everything)


def unknown(name: str, known: Iterable[str]) -> NoReturn:
    """Ends the command with a line on what was perhaps meant."""
    details = {"id": name, "near": near(name, list(known))}
    problem = Problem("unknown-question", Place("-"), details)
    language = reader_language()
    raise click.UsageError(f"{problem.message(language)}\n{problem.hint(language)}")
