"""What an author wrote against what a reader sees: the letters and figures of both are compared."""

import re
from collections import Counter
from html import unescape

from tiku.rendering import prose
from tiku.rendering.angles import outside_code, text_brackets
from tiku.rendering.cleaning import BLOCK, INLINE
from tiku.text.markup import TAKES_LETTERS
from tiku.text.patterns import on_demand

LOADED = on_demand(r"<(?:img|audio)\b(?:[^<>]*?\bsrc=\"tiku:([^\"]*)\")?")
_FENCE = on_demand(r"^ {0,3}(?:`{3,}|~{3,})[^\n]*$", re.MULTILINE)
_TARGET = on_demand(
    r"\]\([ \t]*<?[^()\s]*[./#:][^()\s]*(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_TAG = on_demand(r"<[^<>]*>")
_NUMBER = on_demand(r"^ {0,3}\d{1,9}[.)](?=\s)", re.MULTILINE)


def lost(text: str, is_line: bool) -> str:
    """The line of a text of which something does not reach the reader; "" where all of it does."""
    if not TAKES_LETTERS.search(text):
        return ""
    shown = _shown(text, is_line)
    if not (shown.strip() or loaded(text, is_line)):
        return text.strip()
    missing = _letters(_typed(text, is_line)) - _letters(shown)
    lines = [line.strip() for line in text.splitlines() if missing & _letters(line)]
    return lines[0] if lines else ""


def loaded(text: str, is_line: bool) -> list[str | None]:
    """Paths below docs/ of its pictures and sounds; None for what would load from elsewhere."""
    if "![" not in text and "<" not in text:
        return []
    html = prose.inline(text) if is_line else prose.block(text)
    return [unescape(found[1]) if found[1] else None for found in LOADED.finditer(html)]


def _typed(text: str, is_line: bool) -> str:
    """Without what is markup: targets of links, complete tags, numbers of lists."""
    plain = text if is_line else _NUMBER.sub("", _FENCE.sub("", text))
    allowed = INLINE if is_line else BLOCK
    return unescape(
        outside_code(
            plain, lambda part: _TAG.sub("", text_brackets(_TARGET.sub("]", part), allowed))
        )
    )


def _shown(text: str, is_line: bool) -> str:
    return prose.plain_line(text) if is_line else prose.plain(text)


def _letters(text: str) -> Counter[str]:
    return Counter(one for one in text if one.isalnum())
