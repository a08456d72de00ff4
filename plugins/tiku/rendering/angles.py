"""Which angle brackets of a text are markup: all others are shown as they are typed.

`app.<UID>.conf`, `List<String>` and a lone `<b>` are text; `<b>bold</b>` is markup.
"""

import re
from collections.abc import Callable, Collection, Iterator

from tiku.text.patterns import on_demand

VOID = frozenset({"br", "hr", "img"})
_ATTRIBUTE = r"""\s+[a-zA-Z][a-zA-Z-]*(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))?"""
_TAG = on_demand(rf"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:{_ATTRIBUTE})*)\s*/?>")
_ADDRESS = on_demand(r"<(?:https?://|mailto:|[\w.+-]+@)[^<>\s]+>")
_FENCE = on_demand(r"^(`{3,}+|~{3,}+)[^`\n]*$", re.MULTILINE)
_TICKS = on_demand(r"`+")
_LONGEST = 1000
"""Characters of a tag: nobody writes a longer one by hand."""


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """The text with everything but its fenced code and code spans changed."""
    pieces, done = [], 0
    for start, stop in code(text):
        pieces += [change(text[done:start]), text[start:stop]]
        done = stop
    return "".join([*pieces, change(text[done:])])


def code(text: str) -> Iterator[tuple[int, int]]:
    """(start, stop) of fenced blocks and code spans, in order; in linear time."""
    done = 0
    for start, stop in _fences(text):
        yield from _spans(text, done, start)
        yield start, stop
        done = stop
    yield from _spans(text, done, len(text))


def text_brackets(text: str, allowed: Collection[str]) -> str:
    """Every `<` that begins no complete tag of `allowed` as `&lt;`."""
    if "<" not in text:
        return text
    kept = _markup(text, allowed)
    return re.sub("<", lambda found: "<" if found.start() in kept else "&lt;", text)


def _fences(text: str) -> Iterator[tuple[int, int]]:
    opened: re.Match[str] | None = None
    for line in _FENCE.finditer(text):
        if opened is None:
            opened = line
        elif line[1].startswith(opened[1]) and line[0].strip("`~ ") == "":
            yield opened.start(), line.end()
            opened = None


def _spans(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A run of backticks ends at the next run that is as long."""
    runs = [(run.start(), run.end()) for run in _TICKS.finditer(text, begin, end)]
    following: dict[int, int] = {}
    closing: list[int | None] = [None] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        closing[index] = following.get(length)
        following[length] = index
    index = 0
    while index < len(runs):
        close = closing[index]
        if close is not None:
            yield runs[index][0], runs[close][1]
            index = close
        index += 1


def _markup(text: str, allowed: Collection[str]) -> set[int]:
    """Where tags begin that are complete: void, or opened and closed in this text."""
    kept: set[int] = set()
    opened: dict[str, list[int]] = {}
    for start in (found.start() for found in re.finditer("<", text)):
        if _ADDRESS.match(text, start, start + _LONGEST):
            kept.add(start)
        elif tag := _TAG.match(text, start, start + _LONGEST):
            _pair(tag, allowed, opened, kept)
    return kept


def _pair(
    tag: re.Match[str], allowed: Collection[str], opened: dict[str, list[int]], kept: set[int]
) -> None:
    closes, name = tag[1], tag[2].lower()
    if name not in allowed:
        return
    if name in VOID:
        kept.add(tag.start())
    elif not closes:
        opened.setdefault(name, []).append(tag.start())
    elif opened.get(name):
        kept.update((opened[name].pop(), tag.start()))
