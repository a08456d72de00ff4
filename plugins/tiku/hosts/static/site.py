"""Pages by Python-Markdown alone: what any static site is made of."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from tiku.hosts.markdown.extension import TikuExtension
from tiku.hosts.markdown.page_links import PageLinks
from tiku.hosts.opening import front
from tiku.loading.outline import front_matter
from tiku.rendering import links
from tiku.rendering.environment import environment
from tiku.site.build import ASSETS, Build, Page, Read

EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
    *("tables", "toc"),
)
MANIFEST = "pages.json"
Shape = Callable[["Rendered", Build], str]


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
    written = build.library.pages or {}
    for path in dict.fromkeys([*written, *build.generated]):
        source = docs / path
        text = source.read_text("utf-8") if source.is_file() else f"<!-- {path} -->"
        yield _rendered(build, path, text)


def files(build: Build, docs: Path, shape: Shape) -> Iterator[tuple[str, str | bytes]]:
    """(address, content) of the whole site; what docs/ holds besides pages goes along."""
    pages = list(rendered(build, docs))
    yield from ((page.file, shape(page, build)) for page in pages)
    yield from (
        (name, (docs / name).read_bytes())
        for name in sorted(build.library.files or ())
        if not name.endswith(".md")
    )
    yield from build.files()
    yield from build.search()[0].items()
    listed = [
        {"path": p.path, "address": p.address, "title": p.title, "file": p.file, "head": p.head}
        for p in pages
    ]
    yield MANIFEST, json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def clear(out: Path) -> None:
    """What an earlier build left; a folder of somebody else's is not touched."""
    if (out / MANIFEST).is_file():
        shutil.rmtree(out)


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


def _rendered(build: Build, path: str, text: str) -> Rendered:
    page = build.page(path)
    body = "\n".join(text.splitlines()[front_matter(text.splitlines()) :])
    ours = [TikuExtension(lambda: page), PageLinks(build.locate_from(path), path)]
    html = Markdown(extensions=[*EXTENSIONS, *ours]).convert(body)
    title, address = _title(build, page), links.address(path)
    content = page.content(html, Read(address, title, front(text, path)))
    head = page.generated.head if page.made and page.generated else ""
    return Rendered(path, address, title, head, page.finished(content))


def _title(build: Build, page: Page) -> str:
    if page.made:
        return page.made.title
    known = (build.library.pages or {}).get(page.path)
    return known.title if known else page.path
