"""Where a page mentions a term of the glossary for the first time, for hosts that link it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tiku.model import Glossary, Term

NOT_BEHIND = frozenset("不未非無无被")
"""They make another word of the term: 成立 and 不成立, 投訴人 and 被投訴人. It is looked at where a
term was found: in the pattern it would be compiled once a term."""


class Mentions:
    """Of one page, whose texts are handed in one after another."""

    def __init__(self, glossary: Glossary) -> None:
        self.terms = {term.term: term for term in glossary.terms}
        self.pattern = _any(tuple(self.terms))
        self.left = set(self.terms)

    def begin(self) -> None:
        """Another page."""
        self.left = set(self.terms)

    def split(self, text: str) -> Iterator[str | Term]:
        """The text in pieces, those that are such a mention as terms; nothing without one."""
        done = 0
        for match in self._found(text):
            if match[0] in self.left:
                self.left.remove(match[0])
                yield text[done : match.start()]
                yield self.terms[match[0]]
                done = match.end()
        if done:
            yield text[done:]

    def _found(self, text: str) -> Iterator[re.Match[str]]:
        at = 0
        while match := self.pattern.search(text, at):
            start, at = match.span()
            if text[start - 1 : start] in NOT_BEHIND:
                at = start + 1
            else:
                yield match


@lru_cache(maxsize=4)  # each page asks for those of the same glossary
def _any(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile("|".join(map(_whole, longest_first)) or "(?!)")


def _whole(term: str) -> str:
    """No part of a longer Latin word: KPI is not in KPIs, rate not in rated. It is looked at behind
    the first character: what begins with one of some characters is found twenty times as fast as
    what begins with a condition."""
    before = r"(?<![A-Za-z0-9].)" if term[:1].isascii() else ""
    behind = r"(?![A-Za-z0-9])" if term[-1:].isascii() else ""
    return f"{re.escape(term[:1])}{before}{re.escape(term[1:])}{behind}"
