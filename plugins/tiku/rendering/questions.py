"""A question -> semantic HTML: the only renderer, for pages, quiz data and print."""

import json
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import sha256

from jinja2 import Template
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
    Numeric,
    NumericAnswer,
    Question,
    Scoring,
    Source,
    Tool,
    sitemap,
)
from tiku.model.cache import Cache, Coding
from tiku.model.marking import key_text
from tiku.rendering import prose
from tiku.rendering.edit_links import EditLinks, Repository, edit_links
from tiku.rendering.environment import Cited, Link, environment

USUAL = Asking(feedback="at-once")
"""Where nobody says otherwise."""


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
        self.words, self.repository, self.cache = words, repository, cache or Cache()
        self.library, self.at = library, library.options.pages.at
        self.homes = {b.origin.place().file: sitemap.home(library, b) for b in library.banks}
        self.pages = library.pages or {}
        self.sources = {s.id: s for s in library.sources.sources} if library.sources else {}
        self.tags = library.vocabulary.tags if library.vocabulary else {}
        self.jurisdictions = library.vocabulary.jurisdiction if library.vocabulary else {}
        self.syllabuses = library.vocabulary.syllabus if library.vocabulary else {}
        self._templates: dict[str, Template] = {}
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
            parts = [self.item(question) for question in item.questions]
            return self._render("case", case=item, parts=parts)
        assert isinstance(item, Question)
        return self._render(
            item.kind,
            q=item,
            see=self.see(item.see),
            cited=self.cited(item),
            mend=self._edit_links(item),
        )

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

    def _render(self, kind: str, **values: object) -> Markup:
        if kind not in self._templates:
            self._templates[kind] = environment(self.words).get_template(f"kinds/{kind}.html")
        html = self._templates[kind].render(
            values,
            answers=lambda question: answers(question, self.words),
            key=key_text,
            jurisdictions=self.jurisdictions,
            syllabuses=self.syllabuses,
        )
        return Markup(html.strip())


def _asked(asking: Asking) -> Markup:
    feedback = asking.feedback if asking.feedback != USUAL.feedback else None
    told = Markup(' data-feedback="{}"').format(feedback) if feedback else Markup("")
    return told + Markup(" data-shuffle") if asking.shuffle else told


HTML: Coding[Mapping[str, bytes]] = Coding(
    lambda items: {name: html.decode() for name, html in items.items()},
    lambda texts: {name: text.encode() for name, text in texts.items()},
)
"""It was cleaned before it was put there."""


def number(answer: NumericAnswer) -> str:
    """A number with its unit."""
    return f"{answer.value:f}{answer.unit or ''}"


def answers(question: Question, words: Words) -> list[Markup]:
    """The right answer in words."""
    choices = getattr(question, "choices", None)
    if choices:
        key = question.key()
        return [prose.inline(text) for choice, text in choices.items() if choice in key]
    if question.kind == "true-false":
        return [Markup.escape(words(f"labels.verdicts.{question.key()[0]}"))]
    if isinstance(question, Numeric) and question.answer:
        return [Markup.escape(number(question.answer))]
    return [Markup.escape(question.key()[0])]
