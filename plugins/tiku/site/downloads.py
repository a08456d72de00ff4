"""What a bank's page and an exam's page offer to take along, made by the writers of formats."""

from collections.abc import Callable, Mapping

from tiku.locales.catalogue import Words
from tiku.model import Library
from tiku.model.cache import Cache
from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which formats, and what a writer must know of the site: its address, when its banks were
    last changed (seconds since 1970), and what files there are below docs/."""

    forms: tuple[str, ...] = ()
    site: str = ""
    stamp: int = 0
    read_file: Callable[[str], bytes | None] = lambda path: None


@dataclass(frozen=True, slots=True)
class Download:
    """A file at an address below the root of the site."""

    form: str
    address: str
    data: bytes

    @property
    def size(self) -> int:
        """In KB, at least one."""
        return max(1, round(len(self.data) / 1024))


def downloads(
    library: Library, words: Words, wanted: Wanted, cache: Cache
) -> Mapping[str, tuple[Download, ...]]:
    """Page -> what it offers; nothing where no format is wanted, or nothing is found."""
    if not wanted.forms:
        return {}
    from tiku.site.download_files import made

    return made(library, words, wanted, cache)
