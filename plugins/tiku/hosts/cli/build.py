"""`tiku build`, `tiku pages` and `tiku search`: sites that no plugin of ours runs in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tiku.hosts.cli.common import questions_option
from tiku.hosts.cli.reports import as_text
from tiku.locales.catalogue import languages
from tiku.locales.language import reader_words
from tiku.model.problem import Problem, Severity

if TYPE_CHECKING:
    from tiku.rendering.links import Locate
    from tiku.site.build import Build

C = TypeVar("C", bound=Callable[..., None])
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def site_options(command: C) -> C:
    """Where banks are, and in which language the site speaks."""
    language = click.option("--language", type=click.Choice(languages()))
    return questions_option(language(command))


@click.command("build")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--docs", type=FOLDER, default="docs")
@click.option("--fragments", is_flag=True)
@click.option("--root", default="/")
@site_options
@click.pass_context
def build_command(
    context: click.Context,
    out: Path,
    docs: Path,
    fragments: bool,
    root: str,
    language: str | None,
    questions: Path,
) -> None:
    from tiku.hosts.opening import write
    from tiku.hosts.static import site
    from tiku.rendering.links import below, seen_from

    words = reader_words()
    if out.exists() and any(out.iterdir()) and not (out / site.MANIFEST).is_file():
        raise click.UsageError(words("build.not-ours", path=out))
    locate: Callable[[str], Locate] = (lambda _: below(root)) if fragments else seen_from
    build = _opened(context, questions, docs, language, locate)
    made = list(site.files(build, docs, fragments))
    _stop(context, build.dead_references())
    site.clear(out)
    click.echo(words("build.done", number=write(out, made), path=out))


@click.command("pages")
@click.argument("docs", type=FOLDER)
@site_options
@click.pass_context
def pages_command(
    context: click.Context, docs: Path, language: str | None, questions: Path
) -> None:
    from tiku.hosts.opening import write
    from tiku.hosts.zensical import pages
    from tiku.rendering.links import beside_source

    words = reader_words()
    build = _opened(context, questions, docs, language, beside_source)
    made = dict(pages.files(build))
    pages.clear(docs, made)
    click.echo(words("build.done", number=write(docs, made.items()), path=docs))


@click.command("search")
@click.argument("site", type=FOLDER)
@click.option("--docs", type=FOLDER, default="docs")
@site_options
@click.pass_context
def search_command(
    context: click.Context, site: Path, docs: Path, language: str | None, questions: Path
) -> None:
    from tiku.hosts.opening import write
    from tiku.hosts.zensical import reading
    from tiku.rendering.links import seen_from

    words = reader_words()
    build = _opened(context, questions, docs, language, seen_from)
    reading.read_site(build, site)
    found, problems = build.search()
    _stop(context, [*build.dead_references(), *problems])
    click.echo(words("build.done", number=write(site, found.items()), path=site))


def _opened(
    context: click.Context,
    questions: Path,
    docs: Path,
    language: str | None,
    locate: Callable[[str], Locate],
) -> Build:
    """Nothing is made of banks with an error; what is wrong is told."""
    from tiku.hosts.opening import Unpublished, opened, site_words

    if not questions.exists():
        raise click.UsageError(reader_words()("cli.missing", path=questions))
    try:
        build, problems = opened(questions, docs, site_words(questions, language), locate)
    except Unpublished as stopped:
        click.echo(as_text(stopped.problems, reader_words()), nl=False, err=True)
        context.exit(1)
    _stop(context, [p for p in problems if p.severity is Severity.WARNING])
    return build


def _stop(context: click.Context, problems: Iterable[Problem]) -> None:
    """Tell what only a built site shows; an error ends the command."""
    told = list(problems)
    if told:
        click.echo(as_text(told, reader_words()), nl=False, err=True)
    if any(problem.severity is Severity.ERROR for problem in told):
        context.exit(1)
