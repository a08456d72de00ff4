"""More destinations than a browser should read: postings and records in small files.

A token's postings are in the file of its first character, so that all words that begin alike are
together; records of neighbours are in one file. The scores are those of ranking.py, rounded, as
are the lengths of texts that they rest on: the postings of a few pages stay when others change.
Numbers are characters, nearly all of them one: a browser reads a text many times faster than it
reads as many numbers, and there is a third of it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from itertools import groupby
from sys import intern

from tiku.model.cache import Cache, Coding
from tiku.search.destinations import Destination
from tiku.search.ranking import Searchable, said
from tiku.text.patterns import on_demand

POSTINGS = "postings-"
FILES = 256
"""Files of postings."""
RECORDS = 32
"""Destinations in a file of records."""
PRECISION = 20
"""Steps into which a hit of 1 is rounded; a posting never becomes nothing."""
TOGETHER = 16
"""Pages, about, whose postings are known together."""
MOST = 2 * TOGETHER
MANY = 1800
"""From here on a number is OTHER, and its digits to this base."""
OTHER = "!"
LEAST, ESCAPE = "#", ord("\\")
"""The character of 0, and one that JSON would write as two."""
UNSAFE = on_demand(r'[\x00-\x20"\\]')
Packed = Mapping[str, str]
"""Token -> the last destination, the first, and after a comma each what the file has of the rest:
the hit, then the distance from the one before, and the hit, in turn. So a part is not written
again for what another part says."""
CALLED = "="
"""Before a whole name, where that and not its tokens is asked for."""


def write(searchable: Searchable, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """(Name, content) of each file."""
    postings, names = _postings(searchable, cache), _names(searchable)
    for number, held in sorted(_by_file([*postings, *names]).items()):
        rows = (_line(one, postings.get(one) or names[one]) for one in held)
        yield f"{POSTINGS}{number}.json", f"{{{','.join(rows)}}}".encode()
    every = searchable.destinations
    for start in range(0, len(every), RECORDS):
        yield f"records-{start // RECORDS}.json", _dump(_records(every[start : start + RECORDS]))


def has_postings(path: str) -> bool:
    """Whether a file has nothing that anybody reads."""
    return path.rpartition("/")[2].startswith(POSTINGS)


def _by_file(asked: Iterable[str]) -> dict[int, list[str]]:
    """Number of a file -> what is asked for in it, whole names behind."""
    files: dict[int, list[str]] = {}
    for one in sorted(asked, key=lambda one: (one.startswith(CALLED), one)):
        files.setdefault(ord(one.removeprefix(CALLED)[0]) % FILES, []).append(one)
    return files


def _line(asked: str, numbers: Sequence[str]) -> str:
    return f'{json.dumps(asked, ensure_ascii=False)}:"{"".join(numbers)}"'


def _names(searchable: Searchable) -> dict[str, list[str]]:
    """Of whatever is no question; nobody types the whole of one."""
    every = searchable.destinations
    return {
        CALLED + name: [*map(coded, numbers)]
        for name, numbers in searchable.called.items()
        if name and any(every[number].kind != "question" for number in numbers)
    }


def rounded(averages: Mapping[str, float]) -> dict[str, float]:
    """To two figures, which hardly any change of a text changes."""
    return {name: float(f"{average:.2g}") for name, average in averages.items()}


def _postings(searchable: Searchable, cache: Cache) -> Mapping[str, list[str]]:
    """Of all destinations, in parts."""
    averages, before = rounded(searchable.averages), dict[str, int]()
    found: dict[str, list[str]] = {}
    for part in _parts(searchable.destinations):
        rows = [searchable.row(number) for number in part]
        told = (searchable.destinations[part[0]].page, rows, averages)
        for token, packed in cache.once(
            "postings", told, partial(_packed, *told[1:]), PACKED
        ).items():
            last, first, rest = packed.split(",", 2)
            distance = part[0] + int(first) - before.get(token, 0)
            found.setdefault(token, []).append(coded(distance) + rest)
            before[token] = part[0] + int(last)
    return found


def _parts(every: Iterable[Destination]) -> Iterator[list[int]]:
    """Numbers of neighbours; a page ends a part by its name, so that no other page moves that, or
    because there are many."""
    part: list[int] = []
    pages = 0
    for page, rows in groupby(enumerate(every), key=lambda row: row[1].page):
        part += [number for number, _ in rows]
        pages += 1
        if pages == MOST or _ends(page):
            yield part
            part, pages = [], 0
    if part:
        yield part


def _ends(page: str) -> bool:
    """By a digest: a checksum ends none in eighty pages whose names differ in a figure."""
    return sha256(page.encode()).digest()[0] % TOGETHER == 0


def _packed(rows: Iterable[Mapping[str, str]], averages: Mapping[str, float]) -> Packed:
    """Numbers as if these were all."""
    found: dict[str, list[str]] = {}
    before: dict[str, int] = {}
    for number, row in enumerate(rows):
        for token, hit in said(row, averages).items():
            says = coded(max(1, round(hit * PRECISION)))
            if token in found:
                found[token].append(coded(number - before[token]) + says)
            else:
                found[token] = [f"{number},{says}"]
            before[token] = number
    return {intern(token): f"{before[token]},{''.join(rows)}" for token, rows in found.items()}


@cache
def coded(number: int) -> str:
    """A number below MANY times MANY, as characters that need no escape in JSON."""
    if number >= MANY:
        high, low = divmod(number, MANY)
        return OTHER + coded(high) + coded(low)
    code = ord(LEAST) + number
    return chr(code + (code >= ESCAPE))


PACKED: Coding[Packed] = Coding(
    dict, lambda packed: {intern(token): _numbers(text) for token, text in packed.items()}
)


def _numbers(text: str) -> str:
    """What is written into a file as it is."""
    last, first, rest = text.split(",", 2)
    if not (last + first).isdecimal() or UNSAFE.search(rest):
        raise ValueError(text)
    return text


def _records(some: Iterable[Destination]) -> list[list[str]]:
    return [
        [d.anchor, " ".join(d.title.split()), " · ".join(d.names), " ".join(d.text.split())]
        for d in some
    ]


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
