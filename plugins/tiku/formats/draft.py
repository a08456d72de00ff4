"""What a stranger's file says of a question, before it is one of ours.

Nothing is guessed: what the file does not say stays None, and every doubt is a problem with the
place in the file. Texts are Markdown in which a line break is a line break.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from tiku.formats.doubts import doubt
from tiku.model.place import Place
from tiku.model.problem import Problem

Kind = Literal[
    "single",
    "multiple",
    "true-false",
    "numeric",
    "fill",
    "open",
    "matching",
    "ordering",
    "flashcard",
]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Indexes of the right choices; of an ordering question in the right order."""

    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether the statement is true."""

    value: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """What is accepted in each blank, in order; with `offered`, what may be picked there."""

    blanks: tuple[tuple[str, ...], ...]
    offered: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A text to compare one's own answer with."""

    text: str


@dataclass(frozen=True, slots=True)
class Paired:
    """Left sides with their right ones; `extra` right sides belong to nothing; `offered` are all of
    them as the file has them, where that does not tell which belongs to which."""

    pairs: tuple[tuple[str, str], ...]
    extra: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    def right_sides(self) -> list[str]:
        """Each once."""
        told = [right for _, right in self.pairs] + [*self.extra]
        return list(dict.fromkeys(self.offered or told))


@dataclass(frozen=True, slots=True)
class Measured:
    """A number, how far off is still right, and the units that the file names."""

    value: Decimal
    tolerance: Decimal = Decimal(0)
    units: tuple[str, ...] = ()
    formula: str = ""
    """How it comes about, where the file is ours."""


Right = Chosen | Truth | Filled | Said | Paired | Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One question as the file has it."""

    place: Place
    kind: Kind
    stem: str
    number: str = ""
    """As printed; numbers of a paper start again in every section."""
    given: str = ""
    """The id that the file gives the question."""
    choices: tuple[str, ...] = ()
    right: Right | None = None
    found: str = ""
    """What the file has in the place of an answer that could not be taken."""
    explanation: str = ""
    feedback: Mapping[str, str] = field(default_factory=dict)
    """Index of a choice, `pair 1` and so on, `right` or `wrong` -> what is said to whoever chose
    so."""
    hint: str = ""
    material: str = ""
    """What the question shares with its neighbours; equal texts are one case."""
    topic: str = ""
    """Headings, joined with `/`."""
    points: Decimal | None = None
    difficulty: str = ""
    """In the file's own word."""
    tags: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    """(name, text) of what has no field of ours; kept as comments."""
    case: tuple[str, str] = ("", "")
    """The id and the title of the case that the material is, where the file is ours."""
    choice_ids: tuple[str, ...] = ()
    """Of the choices, or of the right sides, in order; where the file is ours."""
    prompt_ids: tuple[str, ...] = ()
    """Of the left sides of pairs in order."""
    ours: Mapping[str, object] = field(default_factory=dict)
    """Fields of an entry as a bank has them, where the file is ours."""
    doubts: tuple[Problem, ...] = ()

    def doubting(self, code: str, place: Place | None = None, **details: object) -> "Draft":
        """With one more doubt, at the question or at a place of its own; each code once."""
        if any(doubt.code == f"import-{code}" for doubt in self.doubts):
            return self
        return replace(self, doubts=(*self.doubts, doubt(code, place or self.place, **details)))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds: questions, what else was to be said of it, and pictures by name."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)

    def said(self) -> list[Problem]:
        """Everything to be told, of the file first."""
        return [*self.problems, *(doubt for draft in self.drafts for doubt in draft.doubts)]


class Unreadable(Exception):
    """The file cannot be read at all; nothing of it is kept."""

    def __init__(self, code: str, place: Place, **details: object) -> None:
        super().__init__(code)
        self.problem = doubt(code, place, **details)


def merged(readings: Iterable[Reading]) -> Reading:
    """Several parts of one file."""
    parts = tuple(readings)
    return Reading(
        tuple(draft for part in parts for draft in part.drafts),
        tuple(problem for part in parts for problem in part.problems),
        {name: data for part in parts for name, data in part.media.items()},
    )
