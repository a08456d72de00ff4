"""Sections of readers' pages that no wording, answer, question, tool or flow leads to."""

from collections.abc import Iterator
from dataclasses import dataclass

from tiku.model import Library, Page
from tiku.model.place import Place
from tiku.model.sitemap import is_for_editors
from tiku.rules.references import references


@dataclass(frozen=True, slots=True)
class Unasked:
    """A section that readers find by its own words only."""

    address: str
    """As `see` would name it: page.md#id."""
    title: str
    place: Place


@dataclass(frozen=True, slots=True)
class Asking:
    """How many sections there are, and which of them are found by their own words only."""

    of: int
    unasked: tuple[Unasked, ...]


def asking(library: Library) -> Asking:
    """Of the headings with ids on pages that somebody wrote for readers."""
    led = {f"{page}#{clause}" for page, clause, _ in references(library) if clause}
    sections = list(_sections(library))
    return Asking(len(sections), tuple(one for one in sections if one.address not in led))


def _sections(library: Library) -> Iterator[Unasked]:
    for path, page in (library.pages or {}).items():
        if not page.is_generated and not is_for_editors(library, path):
            yield from _on(path, page)


def _on(path: str, page: Page) -> Iterator[Unasked]:
    for name, title in page.clauses.items():
        yield Unasked(f"{path}#{name}", title, Place(page.file, page.lines.get(name, 1), 1))
