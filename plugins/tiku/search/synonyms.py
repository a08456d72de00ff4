"""What the glossary says is the same thing: its own terms, languages and aliases."""

from collections.abc import Iterator

from tiku.model import Glossary, Term
from tiku.search.destinations import other_names
from tiku.text.patterns import on_demand

BRACKETS = on_demand(r"[（(]([^（）()]+)[）)]")
"""An abbreviation behind its long form: key performance indicator (KPI)."""
QUALIFIED = on_demand(r"[（(][^（）()]*[\u3400-\u9fff][^（）()]*[）)]")
"""A name that means this only in some company, 申訴（對企業）, leads readers astray elsewhere."""
BETWEEN = on_demand("[;；,，、]")


TENS, ONES = ("", *"二三四五六七八九"), ("", *"一二三四五六七八九")


def numerals() -> list[tuple[str, ...]]:
    """Numbers from 11 to 99 as they are written in either way; 十 alone is part of many words."""
    return [
        (f"{ten + 1}{one}", f"{written}十{unit}")
        for ten, written in enumerate(TENS)
        for one, unit in enumerate(ONES)
        if written or unit
    ]


def groups(glossary: Glossary | None) -> list[tuple[str, ...]]:
    """The names of each term that has more than one."""
    terms = glossary.terms if glossary else ()
    found = [tuple(dict.fromkeys(filter(None, _names(term)))) for term in terms]
    return [names for names in found if len(names) > 1]


def _names(term: Term) -> Iterator[str]:
    for name in (term.term, *other_names(term)):
        if not QUALIFIED.search(name):
            pieces = [*BRACKETS.findall(name), BRACKETS.sub("", name)]
            yield from (part.strip() for piece in pieces for part in BETWEEN.split(piece))
