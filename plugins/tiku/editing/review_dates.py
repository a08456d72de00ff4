"""The day on which an entry was looked at, written into its file; all else stays byte for byte."""

from collections.abc import Iterable
from datetime import date

from tiku.editing.edits import BYTE_ORDER_MARK, Edit, Source, rewritten
from tiku.model import Library
from tiku.model.clause_changes import Reviewed

BEFORE = "sources"
"""The key above which a new stamp is written."""


def stamped(name: str, text: str, entries: Iterable[Reviewed], day: date) -> str:
    """The file with `reviewed` of these entries set to a day."""
    source = Source(name, text.removeprefix(BYTE_ORDER_MARK), Library())
    return rewritten(text, [_edit(source, entry, day.isoformat()) for entry in entries])


def _edit(source: Source, entry: Reviewed, day: str) -> Edit:
    if entry.reviewed:
        place = entry.origin.place("reviewed")
        return Edit(*source.spans[place.line, place.column], day)
    start = source.offset(entry.origin.place())
    if source.text[start] == "{":
        return Edit(start + 1, start + 1, f"reviewed: {day}, ")
    key = entry.origin.key(BEFORE) or entry.origin.place()
    at = source.offset(key)
    return Edit(at, at, f"reviewed: {day}\n{' ' * (key.column - 1)}")
