"""A page's tree, where Markdown is done with it and no table of contents was made yet.

Headings of ours are put in as text and all else as marks: neither Markdown nor another extension
reads what authors of banks wrote.
"""

from collections.abc import Iterator, Set
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from tiku.hosts.markdown.points import name_points
from tiku.site.additions import Additions
from tiku.site.build import Page
from tiku.site.generated import Heading, Part
from tiku.text.patterns import on_demand

HEADING = on_demand("h[1-6]")
OWN_ID = on_demand(r"(?<![ \t])[ \t]+\{#([^\s{}]+)\}[ \t]*$")
RESERVED = on_demand("[\x02\x03]")
"""By Markdown, for what it set aside."""


class PageTree(Treeprocessor):
    """A generated page, or the headings of one written by hand, before contents are made."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page
        self.named: set[str] = set()
        """The ids that its author gave."""

    def run(self, root: Element) -> None:
        """Called by Markdown, with the tree of a page."""
        if made := self.page.made:
            root[:] = [_element(self.md, self.page, part) for part in made.parts]
            return
        for heading in filter(_is_heading, root):
            _named(heading)
        if self.page.additions.check:
            title = self.page.build.words("page.self-check")
            root.append(_heading(Heading(2, title, "self-check")))
        self.named = {heading.get("id", "") for heading in filter(_is_heading, root)}


class AddedToPage(Treeprocessor):
    """What belongs to a page written by hand, once every heading has its id; `quizzes`: what
    stands for a fence's in the tree."""

    def __init__(self, tree: PageTree, quizzes: Set[str]) -> None:
        super().__init__(tree.md)
        self.tree, self.page, self.quizzes = tree, tree.page, quizzes

    def run(self, root: Element) -> None:
        """Called by Markdown, with the tree of a page."""
        if not self.page.made:
            if self.page.is_policy:
                name_points(root, self.tree.named)
            root[:] = self._accompanied(list(root))

    def _accompanied(self, elements: list[Element]) -> Iterator[Element]:
        """Behind each clause what rests on it, below the first heading the card."""
        added = self.page.additions
        card, clause, draws = added.card, "", False
        for element in elements:
            if _is_heading(element) and self._begins(element.get("id", ""), clause, added):
                yield from map(self._element, added.behind(clause, draws))
                clause, draws = element.get("id", ""), False
            draws = draws or self._draws(element)
            yield element
            if card and _is_heading(element):
                yield self._element(card)
                card = None
        yield from map(self._element, added.behind(clause, draws))
        if added.check:
            yield self._element(added.check)

    def _begins(self, name: str, clause: str, added: Additions) -> bool:
        """A clause that was named goes on below headings that were not."""
        known = (self.tree.named, added.forms, added.questions, added.steps)
        return any(name in names for names in known) or clause not in self.tree.named

    def _draws(self, element: Element) -> bool:
        return bool(self.quizzes) and any(text in self.quizzes for text in _texts(element))

    def _element(self, part: Part) -> Element:
        return _element(self.tree.md, self.page, part)


def _element(md: Markdown, page: Page, part: Part) -> Element:
    if isinstance(part, Heading):
        return _heading(part)
    mark = page.part(part)
    paragraph = Element("p")
    paragraph.text, paragraph.tail = md.htmlStash.store(mark), "\n"
    return paragraph


def _texts(element: Element) -> Iterator[str]:
    return (text.strip() for text in element.itertext())


def _is_heading(element: Element) -> bool:
    return bool(HEADING.fullmatch(element.tag))


def _named(heading: Element) -> None:
    """`## Title {#id}` where no attr_list has seen to it."""
    last = heading[-1] if len(heading) else None
    text = (last.tail if last is not None else heading.text) or ""
    found = None if heading.get("id") else OWN_ID.search(text)
    if found:
        heading.set("id", found[1])
        if last is not None:
            last.tail = text[: found.start()]
        else:
            heading.text = text[: found.start()]


def _heading(heading: Heading) -> Element:
    element = Element(f"h{heading.level}", {"id": heading.id} if heading.id else {})
    text = RESERVED.sub("", heading.text).replace("&", f"{AMP_SUBSTITUTE}amp;")
    element.text, element.tail = AtomicString(text), "\n"
    return element
