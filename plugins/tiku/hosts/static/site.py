"""A static site as files: its pages in the shape that was asked for, and all that goes along."""

import json
from collections.abc import Iterator
from pathlib import Path

from tiku.hosts.static import shapes
from tiku.hosts.static.rendered import rendered
from tiku.site.build import Build

MANIFEST = "pages.json"


def files(build: Build, docs: Path, fragments: bool) -> Iterator[tuple[str, str | bytes]]:
    """(address, content) of the whole site; what docs/ holds besides pages goes along."""
    pages, shape = list(rendered(build, docs)), shapes.fragment if fragments else shapes.whole
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
