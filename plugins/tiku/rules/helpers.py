"""What several rules ask: questions of one kind, texts that read the same, and what is known."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from tiku.model import Library, Question
from tiku.model.problem import Problem
from tiku.text.folding import fold
from tiku.text.suggestions import near

Q = TypeVar("Q", bound=Question)


def of_kind(cls: type[Q], library: Library) -> Iterator[Q]:
    """The questions of this class."""
    return (question for question in library.questions() if isinstance(question, cls))


def not_told_apart(question: Question, field: str, part: str) -> Iterator[Problem]:
    """Texts of the mapping `field` that are empty or the same as one before: `empty-{part}`, …"""
    seen: dict[str, str] = {}
    for name, text in getattr(question, field).items():
        folded = fold(text) or text
        place = question.origin.place(field, name)
        if not text:
            yield Problem(f"empty-{part}", place, {part: name})
        elif folded in seen:
            yield Problem(f"duplicate-{part}", place, {part: name, "first": seen[folded]})
        else:
            seen[folded] = name


def known(name: str, names: Iterable[str]) -> Mapping[str, object]:
    """Details of a problem with a name that is none of `names`."""
    listed = list(names)
    details = {"known": "、".join(listed), "near": near(name, listed)}
    return {"answer": name, "choice": name, "prompt": name} | details
