"""What a question could still have."""

from collections.abc import Iterator

from tiku.model import ChoiceQuestion, Library, Question
from tiku.model.problem import Problem


def questions_could_say_more(library: Library) -> Iterator[Problem]:
    """An explanation, a note on every wrong choice, a source, a difficulty."""
    asked = (item for bank in library.banks for item in bank.current())
    for question in (question for item in asked for question in item.questions_inside()):
        if missing := list(_missing(question)):
            details = {"missing": "、".join(missing)}
            yield Problem("incomplete", question.origin.place("id"), details)


RULES = (questions_could_say_more,)


def _missing(question: Question) -> Iterator[str]:
    if not question.explanation:
        yield "explanation"
    if isinstance(question, ChoiceQuestion) and question.answer:
        without = [choice for choice in question.distractors() if not question.why.get(choice)]
        if without:
            yield f"why（{'、'.join(without)}）"
    if not question.sources:
        yield "sources"
    if not question.difficulty:
        yield "difficulty"
