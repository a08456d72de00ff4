"""A library and a wish -> the questions to write, as values, through the one renderer."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from tiku.formats.writers.answers import answer
from tiku.formats.writers.exported import (
    Bundle,
    Exported,
    Link,
    Material,
    Paper,
)
from tiku.formats.writers.rich_texts import Texts
from tiku.locales.catalogue import Words
from tiku.model import (
    Bank,
    Case,
    ChoiceQuestion,
    Draw,
    Exam,
    Id,
    Item,
    Library,
    Question,
    Section,
    Vocabulary,
    paper,
)
from tiku.model.cache import Cache
from tiku.model.selection import select
from tiku.model.shuffling import shuffled
from tiku.rendering.questions import Renderer

LONG_AGO = date(2000, 1, 1)
EPOCH = date(1970, 1, 1)
SECONDS_A_DAY = 86_400
FIRST = "A"
DAYS = ("as_of", "reviewed", "expires")

ReadFile = Callable[[str], bytes | None]
"""Path below docs/ -> what is there."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written: a draw, narrowed to a syllabus, or the paper of an exam."""

    words: Words
    draw: Draw
    syllabus: tuple[str, ...] = ()
    exam: Exam | None = None
    title: str = ""
    site: str = ""
    """The address of the site, with a slash at its end; "" where there is none."""
    stamp: int = 0
    """Seconds since 1970, of the banks' last change; 0 where nobody knows."""
    variant: str = ""
    """A letter: the same paper in another order, for whoever sits next to one another."""


def collected(
    library: Library, wish: Wish, read_file: ReadFile, cache: Cache | None = None
) -> Bundle:
    """Everything that a writer needs; `read_file` gives pictures, `cache` questions as HTML."""
    making = _Making(library, wish, cache)
    questions = tuple(making.questions())
    paths = dict.fromkeys(path for q in questions for path in q.pictures())
    pictures = {path: data for path in paths if (data := read_file(path)) is not None}
    changed = max(making.days, default=LONG_AGO)
    return Bundle(
        title=making.title(),
        language=wish.words.language,
        words=wish.words,
        questions=questions,
        changed=changed,
        stamp=wish.stamp or (changed - EPOCH).days * SECONDS_A_DAY,
        pictures=pictures,
        paper=making.paper(),
        site=wish.site,
        order=making.order,
        pool=making.pool,
        **_named(library, {question.topic for question in questions}),
    )


def _named(library: Library, asked: Collection[str]) -> dict[str, Any]:
    """What may be chosen from, by its ids."""
    vocabulary = library.vocabulary or Vocabulary()
    listed = library.sources.sources if library.sources else ()
    banks = [bank for bank in library.banks if bank.topic in asked]
    return {
        "tags": vocabulary.tags,
        "syllabuses": vocabulary.syllabus,
        "jurisdictions": vocabulary.jurisdiction,
        "sources": {source.id: source.title for source in listed},
        "topics": {bank.topic: bank.title for bank in library.banks},
        "objectives": {own: title for bank in banks for own, title in bank.objectives.items()},
    }


