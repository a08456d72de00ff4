"""A static site as files: its pages in the shape that was asked for, and all that goes along."""

import json
from collections.abc import Iterator
from pathlib import Path

from tiku.hosts.static import shapes
from tiku.hosts.static.rendered import rendered
from tiku.site.build import Build

MANIFEST = "pages.json"


def files(build: Build, docs: Path, fragments: bool) -> Iterator[tuple[str, str | bytes]]:
    """(address, content) of the whole site, one after another; what docs/ holds besides pages goes
    along. What its pages refer to is only known behind the last."""
    listed, shape = [], shapes.fragment if fragments else shapes.whole
    for page in rendered(build, docs):
        yield page.file, shape(page, build)
        told = {"path": page.path, "address": page.address, "title": page.title}
        listed.append({**told, "file": page.file, "head": page.head})
    yield from (
        (name, (docs / name).read_bytes())
        for name in sorted(build.library.files or ())
        if not name.endswith(".md")
    )
    yield from build.files().items()
    yield from build.search()[0].items()
    yield MANIFEST, json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
