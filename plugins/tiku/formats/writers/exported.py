"""What every writer writes from: questions as values, made once, with texts already rendered."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from html import escape, unescape

from tiku.locales.catalogue import Words
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.rendering import prose

PICTURE = re.compile(r'(<(?:img|audio)\b[^<>]*?\bsrc=")tiku:([^"]+)(")')
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(at: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA: as a page numbers its choices."""
    before, own = divmod(at, len(LETTERS))
    return (letter(before - 1) if before else "") + LETTERS[own]


def with_pictures(html: str, address: Callable[[str], str]) -> str:
    """With addresses in the place of paths below docs/."""
    return PICTURE.sub(
        lambda found: f"{found[1]}{escape(address(unescape(found[2])))}{found[3]}", html
    )


@dataclass(frozen=True)
class Rich:
    """An author's text: Markdown as written, and clean HTML whose pictures are `tiku:path`."""

    markdown: str
    html: str
    in_line: bool = False
    """Shown in a line, where less is markup."""

    @cached_property
    def lines(self) -> str:
        """What a reader reads, a line a paragraph."""
        return (prose.plain_line if self.in_line else prose.lines)(self.markdown)

    @cached_property
    def line(self) -> str:
        """The same in one line."""
        return self.lines.replace("\n", " ")

    @property
    def is_plain(self) -> bool:
        """Whether nothing is lost in `lines`."""
        return "<" not in self.html.removeprefix("<p>").removesuffix("</p>")

    def pictures(self) -> list[str]:
        """Paths below docs/."""
        return [unescape(found[2]) for found in PICTURE.finditer(self.html)]

    def with_pictures(self, address: Callable[[str], str]) -> str:
        """The HTML with pictures where a package has them."""
        return with_pictures(self.html, address)


NOTHING = Rich("", "")
GRAVE = ("cell-too-long", "left-out", "picture-missing", "too-many-right")
"""Losses by which a question is not what it was; the others are how a format is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose; `why` says what is wrong with it."""

    id: str
    text: Rich
    is_right: bool
    why: Rich = NOTHING


@dataclass(frozen=True, slots=True)
class Prompt:
    """The left side of a pair, and the id of the choice that belongs to it."""

    id: str
    text: Rich
    choice: str
    why: Rich = NOTHING


@dataclass(frozen=True, slots=True)
class Number:
    """A number, how far off is still right, and how it comes about."""

    value: Decimal
    tolerance: Decimal
    unit: str
    formula: str


@dataclass(frozen=True, slots=True)
class Material:
    """What the questions of a case share."""

    id: str
    title: str
    text: Rich


