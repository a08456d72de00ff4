"""When two short texts say nearly the same: sets of neighbouring characters, compared.

The join over a whole library follows the prefix filter of Chaudhuri, Ganti and Kaushik (2006),
"A primitive operator for similarity joins in data cleaning": two sets as alike as asked for
share one of their rarest members, so that only those are looked up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import ceil
from operator import add


def grams(text: str, length: int = 2) -> frozenset[str]:
    """The runs of `length` characters in a text."""
    if length == len("ab"):  # most are: a third faster so
        return frozenset(map(add, text, text[1:]))
    return frozenset(text[at : at + length] for at in range(len(text) - length + 1))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """What is shared, of all: 0 to 1."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0


def contained(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of `part` is in `whole`: 0 to 1."""
    return len(part & whole) / len(part) if part else 0.0


def alike(sets: Sequence[frozenset[str]], least: float) -> Iterator[tuple[int, int]]:
    """Every pair (earlier, later) with a Jaccard index of `least` or more."""
    common = Counter(gram for one in sets for gram in one)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(sets):
        rarest = sorted(own, key=lambda gram: (common[gram], gram))
        candidates: set[int] = set()
        for gram in rarest[: len(own) - ceil(least * len(own)) + 1]:
            candidates.update(seen[gram])
            seen[gram].append(index)
        for other in sorted(candidates):
            if _sizes_fit(len(own), len(sets[other]), least) and jaccard(own, sets[other]) >= least:
                yield other, index


def _sizes_fit(one: int, other: int, least: float) -> bool:
    return min(one, other) >= least * max(one, other)
