"""Our scripts and styles as the browser receives them: without comments, line for line.

Comments are for those who read the source; readers of a site would only wait for them. Lines stay
where they are, so that an error in the browser names the line of our file.
"""

import re
from collections.abc import Iterator
from pathlib import Path

ASSETS = Path(__file__).with_name("assets")
BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)


def assets() -> Iterator[tuple[str, str]]:
    """(path below assets/, text) of every file, in order."""
    for path in sorted(path for path in ASSETS.rglob("*") if path.is_file()):
        yield path.relative_to(ASSETS).as_posix(), without_comments(path.read_text("utf-8"))


def without_comments(text: str) -> str:
    """Comments that have their lines to themselves become empty lines."""
    blank = BLOCK.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return LINE.sub("", blank)
