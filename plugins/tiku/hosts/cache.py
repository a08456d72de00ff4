"""What is kept between builds: a folder of files that may be deleted at any time.

It lies in the user's own cache folder, outside of every checkout: what a stranger puts into a pull
request is never read as something we made. Each file tells its own digest, so that one that was
cut short or changed is made anew; it is JSON, of which nothing can run.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

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
"""How long something that no build asks for stays."""
MOST_BYTES = 64 * 1024 * 1024
"""In one file: more is nothing that we wrote."""
DIGEST = 64


class FolderShelf:
    """Each value in a file of its own, written beside and put in place whole: several builds may
    use the folder at once, and one that is killed leaves nothing half."""

    def __init__(self, root: Path) -> None:
        """`root`: of every version; of this one a folder in it."""
        self.folder = root / edition()
        self.is_usable = _made(self.folder)
        if self.is_usable:
            _tidy(root, self.folder)

    def read(self, name: str) -> bytes | None:
        """None also where a file is not as it was written."""
        path = self.folder / name
        try:
            if not self.is_usable or path.stat().st_size > MOST_BYTES:
                return None
            told, _, data = path.read_bytes().partition(b"\n")
            _keep(path)
        except OSError:
            return None
        return data if told == sha256(data).hexdigest().encode() else None

    def write(self, name: str, data: bytes) -> None:
        """A full disk or a folder that cannot be written to only costs time."""
        if not self.is_usable:
            return
        beside = self.folder / f".{name}.{os.getpid()}"
        with suppress(OSError):
            beside.write_bytes(sha256(data).hexdigest().encode() + b"\n" + data)
            beside.replace(self.folder / name)


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


def kept_between_builds(*parts: Path) -> Cache:
    """The cache of whoever builds, and the parts that others worked out for this build."""
    own = folder()
    return Cache(Shelves(*map(FolderShelf, (*([own] if own else ()), *parts))))


def is_part(folder: Path) -> bool:
    """Whether this version of ours worked it out."""
    return (folder / edition()).is_dir()


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
    for path in sorted(p for p in PACKAGE.rglob("*") if p.suffix in OURS):
        digest.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


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


def _keep(path: Path) -> None:
    """Used today; a file is touched once a day at most."""
    if time.time() - path.stat().st_mtime > DAY:
        os.utime(path)


def _tidy(root: Path, used: Path) -> None:
    """Once a day: what no build has asked for in a month, and other versions with nothing else."""
    stamp = used / ".tidied"
    with suppress(OSError):
        if stamp.exists() and time.time() - stamp.stat().st_mtime < DAY:
            return
        stamp.touch()
        for path in _idle(root):
            path.unlink()
        for other in root.iterdir():
            if other.is_dir() and other != used and not any(other.glob("*-*")):
                shutil.rmtree(other)


def _idle(root: Path) -> Iterator[Path]:
    for path in root.glob("*/*-*"):
        if time.time() - path.stat().st_mtime > KEPT:
            yield path
