"""`tiku quiz`: a set of questions in the terminal, by keyboard, with a score."""

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from tiku.hosts.cli import question_text
from tiku.hosts.cli.asked import Asked, of_library, of_site
from tiku.hosts.cli.common import load, question_named, questions_option, unknown
from tiku.hosts.cli.terminal import wrapped
from tiku.hosts.cli.values import Count
from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words
from tiku.text.printable import printable

MOST_COLUMNS = 100
QUIT = ("q", "quit", "exit")


@click.command("quiz")
@click.argument("site", required=False)
@click.option("--topic", "topics", multiple=True)
@click.option("--id", "ids", multiple=True)
@click.option("--count", type=Count(), default=10, show_default=True)
@click.option("--seed")
@questions_option
def quiz_command(
    site: str | None,
    topics: tuple[str, ...],
    ids: tuple[str, ...],
    count: int,
    seed: str | None,
    questions: Path,
) -> None:
    """Answer questions in the terminal."""
    words = reader_words()
    found = [*of_site(site, topics)] if site else _of_banks(questions, topics, ids, words)
    if ids:
        found = [one for one in found if one.id in ids]
    if not found:
        raise click.UsageError(words("quiz.nothing"))
    chosen = found if ids else _drawn(found, count, seed)
    _ask(chosen, words)


def _of_banks(
    questions: Path, topics: tuple[str, ...], ids: tuple[str, ...], words: Words
) -> list[Asked]:
    library = load(questions)
    for name in ids:
        question_named(library, name)
    known = [bank.topic for bank in library.banks]
    for topic in topics:
        if topic not in known:
            unknown(topic, known, "unknown-topic")
    banks = [bank for bank in library.banks if not topics or bank.topic in topics]
    return [*of_library([item for bank in banks for item in bank.current()], words)]


def _drawn(found: Sequence[Asked], count: int, seed: str | None) -> list[Asked]:
    """Some at random, in the order in which they stand, so that cases stay together."""
    places = random.Random(seed).sample(range(len(found)), min(count, len(found)))
    return [found[place] for place in sorted(places)]


def _ask(chosen: Sequence[Asked], words: Words) -> None:
    right = asked = 0
    material = ""
    for number, question in enumerate(chosen, start=1):
        head = words("quiz.where", number=number, total=len(chosen))
        _say(f"── {head}  {words(f'labels.kinds.{question.kind}')}  {question.id}\n")
        if question.material != material:
            _say(question.material)
        material = question.material
        _say(question.stem)
        for line in _offered(question):
            _say(line)
        typed = _typed(question, words)
        if typed is None:
            break
        verdict = _verdict(question, typed, words)
        asked, right = asked + 1, right + verdict
        told = () if question.kind == "open" else question.told
        _say("\n".join(("", words("quiz.right" if verdict else "quiz.wrong"), *told, "")))
    _say(words("quiz.score", right=right, asked=asked))


def _offered(question: Asked) -> Sequence[str]:
    prompts = enumerate(question.prompts.values(), start=1)
    lines = [f"   {number} {text}" for number, text in prompts]
    return [*lines, *question_text.lettered(question.choices)]


def _typed(question: Asked, words: Words) -> str | None:
    """What can be read as an answer; None at the end of the input, or where `q` is typed."""
    while True:
        try:
            typed = input(words(f"quiz.prompts.{question.kind}"))
        except (EOFError, KeyboardInterrupt):
            _say("")
            return None
        if typed.strip().lower() in QUIT:
            return None
        if question.kind == "open" or question.mark(typed) is not None:
            return typed
        _say(words("quiz.unread"))


def _verdict(question: Asked, typed: str, words: Words) -> bool:
    """An open answer is judged by whoever wrote it, against the model."""
    if question.kind != "open":
        return bool(question.mark(typed))
    _say("\n".join(question.told))
    try:
        return input(words("quiz.judge")).strip().lower()[:1] in ("y", "是", "對", "对")
    except (EOFError, KeyboardInterrupt):
        return False


def _say(text: str) -> None:
    columns = min(shutil.get_terminal_size().columns, MOST_COLUMNS)
    for line in text.split("\n"):
        click.echo(wrapped(printable(line), columns, "     " if line.startswith(" ") else ""))
