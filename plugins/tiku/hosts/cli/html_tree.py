"""HTML of ours -> a tree to look things up in; scripts and styles are none of our pages'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
BLOCKS = frozenset(("p", "li", "div", "pre", "tr", "br", "blockquote", "ul", "ol", "table"))


@dataclass(slots=True)
class Node:
    """An element; `children` are elements and texts."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)

    def every(self, tag: str = "", named: str = "") -> Iterator[Node]:
        """Those below it with this tag and this class, in order."""
        for child in self.children:
            if isinstance(child, Node):
                if tag in ("", child.tag) and (not named or named in child.classes()):
                    yield child
                yield from child.every(tag, named)

    def first(self, tag: str = "", named: str = "") -> Node | None:
        """The first of these."""
        return next(self.every(tag, named), None)

    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def lines(self) -> list[str]:
        """What a reader reads, block by block."""
        return [line for part in self._text().split("\n") if (line := " ".join(part.split()))]

    def text(self) -> str:
        """The same as one."""
        return "\n".join(self.lines())

    def _text(self) -> str:
        inside = "".join(c if isinstance(c, str) else c._text() for c in self.children)
        return f"\n{inside}\n" if self.tag in BLOCKS else inside


def parse(html: str) -> Node:
    """The root holds everything."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.now = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, self.now)
        self.now.children.append(node)
        if tag not in VOID:
            self.now = node

    def handle_endtag(self, tag: str) -> None:
        node: Node | None = self.now
        while node is not None and node.tag != tag:
            node = node.parent
        if node is not None and node.parent is not None:
            self.now = node.parent

    def handle_data(self, data: str) -> None:
        self.now.children.append(data)
