"""`tiku:page.md#id` and `tiku:img/a.svg` in rendered HTML -> the address as seen from one page."""

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from tiku.text.patterns import on_demand

MARKED = on_demand(r'="tiku:(?:(?<=href="tiku:)|(?<=src="tiku:))([^"#]*)(#[^"]*)?"')
"""Begins with what is seldom in a page: other beginnings take five times as long to look for."""

Locate = Callable[[str], str]
"""Path below docs/ -> its address relative to the page at hand."""
LocateFrom = Callable[[str], Locate]
"""Path below docs/, or address of one of our files -> addresses as seen from there."""


def resolve(html: str, locate: Locate, homes: Mapping[str, str] = MappingProxyType({})) -> str:
    """The HTML with real addresses; `homes`: page.md#id -> the other page where it stands."""

    located = cache(locate)

    def address(link: re.Match[str]) -> str:
        anchor = link[2] or ""
        return f'="{located(homes.get(link[1] + anchor, link[1]))}{anchor}"'

    return MARKED.sub(address, html) if "tiku:" in html else html


def below(root: str) -> Locate:
    """Addresses below `root` as sites with directory addresses have them: a/b.md -> root/a/b/."""
    return lambda path: root + address(path)


def address(path: str) -> str:
    """Of what stands at a path below docs/, below the root of the site."""
    if not path.endswith(".md"):
        return path
    page = path.removesuffix(".md")
    if posixpath.basename(page) in ("index", "README"):
        page = posixpath.dirname(page)
    return f"{page}/" if page else ""


def seen_from(here: str, address: Locate = address) -> Locate:
    """The same addresses, or a host's own, relative to a page or to a file by its address."""
    folder = posixpath.dirname(address(here)) or "."

    def locate(path: str) -> str:
        there = address(path)
        found = posixpath.relpath(there or ".", folder)
        return f"{found}/" if not there or there.endswith("/") else found

    return locate


def beside_source(here: str) -> Locate:
    """For hosts that make addresses of the paths between sources, in HTML too. Other files than
    pages are read by browsers as they are."""
    if not here.endswith(".md"):
        return seen_from(here)
    folder = posixpath.dirname(here) or "."
    return lambda path: posixpath.relpath(path, folder)
