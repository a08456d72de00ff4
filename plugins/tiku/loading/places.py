"""Where the parts of an entry stand, in little room: a library holds the places of all it says."""

from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tiku.model.place import Place
from tiku.model.values import dataclass

PAIR = 2
"""Numbers of a place: its line and its column."""


@dataclass(frozen=True, slots=True)
class Places:
    """Of a record or a list, of its parts, and of a record's keys."""

    file: str
    keys: Sequence[str | int]
    """Names of a record's parts, or numbers of a list's."""
    spots: "array[int]"
    """Line and column: its own, then of each part, then of each key."""
    inside: Mapping[int, "Places"]
    """Number of a part that has parts -> these."""

    def place(self, *path: str | int) -> Place:
        """Of the part at a path, or of what holds it where there is none."""
        if not path or path[0] not in self.keys:
            return self._at(0)
        number = self.keys.index(path[0])
        inner = self.inside.get(number)
        return inner.place(*path[1:]) if inner else self._at(1 + number)

    def key(self, name: str) -> Place | None:
        """Of the key of a part, where a record has that."""
        count = len(self.keys)
        return self._at(1 + count + self.keys.index(name)) if name in self.keys else None

    def _at(self, spot: int) -> Place:
        line, column = self.spots[PAIR * spot : PAIR * (spot + 1)]
        return Place(self.file, line, column)


@lru_cache(maxsize=1024)
def shared(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Most questions have the same keys: they are held once."""
    return keys
