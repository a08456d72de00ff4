"""Everything that has a name, in the order of a dictionary of the language.

By bopomofo with Latin letters behind, by pinyin among Latin letters, or by letters alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Literal
from unicodedata import normalize

from tiku.locales.catalogue import Words
from tiku.model import Library
from tiku.model.cache import Cache, Coding
from tiku.search.destinations import Destination, destinations, in_bank, is_policy
from tiku.search.tokens import RUNS
from tiku.text.conversion import bopomofo, pinyin
from tiku.text.patterns import on_demand

NUMBERED = on_demand(r"^第[一二三四五六七八九十百]+[章節條點]\s*")
"""Clauses are looked for by what they are about, not by their number."""
LOOKED_AT = 6
"""Characters of a title that decide where it stands; behind them the title itself does."""
BOPOMOFO = on_demand(r"[\u3105-\u3129]")
Order = Literal["bopomofo", "pinyin", "letters"]
Key = tuple[bool, str]
LISTED = {"clause", "faq", "term", "question"}


def order_of(language: str) -> Order:
    """In which readers of a language look things up."""
    orders: dict[str, Order] = {"zh-Hant": "bopomofo", "zh-Hans": "pinyin"}
    return orders.get(language, "letters")


def listing(
    library: Library, order: Order, words: Words, cache: Cache
) -> dict[str, list[Destination]]:
    """Initial -> what begins with it."""
    keyed = sorted(
        (key, d.title, d.page, d.anchor, d) for key, d in _keyed(library, order, words, cache)
    )
    groups = groupby(keyed, key=lambda row: _initial(row[0]))
    return {initial: [row[-1] for row in rows] for initial, rows in groups}


def _keyed(
    library: Library, order: Order, words: Words, cache: Cache
) -> Iterator[tuple[Key, Destination]]:
    """A dictionary takes a while to look things up in: of a bank they are kept."""
    for bank in library.banks:
        found = in_bank(bank, library, words, cache)
        told = tuple(one.title for one in found)
        keys = cache("a-z", (order, told), partial(_keys, told, order), KEYS)
        yield from zip(keys, found, strict=True)
    apart = replace(library, banks=())
    yield from ((_key(one.title, order), one) for one in _listed(apart, words, cache))


def _keys(titles: Iterable[str], order: Order) -> list[Key]:
    return [_key(title, order) for title in titles]


def _listed(library: Library, words: Words, cache: Cache) -> Iterable[Destination]:
    """What is in no bank."""
    for path, page in (library.pages or {}).items():
        if is_policy(library, path):
            yield from (Destination("clause", path, i, t) for i, t in page.clauses.items())
    yield from (d for d in destinations(library, {}, words, cache) if d.kind in LISTED)


def _key(title: str, order: Order) -> Key:
    """What a dictionary has at its end comes last: Latin, or what has no letters at all."""
    told = " ".join(RUNS.findall(NUMBERED.sub("", title).lower()))[:LOOKED_AT]
    if order == "bopomofo":
        key = " ".join(bopomofo(told))
        return not BOPOMOFO.match(key), key
    key = " ".join(pinyin(told)) if order == "pinyin" else normalize("NFKD", title.casefold())
    return not key[:1].isalpha(), key


def _initial(key: Key) -> str:
    return key[1][:1].upper() or "#"


def _as_keys(rows: list[tuple[bool, str]]) -> list[Key]:
    return [(bool(last), str(key)) for last, key in rows]


KEYS: Coding[list[Key]] = Coding(list, _as_keys)
