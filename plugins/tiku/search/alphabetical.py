"""Everything that has a name, in the order of a dictionary: by bopomofo, then by Latin letters."""

import re
from collections.abc import Iterable
from itertools import groupby

from tiku.model import Library
from tiku.search.destinations import Destination, destinations, is_policy
from tiku.text.conversion import bopomofo
from tiku.text.han import RUNS

NUMBERED = re.compile(r"^第[一二三四五六七八九十百]+[章節條點]\s*")
"""Clauses are looked for by what they are about, not by their number."""
LOOKED_AT = 6
"""Characters of a title that decide where it stands; behind them the title itself does."""
BOPOMOFO = re.compile(r"[\u3105-\u3129]")
LISTED = {"clause", "faq", "term", "question"}


def listing(library: Library) -> dict[str, list[Destination]]:
    """Initial -> what begins with it."""
    keyed = sorted((_key(d.title), d.title, d.page, d.anchor, d) for d in _listed(library))
    groups = groupby(keyed, key=lambda row: _initial(row[0]))
    return {initial: [row[-1] for row in rows] for initial, rows in groups}


def _listed(library: Library) -> Iterable[Destination]:
    for path, page in (library.pages or {}).items():
        if is_policy(library, path):
            yield from (Destination("clause", path, i, t) for i, t in page.clauses.items())
    yield from (d for d in destinations(library, {}) if d.kind in LISTED)


def _key(title: str) -> tuple[bool, str]:
    """Chinese before Latin."""
    told = " ".join(RUNS.findall(NUMBERED.sub("", title).lower()))[:LOOKED_AT]
    key = " ".join(bopomofo(told))
    return not BOPOMOFO.match(key), key


def _initial(key: tuple[bool, str]) -> str:
    return key[1][:1].upper() or "#"
