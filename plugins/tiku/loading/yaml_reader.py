"""YAML text -> nodes that know their place; the only door to yaml.

Scalars stay text (`no`, `12:30`, `010` never change meaning). What YAML allows and a bank
does not need is refused here: aliases, tags, several documents, deep nesting, large files.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from sys import intern
from typing import TypeAlias

import yaml

from tiku.loading import yaml_errors
from tiku.loading.decoding import CONTROL, decoded
from tiku.loading.places import Places, shared
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.model.values import dataclass
from tiku.text.patterns import on_demand

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 20
UNSEEN_BREAK = on_demand("[\x85\u2028\u2029]")
"""Line ends to YAML 1.1 and to no editor: places would be wrong behind them."""

BLOCK_NUMBER = on_demand(r"[|>][-+]?\d")
COMMENT = on_demand(r"\s+#+([^\s#])?")

NOTHING_INSIDE: Mapping[int, Places] = {}

Node: TypeAlias = "Scalar | Sequence | Record"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text; `quoted` tells `""` from nothing written at all."""

    at: Place
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    at: Place
    items: list[Node] = field(default_factory=list)

    def places(self) -> Places:
        """Of the list and its items."""
        return _places(self.at, range(len(self.items)), self.items)


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping whose keys are text, in the order written."""

    at: Place
    keys: dict[str, Place] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    known: list[Places] = field(default_factory=list)
    """Its places, once they were asked for."""

    def places(self) -> Places:
        """Of the record, its values and its keys; when nothing is added to it any more."""
        if not self.known:
            keys = [self.keys.get(name, self.at) for name in self.values]
            names = shared(tuple(self.values))
            self.known.append(_places(self.at, names, self.values.values(), keys))
        return self.known[0]


def _places(
    at: Place, names: tuple[str, ...] | range, values: Iterable[Node], keys: Iterable[Place] = ()
) -> Places:
    parts = list(values)
    spots = array("I")
    for one in (at, *(part.at for part in parts), *keys):
        spots.extend((one.line, one.column))
    inside = {n: part.places() for n, part in enumerate(parts) if not isinstance(part, Scalar)}
    return Places(at.file, names, spots, inside or NOTHING_INSIDE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds: its root, if it could be read, and what was wrong."""

    root: Node | None
    problems: list[Problem]


def read(data: bytes | str, file: str, first_line: int = 1) -> Reading:
    """Read one YAML document; `first_line` is the line of `file` on which `data` begins."""
    text, problems = _decode(data, Place(file, first_line))
    if problems:
        return Reading(None, problems)
    builder = _Builder(file, first_line - 1, text.split("\n"))
    try:
        root = builder.build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        problem = yaml_errors.explain(error, text, file, first_line - 1)
        return Reading(None, [*builder.problems, problem])
    if root is None and not builder.problems:
        return Reading(None, [Problem("empty-file", Place(file, first_line))])
    return Reading(root, builder.problems)


def _decode(data: bytes | str, start: Place) -> tuple[str, list[Problem]]:
    """Text that is part of a page was decoded with it."""
    if len(data) > MAX_BYTES:
        size = f"{MAX_BYTES // 1024 // 1024} MiB"
        return "", [Problem("file-too-large", start, {"limit": size})]
    if isinstance(data, str):
        return UNSEEN_BREAK.sub(" ", CONTROL.sub(" ", data)), []
    text, problems = decoded(data, start)
    return UNSEEN_BREAK.sub(" ", text), problems


class _Stop(Exception):
    """The rest of the document is not looked at; the problem is noted."""


