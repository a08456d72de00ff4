"""Lines -> the parts of each question, before anything is decided about them."""

import re

from tiku.formats.paper import headings
from tiku.formats.paper.headings import Heading, Number
from tiku.formats.paper.key_reader import KeyReader
from tiku.formats.paper.labels import labels
from tiku.formats.paper.line import Line
from tiku.formats.paper.lookahead import Lookahead, styles
from tiku.formats.paper.numbering import Numbering
from tiku.formats.paper.parts import PartReader
from tiku.formats.paper.raw import Group, Paper, Raw
from tiku.formats.paper.sections import Sections
from tiku.formats.paper.sharing import Sharing
from tiku.formats.paper.tidy import Page
from tiku.formats.paper.vocabulary import BARE_ANSWER, CHOICE_LABEL, COUNTER, LABEL, kind_in

KIND_LINE = re.compile(
    r"^[【\[]?\s*(?:题型|題型|试题类型|题目类型)\s*+[】\]]?\s*+[:：]?\s*(\S{2,8})$"
)
"""Says what the next question is."""
DRESSED = 4
"""The level of headings that are only dressed as such; they also occur in explanations."""


def assemble(page: Page) -> Paper:
    """Read a paper's lines."""
    return _Assembler(page).run()


class _Assembler:
    """Goes down the lines once and hands each to whoever takes it."""

    def __init__(self, page: Page) -> None:
        self.paper = Paper([], [], page.noisy and any(map(_counter, page.lines)))
        self.ahead = Lookahead(page.lines, *styles(page.lines))
        self.parts = PartReader(self.paper)
        self.numbering = Numbering(self.ahead, self.parts)
        self.sections = Sections()
        self.sharing = Sharing(self.parts)
        self.key = KeyReader(self.paper, self.ahead)
        self.loose: list[Line] = []
        self.counter: tuple[str, str] | None = None

    def run(self) -> Paper:
        for index, line in enumerate(self.ahead.lines):
            self._line(index, line, line.text.strip(" 　"))
        self._drop_loose()
        self.key.finish()
        self._tell(self.sharing.unasked())
        self.paper.doubts += self.sections.doubts()
        return self.paper

    def _line(self, index: int, line: Line, text: str) -> None:
        if self.key.takes(index, text):
            if not self.key.open:
                self.parts.leave()
        elif self.key.begins(index, text):
            self.parts.leave()
        elif not (self._counted(line) or self._headed(index, line, text)):
            self._asked(index, line, text)

    def _asked(self, index: int, line: Line, text: str) -> None:
        if self.sharing.announced(text, self.loose):
            return
        number = self.numbering.number(index, line, text, self.sections.now)
        if number is not None:
            self._start(line, number)
        else:
            self._unnumbered(index, line, text)

    # headings

    def _counted(self, line: Line) -> bool:
        """What an app shows above a question."""
        found = _counter(line)
        if found is None:
            return False
        known = int(found["number"]) <= int(found["total"])
        self.counter = str(int(found["number"])) if known else "", kind_in(found["kind"])
        self.paper.noisy = True
        self.parts.leave()
        return True

    def _headed(self, index: int, line: Line, text: str) -> bool:
        kind = KIND_LINE.match(text)
        if kind and kind_in(kind[1]):
            self.counter = "", kind_in(kind[1])
            self.parts.leave()
            return True
        if LABEL.match(text) or self._ends_stem(index, line):
            return False
        heading = headings.heading_of(text)
        if heading is None and self.ahead.main and self._is_section(index):
            heading = headings.section_of(text)
        if heading is None or not self._closes(heading, line):
            return False
        self._drop_loose()
        self.sections.enter(heading, line)
        self.numbering.enter(heading.kind)
        self.sharing.group = None
        self.parts.leave()
        return True

    def _ends_stem(self, index: int, line: Line) -> bool:
        """A line between a stem and its first choice, such as one that begins with `第三章`."""
        question = self.parts.question
        within = question is not None and self.parts.into == "stem" and question.have() == 0
        return within and not line.after_gap and self.ahead.begins_choices(index + 1)

    def _closes(self, heading: Heading, line: Line) -> bool:
        """A dressed line inside an explanation is a part of it."""
        inside = self.parts.question is not None and self.parts.explains()
        return heading.level < DRESSED or not inside or line.after_gap

    def _is_section(self, index: int) -> bool:
        """A line with a Chinese numeral is a heading before a heading or a question."""
        if self.sections.now.kind == "material" or self.parts.explains():
            return False
        following = self.ahead.text(index + 1)
        return any(
            find(following)
            for find in (headings.heading_of, headings.section_of, headings.number_of)
        )

    # questions

    def _start(self, line: Line, number: Number) -> None:
        self._drop_loose()
        now = self.sections.now
        question = Raw(line.number, number.text, number.value, number.style, now)
        question.take_answer(number.answer)
        self.sharing.enter(question)
        if self.counter:
            question.number, question.kind = number.text or self.counter[0], self.counter[1]
            self.counter = None
        self.numbering.check(question)
        question.doubts += [(code, what, line.number) for code, what in line.doubts]
        question.order = len(self.paper.questions)
        self.paper.questions.append(question)
        self.parts.question, self.parts.into = question, "stem"
        self.parts.body(line, number.rest)

    def _unnumbered(self, index: int, line: Line, text: str) -> None:
        question = self.parts.question
        labelled = LABEL.match(text) or BARE_ANSWER.match(text)
        if not (labelled and question) and self._shared(line, text):
            return
        if question and self._goes_on(index, line, text, question):
            question.doubts += [(code, what, line.number) for code, what in line.doubts]
            if not self.parts.answered_alone(line, text):
                self.parts.body(line, text)
        elif (self.counter and not question) or self._begins(index, text):
            self._start(line, Number(None, "", "", text))
        elif question or self.sections.now.kind or self.paper.questions or "。" in text:
            self.loose.append(line)

    def _shared(self, line: Line, text: str) -> bool:
        """Material; the questions on a case may be numbered from 1 again."""
        before = self.sharing.unasked()
        taken = self.sharing.takes(line, text, self.sections.now)
        if self.sharing.begun:
            self._tell(before)
            self.numbering.enter("case")
            self.sharing.begun = False
        return taken

    def _tell(self, unasked: Group | None) -> None:
        if unasked:
            self.paper.doubts.append(("stray-line", " ".join(unasked.lines), unasked.line))

    def _begins(self, index: int, text: str) -> bool:
        """Choices or an answer follow, and no label begins the line."""
        label = LABEL.match(text) or BARE_ANSWER.match(text) or CHOICE_LABEL.match(text)
        return not label and self.ahead.leads(index)

    def _goes_on(self, index: int, line: Line, text: str, question: Raw) -> bool:
        """Whether a line without a number belongs to the question before it."""
        into, closed = self.parts.into, question.closed()
        hinted = into == "hint" and not line.after_gap
        if any(start == 0 for start, _, _ in labels(text)) or into == "mine" or hinted:
            return True
        if into == "stem":
            begins = question.have() > 1 and not CHOICE_LABEL.match(text)
            return not (begins and self.ahead.restarts(index, self.ahead.text(index - 1)))
        if into == "answer" and closed and CHOICE_LABEL.match(text) and question.have() == 0:
            self.parts.into = "stem"
            return True
        begins = self._begins(index, text)
        if self.parts.explains():
            unnumbered = question.style == "" or self.ahead.main == ""
            return not (unnumbered and line.after_gap and begins)
        if into == "answer" and closed:
            return LABEL.search(text) is not None and not begins
        return into == "answer" and not (line.after_gap and begins)

    def _drop_loose(self) -> None:
        """Lines that belong to nothing are told."""
        for line in self.loose:
            self.paper.doubts.append(("stray-line", line.text, line.number))
        self.loose = []


def _counter(line: Line) -> re.Match[str] | None:
    return COUNTER.fullmatch(line.text.strip())
