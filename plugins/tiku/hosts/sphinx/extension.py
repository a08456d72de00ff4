"""Sphinx: its events, translated into what site/build.py asks of a host."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from markupsafe import Markup, escape
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

from tiku.hosts.opening import Unpublished, opened, write
from tiku.hosts.sphinx.directives import DIRECTIVES, HELD, build_of
from tiku.locales.catalogue import AUTHORITY, language_for, load
from tiku.locales.language import reader_words
from tiku.model import Draw
from tiku.model.problem import Problem, Severity
from tiku.rendering import links
from tiku.site.build import ASSETS, LocateFrom, Page, Read
from tiku.site.generated import Heading, Part

OWN_ID = re.compile(r"\{#([^\s{}]+)\}$")


def setup(app: Sphinx) -> dict[str, object]:
    """Called by Sphinx."""
    app.add_config_value("tiku_questions", "questions", "env")
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.connect("builder-inited", _open)
    app.connect("env-get-outdated", _outdated)
    app.connect("doctree-read", _named)
    app.connect("html-collect-pages", _pages)
    app.connect("html-page-context", _finish)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": False, "parallel_write_safe": False}


def _open(app: Sphinx) -> None:
    """Check before anything is written; an error publishes nothing."""
    questions = Path(app.confdir) / app.config.tiku_questions
    words = load(language_for([app.config.language or ""]) or AUTHORITY)
    try:
        build, _ = opened(questions, Path(app.srcdir), words, _locate_from(app))
    except Unpublished as stopped:
        raise ExtensionError(_told(stopped.problems)) from stopped
    setattr(app, HELD, build)
    # Below _static/, where Sphinx looks for scripts.
    app.add_js_file(f"../{ASSETS}/loader.js", type="module")


def _outdated(app: Sphinx, env: BuildEnvironment, *_: object) -> list[str]:
    """Marks are of this build: what an earlier one read holds those of that one."""
    return list(env.found_docs)


def _named(_: Sphinx, doctree: nodes.document) -> None:
    """`## Title {#id}`, which MyST takes for text."""
    for section in doctree.findall(nodes.section):
        title = section.next_node(nodes.title)
        texts = list(title.findall(nodes.Text)) if title else []
        if texts and (found := OWN_ID.search(texts[-1])):
            last = texts[-1]
            last.parent.replace(last, nodes.Text(last[: found.start()].rstrip()))
            section["ids"] = [found[1], *section["ids"]]


def _pages(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    """Those that nobody wrote by hand, in the template of the site's theme."""
    build = build_of(app)
    for path, made in build.generated.items():
        page = build.page(path)
        if page.made and not made.hidden:
            body = "\n".join(_html(page, part) for part in made.parts)
            yield path.removesuffix(".md"), {"title": made.title, "body": body}, "page.html"


def _html(page: Page, part: Part) -> str:
    if isinstance(part, Heading):
        return f'<h{part.level} id="{escape(part.id)}">{escape(part.text)}</h{part.level}>'
    return page.quiz(part) if isinstance(part, Draw) else page.html(part)


def _finish(app: Sphinx, name: str, _: str, context: dict[str, Any], __: object) -> None:
    """A page as the theme is about to get it."""
    if "body" in context:
        page = build_of(app).page(f"{name}.md")
        title = Markup(context.get("title", "")).striptags()
        read = Read(app.builder.get_target_uri(name), title, app.env.metadata.get(name, {}))
        context["body"] = page.finished(page.content(context["body"], read))
        head = page.generated.head if page.made and page.generated else ""
        context["metatags"] = context.get("metatags", "") + head


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Scripts, styles, data and what is searched, once all pages are there."""
    if exception is None:
        build = build_of(app)
        found, problems = build.search()
        told = [*build.dead_references(), *problems]
        if any(problem.severity is Severity.ERROR for problem in told):
            raise ExtensionError(_told(told))
        write(Path(app.outdir), [*build.files(), *found.items()])


def _locate_from(app: Sphinx) -> LocateFrom:
    def address(path: str) -> str:
        page = path.removesuffix(".md")
        return app.builder.get_target_uri(page) if page != path else path

    return lambda here: links.seen_from(here, address)


def _told(problems: list[Problem]) -> str:
    words = reader_words()
    return "\n".join(f"{p.line(words)}\n    {p.hint(words)}" for p in problems)
