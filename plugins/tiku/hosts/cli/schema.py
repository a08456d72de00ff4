"""`tiku schema`."""

import click

from tiku.editing.schema import FILES, as_json


@click.command("schema")
@click.argument("name", type=click.Choice(list(FILES)), default="bank")
def schema_command(name: str) -> None:
    """Print the JSON Schema of a file, for editors (draft-07; default: of a bank)."""
    click.echo(as_json(name), nl=False)
