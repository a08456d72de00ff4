"""Our scripts and styles as a site publishes them.

What belongs together stands in a folder named by the digest of all of it: a cache that holds some
files of an older build never mixes them with those of a newer one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from hashlib import sha256

from tiku.rendering.scripts import modules

URI = "assets/tiku"
LOADER = f"{URI}/loader.js"
FRONT = {"loader.js": LOADER, "offline/worker.js": "offline.js"}
"""What is asked for by one address for ever; a worker answers only for what is below its own."""
BASE = b'const BASE = "."'
DIGEST = 10
"""Characters of the digest that name a folder."""


class Made(Mapping[str, bytes]):
    """Contents that are made whenever they are asked for: not all of a site is held at once."""

    def __init__(self, makes: Mapping[str, Callable[[], bytes]]) -> None:
        self.makes = makes

    def __getitem__(self, path: str) -> bytes:
        return self.makes[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self.makes)

    def __len__(self) -> int:
        return len(self.makes)


def digest(files: Mapping[str, bytes]) -> str:
    """The name of the folder in which these files (path -> content) stand."""
    told = sha256()
    for name in sorted(files):
        told.update(b"%b\0%b\0" % (name.encode(), files[name]))
    return told.hexdigest()[:DIGEST]


def published(files: Mapping[str, bytes], folder: str) -> Made:
    """By address below the root of the site: files that stand together in a folder."""

    def content(name: str) -> bytes:
        found = files[name]
        told = f'const BASE = "./{folder}"'.encode()
        return found.replace(BASE, told) if name in FRONT else found

    addresses = {FRONT.get(name, f"{URI}/{folder}/{name}"): name for name in files}
    return Made({address: partial(content, name) for address, name in addresses.items()})


def preloads(needs: Iterable[str], soon: Iterable[str] = ()) -> str:
    """Links that bring modules, all that they import, and data at the same time, not one by one;
    behind these what is needed `soon`."""
    found = dict.fromkeys(link for need in needs for link in _preload(need))
    later = dict.fromkeys(link for need in soon for link in _preload(need) if link not in found)
    linked = "".join(f'<link {kind} href="tiku:{URI}/{name}">' for kind, name in found)
    linked += "".join(
        f'<link {kind} fetchpriority="low" href="tiku:{URI}/{name}">' for kind, name in later
    )
    return f'<link rel="modulepreload" href="tiku:{LOADER}">{linked}' if linked else ""


@cache
def _preload(need: str) -> tuple[tuple[str, str], ...]:
    """Data is asked for as `fetch` does, or it would come twice."""
    if need.endswith(".json"):
        return (('rel="preload" as="fetch" crossorigin', need),)
    return tuple(('rel="modulepreload"', name) for name in modules(need))
