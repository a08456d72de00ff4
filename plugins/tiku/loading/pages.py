"""A hand-written page -> what can be referred to on it, and what it draws."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from typing import NamedTuple, TypeAlias, TypeVar

from tiku.loading import entries, page_questions
from tiku.loading.decoding import LINE_END
from tiku.loading.outline import (
    QUIZ,
    TOOL,
    Extent,
    Fence,
    Heading,
    clauses,
    front_matter,
    outline,
    sections,
)
from tiku.loading.worked_numbers import unmarked, worked_numbers
from tiku.loading.yaml_reader import Node, Record, read
from tiku.model import Asking, Draw, Entry, Item, Page, Placed, Policy
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.patterns import on_demand
from tiku.text.slugs import slugs

DIGITS = 12
"""Of a fingerprint: two texts of a site are taken for the same once in some hundred millions."""
MORE_IDS = on_demand(r"--8<--|\{[{%]|<h\d|\)\{[^{}]*#")
"""What makes ids that no line of the page tells: snippets, templates, headings in HTML, marked-up
text."""
HTML_IDS = on_demand(r"\b(?:id|name)\s*=\s*[\"']?([^\s\"'<>]+)")


ASKING = "quiz"
POLICY = "policy"
"""Keys of ours above a page."""

Read: TypeAlias = "Node | None"
E = TypeVar("E", bound=Entry)


class Quiz(NamedTuple):
    """What a ```quiz fence draws, and the questions that it holds itself."""

    draw: Draw | None = None
    own: tuple[Item, ...] = ()


def load_page(
    name: str, text: str, problems: list[Problem], own_ids: bool = False, path: str = ""
) -> Page:
    """A page's headings, draws and policy; what is wrong with them goes to `problems`.

    `name`: to show; `path`: below docs/. `own_ids`: whether the site gives headings ids by a rule
    of its own.
    """
    marked = LINE_END.split(text)
    lines = [*map(unmarked, marked)]
    parts = list(outline(lines))
    headings = [part for part in parts if isinstance(part, Heading)]
    fences = [part for part in parts if isinstance(part, Fence)]
    quizzes = [load_quiz(fence, name, path, problems) for fence in fences if fence.info == QUIZ]
    placed = [load_placed(fence, name, problems) for fence in fences if fence.info == TOOL]
    written = {one.id: "\n".join(lines[one.start : one.stop]) for one in clauses(parts, len(lines))}
    return Page(
        title=headings[0].title if headings else name,
        file=name,
        clauses={h.id: h.title for h in headings if h.id},
        headings={} if own_ids else {**_in_html(text), **_unnamed(headings)},
        is_open=own_ids or bool(MORE_IDS.search(text)),
        lines={h.id: h.line + 1 for h in headings if h.id},
        texts={name: "".join(text.split()) for name, text in written.items()},
        written=written,
        fingerprints=_fingerprints(lines, parts),
        draws=tuple(quiz.draw for quiz in quizzes if quiz.draw),
        questions=tuple(item for quiz in quizzes for item in quiz.own),
        tools=tuple(one for one in placed if one),
        worked=tuple(worked_numbers(marked, name)),
        asking=_above(ASKING, Asking, lines, name, problems) or Asking(),
        policy=_above(POLICY, Policy, lines, name, problems),
    )


def load_quiz(fence: Fence, name: str, path: str, problems: list[Problem]) -> Quiz:
    """What a quiz asks for, without a draw where that cannot be told."""
    start = _place(fence, name)
    records = page_questions.written(fence.text, replace(start, line=start.line + 1), problems)
    root = Record(start) if records else _root(fence, name, problems)
    records = records or (page_questions.asked(root) if root else [])
    if not records:
        return Quiz(_entry(Draw, root, fence, problems))
    asking = page_questions.taken(records, Asking)
    own = page_questions.load(records, path, problems)
    draw = entries.load(Draw, asking, problems) or Draw()
    return Quiz(page_questions.drawn(own, start, draw), own)


def load_placed(fence: Fence, name: str, problems: list[Problem]) -> Placed | None:
    """Which tool stands here."""
    return _entry(Placed, _root(fence, name, problems), fence, problems)


def _entry(cls: type[E], root: Read, fence: Fence, problems: list[Problem]) -> E | None:
    """What a fence says in keys and values, if it says any."""
    if root is None or isinstance(root, Record):
        return entries.load(cls, root, problems) if root else None
    problems.append(Problem(f"{fence.info}-without-keys", root.at))
    return None


def _place(fence: Fence, name: str) -> Place:
    return Place(name, fence.start + 1, len(fence.indent) + 1)


def _root(fence: Fence, name: str, problems: list[Problem]) -> Read:
    """The YAML of a fence, as far as there is any."""
    start = _place(fence, name)
    if not fence.closed:
        problems.append(Problem("unclosed-fence", start))
        return None
    reading = read(fence.text, name, first_line=fence.start + 2)
    if reading.root is None:
        empty = all(problem.code == "empty-file" for problem in reading.problems)
        problems += [Problem("empty-fence", start)] if empty else reading.problems
        return None
    problems += reading.problems
    return reading.root


def _above(
    key: str, cls: type[E], lines: list[str], name: str, problems: list[Problem]
) -> E | None:
    """From the front matter, which is the host's but for our keys."""
    above = lines[1 : max(0, front_matter(lines) - 1)]
    if not any(line.startswith(f"{key}:") for line in above):
        return None
    reading = read("\n".join(above), name, first_line=2)
    problems += [one for one in reading.problems if one not in problems]
    if not isinstance(reading.root, Record) or key not in reading.root.values:
        return None
    return entries.load(cls, reading.root.values[key], problems)


def _in_html(text: str) -> dict[str, str]:
    """Ids that tags have; they say nothing."""
    return dict.fromkeys(HTML_IDS.findall(text), "") if "<" in text else {}


def _unnamed(headings: list[Heading]) -> dict[str, str]:
    """By the ids that Markdown gives them."""
    names = slugs((heading.title, heading.id) for heading in headings)
    return {name: h.title for name, h in zip(names, headings, strict=True) if not h.id}


def _fingerprints(lines: list[str], parts: list[Fence | Heading]) -> Mapping[str, str]:
    """Of the whole page under "", and of each clause to the next; what fences draw is not text."""
    fences = (part for part in parts if isinstance(part, Fence))
    drawn = {number for fence in fences for number in range(fence.start, fence.stop)}
    kept = ["" if n in drawn else "".join(line.split()) for n, line in enumerate(lines)]
    whole = Extent("", front_matter(lines), len(lines))
    extents = [whole, *sections(parts, len(lines)), *clauses(parts, len(lines))]
    return {one.id: _fingerprint("".join(kept[one.start : one.stop])) for one in extents}


def _fingerprint(text: str) -> str:
    """Of a text without spaces and line ends, which do not count."""
    return sha256(text.encode()).hexdigest()[:DIGITS]
