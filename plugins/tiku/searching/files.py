"""Destinations -> the files a browser searches in: deterministic, UTF-8, compact.

Up to ENOUGH destinations there are two: `first.json` holds what finds and names things (titles,
names, definitions), `texts-….json` the texts below them; the browser reads both whole. Above,
texts and titles go into small files that a query picks from (shards.py).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from tiku.model import Library
from tiku.searching import scripts, shards, synonyms
from tiku.searching.destinations import BuiltPage, Destination, destinations
from tiku.searching.folds import Fold, fold_with
from tiku.searching.queries import FILLERS, Names
from tiku.searching.ranking import Searchable
from tiku.searching.sections import Section

ENOUGH = 10_000
"""Destinations up to which reading everything is faster than asking for parts."""
FIRST = "first.json"
KEPT_WITH_TITLES = {"term"}
"""Whose text is shown at once."""
UNREAD = {"question", "source"}
"""Whose titles nobody types in pinyin."""


@dataclass(frozen=True)
class Shelf:
    """Everything that can be found, and how it is called."""

    searchable: Searchable
    names: Names
    pages: Mapping[str, BuiltPage]


def shelve(
    library: Library, sections: Mapping[str, list[Section]], pages: Mapping[str, BuiltPage]
) -> Shelf:
    """What can be found on the pages that were built, ready to be searched or written."""
    every = [d for d in destinations(library, sections) if d.page in pages]
    fold = fold_with(scripts.simplified_characters())
    contexts = [pages[d.page].title if d.anchor else "" for d in every]
    return Shelf(Searchable(every, contexts, fold), _names(library, fold), pages)


def _names(library: Library, fold: Fold) -> Names:
    groups = (tuple(dict.fromkeys(map(fold, g))) for g in synonyms.groups(library.glossary))
    fillers = sorted(map(fold, FILLERS), key=len, reverse=True)
    return Names([group for group in groups if len(group) > 1], fillers)


def write(shelf: Shelf, enough: int = ENOUGH) -> dict[str, bytes]:
    """Name -> content; what belongs together bears the same digest in its name."""
    every = shelf.searchable.destinations
    if len(every) > enough:
        files = dict(shards.write(shelf.searchable))
        digest = _digest(*files.values())
        named = {f"{digest}/{name}": content for name, content in files.items()}
        how = {"folder": digest, "files": shards.FILES, "records": shards.RECORDS}
        return {FIRST: _dump(_common(shelf) | _named(every) | {"shards": how}), **named}
    texts = _dump(_lines("" if _is_early(d) else d.text for d in every))
    name = f"texts-{_digest(texts)}.json"
    return {FIRST: _dump(_common(shelf) | _titles(every) | {"later": name}), name: texts}


def _common(shelf: Shelf) -> dict[str, object]:
    every = shelf.searchable.destinations
    pages = list(dict.fromkeys(d.page for d in every))
    return {
        "pages": [[shelf.pages[page].address, shelf.pages[page].title] for page in pages],
        "kinds": _run_lengths([d.kind for d in every]),
        "on": _run_lengths([pages.index(d.page) for d in every]),
        "levels": _run_lengths([d.difficulty for d in every]),
        "fold": _fold_table(shelf.searchable),
        "readings": scripts.readings(d.title for d in every if d.kind not in UNREAD),
        "synonyms": shelf.names.groups,
        "fillers": shelf.names.fillers,
    }


def _titles(every: Sequence[Destination]) -> dict[str, object]:
    return {
        "anchors": _lines(d.anchor for d in every),
        "titles": _lines(d.title for d in every),
        "names": {n: " · ".join(d.names) for n, d in enumerate(every) if d.names},
        "texts": {n: _one_line(d.text) for n, d in enumerate(every) if _is_early(d)},
    }


def _named(every: Sequence[Destination]) -> dict[str, object]:
    """What can be found by its sound."""
    return {"named": {n: _one_line(d.title) for n, d in enumerate(every) if d.kind not in UNREAD}}


def _is_early(destination: Destination) -> bool:
    return destination.kind in KEPT_WITH_TITLES


def _run_lengths(values: Sequence[object]) -> list[list[object]]:
    """[[value, how often in a row], …]."""
    return [[value, len(list(same))] for value, same in groupby(values)]


def _fold_table(searchable: Searchable) -> str:
    """Pairs of characters; only those that lead to one that stands in some text."""
    there = {c for column in searchable.columns.values() for text in column for c in text}
    table = scripts.simplified_characters()
    return "".join(w + table[w] for w in sorted(table) if table[w] in there)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(map(_one_line, texts))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _digest(*contents: bytes) -> str:
    return sha256(b"".join(contents)).hexdigest()[:8]


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
