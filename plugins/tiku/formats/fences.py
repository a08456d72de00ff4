"""Where code stands in Markdown: what is in a fence is a sample and no question."""

import re
from collections.abc import Iterator

FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
FRONT = "---"


def lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """(number, line, whether it is code), without the front matter."""
    every = text.split("\n")
    start = _after_front(every)
    fence = ""
    for number, line in enumerate(every[start:], start + 1):
        found = FENCE.match(line)
        if found and not fence:
            fence = found[1]
            yield number, line, True
        elif fence:
            closes = line.strip().startswith(fence) and not line.strip().strip(fence[0])
            yield number, line, True
            fence = "" if closes else fence
        else:
            yield number, line, False


def _after_front(every: list[str]) -> int:
    if every and every[0].strip() == FRONT:
        for at, line in enumerate(every[1:], 1):
            if line.strip() in (FRONT, "..."):
                return at + 1
    return 0
