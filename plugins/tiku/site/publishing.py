"""Our scripts and styles as the browser receives them: without comments, line for line.

Comments are for those who read the source; readers of a site would only wait for them. Lines stay
where they are, so that an error in the browser names the line of our file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from tiku.locales.catalogue import Words
from tiku.locales.modules import modules as modules_of

URI = "assets/tiku"
WORKER = "offline/worker.js"
WORKER_URI = "offline.js"
ASSETS = Path(__file__).parents[1] / "assets"
BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
IMPORT = re.compile(r'^import (?:.* from )?"(.+)"', re.MULTILINE)
LATER = re.compile(r'^  "?([\w-]+)"?: async .*import\("\./(\w+\.js)"\)', re.MULTILINE)
LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)


def assets(words: Words) -> Iterator[tuple[str, str]]:
    """(address below the root of the site, text) of every file, in order, with these words.

    A service worker answers only for what is below its own address.
    """
    spoken = modules_of(words)
    for path in sorted(path for path in ASSETS.rglob("*") if path.is_file()):
        name = path.relative_to(ASSETS).as_posix()
        uri = WORKER_URI if name == WORKER else f"{URI}/{name}"
        yield uri, spoken.get(name) or without_comments(path.read_text("utf-8"))


def preloads(needs: Iterable[str]) -> str:
    """Links that bring modules, all that they import, and data at the same time, not one by one."""
    found = dict.fromkeys(link for need in needs for link in _preload(need))
    return "".join(f'<link {kind} href="tiku:{URI}/{name}">' for kind, name in found)


def _preload(need: str) -> Iterator[tuple[str, str]]:
    """Data is asked for as `fetch` does, or it would come twice."""
    if need.endswith(".json"):
        yield 'rel="preload" as="fetch" crossorigin', need
    else:
        yield from (('rel="modulepreload"', name) for name in modules(need))


def modules(start: str) -> list[str]:
    """A module and all that it needs at once, as paths below the assets, in the order of need."""
    found = [start]
    for name in found:
        needed = IMPORT.findall((ASSETS / name).read_text("utf-8"))
        paths = [normpath(join(dirname(name), path)) for path in needed]
        found += [path for path in paths if path not in found]
    return found


@cache
def later_fields() -> Mapping[str, str]:
    """Kind -> the module of its field, where that is fetched when the first question is met."""
    return dict(LATER.findall((ASSETS / "question" / "kinds" / "kinds.js").read_text("utf-8")))


def without_comments(text: str) -> str:
    """Comments that have their lines to themselves become empty lines."""
    blank = BLOCK.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return LINE.sub("", blank)
