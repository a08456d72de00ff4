"""An author's Markdown -> clean HTML: the one place where text becomes markup.

Raw HTML passes an allow-list (nh3); links to pages get the scheme `tiku:` so that whoever
knows addresses (links.py) can fill them in.
"""

import re
from functools import lru_cache
from html import escape

import nh3
from markdown import Markdown
from markupsafe import Markup

TAGS = {
    *("p", "br", "hr", "strong", "em", "b", "i", "u", "s", "sub", "sup", "code", "pre", "kbd"),
    *("ul", "ol", "li", "dl", "dt", "dd", "blockquote", "a", "img", "ruby", "rt"),
    *("table", "thead", "tbody", "tr", "th", "td", "h4", "h5", "h6"),
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"},
    "th": {"align", "scope", "colspan", "rowspan"},
    "td": {"align", "colspan", "rowspan"},
}
SCHEMES = {"https", "http", "mailto"}

# A line break between two Chinese characters is the author's line width, not a space.
CHINESE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f「」『』（）《》…—]"
CHINESE_BREAK = re.compile(rf"(?<={CHINESE})\n(?={CHINESE})")
PLAIN = re.compile(r"[^\s\\`*_{}\[\]<>&#!|~^+=\-:\d][^\\`*_{}\[\]<>&!|~\n\t]*")
BOLD = re.compile(r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*")
PAGE_HREF = re.compile(r'(<a href=")(?=[^":]+\.md[#"])')

_markdown = Markdown(extensions=["tables", "sane_lists"], output_format="html")


@lru_cache(maxsize=4096)
def block(text: str) -> Markup:
    """Paragraphs, lists, tables."""
    text = CHINESE_BREAK.sub("", text)
    plain = _plain(text)
    return Markup(f"<p>{plain}</p>") if plain is not None else _converted(text)


@lru_cache(maxsize=4096)
def inline(text: str) -> Markup:
    """The same without the paragraph around a single one."""
    html = block(text)
    if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
        return Markup(html[3:-4])
    return html


def lead(text: str) -> tuple[Markup, Markup]:
    """The first paragraph as inline text, and the rest as blocks."""
    first, _, rest = text.strip().partition("\n\n")
    return inline(first), block(rest) if rest else Markup("")


def plain(text: str) -> str:
    """What a reader reads, without markup."""
    return Markup(block(text)).striptags()


def _plain(text: str) -> str | None:
    """Text in which nothing but bold means anything to Markdown, as most texts are; else None."""
    unbold = BOLD.sub(r"\1", text) if "**" in text else text
    if not PLAIN.fullmatch(unbold) or text[-1].isspace():
        return None
    html = escape(text, quote=False)
    return html if unbold is text else BOLD.sub(r"<strong>\1</strong>", html)


def _converted(text: str) -> Markup:
    _markdown.reset()
    html = nh3.clean(
        _markdown.convert(text),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        attribute_filter=_local_images,
        link_rel=None,
    )
    return Markup(PAGE_HREF.sub(r"\1tiku:", html))


def _local_images(tag: str, attribute: str, value: str) -> str | None:
    """Nothing is loaded from elsewhere: a page makes no external request."""
    if tag == "img" and attribute == "src" and (":" in value or value.startswith("//")):
        return None
    return value
