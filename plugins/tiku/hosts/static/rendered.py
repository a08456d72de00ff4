"""A page by Python-Markdown alone, written by hand or made."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from tiku.hosts.markdown.extension import TikuExtension
from tiku.hosts.markdown.page_links import PageLinks
from tiku.hosts.opening import front
from tiku.loading.outline import front_matter
from tiku.rendering import links
from tiku.site.build import Build, Read

EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("tables", "toc"),
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page: its path below docs/, its address below the root, and its HTML."""

    path: str
    address: str
    title: str
    head: str
    content: str

    @property
    def file(self) -> str:
        """Below the root of the site."""
        return f"{self.address}index.html"


def rendered(build: Build, docs: Path) -> Iterator[Rendered]:
    """Every page, written by hand or made."""
    for path in build.paths:
        source = docs / path
        text = source.read_text("utf-8") if source.is_file() else f"<!-- {path} -->"
        yield _rendered(build, path, text)


def _rendered(build: Build, path: str, text: str) -> Rendered:
    page = build.page(path)
    body = "\n".join(text.splitlines()[front_matter(text.splitlines()) :])
    ours = [TikuExtension(lambda: page), PageLinks(build.locate_from(path), path)]
    html = Markdown(extensions=[*EXTENSIONS, *ours]).convert(body)
    address = links.address(path)
    content = page.whole(html, Read(address, page.title, front(text, path)))
    return Rendered(path, address, page.title, page.head, content)
