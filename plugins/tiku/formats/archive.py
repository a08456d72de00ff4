"""A package's parts: by name, never onto a disk, and never more than it may hold.

Names that climb out of the package are no danger to what is only read in memory; they are not
read all the same, and told.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from urllib.parse import unquote

from tiku.formats.doubts import doubt
from tiku.formats.draft import Unreadable
from tiku.formats.source import MAX_BYTES, Source
from tiku.model.problem import Problem

MAX_PARTS = 20_000
MOST = 4 * MAX_BYTES
"""Of all parts, unpacked."""
MAX_RATIO = 300
"""Unpacked to packed; text reaches 20, a bomb thousands."""
RATIO_FROM = 1024 * 1024
"""Small parts may be as dense as they like."""


@dataclass(slots=True)
class Archive:
    """A zip file's parts; `budget` is what may still be unpacked."""

    source: Source
    file: zipfile.ZipFile
    parts: dict[str, zipfile.ZipInfo]
    problems: list[Problem]
    budget: int = field(default=MOST)

    def names(self, *suffixes: str) -> list[str]:
        """The parts with one of these endings, in the package's order."""
        return [name for name in self.parts if not suffixes or name.lower().endswith(suffixes)]

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def read(self, name: str, limit: int = MAX_BYTES) -> Source:
        """A part; `Unreadable` where it is larger than it says, damaged or locked."""
        info = self.parts[name]
        most = min(limit, self.budget)
        try:
            with self.file.open(info) as stream:
                data = stream.read(most + 1)
        except Exception as error:  # zipfile meets damaged parts with errors of every kind
            raise Unreadable("bad-zip", self.source.place(), part=name) from error
        if len(data) > most:
            raise Unreadable("too-large", self.source.place(), limit=f"{most // 1024 // 1024} MiB")
        self.budget -= len(data)
        return self.source.part(name, data)

    def beside(self, name: str, reference: str) -> str:
        """The part that a part refers to, as addresses are written; empty where there is none."""
        for base in (posixpath.dirname(name), ""):
            reference = reference if base else reference.lstrip("/")
            for written in (reference, unquote(reference)):
                path = posixpath.normpath(posixpath.join(base, written))
                if path in self.parts:
                    return path
        return ""


def opened(source: Source) -> Archive:
    """A package; `Unreadable` where it is none, or one that swells without end."""
    try:
        file = zipfile.ZipFile(io.BytesIO(source.data))
        infos = file.infolist()
    except Exception as error:
        raise Unreadable("bad-zip", source.place(), part="") from error
    whole = sum(info.file_size for info in infos)
    if len(infos) > MAX_PARTS or whole > MOST:
        raise Unreadable(
            "too-large", source.place(), limit=f"{MAX_PARTS} / {MOST // 1024 // 1024} MiB"
        )
    problems: list[Problem] = []
    parts: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        _guard(info, source)
        if _climbs(info.filename):
            problems.append(doubt("unsafe-path", source.place(), part=info.filename))
        elif not info.is_dir():
            parts[info.filename.replace("\\", "/")] = info
    return Archive(source, file, parts, problems)


def _guard(info: zipfile.ZipInfo, source: Source) -> None:
    packed = max(info.compress_size, 1)
    if info.file_size > RATIO_FROM and info.file_size / packed > MAX_RATIO:
        raise Unreadable("bomb", source.place(), part=info.filename)


def _climbs(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or ":" in path.split("/")[0] or ".." in path.split("/")


def is_zip(data: bytes) -> bool:
    """By its first bytes."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))
