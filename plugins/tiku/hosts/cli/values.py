"""Values of options and arguments: what is wrong with one is told in our words."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import click

from tiku.locales.language import reader_words


class FilePath(click.Path):
    """A file or a folder."""

    def __init__(self, **wanted: bool) -> None:
        super().__init__(path_type=Path, **wanted)

    def convert(
        self,
        value: Any,  # noqa: ANN401 -- as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(self._wrong(Path(value)), param, ctx)

    def _wrong(self, path: Path) -> str:
        words = reader_words()
        if not path.exists():
            return words("cli.missing", path=path)
        if path.is_dir() and not self.dir_okay:
            return words("cli.folder", path=path)
        if not path.is_dir() and not self.file_okay:
            return words("cli.no-folder", path=path)
        return words("cli.unreadable", path=path)


class Saying(click.ParamType[Any]):
    """What is wrong is said in our words."""

    says: ClassVar[str]

    def fail(
        self,
        message: str,
        param: click.Parameter | None = None,
        ctx: click.Context | None = None,
    ) -> NoReturn:
        super().fail(reader_words()(self.says), param, ctx)


class Count(Saying, click.IntRange):
    """How many, from one."""

    says = "cli.count"

    def __init__(self) -> None:
        super().__init__(min=1)


class Day(Saying, click.DateTime):
    """A date."""

    says = "cli.day"

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])


def typed(option: str, asked: str, default: str | None = None, *, shown: bool = True) -> str:
    """What is typed; where nobody can, which option would say it."""
    try:
        return str(click.prompt(asked, default=default, show_default=shown))
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo()
        raise click.UsageError(reader_words()("new.unasked", option=option)) from None


def chosen(option: str, asked: str, among: Sequence[str], default: str | None = None) -> str:
    """The same, asked again until it is one of these."""
    words = reader_words()
    offered = words.join(among)
    while (name := typed(option, f"{asked} ({offered})", default)) not in among:
        click.echo(words("help.mistakes.choice", name=name, choices=offered))
    return name
