"""Markdown as `tiku export markdown` writes it, in Chinese or in English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tiku.formats import fences, told_answers
from tiku.formats.draft import Chosen, Draft, Kind, Reading, Said, Truth
from tiku.formats.paper.vocabulary import truth
from tiku.formats.source import Source

NUMBER = re.compile(r"^\*\*(\d{1,6})\.\*\* (.*)$")
LABEL = re.compile(r"^\*\*(答案|解析|提示|Answer|Explanation|Hint)[:：] ?\*\*(.*)$")
HEADING = re.compile(r"^(#{1,4}) (.+)$")
CHOICE = re.compile(r"^- ([A-Z])\. (.*)$")
PROMPT = re.compile(r"^\d{1,2}\. (.*)$")
WHY = re.compile(r"^- ([A-Z]|\d{1,2})[:：] ?(.*)$")
POINT = re.compile(r"^- \[ \] (.*)$")
WRONG = re.compile(r"^- (.*)$")
ORIGIN = re.compile(r"^(條文與說明|条文与说明|出處|出处|Read on|Sources)[:：] ?(.*)$")
CASE = re.compile(r"^(?:案例|Case)[:：] ?")
PARTS = {"答案": "answer", "解析": "explanation", "提示": "hint"} | {
    name: name.lower() for name in ("Answer", "Explanation", "Hint")
}


@dataclass(slots=True)
class _Under:
    """The headings at hand, and a case with its lines."""

    topic: str = ""
    kind: Kind | None = None
    title: str = ""
    case: list[str] = field(default_factory=list)

    def enter(self, level: int, title: str) -> None:
        if level == 2:
            self.topic = title
        elif level == 3:
            self.kind = told_answers.KINDS.get(title)
        self.title, self.case = CASE.sub("", title) if level == 4 else "", []


@dataclass(slots=True)
class _Asked:
    """A question's lines, by the part that they stand in."""

    line: int
    number: str
    under: _Under
    material: str
    parts: dict[str, list[str]] = field(default_factory=lambda: {"stem": []})
    into: str = "stem"
    choices: list[str] = field(default_factory=list)
    feedback: dict[str, str] = field(default_factory=dict)
    unknown: list[tuple[str, str]] = field(default_factory=list)

    def text(self, part: str) -> str:
        return "\n".join(self.parts.get(part, ())).strip()


def read(source: Source) -> Reading:
    """Questions are known by their numbers in bold, answers by their labels."""
    text, problems = source.text()
    return Reading(tuple(_draft(source, asked) for asked in _asked(text)), tuple(problems))


def _asked(text: str) -> Iterator[_Asked]:
    under, asked = _Under(), None
    for number, line, code in fences.lines(text):
        begins = None if code else NUMBER.match(line)
        heading = None if code else HEADING.match(line)
        if begins or heading:
            if asked:
                yield asked
            asked = None
        if heading:
            under = replace(under)
            under.enter(len(heading[1]), heading[2].strip())
        elif begins:
            asked = _Asked(number, begins[1], under, "\n".join(under.case).strip())
            _take(asked, begins[2], code)
        elif asked:
            _take(asked, line, code)
        elif under.title:
            under.case.append(line)
    if asked:
        yield asked


def _take(asked: _Asked, line: str, code: bool) -> None:
    label = None if code else LABEL.match(line)
    choice = None if code else CHOICE.match(line)
    if label:
        asked.into, line = PARTS[label[1]], label[2]
    elif choice and asked.into == "stem" and ord(choice[1]) - 65 == len(asked.choices):
        asked.choices.append(choice[2])
        return
    elif not code and asked.into != "stem" and _behind(asked, line):
        return
    asked.parts.setdefault(asked.into, []).append(line)


def _behind(asked: _Asked, line: str) -> bool:
    """What belongs to the answer, as lists, and where the question comes from."""
    why, point, origin = WHY.match(line), POINT.match(line), ORIGIN.match(line)
    if why:
        sign = why[1]
        asked.feedback[f"{ord(sign) - 65}" if sign.isalpha() else f"pair {sign}"] = why[2]
    elif point or origin:
        asked.unknown.append(("☐", point[1]) if point else (origin[1], origin[2]))  # type: ignore[index]
    elif not asked.choices and (wrong := WRONG.match(line)):
        asked.feedback["wrong"] = wrong[1]
    else:
        return False
    return True


def _draft(source: Source, asked: _Asked) -> Draft:
    draft = Draft(
        place=source.place(asked.line),
        kind="open",
        stem=asked.text("stem"),
        number=asked.number,
        choices=tuple(asked.choices),
        explanation=asked.text("explanation"),
        hint=asked.text("hint"),
        feedback=asked.feedback,
        material=asked.material,
        case=("", asked.under.title),
        topic=asked.under.topic,
        unknown=tuple(asked.unknown),
    )
    answer = asked.text("answer")
    if not answer:
        return replace(draft, kind="single" if asked.choices else "open").doubting("no-answer")
    return _paired(draft, answer) or _chosen(draft, answer, asked.under.kind)


def _paired(draft: Draft, answer: str) -> Draft | None:
    """The left sides stand as a list below the stem."""
    lines = draft.stem.split("\n")
    prompts = [found[1] for found in map(PROMPT.match, lines) if found]
    right = told_answers.paired(answer, prompts, draft.choices)
    if right is None:
        return None
    stem = "\n".join(line for line in lines if not PROMPT.match(line)).strip()
    return replace(draft, kind="matching", stem=stem, choices=(), right=right)


def _chosen(draft: Draft, answer: str, kind: Kind | None) -> Draft:
    if not draft.choices:
        return _written(draft, answer, kind)
    indexes = tuple(ord(letter) - 65 for letter in answer if letter.isalpha())
    if not indexes or not all(0 <= at < len(draft.choices) for at in indexes):
        return replace(draft, kind="single", found=answer).doubting(
            "answer-outside-choices", text=answer
        )
    own: Kind = "multiple" if len(indexes) > 1 else "single"
    if len(indexes) == len(draft.choices) and list(indexes) != sorted(indexes):
        own = "ordering"
    return replace(draft, kind=kind or own, right=Chosen(indexes))


def _written(draft: Draft, answer: str, kind: Kind | None) -> Draft:
    judged = truth(answer) if kind in (None, "true-false") else None
    number = told_answers.measured(answer)
    if judged is not None:
        return replace(draft, kind="true-false", right=Truth(judged))
    if number and (kind == "numeric" or (kind is None and number[1])):
        return replace(draft, kind="numeric", right=number[0])
    if kind == "fill":
        return replace(draft, kind="fill", right=told_answers.accepted(answer))
    return replace(draft, kind="open", right=Said(answer))
