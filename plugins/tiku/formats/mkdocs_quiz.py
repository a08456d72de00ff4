"""mkdocs-quiz Markdown: https://github.com/ewels/mkdocs-quiz."""

import re
from dataclasses import dataclass, field, replace

from tiku.formats import fences, weights
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Reading
from tiku.formats.source import Source

OPEN, CLOSE = (
    re.compile(r"^\s*<\??quiz\b[^>]*>\s*(.*)$", re.IGNORECASE),
    re.compile(r"^(.*)<\??/quiz\??>\s*$", re.IGNORECASE),
)
NAMED = re.compile(r"^\s*(question|answer|answer-correct|content):\s*(.*)$")
"""A line of the first versions, which had a name for each part."""
ITEM = re.compile(r"^\s{0,3}[-*+]\s*\[\s*([xX]?)\s*\]\s*(.*)$")
QUOTE = re.compile(r"^\s*>\s?(.*)$")
BLANK = re.compile(r"\[\[((?:(?!\[\[|\]\]).)+)\]\]")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")


@dataclass(slots=True)
class _Quiz:
    line: int
    topic: str
    stem: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    feedback: dict[str, str] = field(default_factory=dict)
    behind: list[str] = field(default_factory=list)
    content: bool = False


def read(source: Source) -> Reading:
    """Every `<quiz>` outside code."""
    text, problems = source.text()
    drafts: list[Draft] = []
    headings: list[tuple[int, str]] = []
    quiz: _Quiz | None = None
    for number, line, code in fences.lines(text):
        begins = OPEN.match(line) if not code else None
        heading = HEADING.match(line) if quiz is None and not code else None
        if heading:
            headings = [own for own in headings if own[0] < len(heading[1])]
            headings.append((len(heading[1]), heading[2]))
        elif begins:
            quiz = _Quiz(number, "/".join(title for _, title in headings))
            line = begins[1]
        if quiz is not None and (not begins or line):
            ends = CLOSE.match(line) if not code else None
            _take(quiz, ends[1].rstrip() if ends else line, code)
            if ends:
                drafts.append(_draft(source, quiz))
                quiz = None
    if quiz is not None:
        problems.append(doubt("unclosed-brace", source.place(quiz.line)))
        drafts.append(_draft(source, quiz))
    return Reading(tuple(drafts), tuple(problems))


def _name(quiz: _Quiz, name: str, text: str) -> None:
    if name == "question":
        quiz.stem.append(text)
    elif name == "content":
        quiz.content = True
        quiz.behind += [text] if text else []
    else:
        quiz.right += [len(quiz.choices)] if name == "answer-correct" else []
        quiz.choices.append(text)


def _take(quiz: _Quiz, line: str, code: bool) -> None:
    named = NAMED.match(line) if not code and not quiz.content else None
    if named:
        _name(quiz, named[1], named[2])
        return
    item = ITEM.match(line) if not code and not quiz.content else None
    quote = QUOTE.match(line) if quiz.choices and not quiz.behind else None
    if item:
        quiz.right += [len(quiz.choices)] if item[1] else []
        quiz.choices.append(item[2].strip())
    elif quote:
        at = str(len(quiz.choices) - 1)
        quiz.feedback[at] = f"{quiz.feedback[at]}\n{quote[1]}" if at in quiz.feedback else quote[1]
    elif line.strip() == "---" and not quiz.choices:
        quiz.content = True
    elif quiz.choices or quiz.content:
        quiz.behind += [line.strip()] if line.strip() else []
    elif line.strip() or quiz.stem:
        quiz.stem.append(line)


def _draft(source: Source, quiz: _Quiz) -> Draft:
    draft = Draft(
        place=source.place(quiz.line),
        kind="open",
        stem="\n".join(quiz.stem).strip(),
        choices=tuple(quiz.choices),
        feedback=quiz.feedback,
        explanation="\n".join(quiz.behind),
        topic=quiz.topic,
    )
    blanks = BLANK.findall(draft.stem)
    if not quiz.choices and blanks:
        return replace(
            draft,
            kind="fill",
            stem=BLANK.sub("____", draft.stem),
            right=Filled(tuple((blank.strip(),) for blank in blanks)),
        )
    draft = replace(draft, kind="multiple" if len(quiz.right) > 1 else "single")
    if not quiz.right:
        return draft.doubting("no-answer")
    return weights.judged(replace(draft, right=Chosen(tuple(quiz.right))))
