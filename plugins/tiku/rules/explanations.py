"""What a reader is told after answering, and how exactly a number must be given."""

from collections.abc import Iterator

from tiku.model import ChoiceQuestion, Library, Numeric, NumericAnswer, Question
from tiku.model.problem import Problem
from tiku.rules.rule import advice, error, rule
from tiku.rules.texts import PlacedText, asked
from tiku.text.folding import fold
from tiku.text.patterns import on_demand
from tiku.text.scripts import both
from tiku.text.similarity import contained, grams

LETTER = on_demand(
    both(
        r"選項\s*[A-FＡ-Ｆ甲乙丙丁](?![A-Za-z級組班型])"
        r"|(?:應|故|要|該)選\s*[（(]?[A-FＡ-Ｆ](?![A-Za-z級組型])"
        r"|答案(?:應)?[為是：]\s*[（(]?[A-FＡ-Ｆ](?![A-Za-z級組型])"
        r"|(?<![A-Za-z])[A-FＡ-Ｆ](?:、[A-FＡ-Ｆ])*[兩二三]?項(?!目)|第[一二三四五]個選項"
    )
    + r"|\b(?:[Cc]hoice|[Oo]ption|[Aa]nswer)s? (?:is |are )?\(?[A-F]\b|\b[A-F] (?:and|or|&) [A-F]\b"
)
_CALLED = both("[選答項第]")
LETTERED = on_demand(
    f"(?:{_CALLED}|[A-FOaco])(?:(?<={_CALLED})|(?i:(?<=c)hoice|(?<=o)ption|(?<=a)nswer)"
    "|(?<=[A-F]) (?:and|or|&) [A-F])"
)
"""Begins with one of some characters, which is ten times as fast to look for."""
TOLD = ("explanation", "why", "hint")
SHORTEST = 8
COPIED = 0.8
ROUNDED = on_demand(
    both(r"四捨五入|取到|取至|保留|小數點後|約為?")
    + r"|(?i:\bround(?:ed)?\b|decimal places?|\bapproximately\b|\babout\b)"
)
UNIT_ASKED = on_demand(
    both(
        r"[A-Za-zα-ω]值?）?[是為]|係數|指數|比值|權重|加權|幾|百分之|%|小數(?!點)|多少[個元件人名天日次倍分點家通題小週月年]|單位"
    )
    + r"|(?i:\bhow many\b|\bpercent|\bratio\b|\bshare\b|\brate\b|\bindex\b|\bcoefficient\b|\bweight"
    r"|\bin (?:days|hours|minutes|weeks|months|years|points|units)\b|\bscore\b)"
)
CLAUSE = on_demand(r"[，；。？?！\n](?!（)|[;.!] ")
ASIDE = on_demand(r"（[^（）]*）")


@rule(error("letter-in-explanation"), suspect=LETTERED)
def explanations_name_no_letter(written: PlacedText) -> Iterator[Problem]:
    """Shuffled choices have another letter for every reader."""
    if written.path[0] in TOLD and (found := letter_named(written.text)):
        yield written.problem("letter-in-explanation", found=found)


@rule(advice("thin-explanation"))
def explanations_explain(library: Library) -> Iterator[Problem]:
    """They say more than stem and key do."""
    for question in asked(library, Question):
        if question.explanation and _says_little(question.explanation, question):
            yield Problem("thin-explanation", question.origin.place("explanation"))


@rule(advice("no-tolerance"))
def rounded_numbers_have_a_tolerance(library: Library) -> Iterator[Problem]:
    """Who rounds a step earlier is not wrong."""
    for question, answer in _numbers(library):
        if answer.tolerance == 0 and _looks_rounded(question, answer):
            yield Problem("no-tolerance", answer.origin.place("value"), {"value": answer.value})


@rule(advice("no-unit"))
def numbers_have_a_unit(library: Library) -> Iterator[Problem]:
    """Beside the field, or asked for in the stem."""
    for question, answer in _numbers(library):
        if not answer.unit and not UNIT_ASKED.search(_asking(question.stem)):
            yield Problem("no-unit", answer.origin.place("value"))


def letter_named(text: str) -> str:
    """The words of a text that name a choice by its letter or place; empty where it does not."""
    found = LETTER.search(text)
    return found[0] if found else ""


def _says_little(explanation: str, question: Question) -> bool:
    """What is much longer than stem and key together says more than they do."""
    known = f"{question.stem}{_key_text(question)}"
    if len(explanation) > 1.5 * len(known):
        return False
    said = fold(explanation)
    return len(said) < SHORTEST or contained(grams(said), grams(fold(known))) > COPIED


def _key_text(question: Question) -> str:
    if isinstance(question, ChoiceQuestion):
        return "".join(question.choices.get(choice, "") for choice in question.answer)
    return ""


def _numbers(library: Library) -> Iterator[tuple[Numeric, NumericAnswer]]:
    for question in asked(library, Numeric):
        if question.answer and question.answer.value is not None:
            yield question, question.answer


def _asking(stem: str) -> str:
    """The last clause, with what stands in brackets behind it."""
    whole = ASIDE.sub(lambda aside: aside[0].replace("，", "、"), stem)
    return next((part for part in reversed(CLAUSE.split(whole)) if part.strip()), "")


def _looks_rounded(question: Numeric, answer: NumericAnswer) -> bool:
    """A formula without tolerance comes out exactly; that is checked elsewhere."""
    assert answer.value is not None
    exponent = answer.value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    if decimals < 1 or answer.formula:
        return False
    return bool(ROUNDED.search(question.stem)) or (decimals > 1 and abs(answer.value) > 1)
