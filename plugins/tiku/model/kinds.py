"""Matching, ordering and open questions, and every kind by its name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar

from tiku.model.base import NO_PROSE, Id, Prose
from tiku.model.questions import (
    Case,
    Item,
    Multiple,
    Numeric,
    Question,
    Single,
    Text,
    TrueFalse,
    WithChoices,
)


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
