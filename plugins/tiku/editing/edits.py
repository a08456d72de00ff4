"""Edits of a file of banks as text: comments and layout stay byte for byte elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass

from tiku.editing.free_ids import free_id, taken_ids
from tiku.loading.yaml_reader import spans
from tiku.model import Library
from tiku.model.place import Place
from tiku.text.patterns import on_demand

LINE_END = on_demand(r"\r\n|\n|\r")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The text between two offsets becomes another."""

    start: int
    stop: int
    text: str


class Source:
    """A file's text, where its values stand, and the library it belongs to."""

    def __init__(self, name: str, text: str, library: Library) -> None:
        self.name = name
        self.text = text
        self.library = library
        self.spans = spans(text)
        self.taken = taken_ids(library)
        self.starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def offset(self, place: Place) -> int:
        """Of a place's character."""
        return self.starts[place.line - 1] + place.column - 1

    def take(self, prefix: str) -> str:
        """A free id, which is then taken."""
        name = free_id(prefix, self.taken)
        self.taken.add(name)
        return name

    def line(self, number: int) -> str:
        """A line with its end."""
        stop = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : stop]


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """A file's text after edits of a `Source` made from it; of two that touch, the first."""
    bare = text.removeprefix(BYTE_ORDER_MARK)
    return text[: len(text) - len(bare)] + applied(bare, edits)


def appended(text: str, lines: Iterable[str], column: int) -> tuple[str, int]:
    """The file with an item more at its end, whose keys stand in this column; its line."""
    indent = " " * (column - 3)
    item = "\n".join(f"{indent}  {line}".rstrip() for line in lines)
    above = f"{text.rstrip()}\n\n"
    return f"{above}{indent}- {item.lstrip()}\n", above.count("\n") + 1


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """In order, without those that touch an earlier one; they have their turn next time."""
    chosen: list[Edit] = []
    for edit in sorted(set(edits)):
        if (
            not chosen
            or edit.start > chosen[-1].stop
            or edit.start >= chosen[-1].stop > chosen[-1].start
        ):
            chosen.append(edit)
    return chosen


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after them; of two that touch, the first."""
    for edit in reversed(apart(edits)):
        text = text[: edit.start] + edit.text + text[edit.stop :]
    return text
