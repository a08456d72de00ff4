"""Whatever names something else names something that exists."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from functools import cache
from itertools import chain, islice

from tiku.model import Bank, Case, Entry, Flow, Item, Library, Source, Tool
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.rules.rule import EVERY_FILE, advice, error, rule
from tiku.text.patterns import on_demand
from tiku.text.suggestions import closest

PAGE_LINK = on_demand(r"\]\(<?([^\s()<>:]+\.md)(?:#([^\s()<>]*))?>?[^()]*\)")


@rule(error("unknown-source"), advice("sources-without-file", needs=EVERY_FILE))
def sources_exist(library: Library) -> Iterator[Problem]:
    """In sources.yml; where there is none no reader sees them, which is told once."""
    if library.sources is None:
        named = (one for one in _entries(library) if getattr(one, "sources", ()))
        yield from (
            Problem("sources-without-file", one.origin.place("sources", 0))
            for one in islice(named, 1)
        )
        return
    known = [source.id for source in library.sources.sources]
    for entry in _entries(library):
        yield from _unknown("unknown-source", entry, "sources", known)


@rule(error("unknown-objective"))
def objectives_exist(library: Library) -> Iterator[Problem]:
    """In the same bank."""
    for bank in library.banks:
        for item in _with_sub_questions(bank.questions):
            yield from _unknown("unknown-objective", item, "objective", list(bank.objectives))


@rule(error("unknown-tag"))
def labels_exist(library: Library) -> Iterator[Problem]:
    """In vocabulary.yml, where there is one."""
    if library.vocabulary is None:
        return
    for entry in _entries(library):
        for label in ("tags", "syllabus", "jurisdiction"):
            known = list(getattr(library.vocabulary, label))
            yield from _unknown("unknown-tag", entry, label, known)


@rule(error("unknown-group"))
def groups_exist(library: Library) -> Iterator[Problem]:
    """Each FAQ entry stands in a group of faq.yml."""
    if library.faq:
        for entry in library.faq.entries:
            yield from _unknown("unknown-group", entry, "group", list(library.faq.groups))


@rule(error("unknown-page", needs=EVERY_FILE), error("unknown-clause", needs=EVERY_FILE))
def clauses_exist(library: Library) -> Iterator[Problem]:
    """Those of `see`, and those that authors' text links to."""
    if library.pages is None:
        return
    for page, clause, place in references(library):
        yield from _dead(library, page, clause, place)


def references(library: Library) -> Iterator[tuple[str, str, Place]]:
    """(page, id on it or nothing, where that is said) of whatever banks refer to."""
    for bank in library.banks:
        yield from library.known("references", bank, _of_bank)
    yield from _made(_apart(library))


def _of_bank(bank: Bank) -> list[tuple[str, str, Place]]:
    return list(_made(_with_sub_questions(bank.questions)))


def _made(entries: Iterable[Entry]) -> Iterator[tuple[str, str, Place]]:
    for entry in entries:
        named = entry.rests_on if isinstance(entry, Tool) else getattr(entry, "see", ())
        for index, reference in enumerate(named):
            page, _, clause = reference.partition("#")
            if isinstance(entry, Flow | Tool):
                yield page, clause, entry.names(reference)
            else:
                yield page, clause, entry.origin.place("see", index)
        for text, place in _written(entry):
            for link in PAGE_LINK.finditer(text):
                yield link[1], link[2] or "", place


def no_such_heading(page: str, clause: str, known: Sequence[str], place: Place) -> Problem:
    """`known`: the ids that the page has."""
    details = {"page": page, "clause": clause, "known": known[:20], "near": closest(clause, known)}
    return Problem("unknown-clause", place, details)


@rule(error("unknown-question", needs=EVERY_FILE))
def replacements_exist(library: Library) -> Iterator[Problem]:
    """`instead` of a retired question names one that is asked."""
    known = [question.id for question in library.questions()]
    for item in library.items():
        if item.retired:
            yield from _unknown("unknown-question", item.retired, "instead", known)


def _with_sub_questions(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Case):
            yield from _with_sub_questions(item.questions)


def _entries(library: Library) -> Iterator[Entry]:
    yield from _with_sub_questions(library.items())
    yield from _apart(library)


def _apart(library: Library) -> Iterator[Entry]:
    """What is in no bank."""
    yield from chain(
        library.sources.sources if library.sources else (),
        library.glossary.terms if library.glossary else (),
        library.faq.entries if library.faq else (),
        library.asked.sections if library.asked else (),
        library.metrics.metrics if library.metrics else (),
        library.scoring.profiles if library.scoring else (),
        *(library.exams, library.tools, library.calendars, library.flows),
    )


def _unknown(code: str, entry: Entry, key: str, known: Sequence[str]) -> Iterator[Problem]:
    """The ids under `key` that are not known; the place is that of the id itself."""
    value = () if isinstance(entry, Source) and key == "sources" else getattr(entry, key, None)
    several = isinstance(value, tuple)
    names: tuple[str, ...] = value if isinstance(value, tuple) else (value,) if value else ()
    for index, name in enumerate(names):
        if name not in known:
            place = entry.origin.place(key, index) if several else entry.origin.place(key)
            listed = known[:12]
            details = {"id": name, "known": listed, "near": closest(name, known), "list": key}
            yield Problem(code, place, details)


def _dead(library: Library, page: str, clause: str, place: Place) -> Iterator[Problem]:
    pages = library.pages or {}
    if page not in pages:
        yield Problem("unknown-page", place, {"page": page, "near": closest(page, pages)})
    elif clause and pages[page].heading(clause) is None and not pages[page].is_open:
        yield no_such_heading(page, clause, list(pages[page].telling()), place)


@cache
def _names(cls: type[Entry]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.name != "origin")


def _written(entry: Entry) -> Iterator[tuple[str, Place]]:
    """Every text of the entry, its choices' and notes' too, with its place."""
    for name in _names(type(entry)):  # type: ignore[arg-type]  # a class can be hashed
        value = getattr(entry, name)
        if isinstance(value, str) and ".md" in value:
            yield value, entry.origin.place(name)
        elif isinstance(value, dict):
            for key, text in value.items():
                if isinstance(text, str) and ".md" in text:
                    yield text, entry.origin.place(name, key)
