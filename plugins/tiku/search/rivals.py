"""Who comes before a destination in a search, without scoring everyone.

What each unit of a query can say of any destination bounds what a destination with some of them
can be worth, so that only those are scored which can come so far.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import accumulate

from tiku.model.values import dataclass
from tiku.search.ranking import Alternative, Scorer, whole
from tiku.search.weights import WEIGHTS

BEGINNING = 4
"""Characters by which queries that may stand in a title are told apart."""
ROUNDED = 1 + 1e-9
"""Sums in another order differ by less."""

Unit = list[Alternative]


def holders(titles: Sequence[str], queries: Iterable[str]) -> dict[str, set[int]]:
    """Query -> the titles in which it stands, by number; both without blanks and signs."""
    found: dict[str, set[int]] = {query: set() for query in queries if query}
    lengths: dict[str, set[int]] = {}
    for query in found:
        lengths.setdefault(query[:BEGINNING], set()).add(len(query))
    short = sorted({len(query) for query in found if len(query) < BEGINNING})
    begins = {query[0] for query in found}
    for number, title in enumerate(titles):
        for at in (at for at, first in enumerate(title) if first in begins):
            known = lengths.get(title[at : at + BEGINNING], ())
            for length in (*short, *known):
                if (part := title[at : at + length]) in found:
                    found[part].add(number)
    return found


def above(scorer: Scorer, number: int, holding: Mapping[str, set[int]]) -> Iterator[int]:
    """Destinations that come before this one, those first that may come furthest.

    `holding` is what `holders` says of the query.
    """
    least = scorer.score(number)
    for other in _candidates(scorer, least / ROUNDED, holding.get(scorer.wanted, set())):
        if other == number:
            continue
        score = scorer.score(other)
        if score > least or (score == least and other < number):
            yield other


def _candidates(scorer: Scorer, least: float, holding: set[int]) -> Iterable[int]:
    """Whatever may be worth so much: by being called so, by its title, or by its words alone."""
    units = sorted(scorer.units, key=lambda unit: sum(one.count() for one in unit))
    sieve = _Sieve(units, scorer.mass, least)
    named = set(scorer.exact)
    if sieve.most(0.0, 0.0, 0) * WEIGHTS.contained >= least:
        named |= holding
    return dict.fromkeys([*sorted(named), *sieve.passed()])


@dataclass(frozen=True, slots=True)
class _Group:
    """Destinations that have the same of the units looked at so far."""

    said: float
    """What these can say of them, at most."""
    covered: float
    members: Set[int]


class _Sieve:
    """Those that may be worth so much by their words: a unit after the other, the rarest first,
    until what has none of these cannot come so far; who has too few is dropped on the way."""

    def __init__(self, units: Sequence[Unit], mass: float, least: float) -> None:
        self.units, self.mass, self.least = units, mass, least
        self.says = [max(one.most for one in unit) for unit in units]
        self.covers = [unit[0].factor for unit in units]
        self.said_after = _sums_of_rests(self.says)
        self.covered_after = _sums_of_rests(self.covers)

    def most(self, said: float, covered: float, place: int) -> float:
        """What may come of it if it has all units from this place on."""
        share = (covered + self.covered_after[place]) / self.mass
        return (said + self.said_after[place]) * whole(share)

    def passed(self) -> Iterator[int]:
        """Those first that may come furthest."""
        groups: list[_Group] = []
        for place in range(len(self.units)):
            if not (groups or self._may(0.0, 0.0, place)):
                return
            groups = list(self._looked_at(groups, place))
        groups.sort(key=lambda group: -self.most(group.said, group.covered, len(self.units)))
        for group in groups:
            yield from sorted(group.members)

    def _looked_at(self, groups: list[_Group], place: int) -> Iterator[_Group]:
        having = _having(self.units[place])
        said, covered = self.says[place], self.covers[place]
        if self._may(0.0, 0.0, place):
            new = set(having).difference(*(group.members for group in groups))
            groups = [*groups, _Group(0.0, 0.0, new)]
        for group in groups:
            members = having & group.members
            yield from self._able(group.said + said, group.covered + covered, members, place)
            yield from self._able(group.said, group.covered, group.members - members, place)

    def _able(self, said: float, covered: float, members: Set[int], place: int) -> Iterator[_Group]:
        if members and self._may(said, covered, place + 1):
            yield _Group(said, covered, members)

    def _may(self, said: float, covered: float, place: int) -> bool:
        return self.most(said, covered, place) >= self.least


def _sums_of_rests(numbers: list[float]) -> list[float]:
    """[3, 2] -> [5, 2, 0]"""
    return [*accumulate(reversed(numbers), initial=0.0)][::-1]


def _having(unit: Unit) -> Set[int]:
    """Which destinations one of its tokens stands in, not copied if there is one only."""
    hits = [hits for one in unit for _, hits in one.tokens]
    return hits[0].keys() if len(hits) == 1 else set().union(*hits)
