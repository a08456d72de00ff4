"""Our scripts and styles as a browser receives them: without comments, margins and empty lines.

Comments are for those who read the source, types for those who check it; readers of a site would
only wait for them. The lines of style sheets go, too. A style sheet that names parts
receives them in their places: a file an idea for us, one to ask for for a browser.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from os import walk
from pathlib import Path
from posixpath import dirname, join, normpath

from tiku.locales.catalogue import Words
from tiku.locales.modules import modules as modules_of
from tiku.text.patterns import on_demand

ASSETS = Path(__file__).parents[1] / "assets"
LESSONS = "lms"
"""The room of what only a package for a learning platform has."""
SCOPE = "events/scope.js"
CAST = on_demand(r"/\*\* @(?:type|param)\b(?:(?!\*/).)*\*/ ?")
BLOCK = on_demand(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.DOTALL | re.MULTILINE)
IMPORT = on_demand(r'^import (?:.* from )?"(.+)"', re.MULTILINE)
LATER = on_demand(r'^  "?([\w-]+)"?: async .*import\("\./([\w-]+\.js)"\)', re.MULTILINE)
ANY = on_demand(r'^(?:import|export) (?:.* from )?"(\..+)"|\bimport\("(\..+?)"\)', re.MULTILINE)
AFTER = on_demand(r"([{};,>])\s+")
BEFORE = on_demand(r"\s([{>])")
SPACED = on_demand(r"^([\w-]+:) ", re.MULTILINE)
PART = on_demand(r'^@import "(.+)";$', re.MULTILINE)


def assets(words: Words, storage: str = "") -> Iterator[tuple[str, str]]:
    """(path, text) of every file of a site, in order, with these words; `storage`: what readers'
    records are kept under, where not with those of all sites of a host."""
    own = {SCOPE: f'export const SCOPE = "tiku-{storage}";\n'} if storage else {}
    spoken = modules_of(words) | own
    for name in _files():
        if not name.startswith(f"{LESSONS}/") and name not in _parts():
            yield name, without_comments(spoken[name]) if name in spoken else asset(name)


def closure(start: str, words: Words) -> dict[str, str]:
    """Path -> text of a module and of all that it may ever ask for, with these words."""
    spoken = modules_of(words)
    found: dict[str, str] = {}
    wanted = [start]
    for name in wanted:
        found[name] = without_comments(spoken[name]) if name in spoken else asset(name)
        asked = ANY.findall(found[name])
        named = (_beside(name, one or two) for one, two in asked)
        wanted += [path for path in dict.fromkeys(named) if path not in wanted]
    return found


@cache
def asset(name: str) -> str:
    """The text of one file; a style sheet with its parts."""
    text = without_comments((ASSETS / name).read_text("utf-8"))
    if not name.endswith(".css"):
        return text
    return _condensed(PART.sub(lambda part: asset(_beside(name, part[1])), text))


def _condensed(sheet: str) -> str:
    for around in (SPACED, AFTER, BEFORE):
        sheet = around.sub(r"\1", sheet)
    return sheet.replace(";}", "}").strip()


@cache
def _parts() -> frozenset[str]:
    """The style sheets that are parts of others, as paths below the assets."""
    return frozenset(
        _beside(name, part)
        for name in _files()
        if name.endswith(".css")
        for part in PART.findall((ASSETS / name).read_text("utf-8"))
    )


@cache
def _files() -> list[str]:
    """Every file as a path below the assets, folder by folder."""
    found = [
        (*Path(folder).relative_to(ASSETS).parts, file)
        for folder, _, files in walk(ASSETS)
        for file in files
    ]
    return ["/".join(parts) for parts in sorted(found)]


def _beside(name: str, path: str) -> str:
    return normpath(join(dirname(name), path))


def modules(start: str) -> list[str]:
    """A module and all that it needs at once, as paths below the assets, in the order of need."""
    found = [start]
    for name in found:
        found += [path for path in _imported(name) if path not in found]
    return found


@cache
def _imported(name: str) -> list[str]:
    needed = IMPORT.findall((ASSETS / name).read_text("utf-8"))
    return [_beside(name, path) for path in needed]


@cache
def later(module: str) -> Mapping[str, str]:
    """Name -> the module that this one fetches where something of that name is on the page."""
    found = LATER.findall((ASSETS / module).read_text("utf-8"))
    return {name: _beside(module, path) for name, path in found}


def without_comments(text: str) -> str:
    """Comments that have their lines to themselves go with these; types inside a line go."""
    lines = (line.lstrip(" \t") for line in CAST.sub("", BLOCK.sub("", text)).split("\n"))
    code = "\n".join(line for line in lines if line and not line.startswith("//"))
    return f"{code}\n" if code and text.endswith("\n") else code
