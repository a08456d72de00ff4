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
    unanswered: dict[int, list[Raw]] = field(default_factory=dict)
    """The questions that wait for an answer, by their numbers."""
    unexplained: dict[int, list[Raw]] = field(default_factory=dict)
    seen: int = 0
    under: str = ""
    """The chapter or the paper that a heading inside the key names."""
    first: int = 0
    """Of the questions that this key, and no key before it, may be about."""
    upto: int = 0
    early: list[tuple[keys.Entry, Heading | None]] = field(default_factory=list)
    """What a key in front of the questions says, and below which heading."""

    def begins(self, index: int, text: str) -> bool:
        """Whether a line is the title of a key."""
        behind = self._behind_headings(index + 1)
        under = self.ahead.text(behind) if behind > index + 1 else ""
        if keys.begins_key(text, self.ahead.text(index + 1), under):
            self.open, self.section, self.explaining = True, None, False
            self.under = ""
            self._collect()
            return True
        return self._on_one_line(index, text)

    def _on_one_line(self, index: int, text: str) -> bool:
        """A key in one line: in front of the questions, or of a kind that it names."""
        found = keys.ON_ONE_LINE.match(text)
        title = (found[1] or "") if found else ""
        kind = headings.is_kind(title)
        if found is None or not keys.joint(found[2]) or (self.paper.questions and not kind):
            return False
        self.section = Heading(title, kind) if kind else None
        self._take_key(found[2], self.ahead.lines[index].number)
        return True

    def finish(self) -> None:
        """The questions are there that a key in front of them answers."""
        early, self.early, self.last, self.target = self.early, [], 0, None
        self.upto = self.first = 0
        for entry, self.section in early:
            self._take_entry(entry, late=True)

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
                self.open = self._goes_on(index, heading)
                return self.open
            self.section = heading
            self.last = 0
            return True
        number = headings.number_of(text)
        if number and not keys.like_key(text) and self._asks(index):
            self.open = False
            return False
        self._take_key(text, self.ahead.lines[index].number)
        return True

    def _goes_on(self, index: int, heading: Heading) -> bool:
        """With the answers of a chapter that was asked before, under its title."""
        behind = self._behind_headings(index + 1)
        if not keys.like_key(self.ahead.text(behind)) or self._leads_to_choices(behind):
            return False
        self.under, self.section, self.last = heading.title, None, 0
        return any(self.under in q.section.path for q in self.paper.questions[self.first :])

    def _behind_headings(self, index: int) -> int:
        """Behind a chapter's title, a kind, or both."""
        for step in range(2):
            if headings.heading_of(self.ahead.text(index + step)) is None:
                return index + step
        return index + 2

    def _asks(self, index: int) -> bool:
        """Whether a numbered line that gives no answer is a question: every one behind a key that
        stands in front, else one with choices."""
        return (
            not self.paper.questions or self.ahead.chooses(index) or self._leads_to_choices(index)
        )

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

    def _take_entry(self, entry: keys.Entry, late: bool = False) -> None:
        target = self._target(entry)
        if target is None and not late and not self.paper.questions:
            self.early.append((entry, self.section))
        elif target is None:
            title = self.section.title if self.section else ""
            said = f"{title} {entry.number}. {entry.text}".strip()
            self.paper.doubts.append(("key-without-question", said, entry.line))
        else:
            self.target, self.last = target, entry.number
            self._give(target, entry)

    def _target(self, entry: keys.Entry) -> Raw | None:
        there = self._waiting(entry.number)
        if self.section is not None:
            return self._of_section(there, self.section)
        falls = self.last and entry.number <= self.last and self.target
        after = self.target.order if falls and self.target else -1
        return next((q for q in there if q.order > after and self._waits(q)), None)

    def _of_section(self, there: list[Raw], section: Heading) -> Raw | None:
        """Of the section's kind and number; else of its kind, or number where it names none."""
        fallback = None
        for question in (q for q in there if self._waits(q)):
            own = question.section
            same = bool(section.ordinal) and own.ordinal == section.ordinal
            fits = own.kind == section.kind if section.kind else same
            if fits and same:
                return question
            fallback = fallback or (question if fits else None)
        return fallback

    def _waiting(self, number: int) -> list[Raw]:
        """Those of a number that this key may be about, without those at the front that have what
        they waited for: however long a file is, they are not looked at again."""
        self._collect()
        by_number = self.unexplained if self.explaining else self.unanswered
        there = by_number.get(number, [])
        while there and (there[0].order < self.first or not self._waits(there[0])):
            there.pop(0)
        if not self.under:
            return there
        return [question for question in there if self.under in question.section.path]

    def _collect(self) -> None:
        """The questions since the key before; where there are none, it goes on with the same."""
        questions = self.paper.questions
        if len(questions) > self.upto:
            self.first, self.upto = self.upto, len(questions)
        for question in questions[self.seen :]:
            self.unanswered.setdefault(question.value or 0, []).append(question)
            self.unexplained.setdefault(question.value or 0, []).append(question)
        self.seen = len(questions)

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
