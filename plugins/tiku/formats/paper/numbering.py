"""Which numbers at the start of a line begin a question, and whether they go on as they should."""

from dataclasses import dataclass

from tiku.formats.paper import headings
from tiku.formats.paper.headings import Number
from tiku.formats.paper.line import Line
from tiku.formats.paper.lookahead import Lookahead
from tiku.formats.paper.parts import PartReader
from tiku.formats.paper.raw import Raw, Section
from tiku.formats.paper.vocabulary import numeral

SURE = ("题目", "第", "Q")
"""Styles that number nothing but questions."""
UNORDERED = ("『』", "题目")
FAR = 60
"""No paper leaves out more questions than this."""


@dataclass(slots=True)
class Numbering:
    """`last` is the last number of the section, `before` that of the section before."""

    ahead: Lookahead
    parts: PartReader
    last: int | None = None
    before: int | None = None

    def enter(self, kind: str) -> None:
        """A section begins: numbers begin again, or go on."""
        self.before = (self.last or self.before) if kind else None
        self.last = None

    def number(self, index: int, line: Line, text: str, section: Section) -> Number | None:
        """The number that begins a question on this line."""
        number = headings.number_of(text) or self._chinese(text)
        if number is None:
            return None
        if number.style == "alone" or (not number.rest.strip() and number.style not in SURE):
            fits = number.value == self._expected() and self.ahead.leads(index + 1)
            return number if fits else None
        if self.ahead.exclusive:
            return number if number.style == self.ahead.exclusive else None
        return number if self._accepts(index, line, number, section) else None

    def _expected(self) -> int:
        return (self.last or 0) + 1

    def _chinese(self, text: str) -> Number | None:
        """一、二、 where nothing else numbers questions."""
        found = headings.CHINESE.match(text) if self.ahead.main == "" else None
        if not found:
            return None
        label = found[1] or found[3] or found[5]
        return Number(numeral(label), "一", label, found[2] or found[4] or found[6] or "")

    def _accepts(self, index: int, line: Line, number: Number, section: Section) -> bool:
        if number.style in SURE:
            return True
        fits = number.value == self._expected()
        far = number.value is None or number.value > self._expected() + FAR
        if number.weak or (far and not line.after_gap):
            return number.weak and fits and self._weak(index, number)
        question = self.parts.question
        if question is None:
            again = number.value == 1 and self.last is None and self.ahead.leads(index)
            return number.style == self.ahead.main or fits or again or section.kind != ""
        if self.parts.into in ("explanation", "rubric"):
            return (fits and line.after_gap) or (
                (fits or line.after_gap) and self.ahead.leads(index)
            )
        if self.parts.into == "answer" and not question.closed():
            return self._after_answer(index, line, number, question)
        if question.answer is None and question.have() == 0:
            same = number.style in (question.style, self.ahead.main)
            return same or (fits and number.style != "()" and not _counts_on(number, question))
        return number.style in (self.ahead.main, question.style) or fits or line.after_gap

    def _weak(self, index: int, number: Number) -> bool:
        if number.style in (self.ahead.main, "."):
            return True
        return not self.parts.paper.noisy and self.ahead.leads(index)

    def _after_answer(self, index: int, line: Line, number: Number, question: Raw) -> bool:
        """An answer in words may count its own points."""
        fits = number.value == self._expected()
        same = number.style == question.style and not _counts_on(number, question)
        if same and not question.answer and number.value != 1:
            return True
        return (fits and same) or ((fits or line.after_gap) and self.ahead.leads(index))

    def check(self, question: Raw) -> None:
        """Doubt a gap and a repetition."""
        value, last = question.value, self.last
        if value is None or question.style in UNORDERED:
            return
        self.last = value
        if last is None:
            if self.before is not None and value not in (1, self.before + 1):
                question.doubts.append(("number-gap", f"{self.before} → {value}", question.line))
        elif value > last + 1:
            question.doubts.append(("number-gap", f"{last} → {value}", question.line))
        elif value == last or 1 < value < last:
            question.doubts.append(("number-repeat", question.number, question.line))


def _counts_on(number: Number, question: Raw) -> bool:
    """Whether a number goes on counting the points of an answer, or of a stem."""
    lines = question.answer or [piece.text for piece in question.pieces[1:]]
    before = headings.number_of(lines[-1]) if lines else None
    if before is None or before.value is None or before.style != number.style:
        return False
    return number.value == before.value + 1
