"""What was true once, or somewhere, says when and where; what was not confirmed is not cited."""

from collections.abc import Iterator
from datetime import date

from tiku.model import Case, Entry, Faq, Item, Library, Source
from tiku.model.problem import Problem
from tiku.rules.rule import TODAY, advice, error, rule, warning

LEGAL = ("law", "case")
YEAR = 365


@rule(error("law-without-jurisdiction"), error("law-without-date"))
def law_says_where_and_when(library: Library) -> Iterator[Problem]:
    """Whoever cites a law or a ruling; the jurisdiction is plain where several are cited."""
    legal = {s.id: s for s in _sources(library) if s.kind in LEGAL}
    for item, case in _items(library):
        cited = [legal[name] for name in item.sources if name in legal]
        yield from _undated(item, cited, item, *([case] if case else []))
    for entry in library.faq.entries if library.faq else ():
        cited = [legal[name] for name in entry.sources if name in legal]
        yield from _undated(entry, cited, entry)
    for source in legal.values():
        yield from _undated(source, [source], source)


@rule(error("unconfirmed-source"))
def only_the_confirmed_is_cited(library: Library) -> Iterator[Problem]:
    """A source may wait in sources.yml as unconfirmed; nothing may rest on it."""
    doubtful = {s.id for s in _sources(library) if s.confidence == "unconfirmed"}
    for entry in _citing(library):
        for index, cited in enumerate(entry.sources):
            if cited in doubtful:
                place = entry.origin.place("sources", index)
                yield Problem("unconfirmed-source", place, {"id": cited})


@rule(warning("expired", needs=TODAY))
def nothing_has_expired(library: Library, today: date) -> Iterator[Problem]:
    """Its author said how long it holds."""
    for item, _ in _items(library):
        if item.expires and item.expires < today:
            place = item.origin.place("expires")
            yield Problem("expired", place, {"date": item.expires.isoformat()})


@rule(advice("stale-law", needs=TODAY))
def law_is_of_this_year(library: Library, today: date) -> Iterator[Problem]:
    """Law without a date of expiry is looked at again after a year."""
    legal = {s.id for s in _sources(library) if s.kind in LEGAL}
    for item, _ in _items(library):
        old = item.as_of and (today - item.as_of).days > YEAR
        if old and not item.expires and legal & set(item.sources):
            place = item.origin.place("as_of")
            yield Problem("stale-law", place, {"date": item.as_of})


def _sources(library: Library) -> tuple[Source, ...]:
    return library.sources.sources if library.sources else ()


def _items(library: Library) -> Iterator[tuple[Item, Item | None]]:
    """Everything asked today, the questions of a case with it."""
    for bank in library.banks:
        for item in bank.current():
            yield item, None
            if isinstance(item, Case):
                yield from ((question, item) for question in item.questions)


def _citing(library: Library) -> Iterator[Item | Faq]:
    yield from (item for item, _ in _items(library))
    yield from library.faq.entries if library.faq else ()


def _undated(entry: Entry, cited: list[Source], *said: Item | Faq | Source) -> Iterator[Problem]:
    """`said`: the entry itself, and the case around it."""
    if not cited:
        return
    place = entry.origin.place("kind" if isinstance(entry, Source) else "sources")
    one_jurisdiction = len({source.jurisdiction for source in cited}) == 1
    if one_jurisdiction and not any(s.jurisdiction for s in said):
        yield Problem("law-without-jurisdiction", place)
    if not any(s.as_of for s in said):
        yield Problem("law-without-date", place)
