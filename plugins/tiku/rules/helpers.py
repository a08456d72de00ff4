"""What several rules ask: questions of one kind, texts that read the same, and what is known."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from tiku.model import Library, Question
from tiku.model.problem import Problem
from tiku.text.folding import exact
from tiku.text.suggestions import near
from tiku.text.variants import canonical

Q = TypeVar("Q", bound=Question)


def of_kind(cls: type[Q], library: Library) -> Iterator[Q]:
    """The questions of this class."""
    return (question for question in library.questions() if isinstance(question, cls))


def not_told_apart(question: Question, field: str, part: str) -> Iterator[Problem]:
    """Texts of the mapping `field` that are empty, or the same as one before.

    `empty-{part}` and `duplicate-{part}` are errors; `alike-{part}`, where only decoration, case
    or script differs, is a doubt: `C` and `C#` are alike to nobody, `KPI` and `KPI。` to all.
    """
    same: dict[str, str] = {}
    alike: dict[str, str] = {}
    for name, text in getattr(question, field).items():
        place = question.origin.place(field, name)
        if not text:
            yield Problem(f"empty-{part}", place, {part: name})
        elif (first := same.setdefault(exact(text), name)) != name:
            yield Problem(f"duplicate-{part}", place, {part: name, "first": first})
        elif (first := alike.setdefault(canonical(text) or text, name)) != name:
            yield Problem(f"alike-{part}", place, {part: name, "first": first})


def known(name: str, names: Iterable[str]) -> Mapping[str, object]:
    """Details of a problem with a name that is none of `names`."""
    listed = list(names)
    details = {"known": "、".join(listed), "near": near(name, listed)}
    return {"answer": name, "choice": name, "prompt": name} | details
