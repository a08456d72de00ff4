"""Our scripts and styles as the browser receives them: without comments, line for line.

Comments are for those who read the source; readers of a site would only wait for them. Lines stay
where they are, so that an error in the browser names the line of our file.

What belongs together stands in a folder named by the digest of all of it: a cache that holds some
files of an older build never mixes them with those of a newer one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

from tiku.locales.catalogue import Words
from tiku.locales.modules import modules as modules_of

URI = "assets/tiku"
FRONT = {"loader.js": f"{URI}/loader.js", "offline/worker.js": "offline.js"}
"""What is asked for by one address for ever; a worker answers only for what is below its own."""
BASE = 'const BASE = "."'
ASSETS = Path(__file__).parents[1] / "assets"
BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
DIGEST = 10
"""Characters of the digest that name a folder."""
IMPORT = re.compile(r'^import (?:.* from )?"(.+)"', re.MULTILINE)
LATER = re.compile(r'^  "?([\w-]+)"?: async .*import\("\./(\w+\.js)"\)', re.MULTILINE)
LINE = re.compile(r"^[ \t]*//.*$", re.MULTILINE)


def assets(words: Words) -> Iterator[tuple[str, str]]:
    """(path, text) of every file, in order, with these words."""
    spoken = modules_of(words)
    for path in sorted(path for path in ASSETS.rglob("*") if path.is_file()):
        name = path.relative_to(ASSETS).as_posix()
        yield name, spoken.get(name) or without_comments(path.read_text("utf-8"))


def digest(files: Mapping[str, str]) -> str:
    """The name of the folder in which these files (path -> text) stand."""
    told = "".join(f"{name}\0{text}\0" for name, text in sorted(files.items()))
    return sha256(told.encode()).hexdigest()[:DIGEST]


def published(files: Mapping[str, str], folder: str) -> Iterator[tuple[str, str]]:
    """(address below the root of the site, text) of files that stand together in a folder."""
    for name, text in files.items():
        if name in FRONT:
            yield FRONT[name], text.replace(BASE, f'const BASE = "./{folder}"')
        else:
            yield f"{URI}/{folder}/{name}", text


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
