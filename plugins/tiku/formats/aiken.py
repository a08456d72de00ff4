"""Aiken: https://docs.moodle.org/en/Aiken_format; read with the faults that people make."""

import re
from dataclasses import dataclass, field, replace

from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Reading
from tiku.formats.markup import escaped
from tiku.formats.paper.answers import LETTERS
from tiku.formats.paper.choices import index_of, joined
from tiku.formats.source import Source

CHOICE = re.compile(r"^\s*([A-Za-z])\s*([.)])(\s*)(.*)$")
ANSWER = re.compile(r"^\s*ANSWER\s*[:：](.*)$", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    line: int = 0
    stem: str = ""
    choices: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    answer: str | None = None


def read(source: Source) -> Reading:
    """A stem, lettered choices, ANSWER: and an empty line."""
    text, problems = source.text()
    drafts: list[Draft] = []
    now, gap = _Open(), False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            gap = True
            continue
        if now.answer is not None or (gap and now.choices and not _goes_on(now, line)):
            drafts.append(_draft(source, now))
            now = _Open()
        _take(now, line.strip(), number)
        gap = False
    if now.choices or now.answer is not None:
        drafts.append(_draft(source, now))
    elif now.stem:
        problems.append(doubt("stray-line", source.place(now.line), text=now.stem[:40]))
    return Reading(tuple(drafts), tuple(problems))


def _goes_on(now: _Open, line: str) -> bool:
    """Behind an empty line: the answer, or the next choice."""
    choice = CHOICE.match(line)
    following = choice is not None and choice[1].upper() in LETTERS
    return ANSWER.match(line) is not None or (
        following and index_of(choice[1] if choice else "A") == len(now.choices)
    )


def _take(now: _Open, line: str, number: int) -> None:
    answer = ANSWER.match(line)
    choice = CHOICE.match(line)
    if answer:
        now.answer = answer[1].strip()
    elif (
        choice
        and now.stem
        and choice[1].upper() in LETTERS
        and index_of(choice[1]) == len(now.choices)
    ):
        now.doubts += ["lower-case-letters"] if choice[1].islower() else []
        now.doubts += ["no-space-after-letter"] if not choice[3] else []
        now.choices.append(choice[4].strip())
    elif now.choices:
        now.choices[-1] = joined(now.choices[-1], line)
    else:
        now.line = now.line or number
        now.stem = f"{now.stem}\n{line}" if now.stem else line


def _draft(source: Source, now: _Open) -> Draft:
    draft = Draft(
        place=source.place(now.line),
        kind="single",
        stem=escaped(now.stem),
        choices=tuple(map(escaped, now.choices)),
    )
    for code in now.doubts:
        draft = draft.doubting(code)
    return _answered(draft, now.answer or "")


def _answered(draft: Draft, answer: str) -> Draft:
    if not answer:
        return draft.doubting("no-answer")
    if len(draft.choices) < 2:
        return replace(draft, found=answer).doubting("too-few-choices")
    at = index_of(answer) if len(answer) == 1 and answer.upper() in LETTERS else -1
    if not 0 <= at < len(draft.choices):
        return replace(draft, found=answer).doubting("answer-outside-choices", text=answer)
    return replace(draft, right=Chosen((at,)))
