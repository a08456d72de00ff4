"""What a library, a bank, a question, a term or a source is.

The attributes are the fields of the YAML: their types say how a value is read, the text below
each is its entry in the reference. What must be written is decided by the rules, so that a
question with three mistakes is told all three; after a check without errors nothing is missing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import chain
from typing import ClassVar, Literal, NewType

from tiku.problems import Origin, Unwritten

Id = NewType("Id", str)
"""A name that never changes: lower-case ASCII letters, digits and hyphens."""
Prose = NewType("Prose", str)
"""Text in Markdown; raw HTML in it is cleaned."""
Reference = NewType("Reference", str)
"""A page below docs/ and one of its heading ids: `policies/handling.md#intake`."""
Address = NewType("Address", str)
"""An https address."""
Difficulty = Literal["easy", "medium", "hard"]
Confidence = Literal["confirmed", "cited", "professional"]
SourceKind = Literal["textbook", "law", "case", "standard", "guide", "report", "paper", "internal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Whatever is written in a file and remembers where."""

    origin: Origin = field(default=Unwritten(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired(Entry):
    """Why a question is no longer asked; its id is never used again."""

    since: date | None = None
    """The day it was taken out."""
    why: str = ""
    """The reason, for editors."""
    instead: Id | None = None
    """The question that took its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Entry):
    """What stands in a bank's list: a question, or a case that holds some."""

    kind: ClassVar[str]

    id: Id = Id("")
    """Its name for ever: progress, links and reports hang on it. Unique over all banks."""
    objective: Id | None = None
    """What it asks for: an objective of this bank."""
    difficulty: Difficulty | None = None
    """How hard it is."""
    syllabus: tuple[Id, ...] = ()
    """The syllabuses it belongs to, from vocabulary.yml."""
    jurisdiction: Id | None = None
    """Where the law it speaks of is in force, from vocabulary.yml."""
    as_of: date | None = None
    """The day on which that law read so."""
    tags: tuple[Id, ...] = ()
    """Labels from vocabulary.yml, for filters and draws."""
    see: tuple[Reference, ...] = ()
    """The clauses and headings that teach it."""
    sources: tuple[Id, ...] = ()
    """Where it comes from, ids of sources.yml."""
    reviewed: date | None = None
    """The day somebody other than the author last checked it."""
    retired: Retired | None = None
    """Takes it out of the site and keeps its id from being used again."""

    def questions_inside(self) -> tuple["Question", ...]:
        """The questions to be answered here: itself, or those of the case."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """What every kind of question has."""

    stem: Prose = Prose("")
    """What is asked."""
    hint: Prose | None = None
    """A nudge before answering that does not give the answer away."""
    explanation: Prose | None = None
    """Why the answer is right; shown after answering."""

    def questions_inside(self) -> tuple["Question", ...]:
        return (self,)

    def key(self) -> tuple[str, ...]:
        """The right answer as text, in an order that does not depend on the file's."""
        raise NotImplementedError

    def revision(self) -> str:
        """Eight hex digits that change when the key does, and only then."""
        text = "\n".join((self.kind, *self.key()))
        return sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(Question):
    """A question with choices; their ids survive shuffling and rewording."""

    choices: Mapping[Id, Prose] = field(default_factory=dict)
    """What may be chosen: a short id each, and its text."""
    answer: tuple[Id, ...] = ()
    """The id of the right choice; a list of ids where several are right."""
    why: Mapping[Id, Prose] = field(default_factory=dict)
    """For each wrong choice, why it is wrong."""

    def key(self) -> tuple[str, ...]:
        return tuple(sorted(self.answer))

    def distractors(self) -> tuple[Id, ...]:
        """The ids of the wrong choices, as written."""
        return tuple(choice for choice in self.choices if choice not in self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(ChoiceQuestion):
    """One choice is right."""

    kind: ClassVar[str] = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(ChoiceQuestion):
    """Two or more choices are right, at least one is wrong."""

    kind: ClassVar[str] = "multiple"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Question):
    """A statement to be judged."""

    kind: ClassVar[str] = "true-false"

    answer: bool | None = None
    """`true` or `false` (also 正確／錯誤, 對／錯)."""
    why: Mapping[Id, Prose] = field(default_factory=dict)
    """Under `true` or `false`: why this verdict is the wrong one."""

    def key(self) -> tuple[str, ...]:
        return (str(self.answer).lower(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericAnswer(Entry):
    """A number, how far off is still right, and how it was calculated."""

    shorthand: ClassVar[str] = "value"

    value: Decimal | None = None
    """The number."""
    tolerance: Decimal = Decimal(0)
    """The largest difference that still counts as right."""
    unit: str | None = None
    """What it counts; shown behind the field."""
    formula: str | None = None
    """The calculation, worked out again at every check; what it may hold is in formula.py."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Question):
    """A number to be worked out."""

    kind: ClassVar[str] = "numeric"

    answer: NumericAnswer | None = None
    """The number alone, or a record with its tolerance, unit and formula."""

    def key(self) -> tuple[str, ...]:
        assert self.answer is not None
        return (str(self.answer.value), str(self.answer.tolerance))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Question):
    """A word or short phrase to be written."""

    kind: ClassVar[str] = "text"

    answer: tuple[str, ...] = ()
    """What is accepted, the first as the model; width, case, spaces, punctuation do not count."""

    def key(self) -> tuple[str, ...]:
        return tuple(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Item):
    """Material that several questions share; their ids become `case-id/question-id`."""

    kind: ClassVar[str] = "case"

    title: str = ""
    """Its heading."""
    material: Prose = Prose("")
    """What happened."""
    questions: tuple[Item, ...] = ()
    """The questions about it, of any other kind; each can be answered without the others."""

    def questions_inside(self) -> tuple[Question, ...]:
        return tuple(chain.from_iterable(item.questions_inside() for item in self.questions))


KINDS: Mapping[str, type[Item]] = {
    cls.kind: cls for cls in (Single, Multiple, TrueFalse, Numeric, Text, Case)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank(Entry):
    """One topic's file."""

    topic: Id = Id("")
    """The topic's id; its page is bank/<topic>."""
    title: str = ""
    """The topic's name."""
    objectives: Mapping[Id, str] = field(default_factory=dict)
    """What a reader can do afterwards: an id each, and a phrase."""
    questions: tuple[Item, ...] = ()
    """The questions and cases, in the order of the page."""

    def current(self) -> tuple[Item, ...]:
        """What is asked today: everything that is not retired."""
        return tuple(item for item in self.questions if item.retired is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """Where a statement comes from, and how sure it is."""

    id: Id = Id("")
    """Its name in `sources`."""
    title: str = ""
    """What it is called."""
    kind: SourceKind | None = None
    """What it is."""
    author: str | None = None
    """Who wrote or issued it."""
    locator: str | None = None
    """The chapter, clause or page."""
    year: str | None = None
    """When it was published."""
    url: Address | None = None
    """Where it can be read."""
    jurisdiction: Id | None = None
    """Where it is in force, from vocabulary.yml."""
    as_of: date | None = None
    """The day on which it read so."""
    checked: date | None = None
    """The day somebody last looked."""
    confidence: Confidence | None = None
    """confirmed: two or more independent sources; cited: one; professional: none published."""
    note: str | None = None
    """What is uncertain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """An entry of the glossary."""

    id: Id = Id("")
    """Its name in links."""
    term: str = ""
    """The word in Traditional Chinese."""
    hans: str | None = None
    """The word in Simplified Chinese."""
    en: str | None = None
    """The word in English."""
    aliases: tuple[str, ...] = ()
    """Other names and abbreviations."""
    definition: Prose = Prose("")
    """One sentence."""
    see: tuple[Reference, ...] = ()
    """The page that teaches it."""
    sources: tuple[Id, ...] = ()
    """Where it comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq(Entry):
    """A question readers ask, and its answer."""

    id: Id = Id("")
    """Its name in links."""
    group: Id | None = None
    """Who asks: a group of faq.yml."""
    question: str = ""
    """As a reader would ask it."""
    answer: Prose = Prose("")
    """Its first sentence is the answer."""
    see: tuple[Reference, ...] = ()
    """The clauses and pages behind it."""
    sources: tuple[Id, ...] = ()
    """Where it comes from."""
    jurisdiction: Id | None = None
    """Where the law it speaks of is in force."""
    as_of: date | None = None
    """The day on which that law read so."""
    reviewed: date | None = None
    """The day somebody other than the author last checked it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary(Entry):
    """vocabulary.yml: the labels questions may carry."""

    tags: Mapping[Id, str] = field(default_factory=dict)
    """What a question is about across topics."""
    syllabus: Mapping[Id, str] = field(default_factory=dict)
    """The exams and courses."""
    jurisdiction: Mapping[Id, str] = field(default_factory=dict)
    """The places whose law is spoken of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList(Entry):
    """sources.yml."""

    sources: tuple[Source, ...] = ()
    """The sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Entry):
    """glossary.yml."""

    terms: tuple[Term, ...] = ()
    """The terms, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqList(Entry):
    """faq.yml."""

    groups: Mapping[Id, str] = field(default_factory=dict)
    """Who asks: an id each, and a heading."""
    entries: tuple[Faq, ...] = ()
    """The entries, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw(Entry):
    """A ```quiz fence: which questions stand here. All conditions hold together."""

    topic: Id | None = None
    """Questions of this bank."""
    ids: tuple[Id, ...] = ()
    """These questions and cases, in this order."""
    tags: tuple[Id, ...] = ()
    """Questions with any of these tags."""
    difficulty: tuple[Difficulty, ...] = ()
    """Questions of these difficulties."""
    count: int | None = None
    """At most so many."""
    seed: str | None = None
    """Draws in an order that this word decides, the same at every build."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title, the headings that can be referred to, and its draws."""

    title: str
    clauses: Mapping[str, str] = field(default_factory=dict)
    """Heading id -> heading."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Heading id -> line."""
    draws: tuple[Draw, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything a site is built from. What has no file is None: nothing can be held against it."""

    banks: tuple[Bank, ...] = ()
    vocabulary: Vocabulary | None = None
    sources: SourceList | None = None
    glossary: Glossary | None = None
    faq: FaqList | None = None
    pages: Mapping[str, Page] | None = None
    """Path below docs/ -> page."""

    def items(self) -> Iterator[Item]:
        """Every question and case of every bank, also the retired."""
        return chain.from_iterable(bank.questions for bank in self.banks)

    def questions(self) -> Iterator[Question]:
        """Every question, those of cases too, also the retired."""
        return chain.from_iterable(item.questions_inside() for item in self.items())
