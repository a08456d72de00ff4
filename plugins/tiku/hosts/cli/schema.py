"""`tiku schema`."""

import click

from tiku.editing.schema import as_json
from tiku.loading.layout import HELD
from tiku.locales.language import reader_words


@click.command("schema")
@click.argument("name", type=click.Choice(list(HELD)), default="bank")
def schema_command(name: str) -> None:
    """Print the JSON Schema of a file, for editors (draft-07; default: of a bank)."""
    click.echo(as_json(name, reader_words()), nl=False)
