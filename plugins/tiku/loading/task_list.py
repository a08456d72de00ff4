"""A question as authors of Markdown write it -> the node that a bank would have for it.

    The stem, in Markdown.

    - [x] a choice that is right
    - [ ] a wrong one
      > why it is wrong

    The explanation.

A stem with `[[word]]` and no choices asks for the word (`[[word|other]]`: either is right). Lines
`key: value` above the stem are fields as in a bank; `---` stands between two questions.
"""

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from tiku.loading.yaml_reader import Record, Scalar, Sequence, read
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.patterns import on_demand

TASK = on_demand(r" {0,3}[-*+] \[([ xX])\](?: |$)(.*)")
NOTE = on_demand(r"[ \t]*>[ \t]?(.*)")
BLANK = on_demand(r"\[\[([^\[\]\n]+)\]\]")
FIELD = on_demand(r"[a-z_]+:(?: |$)")
STEM = on_demand(r"^(?:- )?stem:", re.MULTILINE)
TASKS = on_demand(TASK.pattern, re.MULTILINE)
CODE = on_demand(r"[ \t]*(?:`{3,}|~{3,})")
BETWEEN = "---"
GAP = "____"

Line = tuple[int, str]
"""Its number in the file, and what it says."""


@dataclass(slots=True)
class _Choice:
    line: int
    is_right: bool
    text: list[str]
    note: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class _Parts:
    stem: list[Line] = field(default_factory=list)
    choices: list[_Choice] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)
    in_code: bool = False


def is_task_list(text: str) -> bool:
    """Whether it is none of the YAML that a fence may hold."""
    return bool(TASKS.search(text) or (BLANK.search(text) and not STEM.search(text)))


def nodes(text: str, at: Place, problems: list[Problem]) -> Iterator[Record]:
    """A node a question; `at` is where the text begins."""
    numbered = list(enumerate(text.split("\n"), at.line))
    for is_mark, lines in groupby(numbered, lambda line: line[1].strip() == BETWEEN):
        own = [] if is_mark else list(lines)
        if any(line.strip() for _, line in own):
            yield _node(own, at, problems)


def _node(lines: list[Line], at: Place, problems: list[Problem]) -> Record:
    lines = lines[next(n for n, (_, line) in enumerate(lines) if line.strip()) :]
    head = list(takewhile(lambda line: FIELD.match(line[1]), lines))
    node = _head(head, at, problems)
    parts = _parts(lines[len(head) :])
    fields = _with_choices(parts, at) if parts.choices else _with_blank(parts, at, problems)
    for key, value in fields:
        node.keys.setdefault(key, value.at)
        node.values.setdefault(key, value)
    return node


def _head(lines: list[Line], at: Place, problems: list[Problem]) -> Record:
    if lines:
        reading = read("\n".join(line for _, line in lines), at.file, lines[0][0])
        problems += reading.problems
        if isinstance(reading.root, Record):
            return reading.root
    return Record(at)


def _parts(lines: Iterable[Line]) -> _Parts:
    parts = _Parts()
    for line in lines:
        parts.in_code ^= bool(CODE.match(line[1]))
        _take(parts, line)
    return parts


def _take(parts: _Parts, line: Line) -> None:
    number, text = line
    task = TASK.match(text) if not (parts.rest or parts.in_code) else None
    last = parts.choices[-1] if parts.choices and not parts.rest else None
    if task:
        parts.choices.append(_Choice(number, task[1] != " ", [task[2].strip()]))
    elif last and (note := NOTE.match(text)):
        last.note.append((number, note[1]))
    elif last and text.startswith("  ") and text.strip():
        last.text.append(text.strip())
    elif parts.choices:
        parts.rest += [line] if text.strip() or parts.rest else []
    else:
        parts.stem.append(line)


def _with_choices(parts: _Parts, at: Place) -> Iterator[tuple[str, Scalar | Record | Sequence]]:
    named = dict(zip(string.ascii_lowercase, parts.choices, strict=False))
    right = [own for own, choice in named.items() if choice.is_right]
    first = _on(at, parts.choices[0].line)
    yield "kind", Scalar(first, "multiple" if len(right) > 1 else "single", quoted=False)
    yield "stem", _text(parts.stem, at)
    yield "choices", _record(first, {own: _choice(one, at) for own, one in named.items()})
    if right:
        yield "answer", Sequence(first, [_id(own, named[own], at) for own in right])
    notes = {own: _text(one.note, at) for own, one in named.items() if one.note}
    if wrong := {own: note for own, note in notes.items() if own not in right}:
        yield "why", _record(first, wrong)
    told = [*(line for own in right for line in [*named[own].note, (0, "")]), *parts.rest]
    if any(line.strip() for _, line in told):
        yield "explanation", _text(told, at)


def _with_blank(
    parts: _Parts, at: Place, problems: list[Problem]
) -> Iterator[tuple[str, Scalar | Sequence]]:
    """The paragraph with the blank ends the stem."""
    lines = parts.stem
    last = max((n for n, (_, line) in enumerate(lines) if BLANK.search(line)), default=-1)
    end = next((n for n in range(last + 1, len(lines)) if not lines[n][1].strip()), len(lines))
    stem = [(number, BLANK.sub(GAP, line)) for number, line in lines[:end]]
    yield "kind", Scalar(_on(at, lines[0][0] if lines else at.line), "text", quoted=False)
    yield "stem", _text(stem, at)
    found = [(n, blank) for n, line in lines[:end] for blank in BLANK.findall(line)]
    words = [(n, word.strip()) for n, blank in found[:1] for word in blank.split("|")]
    if found:
        yield "answer", Sequence(_on(at, found[0][0]), [_word(n, word, at) for n, word in words])
    if len(found) > 1:
        problems.append(Problem("second-blank", _on(at, found[1][0]), {"count": len(found)}))
    if any(line.strip() for _, line in lines[end:]):
        yield "explanation", _text(lines[end:], at)


def _record(at: Place, values: dict[str, Scalar]) -> Record:
    return Record(at, {own: one.at for own, one in values.items()}, {**values})


def _choice(choice: _Choice, at: Place) -> Scalar:
    return Scalar(_on(at, choice.line), " ".join(choice.text), quoted=True)


def _id(own: str, choice: _Choice, at: Place) -> Scalar:
    return Scalar(_on(at, choice.line), own, quoted=False)


def _word(line: int, word: str, at: Place) -> Scalar:
    return Scalar(_on(at, line), word, quoted=True)


def _text(lines: list[Line], at: Place) -> Scalar:
    first = next((number for number, line in lines if number and line.strip()), at.line)
    return Scalar(_on(at, first), "\n".join(line for _, line in lines).strip("\n"), quoted=True)


def _on(at: Place, line: int) -> Place:
    return Place(at.file, line, at.column)
