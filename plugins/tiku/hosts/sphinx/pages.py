"""Pages that nobody wrote by hand, in the template of the site's theme."""

from collections.abc import Iterator

from markupsafe import escape
from sphinx.application import Sphinx

from tiku.hosts.sphinx.directives import build_of
from tiku.site.build import Page
from tiku.site.generated import Heading, Part


def collected(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    """(name, values, template) of each."""
    for page in build_of(app).shown():
        body = "\n".join(_html(page, part) for part in page.made.parts) if page.made else ""
        yield page.path.removesuffix(".md"), {"title": page.title, "body": body}, "page.html"


def _html(page: Page, part: Part) -> str:
    if isinstance(part, Heading):
        return f'<h{part.level} id="{escape(part.id)}">{escape(part.text)}</h{part.level}>'
    return page.part(part)
