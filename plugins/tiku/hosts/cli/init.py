"""`tiku init`: a site to begin with, never over anything that is there."""

from pathlib import Path

import click

from tiku.editing.site_skeleton import site
from tiku.locales.language import reader_words


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option("--title")
def init_command(folder: Path, title: str | None) -> None:
    """Write a site to begin with: configuration, policy, bank, workflow."""
    words = reader_words()
    files = site(title or folder.resolve().name, words)
    if there := [str(folder / path) for path in files if (folder / path).exists()]:
        raise click.UsageError(words("init.there", paths=there))
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        click.echo(target)
    click.echo(words("init.next"), err=True)
