"""A site that is written -> the lists of what a reader's device takes along."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tiku.site import offline


def offline_lists(site: Path, roots: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """(address, content); `roots`: of editions in folders of their own, such as "zh-hans/"."""
    found = (path for path in site.rglob("*") if path.suffix in offline.TAKEN)
    files = {path.relative_to(site).as_posix(): offline.taken(path.read_bytes()) for path in found}
    for root in ("", *roots):
        yield root + offline.LIST, offline.listing(files, root, tuple(roots))
