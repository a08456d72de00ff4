"""What Zensical finds in docs/: our pages to fill in, scripts and styles."""

import json
from collections.abc import Container, Iterator
from pathlib import Path

from tiku.loading.folder import MADE, is_made
from tiku.site.build import ASSETS, Build


def files(build: Build) -> Iterator[tuple[str, str | bytes]]:
    """(path below docs/, content); a page that somebody wrote by hand stays."""
    for page in build.shown():
        title = json.dumps(page.title, ensure_ascii=False)
        yield page.path, f"---\ntitle: {title}{MADE.decode()}---\n\n<!-- {page.path} -->\n"
    yield from build.files().items()


def clear(docs: Path, made: Container[str]) -> None:
    """What an earlier run wrote and this one does not."""
    written = [path for path in docs.rglob("*.md") if is_made(path.read_bytes())]
    for path in [*written, *(docs / ASSETS).rglob("*")]:
        if path.is_file() and path.relative_to(docs).as_posix() not in made:
            path.unlink()
