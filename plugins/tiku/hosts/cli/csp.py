"""`tiku csp`."""

from pathlib import Path

import click

from tiku.hosts.cli.values import FilePath
from tiku.site.content_security import policy


@click.command("csp")
@click.argument("site", type=FilePath(exists=True, file_okay=False))
def csp_command(site: Path) -> None:
    """Print a Content-Security-Policy for a built site, to be sent with every page."""
    click.echo(policy(page.read_text("utf-8") for page in sorted(site.rglob("*.html"))))
