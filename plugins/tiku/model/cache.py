"""What was worked out before, kept under a digest of all that it was worked out from.

A key is made of content, so that nothing is ever out of date: another text, option or version is
another key. Between processes a shelf keeps JSON; what cannot be read from it is made anew.
"""

import json
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
Json = Any
Make = Callable[[], T]
Told = tuple[object, ...]
"""What a value is of, and all that its making looks at."""


class Shelf(Protocol):
    """A port: where a host keeps bytes between processes; it may lose them at any time."""

    def read(self, name: str) -> bytes | None:
        """What was written under a name of letters, digits and hyphens, whole, or None."""
        ...

    def write(self, name: str, data: bytes) -> None:
        """Keep it, if that is possible, at the latest when `keep` is called."""
        ...

    def keep(self) -> None:
        """A build has ended."""
        ...


class Coding(Generic[T]):
    """A value as JSON and back. `write` gives None for what JSON cannot hold; `read` raises
    ValueError, TypeError, KeyError, AttributeError or OverflowError where it is no such value."""

    def __init__(self, write: Callable[[T], Json | None], read: Callable[[Json], T]) -> None:
        self.write, self.read = write, read


Coded = Coding[T] | None


class Cache:
    """Values by what they were made from: in this process, and on a shelf for the next."""

    def __init__(self, shelf: Shelf | None = None, *, lasts: bool = True) -> None:
        """`lasts`: whether another build of this process may come, as under `serve`."""
        self.shelf, self.lasts = shelf, lasts
        self.made: list[tuple[str, object]] = []
        """Since the last turn: the kind of each value that had to be made, and what it is of."""
        self._now: dict[str, Any] = {}
        self._before: dict[str, Any] = {}

    def __call__(self, kind: str, told: Told, make: Make[T], coding: Coded[T] = None) -> T:
        """The value of a kind; `told`: what it is of, and with that everything that `make` looks
        at, as `repr` shows it."""
        key = _key(kind, told)
        if key not in self._now:
            value = self._before.get(key)
            if value is None and (value := self._read(key, coding)) is None:
                value = make()
                self.made.append((kind, told[0]))
                self._write(key, value, coding)
            self._now[key] = value
        return self._now[key]  # type: ignore[no-any-return]  # as it was put there

    def once(self, kind: str, told: Told, make: Make[T], coding: Coded[T] = None) -> T:
        """The same for who asks but once in a build: without another, it is not held."""
        value = self(kind, told, make, coding)
        if not self.lasts:
            self._now.pop(_key(kind, told), None)
        return value

    def known(self, kind: str, told: Told, coding: Coded[T] = None) -> bool:
        """Whether a value need not be made; one that is nothing is never known."""
        key = _key(kind, told)
        value = self._now.get(key) or self._before.get(key) or self._read(key, coding)
        if value:
            self._now[key] = value
        return bool(value)

    def forget(self) -> None:
        """Most of what was asked for so far is not asked for again in this build."""
        if not self.lasts:
            self._now = {}

    def turn(self) -> None:
        """A build has ended: what it did not ask for is forgotten in this process."""
        self._before, self._now, self.made = self._now, {}, []
        if self.shelf is not None:
            self.shelf.keep()

    def _read(self, key: str, coding: Coding[T] | None) -> T | None:
        data = self.shelf.read(key) if coding and self.shelf is not None else None
        if data is None or coding is None:
            return None
        try:
            return coding.read(json.loads(data))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
            return None

    def _write(self, key: str, value: T, coding: Coding[T] | None) -> None:
        written = coding.write(value) if coding and self.shelf is not None else None
        if written is not None and self.shelf is not None:
            text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
            self.shelf.write(key, text.encode("utf-8", "surrogatepass"))


def _key(kind: str, told: Told) -> str:
    return f"{kind}-{sha256(repr(told).encode('utf-8', 'surrogatepass')).hexdigest()}"


class NoCache(Cache):
    """Everything is made each time."""

    def __call__(self, kind: str, told: Told, make: Make[T], coding: Coded[T] = None) -> T:
        return make()


NO_CACHE = NoCache()
