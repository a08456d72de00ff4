"""What several rules ask: questions of a kind, same texts, numbers, and what is known."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from tiku.model import Bank, ChoiceQuestion, Library, NumericAnswer, Question
from tiku.model.formula import evaluate
from tiku.model.formula_error import FormulaError
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.rules.rule import error
from tiku.text.folding import exact, fold
from tiku.text.han import HAN_RUN
from tiku.text.patterns import on_demand
from tiku.text.suggestions import closest
from tiku.text.variants import canonical

Q = TypeVar("Q", bound=Question)

NUMBERS = (error("negative-tolerance"), error("bad-formula"), error("formula-differs"))
"""What `number` finds."""
MEASURE = on_demand(r"(-?(?:\d++(?:,\d++)*+(?:\.\d++)?|\.\d++)) ?([^\d\s,.]{0,5})")


def of_kind(cls: type[Q], library: Library) -> Iterator[Q]:
    """The questions of this class."""
    return (question for question in library.questions() if isinstance(question, cls))


def several_told_apart(question: Question, field: str, part: str) -> Iterator[Problem]:
    """Two or more texts in the mapping `field`, else `no-{part}s` or `one-{part}`; and what
    `not_told_apart` says of them."""
    texts = getattr(question, field)
    if len(texts) < 2:
        yield Problem(f"one-{part}" if texts else f"no-{part}s", question.origin.place(field))
    yield from not_told_apart(question, field, part)


def not_told_apart(question: Question, field: str, part: str) -> Iterator[Problem]:
    """Texts of the mapping `field` that are empty, or the same as one before.

    `empty-{part}` and `duplicate-{part}` are errors; `alike-{part}`, where only decoration, case
    or script differs, is a doubt: `C` and `C#` are alike to nobody, `KPI` and `KPI。` to all.
    """
    same: dict[str, str] = {}
    alike: dict[str, str] = {}
    for name, text in getattr(question, field).items():
        if not text:
            code, told = "empty", {}
        elif (first := same.setdefault(exact(text), name)) != name:
            code, told = "duplicate", {"first": first}
        elif (first := alike.setdefault(canonical(text) or text, name)) != name:
            code, told = "alike", {"first": first}
        else:
            continue
        yield Problem(f"{code}-{part}", question.origin.place(field, name), {part: name, **told})


def copies(library: Library) -> Mapping[Place, Bank]:
    """Banks of a topic that an earlier one has, with half of its questions or more -> that one."""
    first: dict[str, Bank] = {}
    found = {}
    for bank in library.banks:
        other = first.setdefault(bank.topic, bank)
        own = [item.id for item in bank.questions]
        known = {item.id for item in other.questions}
        if other is not bank and bank.topic and sum(i in known for i in own) * 2 >= len(own) > 0:
            found[bank.origin.place()] = other
    return found


def known(name: str, names: Iterable[str]) -> Mapping[str, object]:
    """Details of a problem with a name that is none of `names`."""
    listed = list(names)
    details = {"known": listed, "near": closest(name, listed)}
    return {"answer": name, "choice": name, "prompt": name} | details


def number(answer: NumericAnswer) -> Iterator[Problem]:
    """The formula gives the value, within its tolerance."""
    if answer.tolerance < 0:
        yield Problem("negative-tolerance", answer.origin.place("tolerance"))
    if answer.formula is None or answer.value is None:
        return
    try:
        result = evaluate(answer.formula)
    except FormulaError as error:
        yield Problem("bad-formula", answer.origin.place("formula"), {"why": error.saying})
        return
    value, slack = float(answer.value), float(abs(answer.tolerance)) + 1e-9 * abs(result)
    if abs(result - value) > slack:
        details = {"result": f"{result:.10g}", "value": f"{answer.value:f}"}
        yield Problem("formula-differs", answer.origin.place("formula"), details)


def numbers_of(question: ChoiceQuestion) -> list[Decimal]:
    """The choices as numbers, where each is one of the same unit; else nothing."""
    found = [MEASURE.fullmatch(text) for text in question.choices.values()]
    if len(found) < 3 or len({match[2] if match else None for match in found}) > 1:
        return []
    return [Decimal(match[1].replace(",", "")) for match in found if match]


def length_of(text: str) -> int:
    """In characters that count; a word of a text without Chinese is about two of these."""
    return len(fold(text)) if HAN_RUN.search(text) else 2 * len(text.split())