@dataclass(frozen=True, slots=True)
class Link:
    """Where to read on; without an address where the site has none."""

    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """One question."""

    id: str
    kind: str
    revision: str
    place: Place
    stem: Rich
    choices: tuple[Choice, ...] = ()
    """Of an ordering question in the right order, of a matching one what may be assigned."""
    shown: tuple[str, ...] = ()
    """Ids of the choices in the order in which readers find them."""
    prompts: tuple[Prompt, ...] = ()
    truth: bool | None = None
    why_wrong: Rich = NOTHING
    """Of a judgement: what is wrong with the other verdict."""
    number: Number | None = None
    accepted: tuple[str, ...] = ()
    model: Rich = NOTHING
    """Of an open question: a good answer."""
    points: tuple[Rich, ...] = ()
    """What a good answer says."""
    point_ids: tuple[str, ...] = ()
    hint: Rich = NOTHING
    explanation: Rich = NOTHING
    case: Material | None = None
    topic: str = ""
    topic_title: str = ""
    objective: str = ""
    objective_title: str = ""
    difficulty: str = ""
    tags: tuple[str, ...] = ()
    syllabus: tuple[str, ...] = ()
    basis: str = ""
    jurisdiction: str = ""
    as_of: date | None = None
    reviewed: date | None = None
    expires: date | None = None
    facility: Decimal | None = None
    ignore: Mapping[str, str] = field(default_factory=dict)
    see: tuple[Link, ...] = ()
    references: tuple[str, ...] = ()
    """What `see` is written as."""
    sources: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    worth: Decimal = Decimal(1)
    """Points for the right answer."""
    partial: Decimal = Decimal(0)
    """Points for each right choice where none is wrong and some are missing."""
    section: str = ""
    """Of a paper."""

    @property
    def right(self) -> tuple[Choice, ...]:
        """The right choices."""
        return tuple(choice for choice in self.choices if choice.is_right)

    @property
    def is_shared(self) -> bool:
        """Whether each right choice is worth its share of the points, as Moodle has it."""
        return self.partial * len(self.right) == self.worth

    def letter(self, choice: str) -> str:
        """Under which letter a choice is shown."""
        return letter(self.shown.index(choice))

    def in_view(self) -> tuple[Choice, ...]:
        """The choices as readers find them."""
        by_id = {choice.id: choice for choice in self.choices}
        return tuple(by_id[name] for name in self.shown)

    def lettered(self) -> Iterator[tuple[str, Choice]]:
        """The same behind their letters."""
        return ((letter(at), choice) for at, choice in enumerate(self.in_view()))

    def texts(self) -> Iterator[Rich]:
        """Every text with markup."""
        yield from (self.stem, self.hint, self.explanation, self.model, self.why_wrong)
        yield from (text for choice in self.choices for text in (choice.text, choice.why))
        yield from (text for prompt in self.prompts for text in (prompt.text, prompt.why))
        yield from self.points
        if self.case:
            yield self.case.text

    def pictures(self) -> list[str]:
        """Paths of what it shows, each once."""
        return list(dict.fromkeys(path for text in self.texts() for path in text.pictures()))


@dataclass(frozen=True, slots=True)
class Paper:
    """The exam that was drawn, its seed, its time and what it takes to pass."""

    exam: str
    title: str
    seed: str
    minutes: int
    pass_mark: Decimal
    critical: tuple[str, ...] = ()
    """Questions without which nobody passes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A selection of questions with what they need."""

    title: str
    language: str
    words: Words
    questions: tuple[Exported, ...]
    changed: date
    """The latest day that the questions know of: the same for the same content."""
    stamp: int
    """Seconds since 1970, of the banks' last change: never less than before."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    syllabuses: Mapping[str, str] = field(default_factory=dict)
    jurisdictions: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    objectives: Mapping[str, str] = field(default_factory=dict)
    """Of the topics that are asked."""
    paper: Paper | None = None
    site: str = ""
    order: str = ""
    """Decides in which order choices stand; "" for the author's."""
    pool: Callable[[], str] = lambda: ""
    """The questions and cases as a site shows them, with pictures at `tiku:path`; made when asked
    for."""


@dataclass(frozen=True, slots=True)
class Loss(Problem):
    """What a format cannot say of a question; the catalogue has its texts below `losses`."""

    @property
    def family(self) -> tuple[str, str]:
        return "losses", "export-"


def loss(code: str, question: Exported, **details: object) -> Loss:
    """Said at the question's place in its bank."""
    told = {"id": question.id, **details}
    severity = Severity.WARNING if code in GRAVE else Severity.ADVICE
    return Loss(f"export-{code}", question.place, told, severity)


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and what it does not say; `left_out` are the ids of questions it has not."""

    data: bytes
    losses: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    count: int = 0
    """Questions that it has."""


def losses_as_text(question: Exported) -> Iterator[Loss]:
    """What is lost where nothing but text is written."""
    if question.pictures():
        yield loss("no-pictures", question)
    if not all(text.is_plain for text in question.texts()):
        yield loss("no-markup", question)


class NoFont(Exception):
    """A format is printed, and this machine has no font for these characters."""


class NoBrowser(Exception):
    """A format is printed by a browser, and there is none."""
