"""`tiku new`: the skeleton of a question at the end of its bank."""

from pathlib import Path

import click

from tiku.editing.edits import appended
from tiku.editing.free_ids import free_id, taken_ids
from tiku.editing.skeletons import SKELETONS, skeleton
from tiku.hosts.cli.common import load, questions_option
from tiku.locales.language import reader_words
from tiku.model import Bank


@click.command("new")
@click.option("--topic")
@click.option("--kind", type=click.Choice(list(SKELETONS)))
@click.option("--id", "name")
@click.option("--stem")
@questions_option
def new_command(
    topic: str | None, kind: str | None, name: str | None, stem: str | None, questions: Path
) -> None:
    """Add the skeleton of a question to its bank; asks for what is not given."""
    words = reader_words()
    asked = words.group("new.asked")
    library = load(questions)
    banks = {str(bank.topic): bank for bank in library.banks}
    topic = topic or click.prompt(asked["topic"], type=click.Choice(list(banks)))
    if topic not in banks:
        raise click.BadParameter(words.join(banks), param_hint="--topic")
    kind = kind or click.prompt(asked["kind"], type=click.Choice(list(SKELETONS)), default="single")
    name = name or click.prompt(asked["name"], default=free_id(topic, taken_ids(library)))
    stem = stem if stem is not None else click.prompt(asked["stem"], default="", show_default=False)
    click.echo(add(banks[topic], skeleton(kind, name, stem)))


def add(bank: Bank, lines: list[str]) -> str:
    """Write it behind the last question; the place to go on, as editors understand it."""
    path = Path(bank.origin.place().file)
    if list(getattr(bank.origin, "keys", ()))[-1:] != ["questions"] or not bank.questions:
        raise click.UsageError(reader_words()("new.no-room", path=path))
    column = bank.questions[-1].origin.place().column
    text = path.read_bytes().decode("utf-8")
    whole, line = appended(text, lines, column)
    path.write_bytes(whole.encode("utf-8"))
    return f"{path}:{line}:{column}"