class _Making:
    """Items -> `Exported`, with what the library knows around them."""

    def __init__(self, library: Library, wish: Wish, cache: Cache | None) -> None:
        self.library, self.wish = library, wish
        self.renderer = Renderer(library, wish.words, cache=cache)
        self.banks = _banks_by_item(library)
        self.cases = _cases_by_question(library)
        profiles = library.scoring.profiles if library.scoring else ()
        self.partial = {profile.id: profile.partial for profile in profiles}
        self.texts = Texts(wish.site)
        self.days: set[date] = set()

    def questions(self) -> Iterator[Exported]:
        for item, section in self._drawn():
            self.days.update(_days(item))
            for question in item.questions_inside():
                yield self._exported(question, section)

    def pool(self) -> str:
        return self.texts.linked("\n".join(self.renderer.item(item) for item, _ in self._drawn()))

    def title(self) -> str:
        named = self.wish.title or self._named()
        variant = self.wish.variant
        return self.wish.words("export.variant", title=named, variant=variant) if variant else named

    def _named(self) -> str:
        if self.wish.exam:
            return self.wish.exam.title
        topic = self.wish.draw.topic
        titles = [bank.title for bank in self.library.banks if topic in (None, bank.topic)]
        return titles[0] if len(titles) == 1 else self.wish.words("export.title")

    def paper(self) -> Paper | None:
        exam = self.wish.exam
        if exam is None:
            return None
        return Paper(
            exam=exam.exam,
            title=exam.title,
            seed=self._seed(),
            minutes=exam.minutes,
            pass_mark=exam.pass_mark,
            critical=exam.critical,
        )

    def _seed(self) -> str:
        return self.wish.draw.seed or "1"

    @property
    def _varies(self) -> bool:
        """Variant A is the paper as the site gives it."""
        return self.wish.variant not in ("", FIRST)

    @property
    def order(self) -> str:
        """What decides it; "" for the author's own."""
        if self._varies:
            return f"{self._seed()}\n{self.wish.variant}"
        return self._seed() if self.wish.exam else ""

    def _drawn(self) -> Iterator[tuple[Item, Section | None]]:
        if not self.wish.exam:
            yield from ((item, None) for item in self._varied(selected(self.library, self.wish)))
            return
        drawn = paper.draw(self.library, self.wish.exam, self._seed())
        for section, group in groupby(drawn, key=lambda one: one[0]):
            items = self._varied([item for _, item in group])
            yield from ((item, section) for item in items)

    def _varied(self, items: list[Item]) -> list[Item]:
        return paper.by_lot(items, self.order) if self._varies else items

    def _shown(self, question: Question) -> dict[str, tuple[str, ...]]:
        """On a paper choices stand as the site's own paper has them."""
        if not (self.order and isinstance(question, ChoiceQuestion)):
            return {}
        lot = paper.lot_of(f"{paper.lot_of(self.order)}{question.id}")
        return {"shown": tuple(shuffled(list(question.choices), lot))}

    def _exported(self, question: Question, section: Section | None) -> Exported:
        bank, case = self.banks[question.id], self.cases.get(question.id)
        return Exported(
            id=question.id,
            kind=question.kind,
            revision=question.revision(),
            place=question.origin.place(),
            stem=self.texts.block(question.stem),
            hint=self.texts.maybe(question.hint),
            explanation=self.texts.maybe(question.explanation),
            case=self._material(case) if case else None,
            worth=section.points if section else Decimal(1),
            partial=self._partial(section),
            section=section.title if section else "",
            facility=question.facility,
            **_classified(bank, [question, *([case] if case else [])]),
            **self._cited(question),
            **{**answer(question, self.texts), **self._shown(question)},
        )

    def _cited(self, question: Question) -> dict[str, Any]:
        see = self.renderer.see(question.see)
        return {
            "see": tuple(Link(link.title, self.texts.address(link.href)) for link in see),
            "references": question.see,
            "sources": tuple(source.title for source in self.renderer.cited(question)),
            "source_ids": question.sources,
        }

    def _partial(self, section: Section | None) -> Decimal:
        named = section.scoring if section else None
        return self.partial[named] if named else Decimal(0)

    def _material(self, case: Case) -> Material:
        return Material(case.id, case.title, self.texts.block(case.material))


def selected(library: Library, wish: Wish) -> list[Item]:
    """As a fence selects, and of a syllabus only."""
    draw = wish.draw
    unlimited = Draw(
        topic=draw.topic,
        ids=draw.ids,
        tags=draw.tags,
        difficulty=draw.difficulty,
        seed=draw.seed,
    )
    found = [item for item in select(library, unlimited) if _is_of(item, wish.syllabus)]
    return found[: draw.count]


def _is_of(item: Item, syllabus: tuple[str, ...]) -> bool:
    """Of a case, some question is."""
    named = {*item.syllabus, *(name for q in item.questions_inside() for name in q.syllabus)}
    return not syllabus or bool(named & {*syllabus})


def _banks_by_item(library: Library) -> Mapping[str, Bank]:
    return {
        question.id: bank
        for bank in library.banks
        for item in bank.questions
        for question in item.questions_inside()
    }


def _cases_by_question(library: Library) -> Mapping[str, Case]:
    cases = [item for item in library.items() if isinstance(item, Case)]
    return {question.id: case for case in cases for question in case.questions_inside()}


def _days(item: Item) -> Iterator[date]:
    for entry in (item, *item.questions_inside()):
        yield from (day for day in (entry.as_of, entry.reviewed) if day)


def _classified(bank: Bank, entries: list[Item]) -> dict[str, Any]:
    """By what the first of the entries says that says it: a question, then its case."""
    objective = _first(entry.objective for entry in entries)
    return {
        "topic": bank.topic,
        "topic_title": bank.title,
        "objective": objective,
        "objective_title": bank.objectives.get(Id(objective), ""),
        "difficulty": _first(entry.difficulty for entry in entries),
        "tags": _joined(entry.tags for entry in entries),
        "syllabus": _joined(entry.syllabus for entry in entries),
        "basis": _first(entry.basis for entry in entries),
        "jurisdiction": _first(entry.jurisdiction for entry in entries),
        **{name: _day(getattr(entry, name) for entry in entries) for name in DAYS},
        "ignore": {code: why for entry in entries[::-1] for code, why in entry.ignore.items()},
    }


def _day(days: Iterable[date | None]) -> date | None:
    return next((day for day in days if day), None)


def _first(values: Iterable[str | None]) -> str:
    return next((value for value in values if value), "")


def _joined(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in values for name in names))
