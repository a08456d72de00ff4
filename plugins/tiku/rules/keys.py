"""Every question can be answered, and its key is the right one."""

from collections.abc import Iterator

from tiku.model import (
    Case,
    ChoiceQuestion,
    Library,
    Multiple,
    Numeric,
    NumericAnswer,
    Ordering,
    Single,
    Text,
    TrueFalse,
    WithChoices,
)
from tiku.model.problem import Problem
from tiku.rules.helpers import NUMBERS, known, number, of_kind, several_told_apart
from tiku.rules.rule import error, rule, warning
from tiku.text.folding import fold
from tiku.text.patterns import on_demand

WIDE_COMMA = on_demand("[，、；]")


@rule(error("no-stem"), error("no-material"), error("no-questions"), error("case-in-case"))
def every_question_asks_something(library: Library) -> Iterator[Problem]:
    """A stem, and for a case material and questions."""
    for question in library.questions():
        if not question.stem:
            yield Problem("no-stem", question.origin.place("stem"))
    for case in library.items():
        if isinstance(case, Case):
            yield from _case(case)


@rule(error("no-answer"))
def every_question_has_an_answer(library: Library) -> Iterator[Problem]:
    """Of any kind."""
    for question in library.questions():
        answer = getattr(question, "answer", None)
        if isinstance(answer, NumericAnswer) and answer.value is None:
            yield Problem("no-answer", answer.origin.place("value"))
        elif answer in (None, (), {}, ""):
            yield Problem("no-answer", question.origin.place("answer"))


@rule(
    error("no-choices"),
    error("one-choice"),
    error("empty-choice"),
    error("duplicate-choice"),
    warning("alike-choice"),
)
def choices_can_be_told_apart(library: Library) -> Iterator[Problem]:
    """Two or more, none empty, no two with the same text."""
    for question in of_kind(WithChoices, library):
        yield from several_told_apart(question, "choices", "choice")


@rule(error("unknown-choice"), error("repeated-answer"))
def answers_are_choices(library: Library) -> Iterator[Problem]:
    """Each names a choice, once."""
    asked: list[ChoiceQuestion | Ordering] = [*of_kind(ChoiceQuestion, library)]
    for question in (*asked, *of_kind(Ordering, library)):
        for index, answer in enumerate(question.answer):
            place = question.origin.place("answer", index)
            if question.choices and answer not in question.choices:
                yield Problem("unknown-choice", place, known(answer, question.choices))
            elif answer in question.answer[:index]:
                yield Problem("repeated-answer", place, {"answer": answer})


@rule(error("several-answers"), error("one-answer"), error("no-distractor"))
def answers_fit_the_kind(library: Library) -> Iterator[Problem]:
    """One of a single; two or more, but not all, of a multiple."""
    for question in of_kind(ChoiceQuestion, library):
        place, count = question.origin.place("answer"), len(set(question.answer))
        if isinstance(question, Single) and count > 1:
            yield Problem("several-answers", place, {"count": count})
        if isinstance(question, Multiple) and count == 1:
            yield Problem("one-answer", place)
        if isinstance(question, Multiple) and count > 1 and _all_right(question):
            yield Problem("no-distractor", place)


@rule(error("why-unknown-choice"), warning("why-of-the-key"))
def notes_are_on_wrong_choices(library: Library) -> Iterator[Problem]:
    """`why` names choices, and not the right ones."""
    for question in of_kind(ChoiceQuestion, library):
        for choice in question.why if question.choices else ():
            place = question.origin.place("why", choice)
            if choice not in question.choices:
                yield Problem("why-unknown-choice", place, known(choice, question.choices))
            elif choice in question.answer:
                yield Problem("why-of-the-key", place, {"choice": choice})
    for statement in of_kind(TrueFalse, library):
        for choice in statement.why:
            place = statement.origin.place("why", choice)
            if choice not in ("true", "false"):
                details = {"choice": choice, "known": ["true", "false"]}
                yield Problem("why-unknown-choice", place, details)
            elif (choice,) == statement.key():
                yield Problem("why-of-the-key", place, {"choice": choice})


@rule(*NUMBERS)
def numbers_come_out(library: Library) -> Iterator[Problem]:
    """The formula gives the key, within its tolerance."""
    for question in of_kind(Numeric, library):
        if question.answer:
            yield from number(question.answer)


@rule(error("empty-variant"), warning("joined-variants"))
def written_answers_can_be_typed(library: Library) -> Iterator[Problem]:
    """Something of each variant is left after folding, and none looks like several."""
    for question in of_kind(Text, library):
        for index, variant in enumerate(question.answer):
            if not fold(variant):
                place = question.origin.place("answer", index)
                yield Problem("empty-variant", place, {"text": variant})
            elif WIDE_COMMA.search(variant):
                place = question.origin.place("answer", index)
                yield Problem("joined-variants", place, {"text": variant})


def _all_right(question: Multiple) -> bool:
    """Of choices that could be read."""
    return bool(question.choices) and not question.distractors()


def _case(case: Case) -> Iterator[Problem]:
    if not case.material:
        yield Problem("no-material", case.origin.place("material"))
    if not case.questions:
        yield Problem("no-questions", case.origin.place("questions"))
    for item in case.questions:
        if isinstance(item, Case):
            yield Problem("case-in-case", item.origin.place())
