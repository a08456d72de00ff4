"""The pages made from a library: their paths, and what can be referred to there.

Paths are below the folder that options.yml may name; `at` of its `pages` puts that before them.
"""

from dataclasses import replace

from tiku.locales.catalogue import Words
from tiku.model import Bank, Case, Flow, Item, Library, Page

A_TO_Z = "a-z.md"
A_TO_Z_BY_PINYIN = "a-z-by-pinyin.md"
"""In the Simplified edition it stands in the place of the other."""
A_TO_Z_PARTS = "a-z"
A_TO_Z_BY_PINYIN_PARTS = "pinyin"
"""Folders of the pages by initial; those by pinyin are as far from the list in either place."""
EXAMS = "exams.md"
FAQ = "faq.md"
GLOSSARY = "glossary.md"
IMPORT = "import.md"
METRICS = "metrics.md"
PRACTICE = "practice.md"
PROGRESS = "progress.md"
SOURCES = "sources.md"
TOOLS = "tools.md"
WRITE = "write.md"


TITLES = {
    EXAMS: "exams.title",
    FAQ: "faq.title",
    GLOSSARY: "glossary.title",
    METRICS: "metrics.title",
    PRACTICE: "practice.title",
    PROGRESS: "progress.title",
    SOURCES: "sources.title",
    TOOLS: "tools.title",
}
"""Page -> its title in the catalogue."""
NAMES = {path: path.removesuffix(".md") for path in (*TITLES, WRITE)} | {
    A_TO_Z: "listing",
    A_TO_Z_BY_PINYIN: "listing",
}
"""Page -> what options call it."""
SAID = {NAMES[path]: key for path, key in TITLES.items()} | {
    "listing": "a-z.title",
    "write": "write.title",
}
"""What options call a page -> its title in the catalogue."""


def exam_page(exam: str) -> str:
    """Where an exam is sat."""
    return f"exam/{exam}.md"


def flow_page(flow: str) -> str:
    """Where a flow is gone through."""
    return f"flow/{flow}.md"


def card_page(flow: str) -> str:
    """The flow's states on one page to print."""
    return f"flow/{flow}-card.md"


def desk_page(flow: str) -> str:
    """What somebody has on the desk, day by day."""
    return f"flow/{flow}-desk.md"


def home(library: Library, bank: Bank) -> str:
    """The path below docs/ of the page on which a bank's questions stand."""
    return library.options.pages.at(bank.page) if bank.is_listed else bank.page


def is_for_editors(library: Library, path: str) -> bool:
    """Whether a page below docs/ is for whoever writes the site, not for its readers."""
    pages = library.options.pages
    in_folder = bool(pages.editors) and path.startswith(f"{pages.editors}/")
    return in_folder or path in (pages.at(WRITE), pages.at(IMPORT))


def is_made(library: Library, path: str) -> bool:
    """Whether the site does without a page."""
    return NAMES.get(path) not in library.options.pages.without


def in_place_of(library: Library) -> dict[str, Page]:
    """Path below docs/ -> the page that somebody wrote where one would be made."""
    made = [*_paths(library), *((WRITE, A_TO_Z) if library.banks else ())]
    paths = [library.options.pages.at(path) for path in made if is_made(library, path)]
    written = library.pages or {}
    return {path: written[path] for path in paths if path in written and written[path].file}


def addresses(library: Library) -> dict[str, Page]:
    """Path below docs/ -> page, as far as the site has it."""
    at = library.options.pages.at
    return {at(path): page for path, page in _paths(library).items() if is_made(library, path)}


def _paths(library: Library) -> dict[str, Page]:
    """Path -> page, whose clauses are the ids of its questions, entries, terms or sources.

    What is called the same in every library has no title yet: see `titled`.
    """
    pages = {exam_page(exam.exam): _made(exam.title) for exam in library.exams}
    if library.exams:
        pages[EXAMS] = _made()
    if library.banks:
        pages |= {PRACTICE: _made(), PROGRESS: _made()}
    listed = (bank for bank in library.banks if bank.is_listed)
    pages |= {bank.page: _made(bank.title, _items(bank)) for bank in listed}
    if library.faq:
        pages[FAQ] = _made("", {e.id: e.question for e in library.faq.entries})
    if library.glossary:
        pages[GLOSSARY] = _made("", {t.id: t.term for t in library.glossary.terms})
    if library.metrics:
        pages[METRICS] = _made("", {m.id: m.name for m in library.metrics.metrics})
    pages |= {flow_page(f.id): _made(f.title, _states(f)) for f in library.flows}
    pages |= {card_page(f.id): _made(f.card_title) for f in library.flows if f.card}
    pages |= {desk_page(f.id): _made(f.desk_title, _desk(f)) for f in library.flows if f.desk}
    if library.tools:
        pages[TOOLS] = _made("", {t.id: t.title for t in library.tools})
    if library.sources:
        pages[SOURCES] = _made("", {s.id: s.title for s in library.sources.sources})
    return pages


def titled(library: Library, words: Words) -> Library:
    """The library with what its generated pages are called in a language."""
    if library.pages is None:
        return library
    pages = dict(library.pages)
    for name, key in TITLES.items():
        path = library.options.pages.at(name)
        if path in pages and pages[path].is_generated:
            pages[path] = replace(pages[path], title=words(key))
    return replace(library, pages=pages)


def _made(title: str = "", clauses: dict[str, str] | None = None) -> Page:
    return Page(title, clauses=clauses or {}, is_generated=True)


def _states(flow: Flow) -> dict[str, str]:
    return {state.id: state.title for state in flow.states}


def _desk(flow: Flow) -> dict[str, str]:
    return {step.id: step.title for step in flow.desk}


def _items(bank: Bank) -> dict[str, str]:
    """Stems are too long for the title of a link; a case has its own."""
    questions: list[Item] = [q for item in bank.current() for q in item.questions_inside()]
    cases = [item for item in bank.current() if isinstance(item, Case)]
    return {**{q.id: "" for q in questions}, **{case.id: case.title for case in cases}}
