"""A bank, a page, what a page draws, and the library of them all."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from itertools import chain
from typing import TypeVar

from tiku.model.base import NO_ID, Difficulty, Entry, Id
from tiku.model.cache import NO_CACHE, Cache, Coded
from tiku.model.calendars import Calendar
from tiku.model.exams import Exam, ScoringList
from tiku.model.flows import Flow
from tiku.model.metrics import MetricList
from tiku.model.options import Asking, Options
from tiku.model.place import Place
from tiku.model.questions import Item, Question
from tiku.model.references import (
    AskedList,
    ClauseList,
    FaqList,
    Glossary,
    RewordingList,
    SourceList,
    Vocabulary,
)
from tiku.model.tools import Placed, Tool
from tiku.model.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank(Entry):
    """One topic's file."""

    topic: Id = NO_ID
    title: str = ""
    objectives: Mapping[Id, str] = field(default_factory=dict)
    questions: tuple[Item, ...] = ()

    def current(self) -> tuple[Item, ...]:
        """What is asked today: everything that is not retired."""
        return tuple(item for item in self.questions if item.retired is None)

    @property
    def page(self) -> str:
        """The path of the page that lists its questions, made from it; see sitemap.home."""
        return f"bank/{self.topic}.md"

    @property
    def is_listed(self) -> bool:
        """Whether such a page is made."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBank(Bank):
    """The questions that a page holds itself, in its fences; its path below docs/ is `path`."""

    path: str = ""

    @property
    def page(self) -> str:
        return self.path

    @property
    def is_listed(self) -> bool:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw(Asking):
    """A ```quiz fence: which questions stand here. All conditions hold together."""

    topic: Id | None = None
    ids: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    difficulty: tuple[Difficulty, ...] = ()
    count: int | None = None
    seed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Entry):
    """`policy:` in the front matter of a page that is one."""

    owner: str = ""
    version: str = ""
    effective: date | None = None
    review: date | None = None


@dataclass(frozen=True, slots=True)
class WorkedNumber:
    """A number on a page, and how it is worked out."""

    place: Place
    formula: str
    number: str
    """Digits, at most a sign and a point; "" where none was found."""
    per: str
    """%, ‰ or nothing."""

    @property
    def text(self) -> str:
        """As it is written, but for commas."""
        return self.number + self.per


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title, the headings that can be referred to, and its draws."""

    title: str
    file: str = ""
    """As problems name it; empty where it is made from the library."""
    clauses: Mapping[str, str] = field(default_factory=dict)
    """Heading id -> heading."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """The id that a host gives a heading without one -> heading; an id in HTML -> nothing."""
    is_open: bool = False
    """Which other ids there are is only known when the page is built."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Heading id -> line."""
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    """Heading id -> hash of the text below it, to the next id; "" -> that of the whole page."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Heading id -> the text below it, to the next id, without blanks."""
    written: Mapping[str, str] = field(default_factory=dict)
    """Heading id -> the Markdown from it to the next id."""
    draws: tuple[Draw, ...] = ()
    questions: tuple[Item, ...] = ()
    """Those that stand in its fences themselves."""
    tools: tuple[Placed, ...] = ()
    worked: tuple[WorkedNumber, ...] = ()
    asking: Asking = field(default_factory=Asking)
    """How its questions are asked."""
    policy: Policy | None = None
    """What makes a page a policy: its headings with ids are clauses."""
    is_generated: bool = False
    """Made from the library, not written by hand."""

    def heading(self, name: str) -> str | None:
        """What the heading of this id says."""
        return self.clauses.get(name, self.headings.get(name))

    def telling(self) -> dict[str, str]:
        """Id -> heading, without `_1` and the like, in which nothing is left of a heading."""
        told = {name: said for name, said in self.headings.items() if said and name[0] != "_"}
        return {**self.clauses, **told}


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything a site is built from. What has no file is None: nothing can be held against it."""

    banks: tuple[Bank, ...] = ()
    vocabulary: Vocabulary | None = None
    sources: SourceList | None = None
    glossary: Glossary | None = None
    faq: FaqList | None = None
    asked: AskedList | None = None
    rewordings: RewordingList | None = None
    metrics: MetricList | None = None
    scoring: ScoringList | None = None
    clauses: ClauseList | None = None
    exams: tuple[Exam, ...] = ()
    tools: tuple[Tool, ...] = ()
    calendars: tuple[Calendar, ...] = ()
    flows: tuple[Flow, ...] = ()
    options: Options = field(default_factory=Options)
    pages: Mapping[str, Page] | None = None
    """Path below docs/ -> page."""
    files: frozenset[str] | None = None
    """Paths of all files below docs/; None where they are not known."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """File of a bank -> digest of what it says."""
    cache: Cache = field(default=NO_CACHE, compare=False, repr=False)
    """What is known of banks as they are."""

    def told_of(self, bank: Bank) -> tuple[str, str] | None:
        """The file of a bank and its digest: all that the bank is made from. None for a bank that
        no file holds as it is: of a page, or made from a flow."""
        file = bank.origin.place().file
        return (file, self.digests[file]) if file in self.digests else None

    def known(
        self,
        kind: str,
        bank: Bank,
        make: Callable[[Bank], T],
        coding: Coded[T] = None,
        *also: object,
    ) -> T:
        """What is made of a bank and `also`, and of nothing else: again when one changes."""
        told = self.told_of(bank)
        return self.cache(kind, (told, *also), lambda: make(bank), coding) if told else make(bank)

    def items(self) -> Iterator[Item]:
        """Every question and case of every bank, also the retired."""
        return chain.from_iterable(bank.questions for bank in self.banks)

    def questions(self) -> Iterator[Question]:
        """Every question, those of cases too, also the retired."""
        return chain.from_iterable(item.questions_inside() for item in self.items())
