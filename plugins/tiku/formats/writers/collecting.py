"""A library and a wish -> the questions to write, as values, through the one renderer."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from tiku.formats.writers.exported import (
    NOTHING,
    Bundle,
    Choice,
    Exported,
    Link,
    Material,
    Number,
    Paper,
    Prompt,
    Rich,
)
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
    Matching,
    Numeric,
    Open,
    Ordering,
    Prose,
    Question,
    Section,
    Text,
    TrueFalse,
    paper,
)
from tiku.model.selection import select
from tiku.rendering import links, prose
from tiku.rendering.questions import Renderer

LONG_AGO = date(2000, 1, 1)
EPOCH = date(1970, 1, 1)
SECONDS_A_DAY = 86_400
DEAD_LINK = re.compile(r'<a href="tiku:[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
LINK = re.compile(r'(<a href=")tiku:([^"#]*)(#[^"]*)?"')

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


def collected(library: Library, wish: Wish, read_file: ReadFile) -> Bundle:
    """Everything that a writer needs; `read_file` gives pictures."""
    making = _Making(library, wish)
    questions = tuple(making.questions())
    paths = dict.fromkeys(path for q in questions for path in q.pictures())
    pictures = {path: data for path in paths if (data := read_file(path)) is not None}
    vocabulary = library.vocabulary
    changed = max(making.days, default=LONG_AGO)
    return Bundle(
        title=wish.title or making.title(),
        language=wish.words.language,
        words=wish.words,
        questions=questions,
        changed=changed,
        stamp=wish.stamp or (changed - EPOCH).days * SECONDS_A_DAY,
        pictures=pictures,
        tags=vocabulary.tags if vocabulary else {},
        syllabuses=vocabulary.syllabus if vocabulary else {},
        topics={bank.topic: bank.title for bank in library.banks},
        paper=making.paper(),
        site=wish.site,
    )


class _Making:
    """Items -> `Exported`, with what the library knows around them."""

    def __init__(self, library: Library, wish: Wish) -> None:
        self.library, self.wish = library, wish
        self.renderer = Renderer(library, wish.words)
        self.banks = _banks_by_item(library)
        self.cases = _cases_by_question(library)
        profiles = library.scoring.profiles if library.scoring else ()
        self.partial = {profile.id: profile.partial for profile in profiles}
        self.days: set[date] = set()

    def questions(self) -> Iterator[Exported]:
        for item, section in self._drawn():
            self.days.update(_days(item))
            for question in item.questions_inside():
                yield self._exported(question, section)

    def title(self) -> str:
        if self.wish.exam:
            return self.wish.exam.title
        topic = self.wish.draw.topic
        titles = [bank.title for bank in self.library.banks if topic in (None, bank.topic)]
        return titles[0] if len(titles) == 1 else self.wish.words("export.title")

    def paper(self) -> Paper | None:
        exam = self.wish.exam
        if exam is None:
            return None
        return Paper(exam.exam, exam.title, self._seed(), exam.minutes, exam.pass_mark)

    def _seed(self) -> str:
        return self.wish.draw.seed or "1"

    def _drawn(self) -> Iterator[tuple[Item, Section | None]]:
        if self.wish.exam:
            drawn = paper.draw(self.library, self.wish.exam, self._seed())
            yield from ((item, section) for section, item in drawn)
        else:
            yield from ((item, None) for item in selected(self.library, self.wish))

    def _exported(self, question: Question, section: Section | None) -> Exported:
        bank, case = self.banks[question.id], self.cases.get(question.id)
        entries: list[Item] = [question, *([case] if case else [])]
        objective = _first(entry.objective for entry in entries)
        see = self.renderer.see(question.see)
        return Exported(
            id=question.id,
            kind=question.kind,
            revision=question.revision(),
            place=question.origin.place(),
            stem=self.block(question.stem),
            hint=self.maybe(question.hint),
            explanation=self.maybe(question.explanation),
            case=self._material(case) if case else None,
            topic=bank.topic,
            topic_title=bank.title,
            objective=objective,
            objective_title=bank.objectives.get(Id(objective), ""),
            difficulty=_first(entry.difficulty for entry in entries),
            tags=_joined(entry.tags for entry in entries),
            syllabus=_joined(entry.syllabus for entry in entries),
            jurisdiction=_first(entry.jurisdiction for entry in entries),
            as_of=next((entry.as_of for entry in entries if entry.as_of), None),
            see=tuple(Link(link.title, self._address(link.href)) for link in see),
            references=question.see,
            sources=tuple(source.title for source in self.renderer.cited(question)),
            source_ids=question.sources,
            worth=section.points if section else Decimal(1),
            partial=self._partial(section),
            section=section.title if section else "",
            **self._answer(question),
        )

    def _partial(self, section: Section | None) -> Decimal:
        named = section.scoring if section else None
        return self.partial[named] if named else Decimal(0)

    def _material(self, case: Case) -> Material:
        return Material(case.id, case.title, self.block(case.material))

    def _answer(self, question: Question) -> dict[str, Any]:
        """What differs by kind."""
        match question:
            case ChoiceQuestion():
                return self._choosing(question)
            case Ordering():
                choices = [Choice(c, self.line(question.choices[c]), True) for c in question.answer]
                return {"choices": tuple(choices), "shown": question.shown()}
            case Matching():
                return self._matching(question)
            case TrueFalse(answer=bool() as truth):
                why = next((why for why in question.why.values()), None)
                return {"truth": truth, "why_wrong": self.maybe_line(why)}
            case Numeric(answer=answer) if answer and answer.value is not None:
                number = Number(
                    answer.value, answer.tolerance, answer.unit or "", answer.formula or ""
                )
                return {"number": number}
            case Text(answer=variants):
                return {"accepted": variants}
            case Open():
                points = tuple(map(self.line, question.checklist.values()))
                return {"model": self.block(question.answer), "points": points}
        raise TypeError(question.kind)

    def _choosing(self, question: ChoiceQuestion) -> dict[str, Any]:
        choices = tuple(
            Choice(name, self.line(text), name in question.answer, self._why(question.why, name))
            for name, text in question.choices.items()
        )
        return {"choices": choices, "shown": tuple(question.choices)}

    def _matching(self, question: Matching) -> dict[str, Any]:
        used = set(question.answer.values())
        choices = tuple(
            Choice(name, self.line(text), name in used) for name, text in question.choices.items()
        )
        prompts = tuple(
            Prompt(name, self.line(text), question.answer[name], self._why(question.why, name))
            for name, text in question.prompts.items()
        )
        return {"choices": choices, "prompts": prompts, "shown": question.shown()}

    def _why(self, why: Mapping[Id, Prose], name: Id) -> Rich:
        return self.maybe_line(why.get(name))

    def maybe(self, text: str | None) -> Rich:
        """As blocks, where there is something."""
        return self.block(text) if text else NOTHING

    def maybe_line(self, text: str | None) -> Rich:
        """In a line, where there is something."""
        return self.line(text) if text else NOTHING

    def block(self, text: str) -> Rich:
        """Paragraphs, lists, tables."""
        return Rich(text.strip(), self._linked(prose.block(text.strip())))

    def line(self, text: str) -> Rich:
        """What stands in a line."""
        return Rich(text.strip(), self._linked(prose.inline(text)), in_line=True)

    def _linked(self, html: str) -> str:
        """Links to pages lead to the site; where there is none their text stays."""
        if "tiku:" not in html:
            return str(html)
        if not self.wish.site:
            return DEAD_LINK.sub(r"\1", html)
        locate = links.below(self.wish.site)
        return LINK.sub(lambda found: f'{found[1]}{locate(found[2])}{found[3] or ""}"', html)

    def _address(self, href: str) -> str:
        path, _, clause = href.removeprefix("tiku:").partition("#")
        if not self.wish.site:
            return ""
        return links.below(self.wish.site)(path) + (f"#{clause}" if clause else "")


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


def _first(values: Iterable[str | None]) -> str:
    return next((value for value in values if value), "")


def _joined(values: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in values for name in names))
