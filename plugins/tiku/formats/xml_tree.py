"""XML from strangers -> a tree that knows its lines; entities are refused, nothing is fetched."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tiku.formats.draft import Unreadable
from tiku.formats.source import Source
from tiku.model.place import Place

MAX_NODES = 600_000
MAX_DEPTH = 200


@dataclass(slots=True)
class Node:
    """An element: names without their namespace, which is kept beside."""

    tag: str
    space: str
    attributes: dict[str, str]
    line: int
    children: "list[Node | str]" = field(default_factory=list)

    def nodes(self, tag: str = "") -> "Iterator[Node]":
        """The elements right below, of one name."""
        return (
            child for child in self.children if isinstance(child, Node) and tag in ("", child.tag)
        )

    def first(self, *path: str) -> "Node | None":
        """The first element at a path of names."""
        node: Node | None = self
        for tag in path:
            node = next(node.nodes(tag), None) if node else None
        return node

    def all(self, *tags: str) -> "Iterator[Node]":
        """Every element below with one of these names, in order."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def text(self, *path: str) -> str:
        """All text of the first element at a path; empty where there is none."""
        node = self.first(*path)
        return "".join(node.strings()).strip() if node else ""

    def strings(self) -> Iterator[str]:
        """Every text below."""
        for child in self.children:
            if isinstance(child, Node):
                yield from child.strings()
            else:
                yield child

    def get(self, name: str, default: str = "") -> str:
        """An attribute."""
        return self.attributes.get(name, default)


def parse(source: Source) -> Node:
    """The root; `Unreadable` where it is no XML, or more than anybody writes by hand."""
    return _Builder(source).build()


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[Node] = []
        self.root: Node | None = None
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.EntityDeclHandler = self._entity

    def build(self) -> Node:
        try:
            self.parser.Parse(self.source.data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            line = getattr(error, "lineno", 1)
            raise Unreadable("bad-xml", self.source.place(line), why=_why(error)) from error
        if self.root is None:
            raise Unreadable("bad-xml", self.source.place(), why="")
        return self.root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MAX_NODES or len(self.open) > MAX_DEPTH:
            raise Unreadable("too-large", self._here(), limit=f"{MAX_NODES} / {MAX_DEPTH}")
        space, _, tag = name.rpartition(" ")
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = Node(tag, space, own, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _end(self, name: str) -> None:
        self.open.pop()

    def _data(self, text: str) -> None:
        self.open[-1].children.append(text)

    def _entity(self, *declared: object) -> None:
        raise Unreadable("entities", self._here())

    def _here(self) -> Place:
        return self.source.place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)


def _why(error: Exception) -> str:
    code = getattr(error, "code", None)
    return expat.ErrorString(code) or "" if isinstance(code, int) else str(error)
