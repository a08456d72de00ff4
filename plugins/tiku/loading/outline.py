"""A hand-written page -> its headings with ids and our fences, by looking at its lines.

This is no Markdown parser: it knows fences and headings, which is what references and draws
need, so that a check needs neither Markdown nor MkDocs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tiku.model.values import dataclass
from tiku.text.patterns import on_demand
from tiku.text.slugs import slugs

FENCE = on_demand(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
HEADING = on_demand(r"^#{1,6}[ \t]+(.*)")
UNDERLINE = on_demand(r"(?:=+|-+)[ \t]*")
ID = on_demand(r"#(\S+)")

QUIZ = "quiz"
HOLDINGS = "holdings"
TOOL = "tool"
OURS = (QUIZ, HOLDINGS, TOOL)


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of ours: the lines it takes (from 0, the end excluded) and what stands inside."""

    info: str
    start: int
    stop: int
    indent: str
    text: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on a line (from 0); without an explicit id it has none."""

    line: int
    title: str
    id: str | None


@dataclass(frozen=True, slots=True)
class Extent:
    """A clause: its id, and the lines from its heading to the next with an id, that excluded."""

    id: str
    start: int
    stop: int


def clauses(parts: Iterable[Fence | Heading], end: int) -> list[Extent]:
    """The clauses of a page of so many lines."""
    headings = [part for part in parts if isinstance(part, Heading) and part.id]
    return _extents(headings, end)


def sections(parts: Iterable[Fence | Heading], end: int) -> list[Extent]:
    """What stands below each heading, to the next; those without an id by that of the host."""
    headings = [part for part in parts if isinstance(part, Heading)]
    named = slugs((heading.title, heading.id) for heading in headings)
    return _extents([replace(h, id=name) for h, name in zip(headings, named, strict=True)], end)


def _extents(headings: list[Heading], end: int) -> list[Extent]:
    stops = [*(heading.line for heading in headings[1:]), end]
    return [Extent(h.id or "", h.line, stop) for h, stop in zip(headings, stops, strict=False)]


def outline(lines: list[str]) -> Iterator[Fence | Heading]:
    """Our fences and the headings of a page, in order; whatever other fences hold is skipped."""
    number = front_matter(lines)
    while number < len(lines):
        if opening := FENCE.match(lines[number]):
            fence = _fence(lines, number, opening)
            if fence.info in OURS:
                yield fence
            number = fence.stop
            continue
        if heading := HEADING.match(lines[number]):
            yield _heading(number, heading[1].rstrip(" \t#"))
        elif _is_underlined(lines, number):
            yield _heading(number, lines[number].strip())
        number += 1


def _is_underlined(lines: list[str], number: int) -> bool:
    """A line alone above a rule is a heading, too; two lines of a table are none."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if not UNDERLINE.fullmatch(below):
        return False
    line, starts = lines[number], number == 0 or not lines[number - 1].strip()
    return bool(starts and line.strip() and line[0] not in " \t>|")


def _heading(number: int, text: str) -> Heading:
    """`title {#id}`; what else stands in the braces is for whoever makes the page."""
    title, brace, attributes = text.rpartition("{")
    found = ID.search(attributes[:-1]) if brace and text.endswith("}") else None
    return Heading(number, title.rstrip(), found[1]) if found else Heading(number, text, None)


def front_matter(lines: list[str]) -> int:
    """How many lines it takes, with those that mark it; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    ends = (n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "..."))
    return next(ends, -1) + 1


def _fence(lines: list[str], start: int, opening: re.Match[str]) -> Fence:
    indent = opening["indent"]
    stop = next((n for n in range(start + 1, len(lines)) if _closes(lines[n], opening)), None)
    inside = lines[start + 1 : stop]
    text = "\n".join(line.removeprefix(indent) for line in inside)
    end = len(lines) if stop is None else stop + 1
    info = opening["info"].strip()
    name = info[1:-1] if info.startswith("{") and info.endswith("}") else info
    return Fence(name, start, end, indent, text, stop is not None)


def _closes(line: str, opening: re.Match[str]) -> bool:
    mark = line.strip()
    return len(mark) >= len(opening["mark"]) and set(mark) == {opening["mark"][0]}
