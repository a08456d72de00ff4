"""What a question could still have."""

from collections.abc import Iterator

from tiku.model import ChoiceQuestion, Library, Question
from tiku.model.problem import Problem
from tiku.rules.rule import advice, rule


@rule(advice("incomplete"))
def questions_could_say_more(library: Library) -> Iterator[Problem]:
    """An explanation, a note on every wrong choice, a source, a difficulty."""
    asked = (item for bank in library.banks for item in bank.current())
    for question in (question for item in asked for question in item.questions_inside()):
        if missing := list(_missing(question, library)):
            details = {"missing": missing}
            yield Problem("incomplete", question.origin.place("id"), details)


def _missing(question: Question, library: Library) -> Iterator[str]:
    if not question.explanation:
        yield "explanation"
    if isinstance(question, ChoiceQuestion) and question.answer:
        without = (choice for choice in question.distractors() if not question.why.get(choice))
        yield from (f"why.{choice}" for choice in without)
    if library.sources and not question.sources:
        yield "sources"
    if not question.difficulty:
        yield "difficulty"
