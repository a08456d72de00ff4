"""Does the search find what the site has, by its own words, in both scripts?"""

from collections.abc import Iterator, Mapping
from itertools import islice

from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.search.index_files import Shelf
from tiku.search.ranking import Scorer
from tiku.text.conversion import simplified, traditional

PROMISED = {"term", "page", "clause", "faq"}
AMONG = 3


def unfound(shelf: Shelf) -> Iterator[Problem]:
    """What is not among the first three by its own title; of two with the same either will do."""
    titled = _titled(shelf)
    lost = {title: list(_lost(title, numbers, shelf)) for title, numbers in titled.items()}
    for destination in shelf.searchable.destinations:
        for query in lost.get(destination.title, ()) if destination.kind in PROMISED else ():
            clause = f"#{destination.anchor}" if destination.anchor else ""
            details = {"query": query, "address": destination.page + clause}
            place = Place(destination.page)
            yield Problem("not-found-by-its-name", place, details, Severity.WARNING)


def _titled(shelf: Shelf) -> Mapping[str, list[int]]:
    """Titles that are promised -> whatever bears them."""
    every = shelf.searchable.destinations
    found: dict[str, list[int]] = {d.title: [] for d in every if d.kind in PROMISED}
    for number, destination in enumerate(every):
        if destination.title in found:
            found[destination.title].append(number)
    return found


def _lost(title: str, numbers: list[int], shelf: Shelf) -> Iterator[str]:
    for query in dict.fromkeys(_written(title)):
        if not _is_found(shelf.searchable.fold(query), numbers, shelf):
            yield query


def _written(title: str) -> tuple[str, str, str]:
    return title, simplified(title), traditional(title)


def _is_found(folded: str, numbers: list[int], shelf: Shelf) -> bool:
    """Whether fewer than three come before the first of these."""
    scorer = Scorer(folded, shelf.names.units(folded), shelf.searchable)
    score, first = max((scorer.score(number), -number) for number in numbers)
    return bool(score) and len(list(islice(scorer.above(-first), AMONG))) < AMONG
