"""An author's Markdown -> clean HTML: the one place where text becomes markup.

What is written is shown: tags that nobody knows are text, and in a line nothing but what stands
inside a line is markup. Links to pages and files get the scheme `tiku:` so that whoever knows
addresses (links.py) can fill them in. Paragraphs and bold have a twin in assets/authoring/prose.js;
both read tests/cases/prose.json.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape

from markdown import Markdown
from markupsafe import Markup

from tiku.rendering import dialect, formulas
from tiku.rendering.angles import outside_code, text_brackets
from tiku.rendering.cleaning import BLOCK, INLINE, clean
from tiku.text.patterns import on_demand

# A line break between two Chinese characters is the author's line width, not a space.
CHINESE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f「」『』（）《》…—]"
CHINESE_BREAK = on_demand(rf"(?<={CHINESE})\n(?={CHINESE})")
PLAIN = on_demand(r"(?!\d+[.)])[^\s\\`*_{}\[\]<>&#!|~^+=\-:$][^\\`*_{}\[\]<>&!|~$\n\t]*")
PLAIN_LINE = on_demand(r"[^\s\\`*\[\]<&!$][^\\`*\[\]<&!$\n\t]*")
# A star between two letters or figures multiplies.
BETWEEN = on_demand(r"(?<=[A-Za-z0-9])(\*+)(?=[A-Za-z0-9])")
# The stars of **bold** do not, and what is bold may multiply.
STARS = r"(?:(?<![A-Za-z0-9])\*\*|\*\*(?![A-Za-z0-9]))"
WITHIN = r"(?:[^*]|(?<=[A-Za-z0-9])\*+(?=[A-Za-z0-9]))*"
BOLD = on_demand(rf"{STARS}([^\s*](?:{WITHIN}[^\s*])?){STARS}")
FENCE = on_demand(r"\n(?:\n|(?=```|~~~))")
# `> 30`, `+ 5`, `#8` and `# 8` at the beginning of a line count something.
COUNTED = on_demand(
    r"^( {0,3})(>|\+|#{1,6})(?= ?[0-9０-９])|^( {0,3})(#{1,6})(?=[^\s#])", re.MULTILINE
)
MOST_LINKS = 200
PICTURE = on_demand(r'<img\b[^<>]*?\balt="([^"]*)"[^<>]*>')
STASHED = on_demand("\ufdd0(\\d+)\ufdd1")
PREFORMATTED = on_demand(r"(<pre(?:(?!<pre).)*?</pre>)", re.DOTALL)
LINE_END = on_demand(r"(?:(?<! ) +)?(?:<br */?>|</?(?:p|li|h[4-6]|dt|dd|tr|blockquote|div)>) *")
CELL_END = on_demand(r"(?:(?<! ) +)?</t[dh]> *")
ANY_TAG = on_demand(r"<[^<>]*>")
UNSEEN = on_demand("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0\ufdd1]")
NUMERIC_REFERENCE = on_demand(r"&#(?:[0-9]{1,8}|[xX][0-9a-fA-F]{1,8})(;?)")


@lru_cache(maxsize=4096)
def block(text: str) -> Markup:
    """Paragraphs, lists, tables, fenced code."""
    joined = outside_code(text, _joined)
    plain = _plain(joined, PLAIN)
    return Markup(f"<p>{plain}</p>") if plain is not None else _converted(joined)


@lru_cache(maxsize=4096)
def inline(text: str) -> Markup:
    """One line: what would begin a list, a quote or a heading stays as it is typed."""
    joined = _joined(text.strip()).replace("\n", " ")
    plain = _plain(joined, PLAIN_LINE)
    return Markup(plain) if plain is not None else _converted_line(joined)


def lead(text: str) -> tuple[Markup, Markup]:
    """The first paragraph as a line, and the rest as blocks."""
    first, rest = _parted(text)
    return inline(first), block(rest) if rest else Markup("")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """What a reader reads, without markup; formulas as they are written, pictures in words."""
    first, rest = _parted(text)
    if not rest:
        return plain_line(first)
    return f"{plain_line(first)} {_worded(dialect.blocks(), outside_code(rest, _joined), BLOCK)}"


@lru_cache(maxsize=4096)
def lines(text: str) -> str:
    """The same, with a line for each paragraph, item and row, and code as it stands."""
    joined = outside_code(text.strip(), _joined)
    if _plain(joined, PLAIN) is not None:
        return BOLD.sub(r"\1", joined)
    counted = outside_code(joined, lambda part: COUNTED.sub(_escaped, part))
    html = PICTURE.sub(r"\1", _rendered(dialect.blocks(), counted, BLOCK, _as_typed))
    parts = PREFORMATTED.split(html)
    told = "".join(part if at % 2 else _by_lines(part) for at, part in enumerate(parts))
    bare = unescape(ANY_TAG.sub("", told))
    return "\n".join(line.rstrip() for line in bare.split("\n") if line.strip())


def _by_lines(html: str) -> str:
    """Line ends of the source are spaces to a reader, those of blocks are not."""
    return CELL_END.sub("\u3000", LINE_END.sub("\n", html.replace("\n", " ")))


def plain_line(text: str) -> str:
    """The same of a text that is shown in a line."""
    joined = _joined(text.strip()).replace("\n", " ")
    unbold = BOLD.sub(r"\1", joined) if "**" in joined else joined
    if PLAIN_LINE.fullmatch(unbold):
        return " ".join(unbold.split())
    return _worded(dialect.line(), joined, INLINE)


def _worded(markdown: Markdown, text: str, allowed: frozenset[str]) -> str:
    html = _rendered(markdown, text, allowed, _as_typed)
    return Markup(PICTURE.sub(r"\1", html)).striptags()


def _parted(text: str) -> tuple[str, str]:
    if "\n" not in text:
        return text.strip(), ""
    first, *rest = FENCE.split(text.strip(), maxsplit=1)
    return first, "".join(rest).strip("\n")


def _joined(text: str) -> str:
    return CHINESE_BREAK.sub("", text) if "\n" in text else text


def _plain(text: str, pattern: re.Pattern[str]) -> str | None:
    """Text in which nothing but bold means anything to Markdown, as most texts are; else None."""
    unbold = BOLD.sub(r"\1", text) if "**" in text else text
    if not pattern.fullmatch(unbold) or text[-1].isspace():
        return None
    html = escape(text, quote=False)
    return html if unbold is text else BOLD.sub(r"<strong>\1</strong>", html)


def _converted(text: str) -> Markup:
    counted = outside_code(text, lambda part: COUNTED.sub(_escaped, part))
    return Markup(_rendered(dialect.blocks(), counted, BLOCK, _as_mathml))


def _converted_line(text: str) -> Markup:
    html = _rendered(dialect.line(), text, INLINE, _as_mathml)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


def _escaped(marker: re.Match[str]) -> str:
    indent, mark = marker[1] or marker[3] or "", marker[2] or marker[4]
    return indent + _as_reference(mark)


def _reference(found: re.Match[str]) -> str:
    return _as_reference(found[0])


def _as_reference(text: str) -> str:
    """Numeric references are no markup, whatever they stand for."""
    return "".join(f"&#{ord(one)};" for one in text)


def _as_typed_reference(found: re.Match[str]) -> str:
    """What ends with no `;` is no reference, and one of nothing that can be seen is text."""
    seen = found[1] and UNSEEN.sub("", unescape(found[0])).strip("\ufffd")
    return found[0] if seen else found[0].replace("&", "&amp;")


def _rendered(
    markdown: Markdown, text: str, allowed: frozenset[str], formula: Callable[[str, bool], str]
) -> str:
    """All is cleaned together, formulas in their places."""
    html, put_aside = _with_places(markdown, text, allowed)
    if not put_aside:
        return html
    return clean(STASHED.sub(lambda found: formula(*put_aside[int(found[1])]), html))


@lru_cache(maxsize=1024)  # what a search reads is shown on a page, too
def _with_places(
    markdown: Markdown, text: str, allowed: frozenset[str]
) -> tuple[str, list[tuple[str, bool]]]:
    """Formulas wait outside while Markdown is at work; without any the HTML is clean already."""
    stash: list[tuple[str, bool]] = []

    def put_aside(tex: str, display: bool) -> str:
        stash.append((tex, display))
        return f"\ufdd0{len(stash) - 1}\ufdd1"

    def prepared(part: str) -> str:
        told = NUMERIC_REFERENCE.sub(_as_typed_reference, formulas.replaced(part, put_aside))
        typed = BETWEEN.sub(_reference, told)
        if typed.count("[") > MOST_LINKS:  # Markdown looks for the end of each to the last
            typed = typed.replace("[", _as_reference("["))
        return text_brackets(typed, allowed)

    html = _converted_by(markdown, outside_code(UNSEEN.sub("", text), prepared))
    return html if stash else clean(html), stash


def _converted_by(markdown: Markdown, text: str) -> str:
    """What is nested too deep for Markdown is shown as it is typed, and what comes next is not
    taken for a part of it."""
    markdown.reset()
    markdown.parser.state.clear()
    try:
        return markdown.convert(text)
    except RecursionError:
        return f"<p>{escape(text)}</p>"


def _as_mathml(tex: str, display: bool) -> str:
    return formulas.mathml(tex, display) or f"<code>{escape(tex)}</code>"


def _as_typed(tex: str, _display: bool) -> str:
    return escape(tex)
