"""A question of the model -> the entry of a bank that says the same."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal

from tiku.formats.entry import Entry, Value, Word
from tiku.model import Case, Item, Single
from tiku.model import Entry as ModelEntry

FIRST = ("id", "kind", "title", "material", "stem", "prompts", "choices", "answer", "checklist")
"""How people read a question; the rest comes in the order of the model."""


def entry_of(item: Item, within: str = "") -> Entry:
    """`within`: the case that it belongs to, which its id begins with."""
    written = dict(_values(item))
    written["id"] = Word(item.id.removeprefix(f"{within}/"))
    written["kind"] = Word(item.kind)
    if isinstance(item, Single) and len(item.answer) == 1:
        written["answer"] = Word(item.answer[0])
    if isinstance(item, Case):
        written["questions"] = [entry_of(question, item.id) for question in item.questions]
    order = [*FIRST, *(key for key in written if key not in FIRST)]
    return Entry({key: written[key] for key in order if key in written})


def _values(entry: ModelEntry) -> Iterator[tuple[str, Value]]:
    for field in fields(entry):
        value = getattr(entry, field.name)
        if field.name not in ("origin", "questions") and value not in (None, "", (), {}):
            yield field.name, _value(value)


def _value(value: object) -> Value:
    match value:
        case bool():
            return Word(str(value).lower())
        case Decimal() | date() | int():
            return Word(f"{value:f}" if isinstance(value, Decimal) else str(value))
        case tuple():
            return [str(one) for one in value]
        case Mapping():
            return {own: _text(text) for own, text in value.items()}
        case ModelEntry():
            return {key: _text(text) for key, text in _values(value)}
    return str(value)


def _text(value: object) -> str:
    text = _value(value)
    assert isinstance(text, str), "maps of the model hold texts and numbers"
    return text
