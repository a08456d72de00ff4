"""Findings of a build: what was read on its pages, and what refers to nothing there."""

from collections.abc import Iterator
from dataclasses import field
from functools import partial
from hashlib import sha256

from tiku import search
from tiku.locales.catalogue import Words
from tiku.model import Library
from tiku.model.cache import NO_CACHE, Cache, Coding
from tiku.model.problem import Problem
from tiku.model.values import dataclass
from tiku.rules.apart import PROBLEMS
from tiku.rules.references import no_such_heading, references
from tiku.site import publishing
from tiku.text.patterns import on_demand

ID = on_demand(r"""\s(?:id|name)=["']?([^\s"'>]+)""")

SECTIONS: Coding[list[search.Section]] = Coding(
    lambda found: [[one.anchor, one.title, one.text] for one in found],
    lambda rows: [search.Section(*row) for row in rows],
)


@dataclass(frozen=True, slots=True)
class Findings:
    """Path of a page below docs/ -> what is known of it once it is HTML."""

    pages: dict[str, search.BuiltPage] = field(default_factory=dict)
    sections: dict[str, list[search.Section]] = field(default_factory=dict)
    """Of pages written by hand; of ours the library says what is there."""
    ids: dict[str, list[str]] = field(default_factory=dict)
    cache: Cache = NO_CACHE

    def note_page(self, path: str, address: str, title: str) -> None:
        """That there is a page, and where."""
        self.pages[path] = search.BuiltPage(address, title)

    def note_text(self, path: str, html: str, title: str) -> None:
        """What can be found on a page written by hand."""
        made = partial(search.sections, html, title)
        self.sections[path] = self.cache("sections", (path, title, html), made, SECTIONS)

    def note_ids(self, path: str, html: str) -> None:
        """What on a page written by hand can be referred to."""
        self.ids[path] = ID.findall(html)

    def search(
        self, library: Library, words: Words, cache: Cache
    ) -> tuple[dict[str, bytes], list[Problem]]:
        """The files to search in, by address, and what is not found."""
        if not library.options.search:
            return {}, []
        shelf = search.shelve(library, self.sections, self.pages, words, cache)
        cache.forget()
        files = search.write(shelf).items()
        named = {f"{publishing.URI}/search/{name}": content for name, content in files}
        told = (sorted(self.pages), [(name, sha256(f).hexdigest()) for name, f in files])
        return named, cache("unfound", told, lambda: list(search.unfound(shelf)), PROBLEMS)

    def dead_references(self, library: Library) -> Iterator[Problem]:
        """What refers to an id that the page, as built, has not."""
        for page, clause, place in references(library):
            known = self.ids.get(page)
            if clause and known is not None and clause not in known:
                yield no_such_heading(page, clause, known, place)
