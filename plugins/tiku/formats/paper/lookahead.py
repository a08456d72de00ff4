"""What follows in a paper's lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tiku.formats.paper import choices, headings
from tiku.formats.paper.tidy import Line
from tiku.formats.paper.vocabulary import BARE_ANSWER, CHOICE_LABEL, LABEL

AHEAD = 14
"""Lines looked at to learn whether an unnumbered line begins a question."""


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
            if ahead == index and _has_choices(text):
                return True
        return False

    def _numbered(self, text: str) -> bool:
        number = headings.number_of(text)
        return (
            number is not None
            and not number.weak
            and number.style in (self.main, self.exclusive, "题目")
        )


def _has_choices(text: str) -> bool:
    pieces = choices.split(text, 0, 0, [], inside=True)
    return pieces[0].letter is None and len(pieces) > 1


def styles(lines: Sequence[Line]) -> tuple[str, str]:
    """The style that alone begins questions, if one does; and the commonest."""
    numbers = [headings.number_of(line.text.strip()) for line in lines]
    styles = Counter(number.style for number in numbers if number and not number.weak)
    weak = Counter(number.style for number in numbers if number and number.weak)
    if styles["『』"] > 1:
        return "『』", "『』"
    if styles["题目"] > 1 and styles["题目"] * 2 >= sum(styles.values()):
        return "题目", "题目"
    order = [style for style, _ in styles.most_common() if style != "()"] or list(styles)
    if not order and weak["tab"] > 1:
        return "", "tab"
    return "", order[0] if order else ""
