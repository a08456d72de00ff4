"""A form or a letter of a page, from its Markdown to lines that can be pasted anywhere.

A row of a table becomes `name：what is to be filled in`; quotes lose their marks, and what only
decorates is left out.
"""

import re
from collections.abc import Iterator

from tiku.text.patterns import on_demand

QUOTE = on_demand(r"^ {0,3}> ?")
HEADING = on_demand(r"^ {0,3}#{1,6}[ \t]")
FENCE = on_demand(r"^[ \t]*(`{3,}|~{3,})")
RULER = on_demand(r"^[\s|:-]+$")
LINK = on_demand(r"\[([^\]\n]{1,200})\]\([^()\s]{1,300}\)")
STRONG = on_demand(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
CODE = on_demand(r"`([^`\n]{1,200})`")
BETWEEN = "："


def as_lines(markdown: str) -> str:
    """The text of a section, without its heading."""
    lines = (QUOTE.sub("", line) for line in _unfenced(markdown.splitlines()))
    told = [_plain(line) for line in _rows(list(lines))]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(told)).strip()


def _unfenced(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        if FENCE.match(line):
            inside = not inside
        elif not inside and not HEADING.match(line):
            yield line.rstrip()


def _rows(lines: list[str]) -> Iterator[str]:
    """A table's head names its columns, which a line shows by itself."""
    for at, line in enumerate(lines):
        if not line.lstrip().startswith("|"):
            yield line
        elif not RULER.match(line) and not (at + 1 < len(lines) and _is_ruler(lines[at + 1])):
            *names, last = [cell.strip() for cell in line.strip().strip("|").split("|")]
            yield BETWEEN.join(part for part in (" ".join(names), last) if part)


def _is_ruler(line: str) -> bool:
    return line.lstrip().startswith("|") and bool(RULER.match(line))


def _plain(line: str) -> str:
    return CODE.sub(r"\1", STRONG.sub(r"\2", LINK.sub(r"\1", line)))
