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
    """It puts that of a class with the same fields in its place, and hands on."""

    def init(self: object, *given: object, **named: object) -> None:
        fields = [(field.name, field.type, field) for field in dataclasses.fields(cls)]
        twin = dataclasses.make_dataclass(cls.__qualname__, fields, repr=False, eq=False)
        cls.__init__ = twin.__init__  # type: ignore[misc]  # of these fields
        cls.__init__(self, *given, **named)

    return init


def _repr(self: Any) -> str:  # noqa: ANN401 -- a value
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._told)
    return f"{type(self).__qualname__}({told})"


def _eq(self: Any, other: Any) -> bool:  # noqa: ANN401
    if type(self) is not type(other):
        return NotImplemented  # type: ignore[no-any-return]  # as Python asks
    return bool(self._compared(self) == other._compared(other))


def _hash(self: Any) -> int:  # noqa: ANN401
    return hash(self._compared(self))
