"""What is kept between builds: a folder of files that may be deleted at any time.

It lies in the user's own cache folder, outside of every checkout: what a stranger puts into a pull
request is never read as something we made. Each file tells its own digest, so that one that was
cut short or changed is made anew; it is JSON, of which nothing can run.
"""

import atexit
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tiku.hosts.packs import Packs, put
from tiku.model.cache import Cache

PACKAGE = Path(__file__).parent.parent
OURS = (".py", ".html", ".toml", ".js", ".css", ".txt")
"""What can change a value: lessons to take along bring their scripts."""
LIBRARIES = (
    *("PyYAML", "Jinja2", "MarkupSafe", "Markdown", "Pygments", "latex2mathml", "nh3"),
    *("opencc", "genanki", "openpyxl", "python-docx", "zstandard"),
)
DAY = 24 * 60 * 60
KEPT = 14 * DAY
"""How long a file stays; what builds ask for in its second half moves into a new one."""
EDITION = re.compile("[0-9a-f]{16}")
"""The names of our folders: no other is touched, wherever somebody has told us to keep them."""
MOST_BYTES = 64 * 1024 * 1024
"""In one file: more is nothing that we wrote."""
DIGEST = 64
PACKED_BYTES = 1024 * 1024
"""What waits to be written at most."""
FEW = 4
"""Values up to which each has a file of its own."""


class FolderShelf:
    """Many values in a file, or a few in files of their own, written beside and put in place whole:
    several builds may use the folder at once, and one that is killed leaves nothing half."""

    def __init__(self, root: Path) -> None:
        """`root`: of every version; of this one a folder in it."""
        self.folder = root / edition()
        self.is_usable = _made(self.folder)
        self._waiting: dict[str, bytes] = {}
        self._packs = Packs(self.folder)
        if self.is_usable:
            _tidy(root, self.folder)
            self._packs.load()

    def read(self, name: str) -> bytes | None:
        """None also where a file is not as it was written."""
        packed = self._packs.file_of(name)
        path = packed or self.folder / name
        try:
            if not self.is_usable or path.stat().st_size > MOST_BYTES:
                return None
            data = self._packs.read(name) if packed else _alone(path)
            if data is not None and _age(path) > KEPT / 2:
                self.write(name, data)
            return data
        except OSError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """With others, or when they are to be kept."""
        self._waiting[name] = data
        if sum(map(len, self._waiting.values())) > PACKED_BYTES:
            self.keep()

    def keep(self) -> None:
        """A full disk or a folder that cannot be written to only costs time."""
        waiting, self._waiting = self._waiting, {}
        with suppress(OSError):
            if not self.is_usable:
                return
            if len(waiting) > FEW:
                self._packs.write(waiting)
                return
            for name, data in waiting.items():
                put(self.folder / name, sha256(data).hexdigest().encode() + b"\n" + data)


class Shelves:
    """Several as one: what is new goes to the first."""

    def __init__(self, *shelves: FolderShelf) -> None:
        self.shelves = shelves

    def read(self, name: str) -> bytes | None:
        """From the first that has it."""
        found = (shelf.read(name) for shelf in self.shelves)
        return next((data for data in found if data is not None), None)

    def write(self, name: str, data: bytes) -> None:
        """To the first, if there is any."""
        for shelf in self.shelves[:1]:
            shelf.write(name, data)

    def keep(self) -> None:
        """What was written to the first."""
        for shelf in self.shelves[:1]:
            shelf.keep()


def kept_between_builds(*parts: Path, lasts: bool = False) -> Cache:
    """The cache of whoever builds, and the parts that others worked out for this build."""
    own = folder()
    shelves = Shelves(*map(FolderShelf, (*([own] if own else ()), *parts)))
    atexit.register(shelves.keep)
    return Cache(shelves, lasts=lasts)


def is_part(folder: Path) -> bool:
    """Whether this version of ours worked it out."""
    return (folder / edition()).is_dir()


def is_ours(folder: Path) -> bool:
    """Whether there is nothing, or what one of our versions worked out."""
    return not folder.exists() or not any(folder.iterdir()) or bool(_ours(folder))


def folder() -> Path | None:
    """Below the user's cache folder, where there is one. One that is named from where somebody
    stands counts as none (XDG Base Directory Specification): it would be in the checkout."""
    named = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or "")
    with suppress(RuntimeError):
        return (named if named.is_absolute() else Path.home() / ".cache") / "tiku"
    return None


@cache
def edition() -> str:
    """Of our own sources, of Python, and of what writes HTML for us: a name for a folder."""
    digest = sha256(sys.version.encode())
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted(_sources()):
        with open(path, "rb") as file:
            digest.update(f"{path[len(str(PACKAGE)) :]}\0".encode() + file.read())
    return digest.hexdigest()[:16]


def _sources() -> Iterator[str]:
    """Of some seven hundred files, names are put together faster than paths."""
    for folder, _, files in os.walk(PACKAGE):
        yield from (os.path.join(folder, file) for file in files if file.endswith(OURS))


def _made(folder: Path) -> bool:
    """Whether there is a folder that nobody else can write to."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        ignored = folder.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", "utf-8")
        return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except OSError:
        return False


def _alone(path: Path) -> bytes | None:
    told, _, data = path.read_bytes().partition(b"\n")
    return data if told == sha256(data).hexdigest().encode() else None


def _age(path: Path) -> float:
    """Seconds; of what comes from the future, too: somebody has put the clock right."""
    return abs(time.time() - path.stat().st_mtime)


def _tidy(root: Path, used: Path) -> None:
    """Once a day: files that are old, and other versions with nothing else."""
    stamp = used / ".tidied"
    with suppress(OSError):
        if stamp.exists() and _age(stamp) < DAY:
            return
        stamp.touch()
        for folder in _ours(root):
            for path in folder.glob("*-*"):
                if _age(path) > KEPT:
                    path.unlink()
            if folder != used and not any(folder.glob("*-*")):
                shutil.rmtree(folder)


def _ours(root: Path) -> list[Path]:
    return [path for path in root.iterdir() if EDITION.fullmatch(path.name) and path.is_dir()]
