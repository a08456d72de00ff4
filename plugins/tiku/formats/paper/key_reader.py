"""The key at a paper's end: which answer belongs to which question."""

from dataclasses import dataclass, field

from tiku.formats.paper import choices, headings, keys
from tiku.formats.paper.headings import Heading
from tiku.formats.paper.labels import labels
from tiku.formats.paper.lookahead import Lookahead
from tiku.formats.paper.raw import Paper, Raw
from tiku.formats.paper.vocabulary import numeral


@dataclass(slots=True)
class KeyReader:
    """Takes lines while `open`; one without a number goes on with the part `into` of `target`."""

    paper: Paper
    ahead: Lookahead
    open: bool = False
    section: Heading | None = None
    last: int = 0
    target: Raw | None = None
    into: str = "answer"
    explaining: bool = False
    """Whether a part of the key explains what another part answered."""
    table: list[keys.Entry] = field(default_factory=list)
    numbered: dict[int, list[Raw]] = field(default_factory=dict)
    """The questions that wait for an answer, by their numbers."""
    seen: int = 0
    first: int = 0
    """Of the questions that this key, and no key before it, may be about."""
    upto: int = 0

    def begins(self, index: int, text: str) -> bool:
        """Whether a line is the title of a key."""
        following = self.ahead.text(index + 1)
        heading = headings.heading_of(following)
        behind = self.ahead.text(index + 2) if heading and heading.kind else ""
        if keys.begins_key(text, following, behind):
            self.open, self.section, self.explaining = True, None, False
            self.first, self.upto = self.upto, len(self.paper.questions)
            return True
        return False

    def takes(self, index: int, text: str) -> bool:
        """Whether a line is a key's, or of a key that is a table."""
        return self._key_table(index, text) or (self.open and self._in_key(index, text))

    def _key_table(self, index: int, text: str) -> bool:
        """Numbers in a line that begins 题号, the answers in the next one."""
        numbers = keys.numbers_of_table(text)
        if numbers:
            following = self.ahead.text(index + 1)
            self.table = keys.table(numbers, following, self.ahead.lines[index].number + 1)
            return bool(self.table)
        if self.table:
            for entry in self.table:
                self._take_entry(entry)
            self.table = []
            return True
        return False

    def _in_key(self, index: int, text: str) -> bool:
        section = keys.SECTION.match(text)
        if section and keys.entries(section[3], 0):
            kind = headings.is_kind(section[2]) if section[2] else ""
            self.section = Heading(section[2] or "", kind, ordinal=numeral(section[1] or ""))
            self.last, text = 0, section[3]
        if keys.EXPLAINED.match(text):
            self.explaining, self.last, self.section = True, 0, None
            return True
        heading = headings.heading_of(text)
        if heading:
            if heading.level and heading.level < 4:
                self.open = False
                return False
            self.section = heading
            self.last = 0
            return True
        number = headings.number_of(text)
        if number and not keys.LIKE_KEY.match(text) and self._leads_to_choices(index):
            self.open = False
            return False
        self._take_key(text, self.ahead.lines[index].number)
        return True

    def _leads_to_choices(self, index: int) -> bool:
        """Before the next number, which has choices of its own."""
        for line in self.ahead.lines[index + 1 : index + 3]:
            if choices.split(line.text, 0, 0, [])[0].letter == 0:
                return True
            if headings.number_of(line.text):
                return False
        return False

    def _take_key(self, text: str, line: int) -> None:
        found = keys.entries(text, line)
        if not found and self.target is not None:
            self._continue_key(self.target, text)
        for entry in found:
            self._take_entry(entry)

    def _take_entry(self, entry: keys.Entry) -> None:
        target = self._target(entry)
        if target is None:
            title = self.section.title if self.section else ""
            said = f"{title} {entry.number}. {entry.text}".strip()
            self.paper.doubts.append(("key-without-question", said, entry.line))
            return
        self.target, self.last = target, entry.number
        self._give(target, entry)

    def _target(self, entry: keys.Entry) -> Raw | None:
        waiting = self._waiting(entry.number)
        section = self.section
        if section is not None:
            ordinal = [
                q for q in waiting if section.ordinal and q.section.ordinal == section.ordinal
            ]
            kinds = (
                [q for q in waiting if q.section.kind == section.kind] if section.kind else ordinal
            )
            return next(iter([q for q in kinds if q in ordinal] or kinds), None)
        if self.last and entry.number <= self.last and self.target:
            after = self.target.order
            waiting = [q for q in waiting if q.order > after]
        return waiting[0] if waiting else None

    def _waiting(self, number: int) -> list[Raw]:
        """Those of a number; what has its answer is not looked at again, however long a file is."""
        for question in self.paper.questions[self.seen :]:
            self.numbered.setdefault(question.value or 0, []).append(question)
        self.seen = len(self.paper.questions)
        there = self.numbered.get(number, [])
        if not self.explaining:
            there = [q for q in there if self._waits(q)]
            self.numbered[number] = there
            return there
        return [
            q for q in self.paper.questions[self.first :] if q.value == number and self._waits(q)
        ]

    def _waits(self, question: Raw) -> bool:
        if self.explaining:
            return "explanation" not in question.parts
        return question.answer is None

    def _give(self, target: Raw, entry: keys.Entry) -> None:
        into, at = "explanation" if self.explaining else "answer", 0
        if not self.explaining:
            target.answer, target.answer_line = [], entry.line
        for start, stop, name in labels(entry.text):
            self._give_part(target, into, entry.text[at:start])
            into, at = name, stop
        self._give_part(target, into, entry.text[at:])
        self.into = into

    def _continue_key(self, target: Raw, text: str) -> None:
        into, at = self.into, 0
        for start, stop, name in labels(text):
            self._give_part(target, into, text[at:start])
            into, at = name, stop
        self._give_part(target, into, text[at:])
        self.into = into

    def _give_part(self, target: Raw, into: str, text: str) -> None:
        text = text.strip(" ;；　")
        if not text:
            return
        if into == "answer":
            target.answer = [*(target.answer or []), text]
        else:
            target.add(into, text)
