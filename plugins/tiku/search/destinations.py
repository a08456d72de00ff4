"""Where a search can lead: sections of pages, questions, answers, terms, metrics, sources."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Literal

from tiku.locales.catalogue import Words
from tiku.model import Bank, Case, Item, Library, Page, Question, Term
from tiku.model.bank_pages import pages_of
from tiku.model.cache import NO_CACHE, Cache, Coding
from tiku.model.sitemap import (
    FAQ,
    GLOSSARY,
    METRICS,
    SOURCES,
    TOOLS,
    addresses,
    flow_page,
    home,
    is_for_editors,
)
from tiku.model.values import dataclass
from tiku.rendering import prose
from tiku.search.sections import Section

Kind = Literal["clause", "faq", "page", "term", "question", "source", "editing"]
"""`editing`: on a page for whoever writes the site, not for its readers."""


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
    asked: tuple[str, ...] = ()
    """How readers also put it; found by, but not shown."""
    see: tuple[str, ...] = ()
    """Places its author refers to, as page.md#id: what is asked here is answered there."""


def destinations(
    library: Library, sections: Mapping[str, list[Section]], words: Words, cache: Cache = NO_CACHE
) -> Iterator[Destination]:
    """Everything that can be found, its parts joined as the language of `words` does.

    `sections`: path of each page that was written by hand -> its sections. One of these may stand
    where a page would be made from the library.
    """
    asked = wordings(library)
    for page, parts in sections.items():
        kind = _kind(library, page)
        yield from (_section(page, part, kind, asked) for part in parts)
    made = (_tops, _answers, _terms, _metrics, _tools, _flows, _sources)
    found = chain(*(kind(library, words) for kind in made), _questions(library, words, cache))
    own = {bank.page for bank in library.banks if not bank.is_listed}
    yield from (one for one in found if one.page not in sections or one.page in own)


def _kind(library: Library, path: str) -> Kind:
    """What the sections of a page are."""
    if is_for_editors(library, path):
        return "editing"
    return "clause" if is_policy(library, path) else "page"


def is_policy(library: Library, path: str) -> bool:
    """Whether the sections of the page at this path are clauses."""
    page = (library.pages or {}).get(path)
    return page is not None and page.policy is not None


def wordings(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Section, as page.md#id -> how readers put what it answers."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in library.asked.sections if library.asked else ():
        for see in entry.see:
            found[see] = (*found.get(see, ()), *entry.asked)
    return found


def _section(
    page: str, part: Section, kind: Kind, asked: Mapping[str, tuple[str, ...]]
) -> Destination:
    """What stands above the first heading is no clause."""
    kind = "page" if kind == "clause" and not part.anchor else kind
    own = asked.get(f"{page}#{part.anchor}" if part.anchor else page, ())
    return Destination(kind, page, part.anchor, part.title, part.text, asked=own)


def _tops(library: Library, words: Words) -> Iterator[Destination]:
    """The pages made from the library; what a topic teaches is what is said of its page."""
    flows = {library.options.pages.at(flow_page(flow.id)) for flow in library.flows}
    aims = {home(library, bank): bank.objectives.values() for bank in library.banks}
    for path, page in {**addresses(library), **_generated(library)}.items():
        if path in flows:
            continue
        kind: Kind = "editing" if is_for_editors(library, path) else "page"
        yield Destination(kind, path, "", page.title, words.join(aims.get(path, ()), "parts"))


def _generated(library: Library) -> Mapping[str, Page]:
    """With their titles in the language of the site."""
    return {path: page for path, page in (library.pages or {}).items() if page.is_generated}


def _answers(library: Library, _: Words) -> Iterator[Destination]:
    at = library.options.pages.at
    for entry in library.faq.entries if library.faq else ():
        text = prose.plain(entry.answer)
        yield Destination(
            "faq", at(FAQ), entry.id, entry.question, text, asked=entry.asked, see=entry.see
        )


def _terms(library: Library, _: Words) -> Iterator[Destination]:
    at = library.options.pages.at
    for term in library.glossary.terms if library.glossary else ():
        text, names = prose.plain(term.definition), other_names(term)
        yield Destination("term", at(GLOSSARY), term.id, term.term, text, names)


def other_names(term: Term) -> tuple[str, ...]:
    """What a term is called besides its heading, in all its languages, each once."""
    return _distinct(term.term, (term.hans, term.en, *term.aliases))


def _distinct(title: str, names: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name and name != title))


def _metrics(library: Library, words: Words) -> Iterator[Destination]:
    at = library.options.pages.at
    for metric in library.metrics.metrics if library.metrics else ():
        told = (metric.formula, prose.plain(metric.risk), prose.plain(metric.elsewhere or ""))
        text = words.join(filter(None, told), "parts")
        names = _distinct(metric.name, (metric.hans, metric.en, *metric.aliases))
        yield Destination("page", at(METRICS), metric.id, metric.name, text, names)


def _tools(library: Library, _: Words) -> Iterator[Destination]:
    at = library.options.pages.at
    for tool in library.tools:
        yield Destination(
            *("page", at(TOOLS), tool.id, tool.title, prose.plain(tool.lead), tool.aliases),
            asked=tool.asked,
            see=tool.see,
        )


def _flows(library: Library, _: Words) -> Iterator[Destination]:
    at = library.options.pages.at
    for flow in library.flows:
        text = prose.plain(flow.lead)
        yield Destination("page", at(flow_page(flow.id)), "", flow.title, text, asked=flow.asked)


def _sources(library: Library, words: Words) -> Iterator[Destination]:
    at = library.options.pages.at
    for source in library.sources.sources if library.sources else ():
        told = (source.author, source.locator, source.note)
        text = words.join(filter(None, told), "clauses")
        yield Destination("source", at(SOURCES), source.id, source.title, text)


def _questions(library: Library, words: Words, cache: Cache) -> Iterator[Destination]:
    for bank in library.banks:
        yield from in_bank(bank, library, words, cache)


def in_bank(bank: Bank, library: Library, words: Words, cache: Cache) -> list[Destination]:
    """The questions and cases of a bank."""
    file, pages = library.told_of(bank), pages_of(library, bank)

    def made() -> list[Destination]:
        placed = ((page.path, item) for page in pages for item in page.items)
        return [one for path, item in placed for one in _item(path, item, words)]

    told = (file, [page.path for page in pages], words("separators.choices"))
    return cache("found", told, made, ASKED) if file else made()


def _item(page: str, item: Item, words: Words) -> Iterator[Destination]:
    if isinstance(item, Case):
        material = prose.plain(item.material)
        yield Destination("question", page, item.id, item.title, material, see=item.see)
        for question in item.questions:
            yield from _item(page, question, words)
    elif isinstance(item, Question):
        text = words.join(map(prose.plain, item.offered()), "choices")
        stem, level = prose.plain(item.stem), item.difficulty or ""
        yield Destination("question", page, item.id, stem, text, difficulty=level, see=item.see)


def _as_rows(questions: list[Destination]) -> list[list[object]]:
    return [[d.page, d.anchor, d.title, d.text, d.difficulty, list(d.see)] for d in questions]


def _of_rows(rows: list[list[str]]) -> list[Destination]:
    return [
        Destination("question", page, anchor, title, text, difficulty=level, see=tuple(see))
        for page, anchor, title, text, level, see in rows
    ]


ASKED = Coding(_as_rows, _of_rows)
