"""A draw -> the questions that stand there: pure, and the same at every build."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from tiku.model import Bank, Draw, Item, Library


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
    if not draw.ids:
        return [item for bank in banks for item in bank.current()]
    by_id = _by_id(_Same(library.banks if draw.topic is None else banks))
    return [by_id[wanted] for wanted in draw.ids if wanted in by_id]


class _Same:
    """Equal where it is the same object: questions are too many to compare them."""

    def __init__(self, banks: Iterable[Bank]) -> None:
        self.banks = banks

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.banks is other.banks

    def __hash__(self) -> int:
        return id(self.banks)


@lru_cache(maxsize=1)
def _by_id(of: _Same) -> Mapping[str, Item]:
    """What is asked today by its id, for all draws of a library."""
    items = (item for bank in of.banks for item in bank.current())
    return {one.id: one for item in items for one in (*item.questions_inside(), item)}


def _fits(item: Item, draw: Draw) -> bool:
    return (not draw.tags or bool(set(draw.tags) & set(item.tags))) and (
        not draw.difficulty or item.difficulty in draw.difficulty
    )


def _lot(seed: str | None, item: Item) -> str:
    """Each question draws its own lot, so that a new one does not move the others."""
    return sha256(f"{seed}\n{item.id}".encode()).hexdigest()
