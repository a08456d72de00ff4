"""`tiku:page.md#id` and `tiku:img/a.svg` in rendered HTML -> the address as seen from one page."""

import posixpath
import re
from collections.abc import Callable

MARKED = re.compile(r'((?:href|src)=")tiku:([^"#]*)(#[^"]*)?"')

Locate = Callable[[str], str]
"""Path below docs/ -> its address relative to the page at hand."""


def resolve(html: str, locate: Locate) -> str:
    """The HTML with real addresses."""

    def address(link: re.Match[str]) -> str:
        return f'{link[1]}{locate(link[2])}{link[3] or ""}"'

    return MARKED.sub(address, html) if "tiku:" in html else html


def below(root: str) -> Locate:
    """Addresses below `root` as sites with directory addresses have them: a/b.md -> root/a/b/."""

    def locate(path: str) -> str:
        if not path.endswith(".md"):
            return root + path
        address = path.removesuffix(".md")
        if posixpath.basename(address) in ("index", "README"):
            return root + posixpath.dirname(address)
        return f"{root}{address}/"

    return locate
