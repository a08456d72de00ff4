"""Does the search find what the site has, by its own words, in both scripts?"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice

from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.model.values import dataclass
from tiku.search.index_files import Shelf
from tiku.search.queries import Unit
from tiku.search.ranking import Scorer, Searchable
from tiku.search.rivals import above, holders
from tiku.search.tokens import bare
from tiku.text.conversion import simplified, traditional

PROMISED = {"term", "page", "clause", "faq"}
AMONG = 3


def unfound(shelf: Shelf) -> Iterator[Problem]:
    """What is not among the first three by its own title; of two with the same either will do."""
    titled = _titled(shelf)
    asked = {title: _asked(title, shelf) for title in titled}
    queries = _queries(asked.values(), shelf)
    lost = {title: list(_lost(asked[title], titled[title], queries)) for title in titled}
    for destination in shelf.searchable.destinations:
        for query in lost.get(destination.title, ()) if destination.kind in PROMISED else ():
            clause = f"#{destination.anchor}" if destination.anchor else ""
            details = {"query": query, "address": destination.page + clause}
            place = Place(destination.page)
            yield Problem("not-found-by-its-name", place, details, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class _Queries:
    """Folded query -> its units, and the titles it stands in; and where they are looked for."""

    units: Mapping[str, list[Unit]]
    holding: Mapping[str, set[int]]
    searchable: Searchable


def _queries(asked: Iterable[Mapping[str, str]], shelf: Shelf) -> _Queries:
    """Titles have but few of the tokens that texts have."""
    folded = {one for queries in asked for one in queries.values()}
    units = {one: shelf.names.units(one) for one in folded}
    tokens = chain.from_iterable(chain.from_iterable(chain.from_iterable(units.values())))
    searchable = shelf.searchable.for_tokens(set(tokens))
    return _Queries(units, holders(searchable.titles, map(bare, folded)), searchable)


def _titled(shelf: Shelf) -> Mapping[str, list[int]]:
    """Titles that are promised -> whatever bears them."""
    every = shelf.searchable.destinations
    found: dict[str, list[int]] = {d.title: [] for d in every if d.kind in PROMISED}
    for number, destination in enumerate(every):
        if destination.title in found:
            found[destination.title].append(number)
    return found


def _asked(title: str, shelf: Shelf) -> dict[str, str]:
    """A title as it may be typed -> folded."""
    written = (title, simplified(title), traditional(title))
    return {query: shelf.searchable.fold(query) for query in written}


def _lost(asked: Mapping[str, str], numbers: list[int], queries: _Queries) -> Iterator[str]:
    found = {folded: _is_found(folded, numbers, queries) for folded in set(asked.values())}
    yield from (query for query, folded in asked.items() if not found[folded])


def _is_found(folded: str, numbers: list[int], queries: _Queries) -> bool:
    """Whether fewer than three come before the first of these."""
    scorer = Scorer(folded, queries.units[folded], queries.searchable)
    score, first = max((scorer.score(number), -number) for number in numbers)
    before = above(scorer, -first, queries.holding)
    return bool(score) and len(list(islice(before, AMONG))) < AMONG
