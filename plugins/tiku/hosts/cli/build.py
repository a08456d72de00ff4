"""`tiku build`, `tiku pages` and `tiku search`: sites that no plugin of ours runs in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from tiku.hosts.cli.common import questions_option
from tiku.hosts.cli.reports import as_text
from tiku.hosts.cli.values import FilePath
from tiku.locales.catalogue import languages
from tiku.locales.language import reader_words
from tiku.model.cache import Cache
from tiku.model.problem import Problem, Severity

if TYPE_CHECKING:
    from tiku.rendering.links import Locate
    from tiku.site.build import Build

C = TypeVar("C", bound=Callable[..., None])


class Share(click.ParamType[tuple[int, int]]):
    """`2/8`: the second of eight."""

    name = "i/n"

    def convert(
        self,
        value: Any,  # noqa: ANN401 -- as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[int, int]:
        number, _, of = str(value).partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
            self.fail(reader_words()("build.no-share", text=value), param, ctx)
        return int(number), int(of)


FOLDER = FilePath(exists=True, file_okay=False)


def site_options(command: C) -> C:
    """Where banks are, and in which language the site speaks."""
    language = click.option("--language", type=click.Choice(languages()))
    forgets = click.option("--no-cache", "forgets", is_flag=True)
    return questions_option(language(forgets(command)))


def shape_options(command: C) -> C:
    """Of a site that is written whole."""
    docs = click.option("--docs", type=FOLDER, default="docs")
    fragments = click.option("--fragments", is_flag=True)
    return docs(fragments(click.option("--root", default="/")(command)))


@click.command("build")
@click.argument("out", type=FilePath(file_okay=False))
@click.option("--shard", type=Share())
@shape_options
@site_options
@click.pass_context
def build_command(
    context: click.Context,
    /,
    out: Path,
    docs: Path,
    language: str | None,
    questions: Path,
    shard: tuple[int, int] | None,
    forgets: bool,
    **shape: Any,  # noqa: ANN401 -- options
) -> None:
    if shard:
        _work_out(context, out, questions, docs, language, shard)
        return
    publish(context, out, questions, docs, language, kept(forgets), **shape)


@click.command("merge")
@click.argument("out", type=FilePath(file_okay=False))
@click.argument("parts", nargs=-1, required=True, type=FOLDER)
@shape_options
@site_options
@click.pass_context
def merge_command(
    context: click.Context,
    /,
    out: Path,
    parts: tuple[Path, ...],
    docs: Path,
    language: str | None,
    questions: Path,
    forgets: bool,
    **shape: Any,  # noqa: ANN401 -- options
) -> None:
    from tiku.hosts.cache import is_part

    if strange := [part for part in parts if not is_part(part)]:
        raise click.UsageError(reader_words()("build.no-part", path=strange[0]))
    publish(context, out, questions, docs, language, kept(forgets, *parts), **shape)


def kept(forgets: bool, *parts: Path) -> Cache:
    """What builds before this one know, unless they are to be forgotten, and the parts."""
    from tiku.hosts.cache import FolderShelf, Shelves, kept_between_builds

    if forgets:
        return Cache(Shelves(*map(FolderShelf, parts)) if parts else None, lasts=False)
    return kept_between_builds(*parts)


def publish(
    context: click.Context,
    out: Path,
    questions: Path,
    docs: Path,
    language: str | None,
    cache: Cache,
    *,
    fragments: bool,
    root: str,
) -> None:
    """Write a whole site, unless something is wrong."""
    from tiku.hosts.exchange import exchanged
    from tiku.hosts.offline_lists import offline_lists
    from tiku.hosts.opening import write
    from tiku.hosts.static import site
    from tiku.rendering.links import below, seen_from

    words = reader_words()
    if out.exists() and any(out.iterdir()) and not (out / site.MANIFEST).is_file():
        raise click.UsageError(words("build.not-ours", path=out))
    locate: Callable[[str], Locate] = (lambda _: below(root)) if fragments else seen_from
    build = _opened(context, questions, docs, language, locate, cache)
    with exchanged(out) as beside:
        number = write(beside, site.files(build, docs, fragments))
        _stop(context, build.dead_references())
        number += write(beside, offline_lists(beside))
    click.echo(words("build.done", number=number, path=out))


def _work_out(
    context: click.Context,
    out: Path,
    questions: Path,
    docs: Path,
    language: str | None,
    shard: tuple[int, int],
) -> None:
    from tiku.hosts.cache import FolderShelf, is_ours
    from tiku.hosts.opening import site_words
    from tiku.hosts.static.shares import work_out

    if not is_ours(out):
        raise click.UsageError(reader_words()("build.not-ours", path=out))
    words, shelf = site_words(questions, language), FolderShelf(out)
    number, problems = work_out(questions, docs, words, Cache(shelf), *shard)
    shelf.keep()
    _stop(context, [p for p in problems if p.severity is not Severity.ADVICE])
    click.echo(reader_words()("build.share", number=number, path=out))


@click.command("pages")
@click.argument("docs", type=FOLDER)
@site_options
@click.pass_context
def pages_command(
    context: click.Context, docs: Path, language: str | None, questions: Path, forgets: bool
) -> None:
    from tiku.hosts.opening import write
    from tiku.hosts.zensical import pages
    from tiku.rendering.links import beside_source

    words = reader_words()
    build = _opened(context, questions, docs, language, beside_source, kept(forgets))
    made = dict(pages.files(build))
    pages.clear(docs, made)
    click.echo(words("build.done", number=write(docs, made.items()), path=docs))


@click.command("search")
@click.argument("site", type=FOLDER)
@click.option("--docs", type=FOLDER, default="docs")
@site_options
@click.pass_context
def search_command(
    context: click.Context,
    site: Path,
    docs: Path,
    language: str | None,
    questions: Path,
    forgets: bool,
) -> None:
    from tiku.hosts.offline_lists import offline_lists
    from tiku.hosts.opening import write
    from tiku.hosts.zensical import reading
    from tiku.rendering.links import seen_from

    words = reader_words()
    build = _opened(context, questions, docs, language, seen_from, kept(forgets))
    reading.read_site(build, site)
    found, problems = build.search()
    _stop(context, [*build.dead_references(), *problems])
    number = write(site, found.items()) + write(site, offline_lists(site))
    click.echo(words("build.done", number=number, path=site))


def _opened(
    context: click.Context,
    questions: Path,
    docs: Path,
    language: str | None,
    locate: Callable[[str], Locate],
    cache: Cache,
) -> Build:
    """Nothing is made of banks with an error; what is wrong is told."""
    from tiku.hosts.opening import Unpublished, opened, site_words

    if not questions.exists():
        raise click.UsageError(reader_words()("cli.missing", path=questions))
    try:
        build, problems = opened(
            questions, docs, site_words(questions, language), locate, cache=cache
        )
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
