"""Bytes of a file -> text without what no editor shows, and where that stood."""

from collections.abc import Iterator

from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.patterns import on_demand

CONTROL = on_demand(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]"
)
"""What YAML calls not printable: the C0 and C1 controls, and code points that are no characters;
and the two signs that turn text round, so that it is read otherwise than it is written."""
LINE_END = on_demand(r"\r\n|\r|\n")


def decoded(data: bytes, start: Place) -> tuple[str, list[Problem]]:
    """`start`: where the bytes begin; with problems the text is not to be relied on."""
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", errors="replace")
        line, column = before.count("\n"), len(before) - before.rfind("\n")
        return "", [Problem("not-utf8", Place(start.file, start.line + line, column))]
    return text, list(_controls(text, start)) if CONTROL.search(text) else []


def _controls(text: str, start: Place) -> Iterator[Problem]:
    """The first of each line."""
    for number, line in enumerate(LINE_END.split(text)):
        if found := CONTROL.search(line):
            place = Place(start.file, start.line + number, found.start() + 1)
            yield Problem("bad-character", place)
