"""The first mention of a glossary term on a page becomes a link that shows its definition."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from tiku.hosts.mentions import Mentions
from tiku.model import Glossary, Term
from tiku.rendering import prose

NOT_INSIDE = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "abbr", "th", "summary"}


class TermLinks(Treeprocessor):
    """Works through a page's tree; `page`: where terms are explained."""

    def __init__(self, glossary: Glossary, page: str) -> None:
        super().__init__()
        self.page, self.mentions = page, Mentions(glossary)

    def run(self, root: Element) -> None:
        """Called by Markdown, with the tree of a page."""
        self.mentions.begin()
        self._element(root)

    def _element(self, element: Element) -> None:
        if element.tag in NOT_INSIDE:
            return
        for child in list(element):
            self._element(child)
            if child.tail:
                self._tail(element, child)
        if element.text:
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
        before = ""
        found: list[Element] = []
        for piece in self.mentions.split(text or ""):
            if isinstance(piece, Term):
                found.append(_link(piece, self.page))
            elif found:
                found[-1].tail = AtomicString(piece)
            else:
                before = piece
        return before, found


def _link(term: Term, page: str) -> Element:
    definition = prose.plain(term.definition)
    attributes = {"class": "tiku-term", "href": f"tiku:{page}#{term.id}", "title": definition}
    link = Element("a", attributes)
    link.text = AtomicString(term.term)
    return link
