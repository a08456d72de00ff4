"""Does the search find what the site has, by its own words, in both scripts?"""

from collections.abc import Iterator

from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.search.index_files import Shelf
from tiku.search.ranking import search
from tiku.text.conversion import simplified, traditional

PROMISED = {"term", "page", "clause", "faq"}
AMONG = 3


def unfound(shelf: Shelf) -> Iterator[Problem]:
    """What is not among the first three by its own title; of two with the same either will do."""
    answers: dict[str, set[str]] = {}
    for destination in shelf.searchable.destinations:
        if destination.kind not in PROMISED:
            continue
        for query in dict.fromkeys(_written(destination.title)):
            folded = shelf.searchable.fold(query)
            if folded not in answers:
                answers[folded] = _titles(folded, shelf)
            if destination.title not in answers[folded]:
                clause = f"#{destination.anchor}" if destination.anchor else ""
                details = {"query": query, "address": destination.page + clause}
                place = Place(destination.page)
                yield Problem("not-found-by-its-name", place, details, Severity.WARNING)


def _written(title: str) -> tuple[str, str, str]:
    return title, simplified(title), traditional(title)


def _titles(folded: str, shelf: Shelf) -> set[str]:
    found = search(folded, shelf.names.units(folded), shelf.searchable)[:AMONG]
    return {shelf.searchable.destinations[number].title for number in found}
