"""Matching, ordering and open questions can be answered, and their keys are whole."""

from collections.abc import Iterator

from tiku.model import Library, Matching, Open, Ordering
from tiku.model.problem import Problem
from tiku.rules.helpers import known, not_told_apart, of_kind, several_told_apart
from tiku.rules.rule import error, rule, warning


@rule(
    error("no-prompts"),
    error("one-prompt"),
    error("empty-prompt"),
    error("duplicate-prompt"),
    warning("alike-prompt"),
)
def prompts_can_be_told_apart(library: Library) -> Iterator[Problem]:
    """Two or more, none empty, no two with the same text."""
    for question in of_kind(Matching, library):
        yield from several_told_apart(question, "prompts", "prompt")


@rule(error("unknown-prompt"), error("unknown-choice"), error("unmatched-prompt"))
def every_prompt_has_its_choice(library: Library) -> Iterator[Problem]:
    """The key pairs each prompt with a choice, and nothing else with anything."""
    for question in of_kind(Matching, library):
        yield from _pairs(question)
        for prompt in question.prompts if question.answer else ():
            if prompt not in question.answer:
                place = question.origin.place("answer")
                yield Problem("unmatched-prompt", place, {"prompt": prompt})


@rule(error("why-unknown-prompt"))
def notes_are_on_prompts(library: Library) -> Iterator[Problem]:
    """`why` of a matching question names prompts."""
    for question in of_kind(Matching, library):
        for prompt in question.why:
            if prompt not in question.prompts:
                place = question.origin.place("why", prompt)
                yield Problem("why-unknown-prompt", place, known(prompt, question.prompts))


@rule(error("choice-without-place"))
def every_choice_has_its_place(library: Library) -> Iterator[Problem]:
    """The key of an ordering question names every choice."""
    for question in of_kind(Ordering, library):
        for choice in question.choices if question.answer else ():
            if choice not in question.answer:
                place = question.origin.place("answer")
                yield Problem("choice-without-place", place, {"choice": choice})


@rule(error("no-checklist"), error("empty-point"), error("duplicate-point"), warning("alike-point"))
def open_answers_can_be_graded(library: Library) -> Iterator[Problem]:
    """A checklist of points, none empty, no two with the same text."""
    for question in of_kind(Open, library):
        if not question.checklist:
            yield Problem("no-checklist", question.origin.place("checklist"))
        yield from not_told_apart(question, "checklist", "point")


def _pairs(question: Matching) -> Iterator[Problem]:
    for prompt, choice in question.answer.items():
        place = question.origin.place("answer", prompt)
        if prompt not in question.prompts:
            yield Problem("unknown-prompt", place, known(prompt, question.prompts))
        elif question.choices and choice not in question.choices:
            yield Problem("unknown-choice", place, known(choice, question.choices))
