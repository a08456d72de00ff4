"""Statements to be judged: their marks, wherever they stand."""

import re

from tiku.formats.draft import Truth
from tiku.formats.paper import answers
from tiku.formats.paper.settling import Settling
from tiku.formats.paper.vocabulary import (
    MARK,
    MARKS,
    narrow,
    truth,
)

JUDGED_FRONT = re.compile(rf"^[（(【\[]\s*({MARK}|[VvＶ是否])\s*[)）】\]]\s*")
JUDGED_BEHIND = re.compile(rf"(?<!\s)\s*[（(【\[]\s*({MARK})\s*[)）】\]]\s*+[。.]?\s*$")
JUDGED_LOOSE = re.compile(
    rf"(?<!\s)\s*[（(【\[]\s*([YyNnVv是否])\s*[)）】\]]\s*[。.]?$|(?<!\s)\s+({MARK}|[YNV是否])$"
)
"""What only stands for a judgement where judgements are asked for."""
JUDGED_BARE = re.compile(rf"(?<!\s)\s*([{MARKS}])\s*$")
EMPTY_BEHIND = re.compile(r"(?<!\s)\s*[（(【\[]\s*[)）】\]]\s*$")
EMPTY_FRONT = re.compile(r"^[（(【\[]\s*[)）】\]]\s*")
TRUE_FALSE_LINE = re.compile(
    r"^(?:true|false|[A-Ba-b])?\s*+[.．、:：]?\s*+(?:[对對错錯是否√×]|正[确確]|[错錯][误誤]|true|false)$",
    re.IGNORECASE,
)
ASKS_CHOICE = re.compile(r"^(?:下列|以下|下面)|哪[一个個项項种種]|[:：]$")
PAIR = 2
YES_OR_NO = frozenset({"是", "否", "不是", "yes", "no", "y", "n"})
"""They judge a statement, and answer a question."""
ASKS = re.compile(r"[?？吗嗎]\s*(?:[（(][\s_]*[)）])?[。.]?$")
UNKNOWNS = ("xy", "yx")
"""Letters of which each could judge, and which together never do."""
SHORTEST = 4
"""Of a statement that nothing but its mark calls one."""


def take_mark(its: Settling) -> None:
    """A mark before or behind a statement is its answer."""
    if its.declared not in ("true-false", "", "choice", "material") or (
        its.choices and its.declared != "true-false"
    ):
        return
    found = (
        JUDGED_FRONT.search(its.stem)
        or JUDGED_BEHIND.search(its.stem)
        or JUDGED_BARE.search(its.stem)
    )
    if its.raw.mark is not None and not its.answer:
        its.right = Truth(its.raw.mark)
    if found is None and its.declared == "true-false":
        found = JUDGED_LOOSE.search(its.stem)
    enough = its.declared == "true-false" or (found and len(its.stem) - len(found[0]) > SHORTEST)
    if found and enough and not its.answer:
        mark = found[found.lastindex or 1]
        its.right = Truth(truth(mark) is True)
        its.stem = (its.stem[: found.start()] + its.stem[found.end() :]).strip()
        if narrow(mark) in "Xx":
            its.doubt("letter-x-read-as-cross", mark)


def is_judgement(its: Settling) -> bool:
    """By its kind, its two choices, or its answer."""
    if len(its.choices) == PAIR and {truth(text) for text in its.choices} == {True, False}:
        unknown = "".join(its.choices).lower() in UNKNOWNS
        return its.declared == "true-false" or not (unknown or _answers_a_question(its))
    if its.choices:
        return its.declared == "true-false"
    value = truth(its.answer) if its.answer else None
    return its.declared == "true-false" or (
        value is not None and its.declared in ("", "choice", "material")
    )


def _answers_a_question(its: Settling) -> bool:
    """`Yes` and `No` below what is asked."""
    words = {narrow(text).strip(" .。").lower() for text in its.choices}
    return words <= YES_OR_NO and ASKS.search(its.stem) is not None


def settle_judgement(its: Settling) -> None:
    """A statement without its brackets, and whether it is true."""
    its.kind = "true-false"
    lines = its.stem.split("\n")
    while len(lines) > 1 and TRUE_FALSE_LINE.match(lines[-1].strip()):
        lines.pop()
    its.stem = re.sub(
        r"(?<!\s)\s*(?:true|A)\s*[.．]\s*(?:正确|对)\s*(?:false|B)\s*[.．]\s*(?:错误|错)$",
        "",
        "\n".join(lines),
    )
    its.stem = EMPTY_BEHIND.sub("", EMPTY_FRONT.sub("", its.stem)).strip()
    if its.right is None and its.answer:
        _judge(its)
    elif its.right is None:
        _judge_by_print(its)
    if its.declared == "" and not its.choices and ASKS_CHOICE.search(its.stem):
        its.doubt("kind-doubtful", its.answer)
    its.choices = []


def _judge_by_print(its: Settling) -> None:
    marked = its.printed()
    if len(marked) != 1:
        its.none("no-answer")
        return
    its.right = Truth(truth(its.choices[marked[0]]) is True)
    its.doubt("answer-by-format", answers.LETTERS[marked[0]])


def _judge(its: Settling) -> None:
    named = answers.letters(its.answer)
    value = truth(its.answer)
    if its.choices and named and len(named.indexes) == 1 and named.indexes[0] < len(its.choices):
        value = truth(its.choices[named.indexes[0]])
        if named.lower:
            its.doubt("lower-case-answer", its.answer, its.raw.answer_line)
    if value is None and named and named.text:
        value = truth(named.text)
    number = answers.numbers(its.answer) if value is None and its.choices else None
    if number and len(number) == 1 and 0 <= number[0] < len(its.choices):
        value = truth(its.choices[number[0]])
    if value is None and "\n" in its.answer:
        first, _, rest = its.answer.partition("\n")
        value = truth(first)
        its.explanation = rest if value is not None else ""
    if value is None:
        its.none("answer-unreadable", its.answer)
        return
    its.right = Truth(value)
    if narrow(its.answer).strip() in ("X", "x"):
        its.doubt("letter-x-read-as-cross", its.answer, its.raw.answer_line)
