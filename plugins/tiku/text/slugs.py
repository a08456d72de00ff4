"""The ids that a site gives headings without one, by the rules of Python-Markdown's own `toc`."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from unicodedata import normalize

from tiku.text.patterns import on_demand

LINK = on_demand(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*\)|\[[^\[\]]*\])")
EMPHASIS = on_demand(r"(?<!\w)(_{1,3})(?=\S)([^_]+)(?<=\S)\1(?!\w)")
TAG = on_demand(r"<[^<>]*>")
COUNTED = on_demand(r"(.*)_([0-9]+)", re.DOTALL)


def slugs(headings: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """The id of each of (title as Markdown, own id), in the order of a page."""
    listed = list(headings)
    used = {own for _, own in listed if own}
    taken: dict[str, int] = {}
    for title, own in listed:
        yield own or _unused(slug(title), used, taken)


def slug(title: str) -> str:
    """`## Status *codes*` -> status-codes; nothing is left of Chinese."""
    shown = EMPHASIS.sub(r"\2", unescape(TAG.sub("", LINK.sub(r"\1", title))))
    letters = normalize("NFKD", shown).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", letters).strip().lower())


def _unused(name: str, used: set[str], taken: dict[str, int]) -> str:
    """`taken`: name -> how many numbers from 1 on it has used up, tried but once."""
    if not name or name in used:
        counted = COUNTED.fullmatch(name)
        base, number = (counted[1], int(counted[2])) if counted else (name, 0)
        goes_on = number <= taken.get(base, 0)
        number = taken.get(base, 0) if goes_on else number
        while f"{base}_{number + 1}" in used:
            number += 1
        name = f"{base}_{number + 1}"
        if goes_on:
            taken[base] = number + 1
    used.add(name)
    return name
