"""A site that was built -> what can be found on its pages."""

import re
from pathlib import Path

from tiku.rendering.links import address
from tiku.site.build import Build

CONTENT = re.compile(r"<(article|main)\b[^>]*>(.*)</\1>", re.DOTALL)


def read_site(build: Build, site: Path) -> None:
    """Into the build, page by page; a page that was left out of the site is not found."""
    for path in build.paths:
        file = site / f"{address(path)}index.html"
        if file.is_file():
            _read(build, path, file.read_text("utf-8"))


def _read(build: Build, path: str, html: str) -> None:
    found = CONTENT.search(html)
    page = build.page(path)
    build.findings.note_page(path, address(path), page.title)
    if not page.made:
        build.findings.note_ids(path, html)
        build.findings.note_text(path, found[2] if found else html, page.title)
