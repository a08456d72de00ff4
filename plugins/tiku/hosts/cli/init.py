"""`tiku init`: a site to begin with, never over anything that is there."""

from pathlib import Path

import click

from tiku.editing.site_skeleton import site
from tiku.hosts.cli.values import FilePath
from tiku.hosts.registry import HOSTS
from tiku.locales.language import reader_words


@click.command("init")
@click.argument("folder", type=FilePath(file_okay=False), default=".")
@click.option("--title")
@click.option("--host", type=click.Choice(list(HOSTS)), default="material")
def init_command(folder: Path, title: str | None, host: str) -> None:
    """Write a site to begin with: configuration, policy, bank, workflow."""
    words = reader_words()
    files = site(title or folder.resolve().name, words, HOSTS[host])
    if there := [str(folder / path) for path in files if (folder / path).exists()]:
        raise click.UsageError(words("init.there", paths=there))
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        click.echo(target)
    commands = " && ".join(HOSTS[host].commands)
    click.echo(words("init.next", needs=HOSTS[host].needs, commands=commands), err=True)
