"""More destinations than a browser should read: postings and records in small files.

A token's postings are in the file of its first character, so that all words that begin alike are
together; records of neighbours are in one file. The scores are those of ranking.py, rounded.
"""

import json
from collections.abc import Iterator

from tiku.search.ranking import Hits, Searchable

FILES = 256
"""Files of postings."""
RECORDS = 16
"""Destinations in a file of records."""
PRECISION = 20
"""Steps into which a hit of 1 is rounded; a posting never becomes nothing."""
CALLED = "="
"""Before a whole name, where that and not its tokens is asked for."""


def write(searchable: Searchable) -> Iterator[tuple[str, bytes]]:
    """(Name, content) of each file."""
    for number, postings in sorted(_by_file(searchable).items()):
        yield f"postings-{number}.json", _dump(postings)
    rows = [
        [d.anchor, " ".join(d.title.split()), " · ".join(d.names), " ".join(d.text.split())]
        for d in searchable.destinations
    ]
    for start in range(0, len(rows), RECORDS):
        yield f"records-{start // RECORDS}.json", _dump(rows[start : start + RECORDS])


def _by_file(searchable: Searchable) -> dict[int, dict[str, list[int]]]:
    files: dict[int, dict[str, list[int]]] = {}
    for token in sorted(searchable.postings):
        files.setdefault(ord(token[0]) % FILES, {})[token] = _packed(searchable.postings[token])
    for name in sorted(searchable.called):
        if name and any(
            searchable.destinations[n].kind != "question" for n in searchable.called[name]
        ):
            files.setdefault(ord(name[0]) % FILES, {})[CALLED + name] = searchable.called[name]
    return files


def _packed(hits: Hits) -> list[int]:
    """Distance from the one before, and hit, in turn."""
    packed, before = [], 0
    for number in sorted(hits):
        packed += [number - before, max(1, round(hits[number] * PRECISION))]
        before = number
    return packed


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
