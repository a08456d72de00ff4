"""A folder that is made beside the one that is published, and takes its place when it is whole.

Whatever stops a build, an error, a full disk or a kill, leaves the old site as it was.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG

from tiku.locales.language import reader_words

BUILDING = "building"
READ_WRITE = 0o666
HEXADECIMAL = frozenset("0123456789abcdef")
DIGEST = 8
"""Characters of one that names a folder, at least."""


class Exchange:
    """From the moment before the first file to the moment behind the last."""

    def __init__(self, site: Path) -> None:
        """`beside` is where to write; where no folder can be made there, the site itself."""
        self.site = site.resolve()
        self.beside = self._named(BUILDING)
        _put_back(self._named("before"), self.site)
        shutil.rmtree(self.beside, ignore_errors=True)
        try:
            self.beside.mkdir(parents=True)
        except OSError:
            self.beside = self.site
        self.began = self.beside.stat().st_mtime_ns if self.beside.exists() else 0

    def finish(self) -> None:
        """The new site in the place of the old one."""
        if self.beside == self.site:
            return
        try:
            self._exchange()
        except OSError:
            # A folder that is mounted, or open on Windows, cannot be moved.
            _clear(self.site)
            shutil.copytree(self.beside, self.site, dirs_exist_ok=True)
            shutil.rmtree(self.beside)

    def undo(self) -> None:
        """The old site stays."""
        if self.beside != self.site:
            shutil.rmtree(self.beside, ignore_errors=True)

    def _exchange(self) -> None:
        before = self._named("before")
        shutil.rmtree(before, ignore_errors=True)
        if self.site.exists():
            self.site.rename(before)
        try:
            self.beside.rename(self.site)
        except OSError:
            _put_back(before, self.site)
            raise
        _keep_hidden(before, self.site)
        shutil.rmtree(before, ignore_errors=True)

    def _named(self, stage: str) -> Path:
        return self.site.with_name(_name(self.site, stage))


@contextmanager
def exchanged(site: Path) -> Iterator[Path]:
    """Where to write; what is there takes its place behind the block, unless that is left early."""
    exchange = Exchange(site)
    try:
        yield exchange.beside
    except BaseException:
        exchange.undo()
        raise
    exchange.finish()


def unwritten(error: OSError) -> str:
    """What the machine could not do, such as write to a disk that is full."""
    where = f"{error.filename}: " if error.filename else ""
    return reader_words()("problems.not-written", why=f"{where}{error.strerror or error}")


def published(beside: Path) -> Path | None:
    """The site in whose place comes what is made `beside`, where there is one."""
    site = beside.with_name(beside.name.removeprefix(".").removesuffix(f".{BUILDING}"))
    return site if beside.name == _name(site, BUILDING) and site.is_dir() else None


def is_linked(site: Path, beside: Path, address: str, data: bytes) -> bool:
    """Whether the published site has a file with the same content at this address, and the one that
    is made `beside` it now has, too: to make one costs twenty times as much."""
    try:
        before = _before(site, address)
        if not _is_as_made(before, beside, data):
            return False
        os.link(before, beside / address)
    except OSError:
        return False
    return True


def _before(site: Path, address: str) -> Path:
    """The same file, also where its folder, named by a digest of all in it, had another name."""
    folders = address.split("/")
    named = next((depth for depth, folder in enumerate(folders) if _is_digest(folder)), None)
    if named is None or (site / address).exists():
        return site / address
    above, inside = site.joinpath(*folders[:named]), folders[named + 1 :]
    others = (above.joinpath(one, *inside) for one in sorted(os.listdir(above)) if _is_digest(one))
    return next(filter(Path.is_file, others), site / address)


def _is_digest(folder: str) -> bool:
    return len(folder) >= DIGEST and HEXADECIMAL.issuperset(folder)


def _name(site: Path, stage: str) -> str:
    return f".{site.name}.{stage}"


def _is_as_made(path: Path, beside: Path, data: bytes) -> bool:
    """No link, in no other folder, and read by whom a new one would be: a copy of the site that
    somebody keeps by links is never ours to share, and who mends a mask mends the site."""
    told = path.lstat()
    is_own = S_ISREG(told.st_mode) and told.st_nlink == 1
    is_open = told.st_mode & READ_WRITE == beside.stat().st_mode & READ_WRITE
    return is_own and is_open and told.st_size == len(data) and path.read_bytes() == data


def _put_back(before: Path, site: Path) -> None:
    """A build that was killed between two steps left the old site aside."""
    if before.exists() and not site.exists():
        before.rename(site)


def _keep_hidden(before: Path, site: Path) -> None:
    """As MkDocs does when it clears a folder: .git of a branch of pages, for example."""
    for path in before.iterdir() if before.exists() else ():
        if path.name.startswith(".") and not (site / path.name).exists():
            path.rename(site / path.name)


def _clear(site: Path) -> None:
    for path in site.iterdir() if site.exists() else ():
        if path.is_dir() and not path.name.startswith("."):
            shutil.rmtree(path)
        elif not path.name.startswith("."):
            path.unlink()
