"""Which destinations answer a query, best first.

The twin of assets/search/ranking.js; both read tests/cases/search/ranking.json. The reader's side
also forgives what a build need not: wrong characters, beginnings of words, pinyin.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property
from math import log, log2

from tiku.search.destinations import Destination
from tiku.search.queries import Unit
from tiku.search.tokens import Fold, among, bare, tokens
from tiku.search.weights import WEIGHTS

ROUNDED = 1 + 1e-9
"""Sums in another order differ by less."""

Hits = dict[int, float]
"""Number of a destination -> how much a token says of it."""
NOWHERE: Hits = {}


@dataclass(frozen=True)
class Searchable:
    """Destinations and the title of the page each stands on, ready to be searched."""

    destinations: Sequence[Destination]
    contexts: Sequence[str]
    fold: Fold
    asked: Set[str] | None = None
    """The only tokens that are looked for; None where any may be."""

    def for_tokens(self, asked: Set[str]) -> "Searchable":
        """The same for queries that have no other tokens; what is folded already stays so."""
        narrowed = replace(self, asked=asked)
        vars(narrowed).update(columns=self.columns, averages=self.averages)
        return narrowed

    @cached_property
    def columns(self) -> dict[str, list[str]]:
        """Column -> folded text of each destination."""
        every = self.destinations
        texts = {
            "title": [d.title for d in every],
            "names": [" · ".join(d.names) for d in every],
            "asked": [" · ".join(d.asked) for d in every],
            "referred": [" · ".join(self._asked_by(numbers)) for numbers in self.referrers],
            "context": self.contexts,
            "text": [d.text for d in every],
        }
        return {name: self._folded(column) for name, column in texts.items()}

    def _folded(self, column: Sequence[str]) -> list[str]:
        """All at once: no character means something else for what stands on another line."""
        return self.fold("\n".join(map(_one_line, column))).split("\n") if column else []

    @cached_property
    def referrers(self) -> list[list[int]]:
        """Of each destination the numbers of those that refer to it."""
        places = {f"{d.page}#{d.anchor}": number for number, d in enumerate(self.destinations)}
        found: list[list[int]] = [[] for _ in self.destinations]
        for number, destination in enumerate(self.destinations):
            for reference in destination.see:
                place = reference if "#" in reference else f"{reference}#"
                if place in places:
                    found[places[place]].append(number)
        return found

    def _asked_by(self, numbers: Iterable[int]) -> Iterator[str]:
        for number in numbers:
            yield from (self.destinations[number].title, *self.destinations[number].asked)

    @cached_property
    def postings(self) -> dict[str, Hits]:
        """Token -> what it says of each destination it stands in."""
        found: defaultdict[str, Hits] = defaultdict(dict)
        cut = tokens if self.asked is None else among(self.asked)
        known: dict[tuple[str, ...], dict[str, float]] = {}
        for number in range(len(self.destinations)):
            row = self.row(number)
            key = (*row, *row.values())
            if key not in known:
                known[key] = said(row, self.averages, cut)
            for token, hit in known[key].items():
                found[token][number] = hit
        return dict(found)

    @cached_property
    def averages(self) -> dict[str, float]:
        """Column -> length of its texts."""
        return {name: average_length(column) for name, column in self.columns.items()}

    def row(self, number: int) -> dict[str, str]:
        """Column -> folded text of a destination, where there is any that is looked at."""
        rows = ((name, column[number]) for name, column in self.columns.items())
        return {name: text for name, text in rows if text and not self._disjoint(text)}

    @cached_property
    def _disjoint(self) -> Callable[[str], bool]:
        """Whether no token that is looked for begins in a text."""
        if self.asked is None:
            return lambda _: False
        return {token[0] for token in self.asked}.isdisjoint

    @cached_property
    def highest(self) -> dict[str, float]:
        """Token -> the most it says of any destination, by how likely that is to be meant."""
        priors = [*map(self.prior, range(len(self.destinations)))]
        return {
            token: max([hit * priors[number] for number, hit in hits.items()])
            for token, hits in self.postings.items()
        }

    def rarity(self, token: str) -> float:
        """How much a token tells apart, however often it is asked for."""
        if token not in self._rarities:
            frequency = len(self.postings.get(token, NOWHERE))
            common = log(1 + len(self.destinations) / (frequency + 0.5))
            self._rarities[token] = WEIGHTS.share_of(token) * common
        return self._rarities[token]

    @cached_property
    def _rarities(self) -> dict[str, float]:
        return {}

    def prior(self, number: int) -> float:
        """How often what is meant is of its kind."""
        return WEIGHTS.priors[self.destinations[number].kind]

    @cached_property
    def titles(self) -> list[str]:
        """Of each destination, without spaces and punctuation."""
        return [bare(title) for title in self.columns["title"]]

    @cached_property
    def called(self) -> dict[str, list[int]]:
        """What something is called, without spaces and punctuation -> the destinations."""
        found: dict[str, list[int]] = {}
        for number, destination in enumerate(self.destinations):
            others = (bare(self.fold(name)) for name in destination.names)
            for name in dict.fromkeys((self.titles[number], *others)):
                found.setdefault(name, []).append(number)
        return found


def _one_line(text: str) -> str:
    return " ".join(text.split())


def length(text: str) -> int:
    """In units of UTF-16, as a browser counts."""
    return len(text.encode("utf-16-le")) // 2


def average_length(column: Iterable[str]) -> float:
    """Of the texts that are there."""
    there = list(filter(None, column))
    return length("".join(there)) / len(there) if there else 1.0


def said(
    row: Mapping[str, str], averages: Mapping[str, float], cut: Callable[[str], list[str]] = tokens
) -> dict[str, float]:
    """Token -> what it says of a destination; `cut`: the tokens of a text that are looked for."""
    found: dict[str, float] = {}
    for name, text in row.items():
        counts = Counter(cut(text))
        weight = WEIGHTS.columns[name]
        shrink = 1 - WEIGHTS.length + WEIGHTS.length * length(text) / averages[name]
        hits = {times: weight * repeated(times) / shrink for times in set(counts.values())}
        for token, times in counts.items():
            hit = hits[times]
            found[token] = joined(found[token], hit) if token in found else hit
    return found


@cache
def repeated(times: int) -> float:
    """A word that comes again says a little more."""
    return 1 + WEIGHTS.repeated * log2(times)


def joined(one: float, other: float) -> float:
    """The column that says most counts fully."""
    return max(one, other) + WEIGHTS.other_columns * min(one, other)


def whole(covered: float) -> float:
    """Coverage counts more than once: who has every word is meant before who has one often."""
    return float(covered**WEIGHTS.coverage)


def search(query: str, units: Sequence[Unit], searchable: Searchable) -> list[int]:
    """Numbers of the destinations found by a folded query, best first."""
    scorer = Scorer(query, units, searchable)
    scores = {number: scorer.score(number) for number in scorer.found()}
    return sorted(scores, key=lambda number: (-scores[number], number))


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to put a unit: the hits of its tokens, each with its share of them."""

    factor: float
    """What the unit weighs, less for another name."""
    tokens: list[tuple[float, Hits]]
    most: float
    """What they can say of any destination, by how likely that is to be meant."""

    def score(self, number: int) -> tuple[float, float]:
        """(what the tokens say of a destination, how many of them it has), by rarity."""
        said = covered = 0.0
        for share, hits in self.tokens:
            if number in hits:
                said += share * hits[number]
                covered += share
        return said * self.factor, covered * self.factor

    def count(self) -> int:
        """How many destinations have them, at most."""
        return sum(len(hits) for _, hits in self.tokens)


