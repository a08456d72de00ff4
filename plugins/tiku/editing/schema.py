"""The model -> JSON Schema (draft-07), for editors that complete and check YAML while one types.

One `if`/`then` a kind, so that a mistake is told once; no `$ref`, whose titles would turn up
among the completions.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from tiku import model
from tiku.loading.layout import HELD
from tiku.loading.scalars import ADDRESS, BOOLEANS, ID, REFERENCE
from tiku.locales.catalogue import Words, languages
from tiku.model import KINDS, ChoiceQuestion, Entry, Item, Question
from tiku.model.fields import (
    AnyItem,
    ListOf,
    MapOf,
    OneOf,
    RecordOf,
    Scalar,
    Shape,
    fields_of,
    own_fields,
)
from tiku.model.problem import Severity
from tiku.rules import severity_of

Schema: TypeAlias = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
REQUIRED: Mapping[type[Entry], tuple[str, ...]] = {
    model.Bank: ("topic", "title", "questions"),
    Question: ("id", "stem", "answer"),
    ChoiceQuestion: ("id", "stem", "choices", "answer"),
    model.Case: ("id", "title", "material", "questions"),
    model.Source: ("id", "title"),
    model.Term: ("id", "term", "definition"),
    model.Faq: ("id", "question", "answer"),
    model.Asked: ("see", "asked"),
    model.NumericAnswer: ("value",),
    model.Clause: ("see", "fingerprint"),
}
TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""`title: 2018` is text to us, and a number to YAML."""
SCALARS: Mapping[object, Schema] = {
    str: TEXT,
    model.Prose: TEXT,
    model.Id: {"type": ["string", "number"], "pattern": f"^{ID.pattern}$"},
    model.Reference: {"type": "string", "pattern": f"^{REFERENCE.pattern}$"},
    model.Language: {"type": "string", "enum": list(languages())},
    model.Address: {"type": "string", "pattern": f"^{ADDRESS.pattern}$"},
    bool: {"enum": [True, False, *(word for word in BOOLEANS if not word.isascii())]},
    int: {"type": ["integer", "string"], "pattern": r"^\d+$"},
    Decimal: {"type": ["number", "string"], "pattern": r"^-?[\d,]*\.?\d+$"},
    model.Points: {"type": ["number", "string"], "pattern": r"^-?[\d,]*\.?\d+$"},
    date: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
}


def as_json(name: str, words: Words) -> str:
    """Of one of `layout.HELD`, to be written to a file."""
    return json.dumps(schema(name, words), ensure_ascii=False, indent=1) + "\n"


def schema(name: str, words: Words) -> Schema:
    """Of one of `layout.HELD`, with descriptions in a language."""
    return {"$schema": DRAFT, **_Schemas(words).record(HELD[name])}


class _Schemas:
    """Schemas whose descriptions are in one language."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def record(self, cls: type[Entry]) -> Schema:
        """Exactly these keys."""
        return {
            "type": "object",
            "properties": dict(self._properties(cls)),
            "required": list(_required(cls)),
            "additionalProperties": False,
        }

    def _properties(self, cls: type[Entry]) -> Iterator[tuple[str, Schema]]:
        for field in fields_of(cls):
            value = self._ignorable() if field.name == "ignore" else self._value(field.shape)
            yield field.name, {**value, "description": self.words(field.key)}

    def _ignorable(self) -> Schema:
        """The codes that are no errors, each with a reason."""
        known = self.words.tree["messages"]
        codes = [code for code in known if severity_of(code) is not Severity.ERROR]
        return {"type": "object", "propertyNames": {"enum": codes}, "additionalProperties": TEXT}

    def _value(self, shape: Shape) -> Schema:
        match shape:
            case Scalar(type=kind):
                return dict(SCALARS[kind])
            case OneOf(words=known):
                return {"type": "string", "enum": list(known)}
            case ListOf(shape=one):
                return _list(self._value(one))
            case MapOf(shape=one):
                return _mapping(self._value(one))
            case RecordOf(cls=cls):
                return _with_shorthand(cls, self.record(cls))
            case AnyItem():
                return self._item(nested=False)

    def _item(self, nested: bool) -> Schema:
        """What every kind has, the names of what some have, then what each allows of them."""
        kinds = {name: cls for name, cls in KINDS.items() if not (nested and cls is model.Case)}
        own = {name: dict(self._own(cls)) for name, cls in kinds.items()}
        some = {key: value for values in own.values() for key, value in values.items()}
        named = {key: {"description": self._described(key, own)} for key in some}
        kind = {"enum": list(kinds), "description": self._kinds(kinds)}
        shared = dict(self._properties(Item))
        return {
            "type": "object",
            "properties": {"id": shared["id"], "kind": kind, **named, **shared},
            "required": ["id"],
            "additionalProperties": False,
            "allOf": [
                *(_if_kind(name, own[name], _required(cls), some) for name, cls in kinds.items()),
                *_if_no_kind(own),
            ],
        }

    def _own(self, cls: type[Item]) -> Iterator[tuple[str, Schema]]:
        """What not every item has; a case's questions are no cases, which ends the recursion."""
        for field in own_fields(cls):
            inside = cls is model.Case and field.name == "questions"
            value = _list(self._item(nested=True)) if inside else self._value(field.shape)
            yield field.name, {**value, "description": self.words(field.key)}

    def _described(self, key: str, own: Mapping[str, Schema]) -> str:
        """What is said of a key; where the kinds differ, each by its name."""
        told: dict[str, list[str]] = {}
        for kind, values in own.items():
            if key in values:
                name = self.words(f"labels.kinds.{kind}")
                told.setdefault(values[key]["description"], []).append(name)
        if len(told) == 1:
            return next(iter(told))
        some = "reference.some-kinds"
        return "\n\n".join(self.words(some, kinds=k, text=text) for text, k in told.items())

    def _kinds(self, kinds: Mapping[str, type[Item]]) -> str:
        names = [f"{name} {self.words(f'labels.kinds.{name}')}" for name in kinds]
        return self.words("reference.kind", kinds=names)


def _required(cls: type[Entry]) -> tuple[str, ...]:
    return next((REQUIRED[parent] for parent in cls.__mro__ if parent in REQUIRED), ())


def _list(one: Schema) -> Schema:
    """A list of one may be written without brackets; what it may be is then checked by tiku."""
    kinds = one.get("type", "string")
    single = [kinds] if isinstance(kinds, str) else list(kinds)
    return {"type": ["array", *(kind for kind in single if kind != "object")], "items": one}


def _mapping(one: Schema) -> Schema:
    names = {"pattern": f"^{ID.pattern}$"}
    return {"type": "object", "propertyNames": names, "additionalProperties": one}


def _with_shorthand(cls: type[Entry], record: Schema) -> Schema:
    if hasattr(cls, "shorthand"):
        return {**record, "type": ["object", "number", "string"]}
    return record


def _if_kind(name: str, own: Schema, required: tuple[str, ...], some: Schema) -> Schema:
    others: Schema = {key: False for key in some if key not in own}
    written = {"properties": {"kind": {"const": name}}, "required": ["kind"]}
    then = {"properties": {**own, **others}, "required": list(required)}
    return {"if": written, "then": then}


def _if_no_kind(own: Mapping[str, Schema]) -> Iterator[Schema]:
    """As loading tells the kind by the shape: choices, or a case's material."""
    for shape, kind in (("choices", "multiple"), ("material", "case")):
        if kind in own:
            written = {"not": {"required": ["kind"]}, "required": [shape]}
            then = {"properties": own[kind], "required": list(_required(KINDS[kind]))}
            yield {"if": written, "then": then}
