"""A question's choices and key, as each kind has them -> what of `Exported` differs by kind."""

from typing import Any

from tiku.formats.writers.exported import Choice, Number, Prompt
from tiku.formats.writers.rich_texts import Texts
from tiku.model import ChoiceQuestion, Matching, Numeric, Open, Ordering, Question, Text, TrueFalse


def answer(question: Question, texts: Texts) -> dict[str, Any]:
    """What differs by kind."""
    match question:
        case ChoiceQuestion():
            return _choosing(question, texts)
        case Ordering():
            choices = [Choice(c, texts.line(question.choices[c]), True) for c in question.answer]
            return {"choices": tuple(choices), "shown": question.shown()}
        case Matching():
            return _matching(question, texts)
        case TrueFalse(answer=bool() as truth):
            why = next((why for why in question.why.values()), None)
            return {"truth": truth, "why_wrong": texts.maybe_line(why)}
        case Numeric(answer=key) if key and key.value is not None:
            number = Number(key.value, key.tolerance, key.unit or "", key.formula or "")
            return {"number": number}
        case Text(answer=variants):
            return {"accepted": variants}
        case Open():
            points = tuple(map(texts.line, question.checklist.values()))
            return {
                "model": texts.block(question.answer),
                "points": points,
                "point_ids": tuple(question.checklist),
            }
    raise TypeError(question.kind)


def _choosing(question: ChoiceQuestion, texts: Texts) -> dict[str, Any]:
    choices = tuple(
        Choice(
            name,
            texts.line(text),
            name in question.answer,
            texts.maybe_line(question.why.get(name)),
        )
        for name, text in question.choices.items()
    )
    return {"choices": choices, "shown": tuple(question.choices)}


def _matching(question: Matching, texts: Texts) -> dict[str, Any]:
    used = set(question.answer.values())
    choices = tuple(
        Choice(name, texts.line(text), name in used) for name, text in question.choices.items()
    )
    prompts = tuple(
        Prompt(
            name, texts.line(text), question.answer[name], texts.maybe_line(question.why.get(name))
        )
        for name, text in question.prompts.items()
    )
    return {"choices": choices, "prompts": prompts, "shown": question.shown()}
