"""What click says of a call that it cannot follow, in the language of who called."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EPIPE
from typing import IO, Any

import click

from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words


class Told(click.UsageError):
    """A mistake with its text in our words."""

    def show(self, file: IO[Any] | None = None) -> None:
        words = reader_words()
        if self.ctx:
            asking = words("help.mistakes.try", command=self.ctx.command_path)
            click.echo(f"{self.ctx.get_usage()}\n{asking}\n", file=file, err=True)
        click.echo(words("help.mistakes.error", message=self.message), file=file, err=True)


class Failed(Told):
    """What the machine could not do."""

    exit_code = 1


@contextmanager
def told() -> Iterator[None]:
    """Whatever click raises inside, told by us; help for a call without arguments stays help."""
    try:
        yield
    except (Told, click.exceptions.NoArgsIsHelpError):
        raise
    except OSError as error:
        if error.errno == EPIPE:
            raise
        from tiku.hosts.exchange import unwritten

        raise Failed(unwritten(error)) from None
    except click.Abort:
        click.echo(reader_words()("help.mistakes.stopped"), err=True)
        raise click.exceptions.Exit(Failed.exit_code) from None
    except click.UsageError as mistake:
        raise Told(_text(mistake, reader_words()), mistake.ctx) from None


def _text(mistake: click.UsageError, words: Words) -> str:
    near: list[str] = []
    if isinstance(mistake, click.NoSuchCommand):
        text = words("help.mistakes.no-command", name=mistake.command_name)
        near = mistake.possibilities or near
    elif isinstance(mistake, click.NoSuchOption):
        text = words("help.mistakes.no-option", name=mistake.option_name)
        near = mistake.possibilities or near
    elif isinstance(mistake, click.BadParameter) and mistake.param and mistake.ctx:
        text = _of_parameter(mistake, mistake.param, mistake.ctx, words)
    elif isinstance(mistake, click.BadOptionUsage):
        text = words("help.mistakes.needs-value", name=mistake.option_name)
    else:
        text = mistake.format_message()
    guess = words("help.mistakes.near", names=words.join(near, "choices")) if near else ""
    return f"{text} {guess}".strip()


def _of_parameter(
    mistake: click.BadParameter, own: click.Parameter, call: click.Context, words: Words
) -> str:
    name = own.get_error_hint(call)
    if isinstance(mistake, click.MissingParameter):
        return words("help.mistakes.missing", name=name)
    if isinstance(own.type, click.Choice):
        offered = words.join(map(str, own.type.choices))
        return words("help.mistakes.choice", name=name, choices=offered)
    return words("help.mistakes.value", name=name, message=mistake.message)
