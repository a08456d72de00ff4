"""The Simplified edition of a site that MkDocs has built: files in, files out."""

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from tiku.hosts.mkdocs.i18n import is_inner
from tiku.model import sitemap
from tiku.model.problem import Problem
from tiku.site.build import ASSETS, Build
from tiku.site.publishing import FRONT

if TYPE_CHECKING:
    from tiku.site.editions import Built

SCRIPTS = (".css", ".html", ".js", ".json")


class Editions:
    """Which pages both editions have, and the writing of the other one."""

    def __init__(self, build: Build) -> None:
        self.build, self.at = build, build.library.options.pages.at
        self.pages: dict[str, str] = {}
        """Path below docs/ -> that of the HTML file."""

    def keep(self, page: Page, config: MkDocsConfig) -> None:
        """A page may say that it is in one edition only; questions are written in one."""
        is_one = page.meta.get("editions") is not False and not is_inner(config)
        if is_one and page.file.src_uri != self.at(sitemap.WRITE):
            self.pages[page.file.src_uri] = page.file.dest_uri

    def add(self, config: MkDocsConfig) -> list[Problem]:
        """Write it beside what was built; sites without one need not know how."""
        from tiku.site.editions import Built, edition

        site, hidden = Path(config.site_dir), self.pages.get(self.at(sitemap.A_TO_Z_BY_PINYIN), "")
        built = Built(self._sources(), tuple(_ours(site)), config.site_url or "")
        texts, problems = edition(self.build, built, lambda path: (site / path).read_text("utf-8"))
        for path, text in texts.items():
            _write(site / path, text)
        if hidden:
            _remove(site / hidden)
        _sitemaps(site, built, hidden)
        return problems

    def _sources(self) -> dict[str, str]:
        """File -> the file it is made from: the list of everything from one in its own order."""
        sources = {file: file for file in self.pages.values()}
        if hidden := self.pages.get(self.at(sitemap.A_TO_Z_BY_PINYIN)):
            del sources[hidden]
            if listing := self.pages.get(self.at(sitemap.A_TO_Z)):
                sources[listing] = hidden
        return sources


def _remove(page: Path) -> None:
    page.unlink()
    if page.name == "index.html":
        page.parent.rmdir()


def _ours(site: Path) -> list[str]:
    files = (path for path in sorted((site / ASSETS).rglob("*")) if path.suffix in SCRIPTS)
    found = [path.relative_to(site).as_posix() for path in files]
    return list(dict.fromkeys([*found, *FRONT.values()]))


def _sitemaps(site: Path, built: "Built", hidden: str) -> None:
    from tiku.site.editions import sitemaps

    path = site / "sitemap.xml"
    if not built.root or not path.is_file():
        return
    for name, text in sitemaps(path.read_text("utf-8"), built, hidden):
        _write(site / name, text)
        (site / f"{name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
