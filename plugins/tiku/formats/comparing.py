"""Whether a question of a bank says what an import would write, however it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from tiku.formats.entry import Entry, Value
from tiku.formats.yaml_text import clean
from tiku.loading.entries import kind_by_shape
from tiku.loading.yaml_reader import Node, Record, Scalar
from tiku.loading.yaml_reader import Sequence as List

Reads = Callable[[str, bool], str]
"""A text, and whether it is shown in a line -> what a reader reads of it."""
THEIRS = frozenset(("objective", "difficulty", "tags", "title"))
"""What an import writes once and an editor may change."""
INHERITED = frozenset(
    ("syllabus", "basis", "jurisdiction", "as_of", "reviewed", "expires", "ignore")
)
"""What a question has of its case, where it does not say otherwise."""
IN_LINE = frozenset(("choices", "prompts", "why", "checklist"))
"""Whose texts are shown in a line."""
CHOOSING = frozenset(("single", "multiple"))
"""Kinds whose choices stand as they are written; all others are mixed."""


def as_written(text: str, in_line: bool) -> str:
    """Of formats that have an author's own text."""
    return clean(text).strip()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How texts are read, and the case above."""

    reads: Reads
    above: Record | None = None

    def differing(self, record: Record, entry: Entry) -> list[str]:
        """The keys that would be written otherwise."""
        return [key for key in entry.values if self._differs(key, record, entry)]

    def _differs(self, key: str, record: Record, entry: Entry) -> bool:
        node, value = record.values.get(key), entry.values[key]
        if key in THEIRS:
            return False
        if key == "kind" and node is None:
            return value != kind_by_shape(record).kind
        if key == "checklist" and node is not None and not _tells(entry, key):
            return self._differs("answer", record, entry)
        if key == "questions":
            return not self._same_entries(node, value, record)
        if node is None and key in INHERITED and self.above:
            node = self.above.values.get(key)
        kind = str(entry.values.get("kind", ""))
        return node is None or self._says(key, _plain(node), kind) != self._says(key, value, kind)

    def _same_entries(self, node: Node | None, value: Value, record: Record) -> bool:
        """In whatever order: a workbook has them by their kinds."""
        inner = replace(self, above=record)
        nodes = node.items if isinstance(node, List) else []
        by_id = {str(_plain(own.values.get("id"))): own for own in nodes if isinstance(own, Record)}
        entries = {own.id: own for own in value if isinstance(own, Entry)}
        return by_id.keys() == entries.keys() and not any(
            inner.differing(by_id[name], own) for name, own in entries.items()
        )

    def _says(self, key: str, value: object, kind: str) -> object:
        """The same for whatever says the same."""
        if key == "answer" and kind == "numeric":
            return _measure(value)
        if isinstance(value, dict):
            told = [(own, self._says(key, text, kind)) for own, text in value.items()]
            return told if key == "choices" and kind in CHOOSING else sorted(told, key=str)
        if isinstance(value, list):
            listed = [str(one).strip() for one in value]
            return listed if kind == "ordering" else sorted(listed)
        text = str(value)
        return (
            [text.strip()]
            if key == "answer" and kind != "open"
            else self.reads(text, key in IN_LINE)
        )


def _plain(node: object) -> object:
    """A node as what is to be written has it."""
    if isinstance(node, Record):
        return {own: _plain(value) for own, value in node.values.items()}
    if isinstance(node, List):
        return [_plain(one) for one in node.items]
    return node.text if isinstance(node, Scalar) else ""


def _measure(value: object) -> Sequence[tuple[str, object]]:
    """A number may be written by itself; nothing is as far off as zero."""
    told: Mapping[str, object] = value if isinstance(value, dict) else {"value": value}
    parts = ((own, _number(str(text).strip())) for own, text in told.items())
    return sorted((own, part) for own, part in parts if (own, part) != ("tolerance", "0"))


def _number(text: str) -> str:
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text


def _tells(entry: Entry, name: str) -> bool:
    """Whether the file says it in a field of its own."""
    return entry.draft is not None and name in entry.draft.ours
