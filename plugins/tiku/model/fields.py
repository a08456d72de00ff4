"""The fields of an entry: what each is called and holds, and where the catalogue tells of it."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from inspect import get_annotations
from types import NoneType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from tiku.model.base import Entry
from tiku.model.questions import Item
from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: text, a number, a date, an id …; `type` as the model annotates it."""

    type: Any


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of these words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several of a shape."""

    shape: "Shape"


@dataclass(frozen=True, slots=True)
class MapOf:
    """Ids of the author's own, each with something of a shape."""

    shape: "Shape"


@dataclass(frozen=True, slots=True)
class RecordOf:
    """An entry of this class."""

    cls: type[Entry]


@dataclass(frozen=True, slots=True)
class AnyItem:
    """A question of any kind, or a case."""


Shape: TypeAlias = Scalar | OneOf | ListOf | MapOf | RecordOf | AnyItem


@dataclass(frozen=True, slots=True)
class Field:
    """`key`: of the text in the catalogue that tells editors what it is for."""

    name: str
    shape: Shape
    key: str


def fields_of(cls: type[Entry]) -> tuple[Field, ...]:
    """In the order of the model; `origin` is none."""
    return _fields_of(cls)  # type: ignore[arg-type]  # a class can be hashed


@cache
def _fields_of(cls: type[Entry]) -> tuple[Field, ...]:
    hints = get_type_hints(cls)
    names = [field.name for field in fields(cls) if field.name != "origin"]
    return tuple(Field(name, _shape(hints[name]), _key(cls, name)) for name in names)


def own_fields(cls: type[Item]) -> tuple[Field, ...]:
    """Those that not every item has."""
    shared = {field.name for field in fields_of(Item)}
    return tuple(field for field in fields_of(cls) if field.name not in shared)


def _key(cls: type[Entry], name: str) -> str:
    """The class that declares a field tells what it is for."""
    declaring = next(c for c in cls.__mro__ if name in get_annotations(c))
    return f"fields.{declaring.__name__}.{name}"


def _shape(annotation: Any) -> Shape:  # noqa: ANN401 -- an annotation is any object
    origin, arguments = get_origin(annotation), get_args(annotation)
    if NoneType in arguments:
        return _shape(next(a for a in arguments if a is not NoneType))
    if origin is Literal:
        return OneOf(arguments)
    if origin is tuple:
        return ListOf(_shape(arguments[0]))
    if origin is not None and issubclass(origin, Mapping):
        return MapOf(_shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        abstract = issubclass(annotation, Item) and not hasattr(annotation, "kind")
        return AnyItem() if abstract else RecordOf(annotation)
    return Scalar(annotation)
