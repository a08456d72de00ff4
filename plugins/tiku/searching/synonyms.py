"""What the glossary says is the same thing: its own terms, languages and aliases."""

import re
from collections.abc import Iterator

from tiku.model import Glossary, Term
from tiku.searching.destinations import other_names

BRACKETS = re.compile(r"[（(]([^（）()]+)[）)]")
"""An abbreviation behind its long form: key performance indicator (KPI)."""
BETWEEN = re.compile(r"[/／;；,，、]")


def groups(glossary: Glossary | None) -> list[tuple[str, ...]]:
    """The names of each term that has more than one."""
    found = [tuple(dict.fromkeys(_names(term))) for term in glossary.terms] if glossary else []
    return [names for names in found if len(names) > 1]


def _names(term: Term) -> Iterator[str]:
    for name in (term.term, *other_names(term)):
        for bracketed in BRACKETS.findall(name):
            yield from (part.strip() for part in BETWEEN.split(bracketed))
        yield from (part.strip() for part in BETWEEN.split(BRACKETS.sub("", name)) if part.strip())