class Scorer:
    """What each destination is worth to one query."""

    def __init__(self, query: str, units: Sequence[Unit], searchable: Searchable) -> None:
        self.searchable = searchable
        self.wanted = bare(query)
        self.units = [self._alternatives(unit) for unit in units]
        self.mass = sum(unit[0].factor for unit in self.units)
        self.exact = frozenset(searchable.called.get(self.wanted, ()))

    def score(self, number: int) -> float:
        """Of each unit the alternative that says most of a destination counts."""
        said = covered = 0.0
        for unit in self.units:
            best = _best(unit, number)
            said += best[0]
            covered += best[1]
        if not said:
            return 0.0
        score = said * whole(covered / self.mass) * self.searchable.prior(number)
        if number in self.exact:
            return score * WEIGHTS.exact
        return score * WEIGHTS.contained if self.wanted in self.searchable.titles[number] else score

    def found(self) -> set[int]:
        """Whatever one of the units stands in, or is called so, however it is spaced."""
        return set(self.exact).union(*map(_having, self.units))

    def _alternatives(self, unit: Unit) -> list[Alternative]:
        mass = sum(map(self.searchable.rarity, unit[0]))
        return [
            self._alternative(tokens, mass * (WEIGHTS.other_name if index else 1))
            for index, tokens in enumerate(unit)
        ]

    def _alternative(self, tokens: Sequence[str], factor: float) -> Alternative:
        total = sum(map(self.searchable.rarity, tokens))
        shares = [(self.searchable.rarity(token) / total, token) for token in tokens]
        most = sum(share * self.searchable.highest.get(token, 0.0) for share, token in shares)
        rows = [(share, self._hits(token)) for share, token in shares]
        return Alternative(factor, rows, most * factor)

    def _hits(self, token: str) -> Hits:
        return self.searchable.postings.get(token, NOWHERE)


def _best(unit: list[Alternative], number: int) -> tuple[float, float]:
    """Of the alternatives the one that says most; the reader's own word before one as good."""
    best = (0.0, 0.0)
    for one in unit:
        found = one.score(number)
        if found[0] > best[0] * ROUNDED:
            best = found
    return best


def _having(unit: list[Alternative]) -> set[int]:
    return set().union(*(hits for one in unit for _, hits in one.tokens))
