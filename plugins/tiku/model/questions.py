"""What a question of each kind is.

The attributes are the fields of the YAML: their types say how a value is read, the text below
each is what editors are told of it, in their language. What must be written is decided by the
rules, so that of three mistakes all three are told; after a check without errors nothing is
missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from itertools import chain
from typing import ClassVar

from tiku.model.base import NO_ID, NO_PROSE, Basis, Difficulty, Entry, Id, Prose, Reference


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
    why: Mapping[Id, Prose] = field(default_factory=dict)

    def key(self) -> tuple[str, ...]:
        return (str(self.answer).lower(),)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericAnswer(Entry):
    """A number, how far off is still right, and how it was calculated."""

    shorthand: ClassVar[str] = "value"

    value: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    unit: str | None = None
    formula: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Question):
    """A number to be worked out."""

    kind: ClassVar[str] = "numeric"

    answer: NumericAnswer | None = None

    def key(self) -> tuple[str, ...]:
        assert self.answer is not None
        return (str(self.answer.value), str(self.answer.tolerance))


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Question):
    """A word or short phrase to be written."""

    kind: ClassVar[str] = "text"

    answer: tuple[str, ...] = ()

    def key(self) -> tuple[str, ...]:
        return tuple(self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Item):
    """Material that several questions share; their ids become `case-id/question-id`."""

    kind: ClassVar[str] = "case"

    title: str = ""
    material: Prose = NO_PROSE
    questions: tuple[Item, ...] = ()

    def questions_inside(self) -> tuple[Question, ...]:
        return tuple(chain.from_iterable(item.questions_inside() for item in self.questions))
