"""The Simplified edition of a site that MkDocs has built: files in, files out."""

import gzip
from collections.abc import Mapping
from pathlib import Path

from tiku.model.problem import Problem
from tiku.model.sitemap import A_TO_Z, A_TO_Z_BY_PINYIN
from tiku.site.build import ASSETS, Build
from tiku.site.editions import Built, edition, sitemaps
from tiku.site.publishing import FRONT

SCRIPTS = (".css", ".html", ".js", ".json")


def add_edition(build: Build, site: Path, root: str, pages: Mapping[str, str]) -> list[Problem]:
    """Write it; `pages`: path below docs/ -> that of the HTML file, of what both editions have."""
    hidden = pages.get(A_TO_Z_BY_PINYIN, "")
    sources = {file: file for path, file in pages.items() if path != A_TO_Z_BY_PINYIN}
    if hidden and A_TO_Z in pages:
        sources[pages[A_TO_Z]] = hidden
    built = Built(sources, tuple(_ours(site)), root)
    texts, problems = edition(build, built, lambda path: (site / path).read_text("utf-8"))
    for path, text in texts.items():
        _write(site / path, text)
    if hidden:
        (site / hidden).unlink()
        if hidden.endswith("/index.html"):
            (site / hidden).parent.rmdir()
    _sitemaps(site, built, hidden)
    return problems


def _ours(site: Path) -> list[str]:
    files = (path for path in sorted((site / ASSETS).rglob("*")) if path.suffix in SCRIPTS)
    found = [path.relative_to(site).as_posix() for path in files]
    return list(dict.fromkeys([*found, *FRONT.values()]))


def _sitemaps(site: Path, built: Built, hidden: str) -> None:
    path = site / "sitemap.xml"
    if not built.root or not path.is_file():
        return
    for name, text in sitemaps(path.read_text("utf-8"), built, hidden):
        _write(site / name, text)
        (site / f"{name}.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
