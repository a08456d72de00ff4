"""Destinations -> the files a browser searches in: deterministic, UTF-8, compact.

Up to ENOUGH destinations there are two: `first.json` names the pages, clauses, answers and terms,
so that something is found at once; `later-….json` has the questions, the sources and the texts.
The browser reads both whole. Above, all goes into small files that a query picks from (shards.py).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, groupby

from tiku.locales.catalogue import Words
from tiku.model import Library
from tiku.model.cache import NO_CACHE, Cache, Coding
from tiku.search import shards, synonyms, weights
from tiku.search.destinations import BuiltPage, Destination, destinations
from tiku.search.queries import FILLERS, Names
from tiku.search.ranking import Searchable
from tiku.search.sections import Section
from tiku.search.tokens import LETTERS, Fold, fold_with
from tiku.text import conversion
from tiku.text.han import HAN_RUN

ENOUGH = 10_000
"""Destinations up to which reading everything is faster than asking for parts."""
FIRST = "first.json"
AT_ONCE = {"term"}
"""Whose text comes with the title."""
LATE = {"question", "source"}
"""Whose titles come with the texts; nobody types them in pinyin."""
ABOVE = "\U00010000"
BETWEEN = " · "
"""Between the names of one thing."""


@dataclass(frozen=True)
class Shelf:
    """Everything that can be found, and how it is called."""

    searchable: Searchable
    names: Names
    pages: Mapping[str, BuiltPage]
    cache: Cache = NO_CACHE


def shelve(
    library: Library,
    sections: Mapping[str, list[Section]],
    pages: Mapping[str, BuiltPage],
    words: Words,
    cache: Cache = NO_CACHE,
) -> Shelf:
    """What can be found on the pages that were built, ready to be searched or written."""
    every = [d for d in destinations(library, sections, words, cache) if d.page in pages]
    chinese = any(map(HAN_RUN.search, _told(every, library)))
    fold = fold_with(folded_characters() if chinese else LETTERS)
    contexts = [pages[d.page].title if d.anchor else "" for d in every]
    return Shelf(Searchable(every, contexts, fold), _names(library, fold, chinese), pages, cache)


def _told(every: Iterable[Destination], library: Library) -> Iterator[str]:
    """Whatever is compared with what somebody types."""
    for d in every:
        yield from (d.title, d.text, *d.names, *d.asked)
    yield from chain.from_iterable(synonyms.groups(library.glossary))


def _names(library: Library, fold: Fold, chinese: bool) -> Names:
    """Chinese that asks for nothing is of no use where nothing is in Chinese."""
    called = [*synonyms.groups(library.glossary), *(synonyms.numerals() if chinese else ())]
    groups = (tuple(dict.fromkeys(map(fold, g))) for g in called)
    empty = (filler for filler in FILLERS if chinese or not HAN_RUN.search(filler))
    fillers = sorted(map(fold, empty), key=len, reverse=True)
    return Names([group for group in groups if len(group) > 1], fillers)


def write(shelf: Shelf, enough: int = ENOUGH) -> dict[str, bytes]:
    """Name -> content; what belongs together bears the same digest in its name."""
    every = shelf.searchable.destinations
    if len(every) > enough:
        files = dict(shards.write(shelf.searchable, shelf.cache))
        digest = _digest(*files.values())
        named = {f"{digest}/{name}": content for name, content in files.items()}
        how = {
            "folder": digest,
            "files": shards.FILES,
            "records": shards.RECORDS,
            "called": shards.CALLED,
        }
        return {FIRST: _dump(_common(shelf) | _named(shelf) | {"shards": how}), **named}
    later = _dump(_second(shelf))
    name = f"later-{_digest(later)}.json"
    return {FIRST: _dump(_common(shelf) | _early(every) | {"later": name}), name: later}


def _common(shelf: Shelf) -> dict[str, object]:
    every = shelf.searchable.destinations
    pages = {page: place for place, page in enumerate(dict.fromkeys(d.page for d in every))}
    return {
        "pages": [[shelf.pages[page].address, shelf.pages[page].title] for page in pages],
        "kinds": _run_lengths([d.kind for d in every]),
        "on": _run_lengths([pages[d.page] for d in every]),
        "levels": _run_lengths([d.difficulty for d in every]),
        "fold": _fold_table(shelf),
        "synonyms": shelf.names.groups,
        "fillers": shelf.names.fillers,
        "weights": weights.written(),
        "late": sorted(LATE),
    }


def _early(every: Sequence[Destination]) -> dict[str, object]:
    return {
        "anchors": _lines("" if d.kind in LATE else d.anchor for d in every),
        "titles": _lines("" if d.kind in LATE else d.title for d in every),
        "names": {n: BETWEEN.join(d.names) for n, d in enumerate(every) if d.names},
        "texts": {n: _one_line(d.text) for n, d in enumerate(every) if d.kind in AT_ONCE},
    }


def _second(shelf: Shelf) -> dict[str, object]:
    every, referrers = shelf.searchable.destinations, shelf.searchable.referrers
    return {
        "anchors": _lines(d.anchor if d.kind in LATE else "" for d in every),
        "titles": _lines(d.title if d.kind in LATE else "" for d in every),
        "texts": _lines("" if d.kind in AT_ONCE else d.text for d in every),
        "asked": {n: BETWEEN.join(d.asked) for n, d in enumerate(every) if d.asked},
        "referrers": {n: numbers for n, numbers in enumerate(referrers) if numbers},
        "readings": _readings(shelf),
    }


def _readings(shelf: Shelf) -> dict[str, str]:
    named = (d for d in shelf.searchable.destinations if d.kind not in LATE)
    told = tuple(name for d in named for name in _called(d))
    return shelf.cache("readings", (told,), lambda: conversion.readings(told), READINGS)


READINGS: Coding[dict[str, str]] = Coding(
    dict, lambda known: {str(one): str(read) for one, read in known.items()}
)


def _called(destination: Destination) -> Iterator[str]:
    """Its title and its other Chinese names."""
    yield destination.title
    yield from filter(HAN_RUN.search, destination.names)


def _named(shelf: Shelf) -> dict[str, object]:
    """What can be found by its sound."""
    every = shelf.searchable.destinations
    names = {
        n: BETWEEN.join(map(_one_line, _called(d)))
        for n, d in enumerate(every)
        if d.kind not in LATE
    }
    return {"named": names, "readings": _readings(shelf)}


def _run_lengths(values: Sequence[object]) -> list[list[object]]:
    """[[value, how often in a row], …]."""
    return [[value, len(list(same))] for value, same in groupby(values)]


def folded_characters() -> Mapping[str, str]:
    """Letters and Chinese characters that are searched as another; a browser goes through them
    code by code, so none is above U+FFFF."""
    table = {**LETTERS, **conversion.simplified_characters()}
    return {written: one for written, one in table.items() if max(written, one) < ABOVE}


def _fold_table(shelf: Shelf) -> str:
    """Pairs of characters; only those that lead to one that stands in some text, name or filler."""
    texts = chain(*shelf.searchable.columns.values(), *shelf.names.groups, shelf.names.fillers)
    there, table = set().union(*texts), shelf.searchable.fold.characters
    return "".join(chr(code) + table[code] for code in sorted(table) if table[code] in there)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(map(_one_line, texts))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def dumped(data: object) -> str:
    """The text of a file."""
    return _dump(data).decode()


def renamed(path: str, text: str) -> str:
    """The path of a file with other content, where its name bears a digest."""
    return re.sub(r"(?<=later-)[0-9a-f]+(?=\.json$)", _digest(text.encode()), path)


def _digest(*contents: bytes) -> str:
    return sha256(b"".join(contents)).hexdigest()[:8]


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
