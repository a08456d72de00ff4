"""What a question could still have."""

from collections.abc import Iterator
from functools import partial

from tiku.model import Bank, ChoiceQuestion, Library, Question
from tiku.model.problem import Problem
from tiku.rules.rule import advice, rule
from tiku.rules.texts import questions


@rule(advice("incomplete"))
def questions_could_say_more(library: Library) -> Iterator[Problem]:
    """An explanation, a note on every wrong choice, a source, a difficulty."""
    cited = library.sources is not None
    for bank in library.banks:
        yield from library.known("incomplete", bank, partial(_in_bank, cited), None, cited)


def _in_bank(cited: bool, bank: Bank) -> list[Problem]:
    """`cited`: whether there are sources to name."""
    rows = ((asked, list(_missing(asked, cited))) for asked in questions(bank))
    return [
        Problem("incomplete", asked.origin.place("id"), {"missing": missing})
        for asked, missing in rows
        if missing
    ]


def _missing(question: Question, cited: bool) -> Iterator[str]:
    if not question.explanation:
        yield "explanation"
    if isinstance(question, ChoiceQuestion) and question.answer:
        without = (choice for choice in question.distractors() if not question.why.get(choice))
        yield from (f"why.{choice}" for choice in without)
    if cited and not question.sources:
        yield "sources"
    if not question.difficulty:
        yield "difficulty"
