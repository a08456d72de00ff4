"""The first mention of a glossary term on a page becomes a link that shows its definition."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from tiku.model import Glossary, Term
from tiku.rendering import prose

NOT_INSIDE = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "abbr", "th", "summary"}
NOT_BEHIND = "(?<![不未非無无被])"
"""They make another word of the term: 成立 and 不成立, 投訴人 and 被投訴人."""


class TermLinks(Treeprocessor):
    """Works through a page's tree."""

    def __init__(self, glossary: Glossary, page: str) -> None:
        super().__init__()
        self.page = page
        self.terms = {term.term: term for term in glossary.terms}
        longest_first = sorted(self.terms, key=len, reverse=True)
        words = "|".join(map(_whole, longest_first)) or "(?!)"
        self.pattern = re.compile(f"{NOT_BEHIND}(?:{words})")
        self.left: set[str] = set()

    def run(self, root: Element) -> None:
        """Called by Markdown, with the tree of a page."""
        self.left = set(self.terms)
        self._element(root)

    def _element(self, element: Element) -> None:
        if element.tag in NOT_INSIDE:
            return
        for child in list(element):
            self._element(child)
            self._tail(element, child)
        self._text(element)

    def _text(self, element: Element) -> None:
        before, found = self._split(element.text)
        if found:
            element.text = AtomicString(before)
            for position, link in enumerate(found):
                element.insert(position, link)

    def _tail(self, parent: Element, child: Element) -> None:
        before, found = self._split(child.tail)
        if found:
            child.tail = AtomicString(before)
            position = list(parent).index(child) + 1
            for offset, link in enumerate(found):
                parent.insert(position + offset, link)

    def _split(self, text: str | None) -> tuple[str, list[Element]]:
        """Text before the first link, and the links with the text behind each as tail."""
        before, done = "", 0
        found: list[Element] = []
        for match in self._mentions(text or ""):
            between = (text or "")[done : match.start()]
            if found:
                found[-1].tail = AtomicString(between)
            else:
                before = between
            found.append(_link(self.terms[match[0]], self.page))
            done = match.end()
        if found:
            found[-1].tail = AtomicString((text or "")[done:])
        return before, found

    def _mentions(self, text: str) -> Iterator[re.Match[str]]:
        for match in self.pattern.finditer(text):
            if match[0] in self.left:
                self.left.remove(match[0])
                yield match


def _link(term: Term, page: str) -> Element:
    definition = prose.plain(term.definition)
    attributes = {"class": "tiku-term", "href": f"tiku:{page}#{term.id}", "title": definition}
    link = Element("a", attributes)
    link.text = AtomicString(term.term)
    return link


def _whole(term: str) -> str:
    """No part of a longer Latin word: KPI is not in KPIs, rate not in rated."""
    before = r"(?<![A-Za-z0-9])" if term[:1].isascii() else ""
    behind = r"(?![A-Za-z0-9])" if term[-1:].isascii() else ""
    return f"{before}{re.escape(term)}{behind}"
