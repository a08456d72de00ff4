"""A draw -> the questions that stand there: pure, and the same at every build."""

from collections.abc import Iterable
from hashlib import sha256

from tiku.model import Draw, Item, Library


def select(library: Library, draw: Draw) -> tuple[Item, ...]:
    """What the draw finds: cases count as one, the retired are left out."""
    found = [item for item in _candidates(library, draw) if _fits(item, draw)]
    if draw.seed is not None:
        found.sort(key=lambda item: _lot(draw.seed, item))
    return tuple(found[: draw.count])


def lists_a_topic(draw: Draw) -> bool:
    """Whether it shows a whole topic or a page of it, which readers will want to filter."""
    return draw.topic is not None and not draw.count


def _candidates(library: Library, draw: Draw) -> Iterable[Item]:
    banks = [bank for bank in library.banks if draw.topic in (None, bank.topic)]
    items = [item for bank in banks for item in bank.current()]
    if not draw.ids:
        return items
    named = frozenset(draw.ids)
    inside = ((*item.questions_inside(), item) for item in items)
    by_id: dict[str, Item] = {one.id: one for ones in inside for one in ones if one.id in named}
    return [by_id[wanted] for wanted in draw.ids if wanted in by_id]


def _fits(item: Item, draw: Draw) -> bool:
    return (not draw.tags or bool(set(draw.tags) & set(item.tags))) and (
        not draw.difficulty or item.difficulty in draw.difficulty
    )


def _lot(seed: str | None, item: Item) -> str:
    """Each question draws its own lot, so that a new one does not move the others."""
    return sha256(f"{seed}\n{item.id}".encode()).hexdigest()
