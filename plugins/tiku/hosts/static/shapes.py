"""The shape in which a page is handed over: whole, or what stands on it for somebody's template."""

from tiku.hosts.static.rendered import Rendered
from tiku.rendering import links
from tiku.rendering.environment import environment
from tiku.site.build import ASSETS, Build


def whole(page: Rendered, build: Build) -> str:
    """A page that needs no theme."""
    template = environment(build.words, "tiku.site").get_template("bare.html")
    loader = build.locate_from(page.path)(f"{ASSETS}/loader.js")
    known = {
        path: made.title
        for path, made in build.generated.items()
        if made.listed and not made.hidden
    }
    pages = {path: one.title for path, one in (build.library.pages or {}).items()} | known
    html = template.render(
        page=page, language=build.words.language, loader=loader, pages=pages.items()
    )
    return links.resolve(html, build.locate(page.path))


def fragment(page: Rendered, _: Build) -> str:
    """What stands on a page, for somebody else's template."""
    return page.content
