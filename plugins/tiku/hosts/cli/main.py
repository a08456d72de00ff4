"""The command line. It imports neither MkDocs nor Markdown, so that a check takes no time."""

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from tiku.editing.fixes import EDITS, mend
from tiku.hosts.cli.new import new_command
from tiku.hosts.cli.reviewed import reviewed_command
from tiku.hosts.cli.schema import schema_command
from tiku.hosts.cli.show import show_command
from tiku.hosts.cli.stats import stats_command
from tiku.hosts.cli.terminal import wrapped
from tiku.loading import folder
from tiku.locales.language import Language, reader_language
from tiku.model.problem import Problem, Severity, count
from tiku.rules.check import Checked, check_paths

Report = Callable[[list[Problem], Language], str]

MOST_TURNS = 50
MENDED = {"zh": "修正了 {} 處", "en": "{} places put right"}
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-tiku", prog_name="tiku")
def main() -> None:
    """題庫:question banks in YAML."""


for command in (new_command, reviewed_command, schema_command, show_command, stats_command):
    main.add_command(command)


@main.command("check")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--docs",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The pages that `see` and ```quiz fences belong to  [docs beside mkdocs.yml]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="For a person, for GitHub's annotations, for a program.",
)
@click.option("--doubtful", is_flag=True, help="Also apply rules that are often wrong.")
@click.option("--fix", is_flag=True, help="First put right what is mechanical.")
@click.pass_context
def check_command(
    context: click.Context,
    paths: tuple[Path, ...],
    docs: Path | None,
    form: str,
    doubtful: bool,
    fix: bool,
) -> None:
    """Find every problem in banks (default: the folder questions).

    Exit status: 0 without errors, 1 with errors, 2 when called wrongly.
    """
    chosen = paths or (Path("questions"),)
    if not all(path.exists() for path in chosen):
        raise click.UsageError("there is no folder questions here; name a file or folder")
    if fix:
        click.echo(MENDED[reader_language()].format(fix_paths(chosen, docs)), err=True)
    checked = check_named(chosen, docs, doubtful)
    click.echo(REPORTS[form](checked.problems, reader_language()), nl=False)
    context.exit(int(checked.has(Severity.ERROR)))


def check_named(paths: tuple[Path, ...], docs: Path | None, doubtful: bool = False) -> Checked:
    """Check files and folders, with the shared files beside them; report on what was named."""
    named = [found for path in paths for found in folder.bank_paths(path)]
    beside = [found for path in named for found in folder.shared_beside(path)]
    docs = docs or folder.docs_beside(paths[0])
    checked = check_paths(dict.fromkeys([*named, *beside]), docs, date.today(), doubtful)
    silent = {str(path) for path in beside} - {str(path) for path in named}
    alone = docs if docs and any(path.is_file() for path in paths) else None
    told = [p for p in checked.problems if not _is_silent(p.place.file, silent, alone)]
    return Checked(checked.library, told)


def _is_silent(file: str, silent: set[str], docs: Path | None) -> bool:
    return file in silent or (docs is not None and Path(file).is_relative_to(docs))


def fix_paths(paths: tuple[Path, ...], docs: Path | None) -> int:
    """Put right what is mechanical in the files named; how many places that were.

    One mistake can hide another, and some lie in the same place: it takes several turns.
    """
    count = 0
    for _ in range(MOST_TURNS):
        checked = check_named(paths, docs)
        names = {p.place.file for p in checked.problems if p.code in EDITS}
        mended = [_fix_file(Path(name), checked) for name in sorted(names)]
        count += sum(mended)
        if not any(mended):
            break
    return count


def _fix_file(path: Path, checked: Checked) -> int:
    if path.suffix not in folder.BANK_SUFFIXES:
        return 0
    text = path.read_bytes().decode("utf-8")
    mended, count = mend(str(path), text, checked.problems, checked.library)
    if mended == text:
        return 0
    path.write_bytes(mended.encode("utf-8"))
    return count


def _as_text(problems: list[Problem], language: Language) -> str:
    lines = []
    for problem in problems:
        said, hint = _fitting(problem.line(language)), _fitting(f"    {problem.hint(language)}")
        lines += [click.style(said, fg=COLOURS[problem.severity]), hint]
    lines.append(_summary(problems, language))
    return "\n".join(lines) + "\n"


def _fitting(line: str) -> str:
    """Broken for a terminal; for programs a problem stays a line."""
    if not sys.stdout.isatty():
        return line
    return wrapped(line, shutil.get_terminal_size().columns, "    ")


def _summary(problems: list[Problem], language: Language) -> str:
    errors, warnings, advice = (count(problems, severity) for severity in Severity)
    if language == "en":
        return f"{errors} errors, {warnings} warnings, {advice} pieces of advice"
    return f"{errors} 個錯誤，{warnings} 個警告，{advice} 個建議"


def _as_github(problems: list[Problem], language: Language) -> str:
    """Workflow commands: https://docs.github.com/actions/reference/workflow-commands."""
    return "".join(_annotation(problem, language) for problem in problems)


def _annotation(problem: Problem, language: Language) -> str:
    level = {"advice": "notice"}.get(problem.severity, problem.severity)
    place, said = problem.place, f"{problem.message(language)}\n{problem.hint(language)}"
    where = f"file={_escaped(place.file, ':,')},line={place.line},col={place.column}"
    return f"::{level} {where},title={problem.code}::{_escaped(said)}\n"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_json(problems: list[Problem], language: Language) -> str:
    found = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity,
            "code": p.code,
            "message": p.message(language),
            "hint": p.hint(language),
        }
        for p in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


REPORTS: dict[str, Report] = {"text": _as_text, "github": _as_github, "json": _as_json}
