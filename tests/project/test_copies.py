"""Nothing of six lines stands in two places: what is the same is said once."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from conftest import ROOT

CODE = {".py", ".js", ".css", ".html"}
FOLDERS = ("plugins", "tests", "benchmarks", "docs")
RUN = 6
SAYS_NOTHING = re.compile(
    r'(#|//|/?\*|"""|import |from |@pytest|\w+,$|[\W_]*$)|.* from "|.*\*/$|(else|try)[: {]*$'
)
"""Comments, imports, single names of a list, and signs alone."""


def code() -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in CODE and not {"node_modules", "cases"} & set(path.parts):
                yield path


def runs(path: Path) -> Iterator[tuple[str, ...]]:
    """Every six lines that follow one another, without what says nothing."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    told = [line for line in lines if line and not SAYS_NOTHING.match(line)]
    yield from zip(*(told[at:] for at in range(RUN)), strict=False)


def test_no_six_lines_stand_twice():
    places: dict[tuple[str, ...], list[Path]] = defaultdict(list)
    for path in code():
        if not path.read_text("utf-8").startswith("// Made from "):
            for run in runs(path):
                places[run].append(path)
    twice = {run: paths for run, paths in places.items() if len(paths) > 1}
    found = {
        " ~ ".join(p.relative_to(ROOT).as_posix() for p in paths): run[0]
        for run, paths in twice.items()
    }
    assert found == {}
