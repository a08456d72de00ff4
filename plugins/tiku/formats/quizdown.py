"""quizdown Markdown: https://github.com/bonartm/quizdown-js."""

import re
from dataclasses import dataclass, field, replace

from tiku.formats import fences, weights
from tiku.formats.draft import Chosen, Draft, Reading
from tiku.formats.source import Source

HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$")
TASK = re.compile(r"^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+\[\s*([xX]?)\s*\]\s*(.*)$")
STEP = re.compile(r"^\s{0,3}\d{1,3}[.)]\s+(.*)$")
QUOTE = re.compile(r"^(\s*)>\s?(.*)$")
INSIDE = 2
"""Spaces from which a line belongs to the choice above it."""


@dataclass(slots=True)
class _Question:
    line: int
    stem: list[str]
    choices: list[str] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    hint: list[str] = field(default_factory=list)
    feedback: dict[str, str] = field(default_factory=dict)


def read(source: Source) -> Reading:
    """A heading is a question; a task list its choices, a plain numbered list a sequence."""
    text, problems = source.text()
    questions: list[_Question] = []
    for number, line, code in fences.lines(text):
        heading = HEADING.match(line) if not code else None
        if heading:
            questions.append(_Question(number, [heading[1]]))
        elif questions:
            _take(questions[-1], line, code)
    asked = [own for own in questions if own.choices or own.steps]
    return Reading(tuple(_draft(source, own) for own in asked), tuple(problems))


def _take(question: _Question, line: str, code: bool) -> None:
    task, step, quote = (
        pattern.match(line) if not code else None for pattern in (TASK, STEP, QUOTE)
    )
    if task:
        question.right += [len(question.choices)] if task[1] else []
        question.choices.append(task[2].strip())
    elif step and not question.choices:
        question.steps.append(step[1].strip())
    elif quote and question.choices and len(quote[1]) >= INSIDE:
        at = str(len(question.choices) - 1)
        question.feedback[at] = "\n".join(
            part for part in (question.feedback.get(at, ""), quote[2]) if part
        )
    elif quote:
        question.hint.append(quote[2])
    elif not question.choices and not question.steps and (line.strip() or code):
        question.stem.append(line)


def _draft(source: Source, question: _Question) -> Draft:
    draft = Draft(
        place=source.place(question.line),
        kind="ordering",
        stem="\n".join(question.stem).strip(),
        hint="\n".join(question.hint),
        feedback=question.feedback,
    )
    if question.steps and not question.choices:
        steps = tuple(question.steps)
        return replace(draft, choices=steps, right=Chosen(tuple(range(len(steps)))))
    draft = replace(
        draft,
        kind="multiple" if len(question.right) > 1 else "single",
        choices=tuple(question.choices),
    )
    if not question.right:
        return draft.doubting("no-answer")
    return weights.judged(replace(draft, right=Chosen(tuple(question.right))))
