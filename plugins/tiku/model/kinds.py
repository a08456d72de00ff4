"""What a question of each kind is, and every kind by its name."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from hashlib import sha256
from itertools import chain
from typing import ClassVar

from tiku.model.base import NO_PROSE, Entry, Id, Prose
from tiku.model.questions import ChoiceQuestion, Item, Question, WithChoices
from tiku.model.values import dataclass


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(WithChoices):
    """Each prompt has one choice that belongs to it; a choice may fit several, or none."""

    kind: ClassVar[str] = "matching"

    prompts: Mapping[Id, Prose] = field(default_factory=dict)
    answer: Mapping[Id, Id] = field(default_factory=dict)
    why: Mapping[Id, Prose] = field(default_factory=dict)

    def key(self) -> tuple[str, ...]:
        return tuple(sorted(f"{prompt}={choice}" for prompt, choice in self.answer.items()))

    def offered(self) -> tuple[Prose, ...]:
        return (*self.prompts.values(), *(self.choices[choice] for choice in self.shown()))

    def shown(self) -> tuple[Id, ...]:
        """The choices as readers see them, not in the order of their prompts."""
        return mixed(self.id, self.choices, tuple(map(self.answer.get, self.prompts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(WithChoices):
    """Choices to be put into the right order."""

    kind: ClassVar[str] = "ordering"

    answer: tuple[Id, ...] = ()

    def key(self) -> tuple[str, ...]:
        return tuple(self.answer)

    def offered(self) -> tuple[Prose, ...]:
        return tuple(self.choices[choice] for choice in self.shown())

    def shown(self) -> tuple[Id, ...]:
        """The choices as readers find them, which is never the right order."""
        return mixed(self.id, self.choices, self.answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Question):
    """Something to be written freely; the reader compares it with the model answer."""

    kind: ClassVar[str] = "open"

    answer: Prose = NO_PROSE
    checklist: Mapping[Id, Prose] = field(default_factory=dict)

    def key(self) -> tuple[str, ...]:
        return tuple(sorted(self.checklist))


def mixed(question: Id, ids: Iterable[Id], never: tuple[Id | None, ...]) -> tuple[Id, ...]:
    """An order that the question's id decides and that does not begin with `never`."""
    order = sorted(ids, key=lambda one: sha256(f"{question}\n{one}".encode()).hexdigest())
    if tuple(order[: len(never)]) == never:
        order = [*order[1:], *order[:1]]
    return tuple(order)


KINDS: Mapping[str, type[Item]] = {
    cls.kind: cls
    for cls in (Single, Multiple, TrueFalse, Numeric, Text, Matching, Ordering, Open, Case)
}
