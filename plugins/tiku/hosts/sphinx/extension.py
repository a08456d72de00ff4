"""Sphinx: its events, translated into what site/build.py asks of a host."""

from itertools import chain
from os.path import relpath
from pathlib import Path
from typing import Any

from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from tiku.hosts.offline_lists import offline_lists
from tiku.hosts.opening import opened, options_of, searched, site_words, write
from tiku.hosts.sphinx import additions, headings, pages
from tiku.hosts.sphinx.directives import DIRECTIVES, HELD, build_of, in_braces
from tiku.hosts.sphinx.reporting import report, told
from tiku.rendering import links
from tiku.site.build import ASSETS, Read

BEFORE_CONTENTS = 400
"""Sphinx reads titles of a page at 500."""


def setup(app: Sphinx) -> dict[str, object]:
    """Called by Sphinx."""
    app.add_config_value("tiku_questions", "questions", "env")
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.connect("builder-inited", _open)
    app.connect("env-get-outdated", _outdated)
    app.connect("source-read", in_braces)
    app.connect("doctree-read", headings.named, priority=BEFORE_CONTENTS)
    app.connect("doctree-read", additions.added, priority=BEFORE_CONTENTS)
    app.connect("html-collect-pages", pages.collected)
    app.connect("html-page-context", _finish)
    app.connect("build-finished", _write)
    return {"parallel_read_safe": False, "parallel_write_safe": False}


def _open(app: Sphinx) -> None:
    """Check before anything is written; an error publishes nothing."""
    questions = Path(relpath(Path(app.confdir) / app.config.tiku_questions))
    words = site_words(questions, options_of(questions).language or app.config.language)
    with told():
        build, problems = opened(questions, Path(relpath(app.srcdir)), words, _locate_from(app))
    report(problems)
    setattr(app, HELD, build)
    # Below _static/, where Sphinx looks for scripts.
    app.add_js_file(f"../{ASSETS}/loader.js", type="module")


def _outdated(app: Sphinx, env: BuildEnvironment, *_: object) -> list[str]:
    """Marks are of this build: what an earlier one read holds those of that one."""
    return list(env.found_docs)


def _finish(app: Sphinx, name: str, _: str, context: dict[str, Any], __: object) -> None:
    """A page as the theme is about to get it."""
    if "body" in context:
        page = build_of(app).page(f"{name}.md")
        title = Markup(context.get("title", "")).striptags()
        read = Read(app.builder.get_target_uri(name), title, app.env.metadata.get(name, {}))
        context["body"] = page.whole(context["body"], read)
        context["metatags"] = context.get("metatags", "") + page.head


def _write(app: Sphinx, exception: Exception | None) -> None:
    """Scripts, styles, data and what is searched, once all pages are there."""
    if exception is None:
        build = build_of(app)
        with told():
            found, problems = searched(build)
            write(Path(app.outdir), chain(build.files().items(), found.items()))
            write(Path(app.outdir), offline_lists(Path(app.outdir)))
        report(problems)


def _locate_from(app: Sphinx) -> links.LocateFrom:
    def address(path: str) -> str:
        page = path.removesuffix(".md")
        return app.builder.get_target_uri(page) if page != path else path

    return lambda here: links.seen_from(here, address)
