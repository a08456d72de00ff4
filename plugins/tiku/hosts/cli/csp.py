"""`tiku csp`."""

from pathlib import Path

import click

from tiku.site.content_security import policy


@click.command("csp")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
def csp_command(site: Path) -> None:
    """Print a Content-Security-Policy for a built site, to be sent with every page."""
    click.echo(policy(page.read_text("utf-8") for page in sorted(site.rglob("*.html"))))
