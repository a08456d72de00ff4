"""What `--help` says, in the language of who asks: the table `help` of the catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any

import click

from tiku.hosts.cli.mistakes import told
from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words

SHARED = "every"
"""The table of options that several commands have."""

ASKED_BY = ["-h", "--help"]


class Spoken(click.HelpFormatter):
    """What click puts between."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        words = reader_words()
        for theirs, ours in words.group("help.call").items():
            args = args.replace(theirs, ours)
        super().write_usage(prog, args, prefix or words("help.usage"))

    def write_heading(self, heading: str) -> None:
        told = reader_words().group("help.headings").get(heading, f"{heading}:")
        self.write(f"{'':>{self.current_indent}}{told}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        spoken = [(_valued(name), _marked(told)) for name, told in rows]
        super().write_dl(spoken, col_max, col_spacing)


def _valued(name: str) -> str:
    """An option with our word for what stands behind it."""
    for theirs, ours in reader_words().group("help.values").items():
        if name.endswith(f" {theirs}"):
            return name.removesuffix(theirs) + ours
    return name


def _marked(told: str) -> str:
    """With our words for what click adds to the text of an option."""
    for theirs, ours in reader_words().group("help.marks").items():
        told = told.replace(theirs, ours)
    return told


class SpokenContext(click.Context):
    """A call whose help has our headings."""

    formatter_class = Spoken


class Tiku(click.Group):
    """The commands, each with its help as the catalogue has it when it is called.

    `modules`: name of a command -> the module that has it; loaded when it is called.
    """

    def __init__(self, *, modules: Mapping[str, str], **extra: Any) -> None:  # noqa: ANN401
        super().__init__(**extra)
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.modules:
            return None
        command = getattr(import_module(self.modules[cmd_name]), f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        speak(command, reader_words(), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(
                error.command_name, possibilities=self.modules, ctx=ctx
            ) from None

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: object,
    ) -> click.Context:
        speak(self, reader_words())
        with told():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- as click has it
        with told():
            return super().invoke(ctx)


def speak(command: click.Command, words: Words, table: str = "tiku") -> None:
    """Gives a command, its options and the commands below it their texts."""
    command.context_class = SpokenContext
    command.help = words(f"help.{table}.about")
    own = {**words.group(f"help.{SHARED}"), **words.group(f"help.{table}")}
    for option in _options(command):
        option.help = own.get(str(option.name), option.help)
    if asking := command.get_help_option(click.Context(command, help_option_names=ASKED_BY)):
        asking.help = words("help.every.help")


def _options(command: click.Command) -> Iterator[click.Option]:
    """Those of a command; arguments tell themselves by their names."""
    yield from (one for one in command.params if isinstance(one, click.Option))
