"""`tiku new`: the skeleton of a question at the end of its bank."""

from dataclasses import dataclass
from pathlib import Path

import click

from tiku.editing.edits import appended
from tiku.editing.free_ids import free_id, taken_ids
from tiku.editing.site_skeleton import bank
from tiku.editing.skeletons import SKELETONS, skeleton
from tiku.hosts.cli.common import load, new_bank, questions_option
from tiku.hosts.cli.values import chosen, typed
from tiku.locales.language import reader_words
from tiku.model import Bank


@dataclass(frozen=True, slots=True)
class Given:
    """What was said when it was called; what is None is asked for."""

    topic: str | None
    kind: str | None
    name: str | None
    stem: str | None
    title: str | None


@click.command("new")
@click.argument("what", type=click.Choice(["question", "topic"]), default="question")
@click.option("--topic")
@click.option("--kind", type=click.Choice(list(SKELETONS)))
@click.option("--id", "name")
@click.option("--stem")
@click.option("--title")
@questions_option
def new_command(
    what: str,
    topic: str | None,
    kind: str | None,
    name: str | None,
    stem: str | None,
    title: str | None,
    questions: Path,
) -> None:
    """Add the skeleton of a question to its bank, or a new topic's bank with one."""
    given = Given(topic, kind, name, stem, title)
    click.echo((_new_topic if what == "topic" else _new_question)(given, questions))


def _new_question(given: Given, questions: Path) -> str:
    words = reader_words()
    asked = words.group("new.asked")
    library = load(questions)
    banks = {str(bank.topic): bank for bank in library.banks}
    topic = given.topic or chosen("--topic", asked["topic"], list(banks))
    if topic not in banks:
        raise click.BadParameter(words.join(banks), param_hint="--topic")
    kind = given.kind or chosen("--kind", asked["kind"], list(SKELETONS), "single")
    free = free_id(topic, taken_ids(library))
    name = given.name or typed("--id", asked["name"], free)
    stem = given.stem
    if stem is None:
        stem = typed("--stem", asked["stem"], "", shown=False)
    return add(banks[topic], skeleton(kind, name, stem))


def _new_topic(given: Given, questions: Path) -> str:
    """The file that is written, where no bank has the topic."""
    words = reader_words()
    topic = given.topic or typed("--topic", words("new.asked.topic"))
    path = new_bank(topic, questions)
    known = [bank.topic for bank in load(questions).banks] if questions.exists() else []
    if topic in known or path.exists():
        raise click.BadParameter(words("new.no-topic", topic=topic), param_hint="--topic")
    title = given.title or typed("--title", words("new.asked.title"))
    lines = skeleton(given.kind or "single", given.name or f"{topic}-1", given.stem or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(bank(topic, title, lines), encoding="utf-8", newline="\n")
    return str(path)


def add(there: Bank, lines: list[str]) -> str:
    """Write it behind the last question; the place to go on, as editors understand it."""
    path = Path(there.origin.place().file)
    if list(getattr(there.origin, "keys", ()))[-1:] != ["questions"] or not there.questions:
        raise click.UsageError(reader_words()("new.no-room", path=path))
    column = there.questions[-1].origin.place().column
    text = path.read_bytes().decode("utf-8")
    whole, line = appended(text, lines, column)
    path.write_bytes(whole.encode("utf-8"))
    return f"{path}:{line}:{column}"
