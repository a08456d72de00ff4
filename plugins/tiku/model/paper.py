"""A blueprint, the banks and a seed -> a paper.

The twin of assets/exam/draw.js; both read tests/cases/papers.json.

A seed is `name` or `name.number`. The name lays what can be drawn in an order, as a pack of
cards; the number says how many papers were dealt from it before. The paper of a seed is the one
that the site gives for it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from tiku.model.base import Id
from tiku.model.exam_coverage import drawable, is_critical, shares, wanted_of
from tiku.model.exams import Exam, Section
from tiku.model.library import Library
from tiku.model.questions import Item
from tiku.text.patterns import on_demand

SEED = on_demand(r"(.*?)(?:\.([0-9]{1,6}))?", re.DOTALL)
WORD = 0xFFFFFFFF


def draw(library: Library, exam: Exam, seed: str) -> Iterator[tuple[Section, Item]]:
    """In the order of the sections; fewer than asked where the banks are too small."""
    taken: set[str] = set()
    for section in exam.sections:
        drawn = _section(library, exam, section, seed, taken)
        taken.update(item.id for item in drawn)
        yield from ((section, item) for item in by_lot(drawn, seed))


def lot_of(text: str) -> int:
    """A number that a text decides (FNV-1a, 32 bit, with the final mixing of MurmurHash3)."""
    mixed = 0x811C9DC5
    for byte in text.encode():
        mixed = (mixed ^ byte) * 0x01000193 & WORD
    mixed = (mixed ^ mixed >> 16) * 0x85EBCA6B & WORD
    mixed = (mixed ^ mixed >> 13) * 0xC2B2AE35 & WORD
    return mixed ^ mixed >> 16


def _section(
    library: Library, exam: Exam, section: Section, seed: str, taken: set[str]
) -> list[Item]:
    drawn: list[Item] = []
    for topic, count in wanted_of(section).items():
        pool = [item for item in drawable(library, exam, section, topic) if item.id not in taken]
        drawn += _part(pool, exam, count, shares(section.difficulty, count), seed)
    return drawn


def _part(
    pool: list[Item], exam: Exam, count: int, levels: Mapping[Id, int], seed: str
) -> list[Item]:
    """The critical ones first, then so many of each difficulty; others fill up."""
    chosen = [item for item in pool if is_critical(item, exam)][:count]
    for level, share in levels.items():
        rest = [item for item in pool if _level(item) == level and item not in chosen]
        already = sum(_level(item) == level for item in chosen)
        chosen += _deal(rest, min(share - already, count - len(chosen)), seed)
    rest = [item for item in pool if item not in chosen]
    return [*chosen, *_deal(rest, count - len(chosen), seed)]


def _level(item: Item) -> str:
    """Of a case, that of its first question."""
    first = next(iter(item.questions_inside()), item)
    return first.difficulty or item.difficulty or ""


def _deal(pool: list[Item], count: int, seed: str) -> list[Item]:
    """The next cards of the pack, from its start again when it is used up."""
    if count <= 0 or not pool:
        return []
    found = SEED.fullmatch(seed)
    assert found is not None
    pack = by_lot(pool, found[1])
    start = int(found[2] or 0) * count % len(pack)
    return [*pack[start:], *pack[:start]][:count]


def by_lot(items: Iterable[Item], seed: str) -> list[Item]:
    """Each item draws its own lot, so that a new one does not move the others."""
    return sorted(items, key=lambda item: (lot_of(f"{seed}\n{item.id}"), item.id))
