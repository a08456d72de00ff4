"""The command line. It imports neither MkDocs nor Markdown, so that a check takes no time."""

import click

from tiku.hosts.cli.help import ASKED_BY, Tiku
from tiku.hosts.collecting import collect_seldom

COMMANDS = {
    "build": "build",
    "check": "check",
    "collect": "collect",
    "csp": "csp",
    "export": "export",
    "import": "import_",
    "init": "init",
    "merge": "build",
    "new": "new",
    "pages": "build",
    "quiz": "quiz",
    "reviewed": "reviewed",
    "schema": "schema",
    "search": "build",
    "show": "show",
    "stats": "stats",
}
"""Name -> the module beside this one that has it; it is loaded when the command is called."""


@click.group(
    cls=Tiku,
    modules={name: f"tiku.hosts.cli.{module}" for name, module in COMMANDS.items()},
    context_settings={"help_option_names": ASKED_BY},
)
@click.version_option(package_name="mkdocs-tiku", prog_name="tiku")
def main() -> None:
    """Question banks in YAML."""
    collect_seldom()
