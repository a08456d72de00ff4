"""What several questions share: a case, or choices."""

import re
from dataclasses import dataclass

from tiku.formats.paper import choices, headings
from tiku.formats.paper.choices import Piece
from tiku.formats.paper.line import Line
from tiku.formats.paper.parts import PartReader
from tiku.formats.paper.raw import Group, Raw, Section
from tiku.formats.paper.vocabulary import GROUPED, MATERIAL, SHARED_STEM

CASE = re.compile(
    r"^(?:\[Case\]|【?(?:材料|案例|资料|資料|情境)\s*+[一二三四五六七八九十\d]*\s*+】?)\s*+[:：]?\s*"
)
LONGEST = 60
"""Of a line that says which questions are about a text."""
ABOVE = ("以上", "上述", "上面")


@dataclass(slots=True)
class Sharing:
    """The group at hand."""

    parts: PartReader
    group: Group | None = None
    begun: bool = False
    """Whether a case has begun since this was last asked."""

    def announced(self, text: str, loose: list[Line]) -> bool:
        """`4～5题共用题干`, `根据以上材料回答第1～3题`; `loose` lines may be that material."""
        stem = SHARED_STEM.match(text)
        if stem:
            options: list[Piece] | None = [] if stem[3][-1] in "项項案" else None
            self.group = Group(int(stem[2]), options=options)
            self.parts.leave()
            return True
        if len(text) >= LONGEST:
            return False
        grouped = next(filter(None, (pattern.match(text) for pattern in GROUPED)), None)
        asked = grouped or MATERIAL.match(text)
        if asked is None:
            return False
        last = asked["last"] or asked["first"]
        open_group = self.group if self.group and self.group.open else None
        lines = open_group.lines if open_group else [line.text for line in loose]
        self.group = Group(int(last) if last else None, list(lines))
        self.group.open = grouped is not None or asked["where"] not in ABOVE or not lines
        loose.clear()
        self.parts.leave()
        return True

    def takes(self, line: Line, text: str, section: Section) -> bool:
        """Text before the questions that it belongs to."""
        question, group = self.parts.question, self.group
        if question is None and group and group.open:
            _add(group, text, line)
            return True
        case = CASE.match(text)
        named = case is not None and case[0].strip() and line.after_gap
        free = question is None or question.answer is not None
        if not free or not (section.kind == "material" or named) or self.parts.explains():
            return False
        numbered = headings.CHINESE.match(text)
        bare = (numbered[2] or numbered[4] or numbered[6] or "") if numbered else text
        kept = CASE.sub("", bare)
        lines = [kept] if kept else []
        self.group, self.parts.question = Group(lines=lines, line=line.number), None
        self.begun = True
        return True

    def unasked(self) -> Group | None:
        """A case about which nothing was asked."""
        group = self.group
        return group if group and group.open and group.line and group.lines else None

    def enter(self, question: Raw) -> None:
        """A question begins: it is of the group, or behind it."""
        if self.group:
            self.group.open = False
            past = self.group.last is not None and (question.value or 0) > self.group.last
            self.group = None if past else self.group
        question.group = self.group


def _add(group: Group, text: str, line: Line) -> None:
    if group.options is not None:
        group.options += choices.split(text, len(group.options), line.number, [])
    else:
        group.lines.append(text)
