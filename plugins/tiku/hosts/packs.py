"""Many values in one file: to make a file takes longer than to make most of what is in it.

A line with the digest of the next, one that tells name, bytes and digest of each value, and then
the values one behind the other.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple


class Place(NamedTuple):
    """Where a value lies in a file, and its digest."""

    path: Path
    start: int
    size: int
    digest: str


class Packs:
    """Those in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._places: dict[str, Place] = {}

    def load(self) -> None:
        """Learn what there is; of a value in several files, where it was written last."""
        for path in sorted(self.folder.glob("pack-*"), key=_written):
            with suppress(OSError, ValueError):
                self._places.update(_places(path))

    def file_of(self, name: str) -> Path | None:
        """The file that has the value of this name."""
        return self._places[name].path if name in self._places else None

    def read(self, name: str) -> bytes | None:
        """The value as it was written; of a file in which it is not, nothing stays. Raises OSError
        where there is no such file."""
        place = self._places[name]
        with place.path.open("rb") as file:
            file.seek(place.start)
            data = file.read(place.size)
        if sha256(data).hexdigest() == place.digest:
            return data
        place.path.unlink()
        return None

    def write(self, values: Mapping[str, bytes]) -> None:
        """Beside, and put in place whole; raises OSError."""
        rows = [(name, len(data), sha256(data).hexdigest()) for name, data in values.items()]
        head = json.dumps(rows, separators=(",", ":")).encode() + b"\n"
        digest = sha256(head).hexdigest()
        path = self.folder / f"pack-{digest}"
        put(path, b"".join([digest.encode(), b"\n", head, *values.values()]))
        self._places.update(_places(path))


def put(path: Path, data: bytes) -> None:
    """A file, whole; where it has no room none is left half. Raises OSError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _written(path: Path) -> float:
    """When; as long ago as can be where another process has just taken it away."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0


def _places(path: Path) -> Iterator[tuple[str, Place]]:
    """Raises OSError, and ValueError where a file is not as it was written."""
    with path.open("rb") as file:
        told, head = file.readline().strip(), file.readline()
        start = file.tell()
    if told != sha256(head).hexdigest().encode():
        raise ValueError(path)
    for name, size, digest in json.loads(head):
        yield name, Place(path, start, size, digest)
        start += size
