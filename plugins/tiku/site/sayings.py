"""Our own words on pages, where an edition says them otherwise than converting makes them."""

from collections.abc import Iterator, Mapping
from functools import cache

from tiku.locales.catalogue import AUTHORITY, Tree, load
from tiku.text.mainland import Mainland
from tiku.text.patterns import on_demand

FILLED = on_demand(r"\{[A-Za-z_]\w*\}")
ON_PAGES = frozenset(
    {
        "labels",
        "question",
        "page",
        "a-z",
        "bank",
        "exam",
        "exams",
        "faq",
        "glossary",
        "tools",
        "flows",
        "metrics",
        "practice",
        "progress",
        "sources",
        "write",
        "importing",
        "download",
        "lost",
    }
)
"""Tables of the catalogue that templates write; those of scripts are modules of their own."""
SHORTEST = 4
"""Characters from which a text is ours wherever it stands."""


@cache
def sayings(language: str) -> Mapping[str, str]:
    """A part of a text between what fills it -> what the language says in its place."""
    convert = Mainland()
    pairs = _parts(*(_only_pages(load(name).tree) for name in (AUTHORITY, language)))
    return {
        ours: theirs for ours, theirs in pairs if len(ours) >= SHORTEST and theirs != convert(ours)
    }


def _only_pages(tree: Tree) -> Tree:
    return {name: node for name, node in tree.items() if name in ON_PAGES}


def _parts(ours: Tree, theirs: Tree) -> Iterator[tuple[str, str]]:
    for name, node in ours.items():
        other = theirs[name]
        if isinstance(node, str) and isinstance(other, str):
            both = FILLED.split(node), FILLED.split(other)
            if len(both[0]) == len(both[1]):
                yield from zip(*both, strict=True)
        elif isinstance(node, Mapping) and isinstance(other, Mapping):
            yield from _parts(node, other)
