"""The allow-list: what of HTML an author's text may become, and from where it may load."""

import posixpath
import re
from functools import cache
from urllib.parse import unquote, urlsplit

import nh3

from tiku.rendering import formulas
from tiku.text.patterns import on_demand

INLINE = frozenset(
    {
        *("a", "abbr", "audio", "b", "bdi", "br", "cite", "code", "del", "em", "i", "img", "ins"),
        *("kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "strong", "sub", "sup"),
        *("u", "var"),
    }
)
"""Tags that may stand in a line; all others are text there."""
BLOCK = INLINE | {
    *("blockquote", "dd", "dl", "dt", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_MADE = {"div", "span", "h1", "h2", "h3"} | formulas.TAGS
"""By Markdown and what highlights code; an author's own are text."""
ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "audio": {"src", "controls"},
    "code": {"class"},
    "div": {"class"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "span": {"class"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "scope", "colspan", "rowspan"},
    **formulas.ATTRIBUTES,
}
SCHEMES = {"https", "http", "mailto", "tiku"}
_HIGHLIGHT = on_demand(r"highlight|language-[\w+-]{1,30}|[a-z][a-z0-9]{0,2}")
_DROPPED = on_demand("[\t\n\r]")
_ENDS = "".join(map(chr, range(0x21)))
_PAGE = on_demand(r"[^:?#]+\.md(?:#.*)?", re.DOTALL)
_SILENT = on_demand(r"<audio(?![^<>]* controls)")
_TURNS = {ord(sign): f"&amp;#{ord(sign)};" for sign in "\u202d\u202e"}
"""What turns text round can have come by its number only, and is shown so."""
_HEADINGS = on_demand(r"<(/?)h[1-3]>")


def clean(html: str) -> str:
    """Without scripts and foreign loads; pages and files below docs/ get the scheme `tiku:`."""
    shown = _cleaner().clean(html).translate(_TURNS)
    return _HEADINGS.sub(r"<\1h4>", _SILENT.sub('<audio controls=""', shown))


@cache  # being told what is allowed takes as long as a page of text
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=BLOCK | _MADE,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        attribute_filter=_attribute,
        link_rel=None,
    )


def local_path(address: str) -> str | None:
    """The path below docs/ that a browser would load from here; None where it loads elsewhere.

    As browsers read addresses: tabs and line ends dropped, a backslash is a slash.
    """
    plain = _DROPPED.sub("", address).strip(_ENDS).replace("\\", "/")
    try:
        parts = urlsplit(plain)
    except ValueError:
        return None
    path = posixpath.normpath(unquote(parts.path))
    if parts.scheme or parts.netloc or ":" in plain or path.startswith((".", "/")):
        return None
    return path


def _attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src":
        path = local_path(value)
        return f"tiku:{path}" if path else None
    if attribute == "class":
        return value if _HIGHLIGHT.fullmatch(value) else None
    if attribute == "href":
        return _href(value)
    return value


def _href(value: str) -> str | None:
    """Only whoever knows addresses may write ours."""
    if value.lower().lstrip(_ENDS).startswith("tiku:"):
        return None
    return f"tiku:{value}" if _PAGE.fullmatch(value) else value
