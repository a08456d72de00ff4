"""Where a search can lead: sections of pages, questions, answers, terms and sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from tiku import prose
from tiku.model import Case, Item, Library, Question, Term
from tiku.searching.sections import Section

Kind = Literal["clause", "faq", "page", "term", "question", "source"]

POLICIES = "policies/"
"""Sections of the pages below this folder are clauses."""


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page a search can lead to: its address below the root of the site, and its title."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Destination:
    """One place a search can lead to, and the words that lead there.

    Neither keys nor explanations: what stands here can be shown in a result.
    """

    kind: Kind
    page: str
    """Path below docs/."""
    anchor: str
    """The id of its element; empty for the top of the page."""
    title: str
    text: str = ""
    names: tuple[str, ...] = ()
    """What else it is called."""
    difficulty: str = ""


def destinations(library: Library, sections: Mapping[str, list[Section]]) -> Iterator[Destination]:
    """Everything that can be found.

    `sections`: path of each page that was written by hand -> its sections. One of these may stand
    where a page would be made from the library.
    """
    for page, parts in sections.items():
        yield from (_section(page, part) for part in parts)
    made = chain(_answers(library), _terms(library), _sources(library), _banks(library))
    yield from (found for found in made if found.page not in sections)


def _section(page: str, part: Section) -> Destination:
    kind: Kind = "clause" if page.startswith(POLICIES) and part.anchor else "page"
    return Destination(kind, page, part.anchor, part.title, part.text)


def _answers(library: Library) -> Iterator[Destination]:
    if library.faq:
        yield Destination("page", "faq.md", "", "常見問答")
        for entry in library.faq.entries:
            text = prose.plain(entry.answer)
            yield Destination("faq", "faq.md", entry.id, entry.question, text)


def _terms(library: Library) -> Iterator[Destination]:
    if library.glossary:
        yield Destination("page", "glossary.md", "", "詞彙表")
        for term in library.glossary.terms:
            text = prose.plain(term.definition)
            names = other_names(term)
            yield Destination("term", "glossary.md", term.id, term.term, text, names)


def other_names(term: Term) -> tuple[str, ...]:
    """What a term is called besides its heading, in all its languages, each once."""
    names = (term.hans, term.en, *term.aliases)
    return tuple(dict.fromkeys(name for name in names if name and name != term.term))


def _sources(library: Library) -> Iterator[Destination]:
    if library.sources:
        yield Destination("page", "sources.md", "", "出處")
        for source in library.sources.sources:
            text = "，".join(part for part in (source.author, source.locator, source.note) if part)
            yield Destination("source", "sources.md", source.id, source.title, text)


def _banks(library: Library) -> Iterator[Destination]:
    for bank in library.banks:
        page = f"bank/{bank.topic}.md"
        yield Destination("page", page, "", bank.title, "；".join(bank.objectives.values()))
        for item in bank.current():
            yield from _item(page, item)


def _item(page: str, item: Item) -> Iterator[Destination]:
    if isinstance(item, Case):
        material = prose.plain(item.material)
        yield Destination("question", page, item.id, item.title, material)
        for question in item.questions:
            yield from _item(page, question)
    elif isinstance(item, Question):
        choices: dict[str, str] = getattr(item, "choices", {})
        text = "／".join(prose.plain(choice) for choice in choices.values())
        stem, level = prose.plain(item.stem), item.difficulty or ""
        yield Destination("question", page, item.id, stem, text, difficulty=level)
