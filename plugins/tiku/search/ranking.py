"""Which destinations answer a query, best first.

The twin of assets/search/ranking.js; both read tests/cases/search/ranking.json. The reader's side
also forgives what a build need not: wrong characters, beginnings of words, pinyin.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import log, log2

from tiku.search.destinations import Destination
from tiku.search.queries import Unit
from tiku.search.tokens import Fold, bare, tokens

COLUMNS = {
    "title": 4.0,
    "names": 4.0,
    "asked": 2.0,
    "referred": 1.0,
    "context": 1.0,
    "text": 1.0,
}
"""How much a word in each part of a destination says of it."""
PRIORS = {"term": 1.2, "clause": 1.5, "faq": 1.4, "page": 1.0, "question": 0.35, "source": 0.5}
"""Who reads is more often looking for what to do than for a question about it."""
LENGTH = 0.25
"""How far a column of twice the average length counts less (b of BM25)."""
REPEATED = 0.25
OTHER_COLUMNS = 0.25
OTHER_NAME = 0.8
"""What is found by a synonym against what is found by the reader's own word."""
LINKING = re.compile("[的是了在就也都和与跟我你他她它们吗呢吧把被很太这那谁到]")
"""Characters that hold sentences together, folded: a pair with one of them says little."""
AUXILIARY = re.compile("[要可以能会不没有来去说还又才先让给为因所但如再做]")
"""Characters that are as often a part of what is meant."""
LINKED, HELPED = 0.2, 0.5
COVERAGE = 2.0
EXACT, CONTAINED = 2.0, 1.3

Hits = dict[int, float]
"""Number of a destination -> how much a token says of it."""


@dataclass(frozen=True)
class Searchable:
    """Destinations and the title of the page each stands on, ready to be searched."""

    destinations: Sequence[Destination]
    contexts: Sequence[str]
    fold: Fold

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
        return {
            name: [self.fold(_one_line(text)) for text in column] for name, column in texts.items()
        }

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
        found: dict[str, Hits] = {}
        for name, column in self.columns.items():
            self._add(found, COLUMNS[name], column)
        return found

    def _add(self, found: dict[str, Hits], weight: float, column: list[str]) -> None:
        average = average_length(column)
        for number, text in enumerate(column):
            shrink = 1 - LENGTH + LENGTH * len(text) / average
            for token, times in Counter(tokens(text)).items():
                hits = found.setdefault(token, {})
                hits[number] = joined(hits.get(number, 0), weight * repeated(times) / shrink)

    @cached_property
    def called(self) -> dict[str, list[int]]:
        """What something is called, without spaces and punctuation -> the destinations."""
        found: dict[str, list[int]] = {}
        for number, destination in enumerate(self.destinations):
            names = (destination.title, *destination.names)
            for name in dict.fromkeys(bare(self.fold(name)) for name in names):
                found.setdefault(name, []).append(number)
        return found


def _one_line(text: str) -> str:
    return " ".join(text.split())


def average_length(column: Iterable[str]) -> float:
    """Of the texts that are there, in characters."""
    lengths = [len(text) for text in column if text]
    return sum(lengths) / len(lengths) if lengths else 1.0


def share_of(token: str) -> float:
    """How much of its rarity a token is worth."""
    if LINKING.search(token):
        return LINKED
    return HELPED if AUXILIARY.search(token) else 1.0


def repeated(times: int) -> float:
    """A word that comes again says a little more."""
    return 1 + REPEATED * log2(times)


def joined(one: float, other: float) -> float:
    """The column that says most counts fully."""
    return max(one, other) + OTHER_COLUMNS * min(one, other)


def search(query: str, units: Sequence[Unit], searchable: Searchable) -> list[int]:
    """Numbers of the destinations found by a folded query, best first."""
    ranking = _Ranking(searchable)
    for unit in units:
        ranking.add(unit)
    scores = ranking.scores(bare(query))
    return sorted(scores, key=lambda number: (-scores[number], number))


@dataclass
class _Ranking:
    searchable: Searchable
    said: Hits = field(default_factory=dict)
    covered: Hits = field(default_factory=dict)
    mass: float = 0.0

    def add(self, unit: Unit) -> None:
        """Of the alternatives the one that says most of a destination counts."""
        mass = sum(map(self._rarity, unit[0]))
        self.mass += mass
        best: dict[int, tuple[float, float]] = {}
        for index, alternative in enumerate(unit):
            factor = mass * (OTHER_NAME if index else 1)
            for number, pair in self._shares(alternative).items():
                scaled = (pair[0] * factor, pair[1] * factor)
                best[number] = max(best.get(number, (0.0, 0.0)), scaled)
        for number, (said, covered) in best.items():
            self.said[number] = self.said.get(number, 0) + said
            self.covered[number] = self.covered.get(number, 0) + covered

    def _shares(self, alternative: Sequence[str]) -> Mapping[int, tuple[float, float]]:
        """Destination -> (what the tokens say of it, how many of them it has), by rarity."""
        total = sum(map(self._rarity, alternative))
        shares: dict[int, tuple[float, float]] = {}
        for token in alternative:
            share = self._rarity(token) / total
            for number, hit in self.searchable.postings.get(token, {}).items():
                said, covered = shares.get(number, (0.0, 0.0))
                shares[number] = (said + share * hit, covered + share)
        return shares

    def _rarity(self, token: str) -> float:
        frequency = len(self.searchable.postings.get(token, ()))
        return share_of(token) * log(1 + len(self.searchable.destinations) / (frequency + 0.5))

    def scores(self, wanted: str) -> Hits:
        """Coverage counts more than once: who has every word is meant before who has one often."""
        exact = set(self.searchable.called.get(wanted, ()))
        titles = self.searchable.columns["title"]
        scores = {}
        for number, said in self.said.items():
            score = said * (self.covered[number] / self.mass) ** COVERAGE
            score *= PRIORS[self.searchable.destinations[number].kind]
            if number in exact:
                score *= EXACT
            elif wanted in bare(titles[number]):
                score *= CONTAINED
            scores[number] = score
        return scores
