"""What an exam is: the blueprint papers are drawn from, and the profiles that score them."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from tiku.model.base import NO_ID, NO_POINTS, ONE_POINT, Basis, Difficulty, Entry, Id, Points
from tiku.model.values import dataclass

ExamKind = Literal[
    "single",
    "multiple",
    "true-false",
    "numeric",
    "text",
    "matching",
    "ordering",
    "open",
    "case",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scoring(Entry):
    """How a question's points are given, as of a day and on whose word."""

    id: Id = NO_ID
    title: str = ""
    rule: str = ""
    partial: Points = NO_POINTS
    as_of: date | None = None
    sources: tuple[Id, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringList(Entry):
    """scoring.yml."""

    profiles: tuple[Scoring, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Entry):
    """A part of an exam: so many questions of these kinds from these topics."""

    id: Id = NO_ID
    title: str = ""
    kinds: tuple[ExamKind, ...] = ()
    count: int = 0
    points: Points = ONE_POINT
    scoring: Id | None = None
    topics: Mapping[Id, int] = field(default_factory=dict)
    sub_questions: int = 0
    difficulty: Mapping[Id, int] = field(default_factory=dict)
    self_graded: bool = False
    """Open questions are drawn, too: after handing in, readers tick what their answers have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam(Entry):
    """A blueprint; a paper is one seeded draw from it."""

    exam: Id = NO_ID
    title: str = ""
    modelled: str = ""
    note: str | None = None
    syllabus: tuple[Id, ...] = ()
    basis: Basis | None = None
    adaptive: bool = False
    """A placement test: each answer decides what is asked next, and where to begin is told."""
    minutes: int = 0
    pass_mark: Points = NO_POINTS
    sections: tuple[Section, ...] = ()
    critical: tuple[Id, ...] = ()
    as_of: date | None = None
    sources: tuple[Id, ...] = ()


DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")
