"""What a reader's device takes along to have the whole site without a network: a list of it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from posixpath import relpath

from tiku.model.values import dataclass
from tiku.site.publishing import URI

LIST = f"{URI}/offline.json"
ICONS = {"icon.svg": "any", "icon.png": "512x512"}
"""In the folder icons -> its size; the picture of the site on a home screen."""
LEFT_OUT = ("download/", "lms/", "sitemap", "404.html", "offline.js")
"""Below an edition's root: what nobody reads there."""
UNUSED = ("/lunr/", "search_index.json", "/workers/")
"""Of a search that is not ours."""
TAKEN = (
    ".html",
    ".css",
    ".js",
    ".json",
    ".svg",
    ".png",
    ".jpg",
    ".webp",
    ".woff",
    ".woff2",
    ".mp3",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What is to be known of a file: not all of a site is held at once."""

    digest: bytes
    size: int


def taken(data: bytes) -> Taken:
    """Of what a file holds."""
    return Taken(sha256(data).digest(), len(data))


def listing(files: Mapping[str, Taken], root: str, others: tuple[str, ...] = ()) -> str:
    """JSON for the edition below `root` ("" or "zh-hans/"): addresses as seen from there, bytes,
    and a name that changes with any of them. `files`: by path below the site; `others`:
    roots of the other editions.
    """
    pages = {path: one for path, one in files.items() if _is_taken(path, root, others)}
    digest = sha256()
    for path in sorted(pages):
        digest.update(f"{path}\0".encode() + pages[path].digest)
    addresses = [_address(path, root) for path in sorted(pages)]
    told = {
        "version": digest.hexdigest()[:12],
        "bytes": sum(one.size for one in pages.values()),
        "files": addresses,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def manifest(title: str, description: str, language: str, icons: Mapping[str, str]) -> str:
    """A web app manifest; `icons`: address -> sizes. It stands at the top of the site."""
    told = {
        "name": title,
        "short_name": title[:12],
        "description": description,
        "lang": language,
        "start_url": ".",
        "scope": ".",
        "display": "standalone",
        "background_color": "#fafaf4",
        "theme_color": "#a63a24",
        "icons": [{"src": src, "sizes": size, "purpose": "any"} for src, size in icons.items()],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _is_taken(path: str, root: str, others: tuple[str, ...]) -> bool:
    """What both editions share, such as the theme's styles, stands outside the smaller one."""
    inside = path.startswith(root) if root else not path.startswith(others)
    shared = bool(root) and path.startswith("assets/") and not path.startswith(URI)
    own = path.removeprefix(root) if inside else path
    known = path.endswith(TAKEN) and not own.startswith(LEFT_OUT) and not path.endswith(LIST)
    return known and (inside or shared) and not any(part in path for part in UNUSED)


def _address(path: str, root: str) -> str:
    seen = relpath(path, root) if root else path
    return (
        seen.removesuffix("index.html")
        if seen == "index.html" or seen.endswith("/index.html")
        else seen
    )
