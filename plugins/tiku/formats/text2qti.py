"""text2qti plain text: https://github.com/gpoore/text2qti."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tiku.formats import weights
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Reading
from tiku.formats.source import Source
from tiku.formats.weights import Weighed
from tiku.model.problem import Problem

NUMBER = re.compile(r"^(\d{1,4})[.)]\s+(.*)$")
CHOICE = re.compile(r"^(\*?)([a-zA-Z])\)\s*(.*)$")
TICK = re.compile(r"^\[(\*| ?)\]\s*(.*)$")
INDENTED = re.compile(r"^\s*(?:\*[a-zA-Z]\)|\[\*\])\s")
NUMERIC = re.compile(r"^=\s+(.*)$")
SHORT = re.compile(r"^\*\s+(.*)$")
ESSAY = re.compile(r"^_{3,}\s*$")
SAID = re.compile(r"^(\.\.\.|\+|-)\s+(.*)$")
NAMED = re.compile(
    r"^(Quiz title|Quiz description|Title|Points|Text title|Text)\s*:\s*(.*)$", re.IGNORECASE
)
GROUPED = re.compile(r"^(pick|points per question|solutions per group)\s*:\s*(.*)$", re.IGNORECASE)
PLUS_MINUS = re.compile(r"\+-|±")
RANGE = re.compile(r"^\[\s*(.+?)\s*,\s*(.+?)\s*\]$")
FEEDBACK = {"+": "right", "-": "wrong"}


@dataclass(slots=True)
class _Question:
    line: int
    number: str
    stem: list[str]
    points: Decimal | None
    topic: str
    group: int = 0
    indent: int = 0
    """Of the lines below the number; more is their own, as in code."""
    choices: list[str] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    kind: str = ""
    numeric: str = ""
    accepted: list[str] = field(default_factory=list)
    feedback: dict[str, str] = field(default_factory=dict)
    explanation: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    last: str = "stem"


def read(source: Source) -> Reading:
    """Numbers may be anything; what has no number is a text."""
    text, problems = source.text()
    reader = _Reader(source, problems)
    for number, line in _without_comments(text):
        reader.take(number, line)
    drafts = []
    seen: set[tuple[int, str]] = set()
    for question in map(_with_choices, reader.questions):
        draft = _draft(source, question)
        again = (question.group, question.number) in seen
        drafts.append(draft.doubting("number-repeat", text=draft.number) if again else draft)
        seen.add((question.group, question.number))
    return Reading(tuple(drafts), tuple(problems))


def _without_comments(text: str) -> Iterator[tuple[int, str]]:
    silent = False
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.strip()
        if bare in ("COMMENT", "END_COMMENT"):
            silent = bare == "COMMENT"
        elif not silent and not line.startswith("%"):
            yield number, line.rstrip()


class _Reader:
    def __init__(self, source: Source, problems: list[Problem]) -> None:
        self.source, self.problems = source, problems
        self.questions: list[_Question] = []
        self.open: _Question | None = None
        self.topic = self.pick = ""
        self.title = ""
        self.groups = 0
        self.points: Decimal | None = None
        self.each: Decimal | None = None

    def take(self, number: int, line: str) -> None:
        bare = line.strip()
        named = NAMED.match(bare)
        grouped = GROUPED.match(bare) if self.pick else None
        begins = NUMBER.match(line)
        if bare in ("GROUP", "END_GROUP"):
            self.pick, self.each, self.open = ("1" if bare == "GROUP" else ""), None, None
            self.groups += 1
        elif grouped:
            self._group(grouped[1].lower(), grouped[2])
        elif named:
            self._name(number, named[1].lower(), named[2].strip())
        elif begins:
            self._begin(number, begins)
        elif self.open is not None and bare:
            _part(self.open, bare, line)
        elif self.open is not None and not bare:
            self.open.last = self.open.last if self.open.last == "stem" else ""

    def _group(self, name: str, value: str) -> None:
        if name == "pick":
            self.pick = value.strip()
        elif name == "points per question":
            self.each = weights.number(value)

    def _name(self, number: int, name: str, value: str) -> None:
        self.open = None
        if name == "quiz title":
            self.topic = value
        elif name == "points":
            self.points = weights.number(value)
        elif name == "title":
            self.title = value
        elif name == "text":
            self.problems.append(
                doubt("text-only-skipped", self.source.place(number), text=value[:40])
            )

    def _begin(self, line: int, begins: re.Match[str]) -> None:
        self.open = _Question(
            line, begins[1], [begins[2]], self.points or self.each, self.topic, self.groups
        )
        self.open.indent = begins.start(2)
        if self.title:
            self.open.notes.append(("title", self.title))
        if self.pick:
            self.open.notes.append(("group", f"pick {self.pick}"))
        self.points, self.title = None, ""
        self.questions.append(self.open)


def _part(question: _Question, bare: str, line: str) -> None:
    choice, tick, said = CHOICE.match(bare), TICK.match(bare), SAID.match(bare)
    numeric, short = NUMERIC.match(bare), SHORT.match(bare)
    if line[:1].isspace():
        _continue(question, bare, line)
    elif said:
        _say(question, said[1], said[2].strip())
    elif choice or tick:
        own = choice or tick
        assert own
        question.right += [len(question.choices)] if own[1].strip() else []
        question.choices.append(own[own.re.groups].strip())
        question.kind, question.last = "single" if choice else "multiple", "choice"
    elif numeric:
        question.numeric, question.kind, question.last = numeric[1].strip(), "numeric", ""
    elif short:
        question.accepted.append(short[1].strip())
        question.kind, question.last = "fill", ""
    elif ESSAY.match(bare):
        question.kind, question.last = "open", ""
    else:
        _continue(question, bare, line)


def _continue(question: _Question, bare: str, line: str) -> None:
    if question.last == "choice":
        question.choices[-1] += f"\n{bare}"
    elif question.last == "stem":
        question.stem.append(line[: question.indent].lstrip() + line[question.indent :])
    elif question.last == "explanation":
        question.explanation.append(bare)


def _say(question: _Question, sign: str, text: str) -> None:
    if question.choices and question.last == "choice":
        question.feedback[str(len(question.choices) - 1)] = text
    elif sign in FEEDBACK:
        question.feedback[FEEDBACK[sign]] = text
    else:
        question.explanation.append(text)
        question.last = "explanation" if not question.choices else question.last


def _with_choices(question: _Question) -> _Question:
    """A right choice is among the lines below the stem: all of its choices were indented."""
    lines = question.stem
    if question.kind or not any(map(INDENTED.match, lines)):
        return question
    first = next(
        at for at, own in enumerate(lines) if CHOICE.match(own.strip()) or TICK.match(own.strip())
    )
    question.stem = lines[:first]
    for line in lines[first:]:
        _part(question, line.strip(), line.strip())
    return question


def _draft(source: Source, question: _Question) -> Draft:
    draft = Draft(
        place=source.place(question.line),
        kind="open",
        stem="\n".join(question.stem),
        number=question.number,
        choices=tuple(question.choices),
        feedback=question.feedback,
        explanation="\n".join(question.explanation),
        topic=question.topic,
        points=question.points.normalize() if question.points else None,
        unknown=tuple(question.notes),
    )
    if question.choices:
        return _choosing(draft, question)
    if question.kind == "numeric":
        return _numeric(draft, question.numeric)
    if question.accepted:
        return replace(draft, kind="fill", right=Filled((tuple(question.accepted),)))
    return draft.doubting("no-answer")


def _choosing(draft: Draft, question: _Question) -> Draft:
    draft = replace(draft, kind="multiple" if question.kind == "multiple" else "single")
    if not question.right:
        return draft.doubting("no-answer")
    if draft.kind == "single" and len(question.right) > 1:
        return draft.doubting("kind-conflict")
    return weights.judged(replace(draft, right=Chosen(tuple(question.right))))


def _numeric(draft: Draft, text: str) -> Draft:
    draft = replace(draft, kind="numeric")
    between = RANGE.match(text)
    around = PLUS_MINUS.search(text)
    if between:
        found = weights.ranged(between[1], between[2])
        return (
            replace(draft, right=found)
            if found
            else replace(draft, found=text).doubting("answer-unreadable", text=text)
        )
    value, tolerance = (
        (text[: around.start()].strip(), text[around.end() :].strip()) if around else (text, "0")
    )
    if tolerance.endswith("%"):
        number, part = weights.number(value), weights.number(tolerance[:-1])
        tolerance = (
            str(abs(number * part / 100)) if number is not None and part is not None else "0"
        )
    return weights.measured(draft, [Weighed(value, 100.0, tolerance=tolerance)])
