"""A question -> semantic HTML: the only renderer, for pages, quiz data and print."""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256

from markupsafe import Markup

from tiku.locales.catalogue import Words
from tiku.model import (
    Asking,
    Bank,
    Case,
    Exam,
    Faq,
    Item,
    Library,
    Metric,
    Question,
    Scoring,
    Source,
    Tool,
    sitemap,
)
from tiku.model.cache import Cache, Coding
from tiku.rendering import prose
from tiku.rendering.edit_links import EditLinks, Repository, edit_links
from tiku.rendering.environment import Cited, Link, saying
from tiku.rendering.filling import filled
from tiku.rendering.frame import Around, framed

USUAL = Asking(feedback="at-once")
"""Where nobody says otherwise."""
CASE = """\
<section class="tiku-case" id="%s">
<p class="tiku-case-title">%s</p>
<div class="tiku-material">%s</div>
%s
</section>"""


class Renderer:
    """Renders the items of one library, in one language: it knows sources and titles of pages.

    With a repository every question says where it can be reported and mended.
    """

    def __init__(
        self,
        library: Library,
        words: Words,
        repository: Repository | None = None,
        cache: Cache | None = None,
    ) -> None:
        self.words, self.say = words, saying(words)
        self.repository, self.cache = repository, cache or Cache()
        self.library, self.at = library, library.options.pages.at
        self.homes = {b.origin.place().file: sitemap.home(library, b) for b in library.banks}
        self.pages = library.pages or {}
        self.sources = {s.id: s for s in library.sources.sources} if library.sources else {}
        self.tags = library.vocabulary.tags if library.vocabulary else {}
        self.jurisdictions = library.vocabulary.jurisdiction if library.vocabulary else {}
        self.syllabuses = library.vocabulary.syllabus if library.vocabulary else {}
        self._items: dict[str, bytes] = {}
        """In UTF-8: the HTML of all questions stays until the last page is written."""

    def quiz(
        self, items: Iterable[Item], *, filterable: bool = False, asking: Asking = USUAL
    ) -> Markup:
        """One set of questions as a <tiku-quiz>, which tells its script how they are asked."""
        inside = self.items(items)
        told = Markup("").join((self._filters(filterable), _asked(asking)))
        return Markup("<tiku-quiz{}>\n{}\n</tiku-quiz>").format(told, inside)

    def _filters(self, filterable: bool) -> Markup:
        """They show the names of tags, which questions carry as ids."""
        names = json.dumps(dict(self.tags), ensure_ascii=False)
        return Markup(' filterable data-tag-names="{}"').format(names) if filterable else Markup("")

    def items(self, items: Iterable[Item]) -> Markup:
        """One below the other."""
        return Markup(b"\n".join(map(self._item, items)).decode())

    def item(self, item: Item) -> Markup:
        """A question as a <tiku-question>, a case as a section of them; rendered once."""
        return Markup(self._item(item).decode())

    def _item(self, item: Item) -> bytes:
        if item.id not in self._items:
            self._items.update(self._known(item))
        return self._items[item.id]

    def _known(self, item: Item) -> Mapping[str, bytes]:
        """All of its bank, where that is in a file: as long as nothing changes that they show."""
        bank = self.banks.get(item.id)
        if bank is None:
            return {item.id: self._rendered(item).encode()}
        told = (self.library.told_of(bank), *self._shown(bank))
        return self.cache("html", told, lambda: self._all(bank), HTML)

    @cached_property
    def banks(self) -> Mapping[str, Bank]:
        """What is asked -> its bank, of those that are in files."""
        banks = (bank for bank in self.library.banks if self.library.told_of(bank))
        return {item.id: bank for bank in banks for item in bank.current()}

    def _all(self, bank: Bank) -> dict[str, bytes]:
        return {item.id: self._rendered(item).encode() for item in bank.current()}

    def _shown(self, bank: Bank) -> tuple[object, ...]:
        """Whatever a template is given besides a bank's own questions."""
        every = [one for item in bank.current() for one in (item, *item.questions_inside())]
        file = bank.origin.place().file
        return (
            self._said,
            self.homes[file],
            self.see(sorted({see for item in every for see in item.see})),
            [self.cited(item) for item in every],
            (self.repository.edit(file), self.repository.form) if self.repository else None,
        )

    @cached_property
    def _said(self) -> str:
        """The words of the site, and the names of labels."""
        told = repr((self.words.language, self.words.tree, self.jurisdictions, self.syllabuses))
        return sha256(told.encode()).hexdigest()

    def _rendered(self, item: Item) -> Markup:
        if isinstance(item, Case):
            title = self.say("question.case", title=item.title)
            parts = Markup("\n").join(map(self.item, item.questions))
            return filled(CASE, item.id, title, prose.block(item.material), parts)
        assert isinstance(item, Question)
        see, cited = self.see(item.see), self.cited(item)
        around = Around(see, cited, self.jurisdictions, self._edit_links(item))
        return framed(item, around, self.words)

    def see(self, references: Iterable[str]) -> list[Link]:
        """The pages and clauses by their titles."""
        return [self._link(reference) for reference in references]

    def cited(self, entry: Item | Faq | Exam | Metric | Scoring | Tool) -> list[Cited]:
        """The sources behind it; those that no file describes are left out."""
        return [self._cited(self.sources[name]) for name in entry.sources if name in self.sources]

    def _cited(self, source: Source) -> Cited:
        page = self.at(sitemap.SOURCES)
        href = f"tiku:{page}#{source.id}" if page in self.pages else ""
        return Cited(href, source.title, source.confidence)

    def _edit_links(self, question: Question) -> EditLinks | None:
        home = self.homes.get(question.origin.place().file)
        return edit_links(question, home, self.repository) if self.repository and home else None

    def _link(self, reference: str) -> Link:
        path, _, clause = reference.partition("#")
        page = self.pages.get(path)
        titles = (page.title, page.heading(clause)) if page else (reference,)
        return Link(f"tiku:{reference}", " › ".join(title for title in titles if title))


def _asked(asking: Asking) -> Markup:
    feedback = asking.feedback if asking.feedback != USUAL.feedback else None
    told = Markup(' data-feedback="{}"').format(feedback) if feedback else Markup("")
    return told + Markup(" data-shuffle") if asking.shuffle else told


HTML: Coding[Mapping[str, bytes]] = Coding(
    lambda items: {name: html.decode() for name, html in items.items()},
    lambda texts: {name: text.encode() for name, text in texts.items()},
)
"""It was cleaned before it was put there."""
