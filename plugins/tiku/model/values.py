"""Frozen values with slots: `dataclasses.dataclass`, with less to compile.

Of each such class Python 3.11 compiles six methods, which takes half a millisecond; a check of one
file needs eighty such classes, and they took longer than all else that it did. Here only `__init__`
is compiled, and that when there is a first value of the class; the rest is shared. That nobody
assigns to a field is left to mypy, for which this is the decorator that it knows.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False) -> Callable[[type], type]:
        """As the standard library's, of values that are `frozen` and have `slots`."""
        assert frozen and slots
        return lambda cls: _sharing(
            dataclasses.dataclass(
                cls, init=False, repr=False, eq=False, slots=True, kw_only=kw_only
            )
        )


def _sharing(cls: Any) -> type:  # noqa: ANN401 -- a class that is given more
    fields = dataclasses.fields(cls)
    compared = [field.name for field in fields if field.compare]
    cls._told = [field.name for field in fields if field.repr]
    cls._compared = attrgetter(*compared) if compared else type
    cls.__init__, cls.__repr__, cls.__eq__, cls.__hash__ = _first_init(cls), _repr, _eq, _hash
    return cls  # type: ignore[no-any-return]  # as it came


def _first_init(cls: Any) -> Callable[..., None]:  # noqa: ANN401
    """It puts the real one in its place, and hands on."""

    def init(self: object, *given: object, **named: object) -> None:
        cls.__init__ = _written(cls)
        cls.__init__(self, *given, **named)

    return init


def _written(cls: Any) -> Callable[..., None]:  # noqa: ANN401
    """What the standard library would write, in a third of the time; `known` by itself stands for a
    value that was not given and is made."""
    fields = dataclasses.fields(cls)
    named = [_parameter(field) for field in fields if field.kw_only]
    parameters = [_parameter(field) for field in fields if not field.kw_only]
    head = ", ".join(("self", *parameters, *(["*", *named] if named else [])))
    found: dict[str, Any] = {"known": {field.name: _default(field) for field in fields}}
    exec("\n".join((f"def init({head}):", " pass", *map(_assigned, fields))), found)
    found["init"].__qualname__ = f"{cls.__qualname__}.__init__"
    return found["init"]  # type: ignore[no-any-return]  # as it was written


def _parameter(field: "dataclasses.Field[Any]") -> str:
    if _default(field) is dataclasses.MISSING:
        return field.name
    return f"{field.name}=known" + (f"[{field.name!r}]" if not _is_made(field) else "")


def _assigned(field: "dataclasses.Field[Any]") -> str:
    name, made = field.name, f"known[{field.name!r}]() if {field.name} is known else "
    return f" self.{name} = {made if _is_made(field) else ''}{name}"


def _default(field: "dataclasses.Field[Any]") -> Any:  # noqa: ANN401
    return field.default_factory if _is_made(field) else field.default


def _is_made(field: "dataclasses.Field[Any]") -> bool:
    return field.default_factory is not dataclasses.MISSING


def _repr(self: Any) -> str:  # noqa: ANN401 -- a value
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._told)
    return f"{type(self).__qualname__}({told})"


def _eq(self: Any, other: Any) -> bool:  # noqa: ANN401
    if type(self) is not type(other):
        return NotImplemented  # type: ignore[no-any-return]  # as Python asks
    return bool(self._compared(self) == other._compared(other))


def _hash(self: Any) -> int:  # noqa: ANN401
    return hash(self._compared(self))
