"""The model and the catalogue -> the reference for editors, in Markdown, in one language."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from tiku import model
from tiku.loading.layout import HELD
from tiku.locales.catalogue import Words
from tiku.model import KINDS, Entry, Item
from tiku.model.fields import (
    AnyItem,
    Field,
    ListOf,
    MapOf,
    OneOf,
    RecordOf,
    Scalar,
    Shape,
    fields_of,
    own_fields,
)
from tiku.rules import severity_of

TAKES: Mapping[object, str] = {
    str: "text",
    bool: "boolean",
    int: "whole",
    model.Prose: "prose",
    model.Id: "id",
    model.Language: "language",
    model.Reference: "reference",
    model.Address: "address",
    Decimal: "number",
    model.Points: "number",
    date: "date",
}
"""What a field holds -> its name below `reference.takes` in the catalogue."""
ELSEWHERE: Mapping[str, type[Entry]] = {
    "policy": model.Policy,
    "asking": model.Asking,
    "quiz": model.Draw,
    "placed": model.Placed,
}
"""What is written in pages, not in files of banks."""


def field_tables(words: Words) -> str:
    """Every field of every file: name, what it takes, what it is for."""
    held = {**HELD, **ELSEWHERE}
    files = words.group("reference.files").items()
    parts = [f"## {title}\n\n{_tables(held[name], words)}" for name, title in files]
    kinds = [_kind(kind, words) for kind in KINDS]
    common = f"### {words('reference.common')}\n\n{_table(fields_of(Item), words)}"
    parts.insert(1, "\n".join([f"## {words('reference.question')}\n", common, *kinds]))
    return "\n".join(parts)


def problem_table(words: Words) -> str:
    """Every code: how badly, what is said, what would be right."""
    rows = (
        f"| `{code}` | {words(f'reference.severity.{severity_of(code)}')} "
        f"| {literal(texts['text'])} | {literal(texts['hint'])} |"
        for code, texts in messages(words).items()
    )
    return "\n".join([*_head(words.several("reference.problems")), *rows]) + "\n"


def messages(words: Words) -> Mapping[str, Mapping[str, str]]:
    """Code -> its `text` and `hint`, not filled in."""
    return {code: words.group(f"messages.{code}") for code in words.tree["messages"]}


def literal(text: str) -> str:
    """Text that Markdown, and a table in it, shows as it is."""
    return "".join(f"\\{c}" if c in "|*[" else c for c in text)


def _kind(kind: str, words: Words) -> str:
    title = f"### {words(f'labels.kinds.{kind}')} `{kind}`"
    return f"{title}\n\n{_table(own_fields(KINDS[kind]), words)}"


def _tables(cls: type[Entry], words: Words) -> str:
    return "\n".join(_table(fields_of(one), words) for one in _with_records(cls))


def _with_records(cls: type[Entry]) -> Iterator[type[Entry]]:
    """What a file holds, and the records in it; one with a shorthand is told where it stands."""
    yield cls
    for field in fields_of(cls):
        shape = field.shape.shape if isinstance(field.shape, ListOf | MapOf) else field.shape
        if isinstance(shape, RecordOf) and not hasattr(shape.cls, "shorthand"):
            yield from _with_records(shape.cls)


def _table(fields: Sequence[Field], words: Words) -> str:
    rows = [f"| `{f.name}` | {_taken(f.shape, words)} | {words(f.key)} |" for f in fields]
    return "\n".join([*_head(words.several("reference.fields")), *rows]) + "\n"


def _head(columns: list[str]) -> list[str]:
    return [f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]


def _taken(shape: Shape, words: Words) -> str:
    match shape:
        case Scalar(type=kind):
            return words(f"reference.takes.{TAKES[kind]}")
        case OneOf(words=known):
            return words.join(f"`{word}`" for word in known)
        case ListOf(shape=RecordOf()):
            return words("reference.list-below")
        case ListOf(shape=one):
            return words("reference.list", of=_taken(one, words))
        case MapOf(shape=one):
            return words("reference.map", of=_taken(one, words))
        case RecordOf(cls=cls):
            return words.join(f"`{field.name}`" for field in fields_of(cls))
        case AnyItem():
            return words("reference.takes.item")
