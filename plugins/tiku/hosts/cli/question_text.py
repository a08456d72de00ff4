"""A question in the terminal: what it offers, what is right, and what is told of it."""

import string
from collections.abc import Iterator, Mapping

from tiku.locales.catalogue import Words
from tiku.model import (
    ChoiceQuestion,
    Matching,
    Numeric,
    Open,
    Ordering,
    Question,
    Text,
    TrueFalse,
)

NOTE = "     ✗ {}"


def offered(question: Question) -> Iterator[str]:
    """What a reader may choose from, with letters where one answers by them."""
    if isinstance(question, ChoiceQuestion | Ordering):
        yield from lettered(dict(zip(question.choices, question.offered(), strict=True)))
    elif isinstance(question, Matching):
        numbered = enumerate(question.prompts.values(), start=1)
        yield from (f"   {number} {text}" for number, text in numbered)
        yield from lettered({own: question.choices[own] for own in question.shown()})


def lettered(texts: Mapping[str, str]) -> Iterator[str]:
    """Line by line."""
    for letter, text in zip(string.ascii_uppercase, texts.values(), strict=False):
        yield f"   {letter} {text}"


def right(question: Question, words: Words) -> Iterator[str]:
    """The key in words, a line for each part of it."""
    match question:
        case ChoiceQuestion():
            yield from (f" ✓ {question.choices[own]}" for own in question.answer)
        case TrueFalse(answer=bool() as verdict):
            yield words("show.answer", answer=words(f"labels.verdicts.{str(verdict).lower()}"))
        case Numeric(answer=answer) if answer:
            number = f"{answer.value}{answer.unit or ''}"
            slack = answer.tolerance
            told = words("show.number", number=number, tolerance=slack) if slack else number
            yield words("show.answer", answer=told)
        case Text(answer=variants):
            yield words("show.answer", answer=words.join(variants, "choices"))
        case Matching(answer=pairs):
            yield from (
                f" ✓ {question.prompts[p]} → {question.choices[c]}" for p, c in pairs.items()
            )
        case Ordering(answer=order):
            numbered = enumerate(order, start=1)
            yield from (f" {number}. {question.choices[own]}" for number, own in numbered)
        case Open(answer=model, checklist=points):
            yield words("show.answer", answer=model)
            yield from (f" □ {point}" for point in points.values())


def told(question: Question, words: Words) -> Iterator[str]:
    """The notes on what is wrong, and the explanation."""
    if isinstance(question, Matching | TrueFalse):
        yield from (NOTE.format(note) for note in question.why.values())
    if question.explanation:
        yield words("show.explanation", explanation=question.explanation)
