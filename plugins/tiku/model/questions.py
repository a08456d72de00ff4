"""What every question has, and what those with choices have; each kind is in kinds.py.

The attributes are the fields of the YAML: their types say how a value is read, the catalogue below
`fields` what editors are told of it. What must be written is decided by the rules, so that of
three mistakes all three are told; after a check without errors nothing is missing.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import ClassVar

from tiku.model.base import NO_ID, NO_PROSE, Basis, Difficulty, Entry, Id, Prose, Reference
from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired(Entry):
    """Why a question is no longer asked; its id is never used again."""

    since: date | None = None
    why: str = ""
    instead: Id | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Entry):
    """What stands in a bank's list: a question, or a case that holds some."""

    kind: ClassVar[str]

    id: Id = NO_ID
    objective: Id | None = None
    difficulty: Difficulty | None = None
    syllabus: tuple[Id, ...] = ()
    basis: Basis | None = None
    jurisdiction: Id | None = None
    as_of: date | None = None
    tags: tuple[Id, ...] = ()
    see: tuple[Reference, ...] = ()
    sources: tuple[Id, ...] = ()
    reviewed: date | None = None
    expires: date | None = None
    ignore: Mapping[Id, str] = field(default_factory=dict)
    retired: Retired | None = None

    def questions_inside(self) -> tuple["Question", ...]:
        """The questions to be answered here: itself, or those of the case."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """What every kind of question has."""

    stem: Prose = NO_PROSE
    facility: Decimal | None = None
    hint: Prose | None = None
    explanation: Prose | None = None

    def questions_inside(self) -> tuple["Question", ...]:
        return (self,)

    def key(self) -> tuple[str, ...]:
        """The right answer as text, in an order that does not depend on the file's."""
        raise NotImplementedError

    def offered(self) -> tuple[Prose, ...]:
        """What a reader may choose from, in an order that does not tell the key."""
        return ()

    def revision(self) -> str:
        """Eight hex digits that change when the key does, and only then."""
        text = "\n".join((self.kind, *self.key()))
        return sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithChoices(Question):
    """A question with choices; their ids survive shuffling and rewording."""

    choices: Mapping[Id, Prose] = field(default_factory=dict)

    def offered(self) -> tuple[Prose, ...]:
        return tuple(self.choices.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(WithChoices):
    """Some of the choices are right, each by itself."""

    answer: tuple[Id, ...] = ()
    why: Mapping[Id, Prose] = field(default_factory=dict)

    def key(self) -> tuple[str, ...]:
        return tuple(sorted(self.answer))

    def distractors(self) -> tuple[Id, ...]:
        """The ids of the wrong choices, as written."""
        return tuple([choice for choice in self.choices if choice not in self.answer])
