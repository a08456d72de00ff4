"""The model -> JSON Schema (draft-07), for editors that complete and check YAML while one types.

One `if`/`then` a kind, so that a mistake is told once; no `$ref`, whose titles would turn up
among the completions.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from tiku import model
from tiku.editing.reference import said
from tiku.loading.scalars import ADDRESS, BOOLEANS, ID, REFERENCE
from tiku.locales.catalogue import AUTHORITY, load
from tiku.locales.words import KINDS as KIND_NAMES
from tiku.model import KINDS, ChoiceQuestion, Entry, Item, Question
from tiku.model.problem import Severity
from tiku.rules import severity_of

Schema: TypeAlias = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FILES: Mapping[str, type[Entry]] = {
    "bank": model.Bank,
    "sources": model.SourceList,
    "glossary": model.Glossary,
    "faq": model.FaqList,
    "asked": model.AskedList,
    "vocabulary": model.Vocabulary,
    "scoring": model.ScoringList,
    "metrics": model.MetricList,
    "exam": model.Exam,
    "clauses": model.ClauseList,
}
"""Name of a schema -> what such a file holds."""
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
    model.Address: {"type": "string", "pattern": f"^{ADDRESS.pattern}$"},
    bool: {"enum": [True, False, *(word for word in BOOLEANS if not word.isascii())]},
    int: {"type": ["integer", "string"], "pattern": r"^\d+$"},
    Decimal: {"type": ["number", "string"], "pattern": r"^-?[\d,]*\.?\d+$"},
    model.Points: {"type": ["number", "string"], "pattern": r"^-?[\d,]*\.?\d+$"},
    date: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
}


def schema(name: str) -> Schema:
    """Of one of FILES."""
    return {"$schema": DRAFT, **_record(FILES[name])}


def as_json(name: str) -> str:
    """Of one of FILES, to be written to a file."""
    return json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n"


def _record(cls: type[Entry]) -> Schema:
    """Exactly these keys."""
    return {
        "type": "object",
        "properties": dict(_properties(cls)),
        "required": list(_required(cls)),
        "additionalProperties": False,
    }


def _required(cls: type[Entry]) -> tuple[str, ...]:
    return next((REQUIRED[parent] for parent in cls.__mro__ if parent in REQUIRED), ())


def _properties(cls: type[Entry]) -> Iterator[tuple[str, Schema]]:
    hints = get_type_hints(cls)
    for field in fields(cls):
        if field.name != "origin":
            value = _ignorable() if field.name == "ignore" else _value(hints[field.name])
            yield field.name, {**value, "description": said(cls, field.name)}


def _ignorable() -> Schema:
    """The codes that are no errors, each with a reason."""
    known = load(AUTHORITY).tree["messages"]
    codes = [code for code in known if severity_of(code) is not Severity.ERROR]
    return {"type": "object", "propertyNames": {"enum": codes}, "additionalProperties": TEXT}


def _value(annotation: Any) -> Schema:  # noqa: ANN401 -- an annotation is any object
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in SCALARS:
        return dict(SCALARS[annotation])
    if annotation is Item:
        return _item(nested=False)
    if origin is Literal:
        return {"type": "string", "enum": list(arguments)}
    if origin is tuple:
        return _list(_value(arguments[0]))
    if NoneType in arguments:
        return _value(next(a for a in arguments if a is not NoneType))
    if origin is not None:
        return _mapping(_value(arguments[1]))
    return _with_shorthand(annotation)


def _list(one: Schema) -> Schema:
    """A list of one may be written without brackets; what it may be is then checked by tiku."""
    kinds = one.get("type", "string")
    single = [kinds] if isinstance(kinds, str) else list(kinds)
    return {"type": ["array", *(kind for kind in single if kind != "object")], "items": one}


def _mapping(one: Schema) -> Schema:
    names = {"pattern": f"^{ID.pattern}$"}
    return {"type": "object", "propertyNames": names, "additionalProperties": one}


def _with_shorthand(cls: type[Entry]) -> Schema:
    record = _record(cls)
    if hasattr(cls, "shorthand"):
        return {**record, "type": ["object", "number", "string"]}
    return record


def _item(nested: bool) -> Schema:
    """What every kind has, the names of what some have, and then what each allows of them."""
    kinds = {name: cls for name, cls in KINDS.items() if not (nested and cls is model.Case)}
    own = {name: dict(_own(cls)) for name, cls in kinds.items()}
    some = {key: value for values in own.values() for key, value in values.items()}
    named = {key: {"description": _described(key, own)} for key in some}
    kind = {"enum": list(kinds), "description": _kinds_said(kinds)}
    return {
        "type": "object",
        "properties": {"id": _id(), "kind": kind, **named, **dict(_properties(Item))},
        "required": ["id"],
        "additionalProperties": False,
        "allOf": [
            *(_if_kind(name, own[name], _required(cls), some) for name, cls in kinds.items()),
            *_if_no_kind(own),
        ],
    }


def _own(cls: type[Item]) -> Iterator[tuple[str, Schema]]:
    """What not every item has; a case's questions are no cases, which ends the recursion."""
    shared = {field.name for field in fields(Item)}
    hints = get_type_hints(cls)
    for field in fields(cls):
        if field.name not in shared:
            inside = cls is model.Case and field.name == "questions"
            value = _list(_item(nested=True)) if inside else _value(hints[field.name])
            yield field.name, {**value, "description": said(cls, field.name)}


def _id() -> Schema:
    return {**SCALARS[model.Id], "description": said(Item, "id")}


def _described(key: str, own: Mapping[str, Schema]) -> str:
    """What is said of a key; where the kinds differ, each by its name."""
    told: dict[str, list[str]] = {}
    for kind, values in own.items():
        if key in values:
            told.setdefault(values[key]["description"], []).append(KIND_NAMES[kind])
    if len(told) == 1:
        return next(iter(told))
    return "\n\n".join(f"{'、'.join(kinds)}：{text}" for text, kinds in told.items())


def _kinds_said(kinds: Mapping[str, type[Item]]) -> str:
    names = "、".join(f"{name} {KIND_NAMES[name]}" for name in kinds)
    return f"題型：{names}。答案的寫法看得出題型時可以不寫。"


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
