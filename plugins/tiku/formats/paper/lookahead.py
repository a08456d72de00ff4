"""What follows in a paper's lines."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tiku.formats.paper import choices, headings
from tiku.formats.paper.line import Line
from tiku.formats.paper.vocabulary import BARE_ANSWER, CHOICE_LABEL, LABEL

AHEAD = 14
"""Lines looked at to learn whether an unnumbered line begins a question."""


STEM = 5
"""Lines of a stem that has no number."""
SHORT = 30
"""Characters of a line that its writer, and no margin, ended."""
FIRST_CHOICE = re.compile(r"^[（(\[【]?\s*[AaＡａ]\s*[)）\]】.．、:：]")
ANSWER_ALONE = re.compile(r"^[（(\[【]\s*([A-JＡ-Ｊ](?:[\s、,，]*[A-JＡ-Ｊ]){0,7})\s*[)）\]】]$")
"""A line that is an answer, where its letters are behind us."""
NUMBER_ANSWERS = re.compile(
    r"^(?:(?:[Cc]orrect |[Rr]ight )?(?:[Aa]nswer|ANSWER)|(?:正[确確])?答案)\s*[:：]\s*[（(]?\s*\d"
)


@dataclass(frozen=True, slots=True)
class Lookahead:
    """A paper's lines and how its questions are numbered.

    `exclusive` is the only style that begins questions, if there is one; `main` the commonest.
    """

    lines: Sequence[Line]
    exclusive: str
    main: str

    def text(self, index: int) -> str:
        """A line's text; empty behind the end."""
        return self.lines[index].text if index < len(self.lines) else ""

    def leads(self, index: int) -> bool:
        """Whether choices or an answer follow before the next number or heading."""
        for ahead in range(index, min(index + AHEAD, len(self.lines))):
            text = self.text(ahead).strip()
            if ahead > index and (headings.heading_of(text) or self._numbered(text)):
                return False
            if ahead > index and CHOICE_LABEL.match(text):
                return True
            label = LABEL.search(text) or BARE_ANSWER.search(text)
            if label and (label.re is BARE_ANSWER or "answer" in (label.lastgroup or "")):
                return ahead > index or label.start() > 0
            if ahead == index and self.chooses(ahead):
                return True
        return False

    def begins_choices(self, index: int) -> bool:
        """Whether a line is the first choice."""
        return FIRST_CHOICE.match(self.text(index).strip()) is not None

    def restarts(self, index: int, before: str) -> bool:
        """Whether a line behind choices begins the next question, which has no number: A follows,
        at once, or behind lines of a stem where the line before was not full."""
        for ahead in range(index + 1, min(index + STEM, len(self.lines))):
            text = self.text(ahead).strip()
            if FIRST_CHOICE.match(text):
                at_once = ahead == index + 1 or self.lines[index].after_gap
                return at_once or len(before) <= SHORT
            if CHOICE_LABEL.match(text) or LABEL.search(text) or ANSWER_ALONE.match(text):
                return False
        return False

    def chooses(self, index: int) -> bool:
        """Whether a line has a stem and choices."""
        pieces = choices.split(self.text(index), 0, 0, [], inside=True)
        return pieces[0].letter is None and len(pieces) > 1

    def _numbered(self, text: str) -> bool:
        number = headings.number_of(text)
        return (
            number is not None
            and (not number.weak or number.style == self.main)
            and number.style in (self.main, self.exclusive, "题目")
        )


def styles(lines: Sequence[Line]) -> tuple[str, str]:
    """The style that alone begins questions, if one does; and the commonest."""
    numbers = [headings.number_of(line.text.strip()) for line in lines]
    above = _above_lists(lines, numbers)
    if above:
        return above, above
    styles = Counter(number.style for number in numbers if number and not number.weak)
    weak = Counter(number.style for number in numbers if number and number.weak)
    if styles["『』"] > 1:
        return "『』", "『』"
    restarts = sum(number.value == 1 for number in numbers if number and number.style != "题目")
    if styles["题目"] > 1 and (
        styles["题目"] * 2 >= sum(styles.values()) or restarts >= styles["题目"]
    ):
        return "题目", "题目"
    order = [style for style, _ in styles.most_common() if style != "()"] or list(styles)
    for style in ("tab", "1.1", "space"):
        if not order and weak[style] > 1:
            return "", style
    return "", order[0] if order else ""


def _above_lists(lines: Sequence[Line], numbers: Sequence[headings.Number | None]) -> str:
    """The style of questions whose choices are `1)` and `2)`, where answers name them so."""
    if not any(NUMBER_ANSWERS.match(line.text) for line in lines):
        return ""
    listed = [number if number and number.style == ")" else None for number in numbers]
    firsts = [at for at, number in enumerate(listed) if number and number.value == 1]
    heads = [numbers[at - 1] if at else None for at in firsts]
    follow = all(at + 1 < len(listed) and listed[at + 1] is not None for at in firsts)
    style = heads[0].style if heads and heads[0] else ""
    same = all(head is not None and head.style == style for head in heads)
    return style if follow and same and style != ")" else ""
