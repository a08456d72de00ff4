"""Shuffling that a number decides: the twin of assets/core/random.js, so that letters on paper are
those of the site; both read tests/cases/shuffles.json.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
WORD = 0xFFFFFFFF


def shuffled(items: Sequence[T], seed: int) -> list[T]:
    """A copy in another order (Fisher and Yates), the same for the same seed."""
    numbers, copy = _numbers(seed), list(items)
    for last in range(len(copy) - 1, 0, -1):
        other = int(next(numbers) * (last + 1))
        copy[last], copy[other] = copy[other], copy[last]
    return copy


def _numbers(seed: int) -> Iterator[float]:
    """From 0 up to 1 (mulberry32: Tommy Ettinger, public domain)."""
    while True:
        seed = seed + 0x6D2B79F5 & WORD
        mixed = (seed ^ seed >> 15) * (1 | seed) & WORD
        mixed = mixed + (mixed ^ mixed >> 7) * (61 | mixed) & WORD ^ mixed
        yield (mixed ^ mixed >> 14) / 2**32