class _Builder:
    """Builds nodes from parser events without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, file: str, line_offset: int, lines: list[str]) -> None:
        self.file = file
        self.line_offset = line_offset
        self.lines = lines
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[Sequence | Record] = []
        self.key: list[str | None] = []
        self.two_in_one: Record | None = None
        """The record in which `id` came twice, most likely two questions without the dash between
        them: its other duplicate keys are not reported."""

    def build(self, events: Iterator[yaml.Event]) -> Node | None:
        try:
            for event in events:
                self._take(event)
        except _Stop:
            return None
        return self.root

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._start(event, Record(self._place(event)))
            case yaml.SequenceStartEvent():
                self._start(event, Sequence(self._place(event)))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
                self.key.pop()
            case yaml.AliasEvent():
                self._refuse("yaml-alias", event)
            case yaml.DocumentStartEvent() if self.root is not None:
                self._refuse("several-documents", event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        place = self._place(event)
        if event.style == '"' and CONTROL.search(event.value):  # where escapes can write one
            self.problems.append(Problem("bad-character", place))
        if event.style in ("|", ">") and not event.value and self._names_a_number(event):
            details = {"character": event.style}
            self.problems.append(Problem("needs-quotes", place, details))
        parent = self.open[-1] if self.open else None
        if isinstance(parent, Record) and self.key[-1] is None:
            self._key(parent, event.value, place)
        elif event.implicit[0] or event.implicit[1]:
            self._add(Scalar(place, event.value, quoted=not event.implicit[0]))
            if event.implicit[0] and self._is_cut(event):
                self.problems.append(Problem("text-after-hash", place, severity=Severity.WARNING))
        else:
            self._refuse("yaml-tag", event)

    def _names_a_number(self, event: yaml.ScalarEvent) -> bool:
        """`>5` is a block of text to YAML, and more than five to its author."""
        mark = event.start_mark
        assert mark is not None, "the C parser marks every event"
        return bool(BLOCK_NUMBER.match(self.lines[mark.line][mark.column :]))

    def _is_cut(self, event: yaml.ScalarEvent) -> bool:
        """A comment behind prose, or one that begins as no comment does: `登記 #1`."""
        end = event.end_mark
        assert end is not None, "the C parser marks every event"
        line = self.lines[end.line] if end.line < len(self.lines) else ""
        found = COMMENT.match(line[end.column :]) if "#" in line else None
        is_prose = not event.value.isascii() or " " in event.value
        return bool(found and (found[1] or is_prose))

    def _key(self, record: Record, key: str, place: Place) -> None:
        if key in record.keys:
            if record is not self.two_in_one:
                details = {"key": key, "first": record.keys[key].line}
                self.problems.append(Problem("duplicate-key", place, details))
            if key == "id":
                self.two_in_one = record
        else:
            record.keys[intern(key)] = place
        self.key[-1] = intern(key)

    def _start(self, event: yaml.CollectionStartEvent, node: Sequence | Record) -> None:
        if len(self.open) == MAX_DEPTH:
            self._refuse("too-deep", event, limit=MAX_DEPTH)
        if self.open and isinstance(self.open[-1], Record) and self.key[-1] is None:
            self._refuse("complex-key", event)
        if not event.implicit:
            self._refuse("yaml-tag", event)
        self._add(node)
        self.open.append(node)
        self.key.append(None)

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self.key[-1]
        assert key is not None
        parent.values.setdefault(key, node)
        self.key[-1] = None

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        self.problems.append(Problem(code, self._place(event), details))
        raise _Stop

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None, "the C parser marks every event"
        return Place(self.file, mark.line + 1 + self.line_offset, mark.column + 1)


def spans(text: str) -> dict[tuple[int, int], tuple[int, int]]:
    """(line, column) of each scalar, from 1 -> where it begins and ends in the text.

    Of a text that cannot be read to its end: what comes before.
    """
    found: dict[tuple[int, int], tuple[int, int]] = {}
    try:
        for event in yaml.parse(UNSEEN_BREAK.sub(" ", text), Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent):
                start, end = event.start_mark, event.end_mark
                assert start is not None, "the C parser marks every event"
                assert end is not None
                found[start.line + 1, start.column + 1] = (start.index, end.index)
    except yaml.YAMLError:
        pass
    return found
