"""Does the search find what the site has, by its own words, in both scripts?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice

from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.search.index_files import Shelf
from tiku.search.ranking import Scorer
from tiku.search.rivals import above, holders
from tiku.search.tokens import bare
from tiku.text.conversion import simplified, traditional

PROMISED = {"term", "page", "clause", "faq"}
AMONG = 3


def unfound(shelf: Shelf) -> Iterator[Problem]:
    """What is not among the first three by its own title; of two with the same either will do."""
    titled = _titled(shelf)
    asked = {title: _asked(title, shelf) for title in titled}
    shelf = _for_queries(shelf, asked.values())
    queries = {bare(folded) for query in asked.values() for folded in query.values()}
    holding = holders(shelf.searchable.titles, queries)
    lost = {title: list(_lost(asked[title], titled[title], shelf, holding)) for title in titled}
    for destination in shelf.searchable.destinations:
        for query in lost.get(destination.title, ()) if destination.kind in PROMISED else ():
            clause = f"#{destination.anchor}" if destination.anchor else ""
            details = {"query": query, "address": destination.page + clause}
            place = Place(destination.page)
            yield Problem("not-found-by-its-name", place, details, Severity.WARNING)


def _for_queries(shelf: Shelf, asked: Iterable[Mapping[str, str]]) -> Shelf:
    """Titles have but few of the tokens that texts have."""
    folded = {one for queries in asked for one in queries.values()}
    units = chain.from_iterable(map(shelf.names.units, folded))
    wanted = {token for unit in units for tokens in unit for token in tokens}
    return replace(shelf, searchable=shelf.searchable.for_tokens(wanted))


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


def _lost(
    asked: Mapping[str, str],
    numbers: list[int],
    shelf: Shelf,
    holding: Mapping[str, set[int]],
) -> Iterator[str]:
    found = {folded: _is_found(folded, numbers, shelf, holding) for folded in set(asked.values())}
    yield from (query for query, folded in asked.items() if not found[folded])


def _is_found(
    folded: str, numbers: list[int], shelf: Shelf, holding: Mapping[str, set[int]]
) -> bool:
    """Whether fewer than three come before the first of these."""
    scorer = Scorer(folded, shelf.names.units(folded), shelf.searchable)
    score, first = max((scorer.score(number), -number) for number in numbers)
    before = above(scorer, -first, holding)
    return bool(score) and len(list(islice(before, AMONG))) < AMONG
