"""Places in files, and where a value was written."""

from typing import Protocol

from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def order(self) -> tuple[str, int, int]:
        """By which places are sorted."""
        return self.file, self.line, self.column


class Origin(Protocol):
    """Where a value was written, part by part."""

    def place(self, *path: str | int) -> Place:
        """The place of the part at `path` (keys and indexes), or of its nearest existing parent."""
        ...

    def key(self, name: str) -> Place | None:
        """The place of the key of a part, where there is one."""
        ...


@dataclass(frozen=True, slots=True)
class Unwritten:
    """The origin of a value that no file holds."""

    def place(self, *path: str | int) -> Place:
        """A place that says so."""
        return Place("-")

    def key(self, name: str) -> Place | None:
        """None."""
        return None
