"""The command line. It imports neither MkDocs nor Markdown, so that a check takes no time."""

import click

from tiku.hosts.cli.build import build_command, pages_command, search_command
from tiku.hosts.cli.check import check_command
from tiku.hosts.cli.collect import collect_command
from tiku.hosts.cli.csp import csp_command
from tiku.hosts.cli.export import export_command
from tiku.hosts.cli.help import ASKED_BY, Tiku
from tiku.hosts.cli.import_ import import_command
from tiku.hosts.cli.init import init_command
from tiku.hosts.cli.new import new_command
from tiku.hosts.cli.quiz import quiz_command
from tiku.hosts.cli.reviewed import reviewed_command
from tiku.hosts.cli.schema import schema_command
from tiku.hosts.cli.show import show_command
from tiku.hosts.cli.stats import stats_command

COMMANDS = (
    build_command,
    check_command,
    collect_command,
    csp_command,
    export_command,
    import_command,
    init_command,
    new_command,
    pages_command,
    quiz_command,
    reviewed_command,
    schema_command,
    search_command,
    show_command,
    stats_command,
)


@click.group(cls=Tiku, context_settings={"help_option_names": ASKED_BY})
@click.version_option(package_name="mkdocs-tiku", prog_name="tiku")
def main() -> None:
    """Question banks in YAML."""


for command in COMMANDS:
    main.add_command(command)
