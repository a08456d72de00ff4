"""How Chinese text is typed: what is mechanically wrong in it, and the same text put right."""

import re
from collections.abc import Callable
from html import unescape

from tiku.text.patterns import on_demand
from tiku.text.radicals import plain
from tiku.text.unseen import LOOSE_JOINER

HAN = "\u3400-\u9fff\uf900-\ufaff"
_BESIDE = f"{HAN}「」『』（）《》、，。；：？！…—"

# Code, links, addresses and HTML are no prose; they are stepped over.
NO_PROSE = on_demand(r"`[^`\n]*`|\]\([^()\s]*\)|<[^<>\n]*>|https?://\S+")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_MARK = on_demand(f"(?<=[{_BESIDE}])[,;:?!] ?(?=[{_BESIDE}]|$)", re.MULTILINE)
_BLANK = on_demand(r"\( *\)|（ +）")
_BRACKETS = on_demand(f"\\((?=[^()\n]*[{HAN}])[^()\n]*\\)")
_AFTER_HAN = on_demand(f"(?<=[{HAN}])\\([^()\n]*\\)(?=[{_BESIDE}])")
HALF_WIDTH = (_BLANK, _MARK, _BRACKETS, _AFTER_HAN)
"""What `full_width` replaces."""
_HIDDEN = on_demand(f"[\u200b\u200e\u200f\u2060\ufeff\u00ad]|{LOOSE_JOINER}")
_ODD_SPACE = on_demand("[\u00a0\u2002-\u200a\u202f]")
_SPACE_INSIDE = on_demand(
    f"(?<=[{HAN}]) +(?=[，。；：？！、])|(?<=[，。；：？！、]) +(?=[{HAN}])|(?<=\\d) +(?=%)"
)
_ENTITY = on_demand(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)
_HAN = on_demand(f"[{HAN}]")
_COMPATIBLE = on_demand("[\u2e80-\u2fdf\uf900-\ufaff]")
"""As text from a PDF has them; no keyboard types them, and no search finds them."""


def full_width(text: str) -> str:
    """Punctuation between Chinese characters, brackets around them, and the blank `（　）`."""
    if not _HAN.search(text):
        return text
    text = _outside(_BLANK, text, lambda _: "（　）")
    text = _outside(_MARK, text, lambda mark: mark[0].strip().translate(_WIDE))
    text = _outside(_BRACKETS, text, lambda part: f"（{part[0][1:-1]}）")
    return _outside(_AFTER_HAN, text, lambda part: f"（{part[0][1:-1]}）")


def visible(text: str) -> str:
    """Without unseen characters; odd spaces, radicals and compatibility characters as usual
    ones."""
    text = _ODD_SPACE.sub(" ", _HIDDEN.sub("", text))
    return plain(text) if _COMPATIBLE.search(text) else text


def spaced(text: str) -> str:
    """No space beside full-width punctuation, nor between a number and `%`."""
    return _outside(_SPACE_INSIDE, text, lambda _: "")


def without_entities(text: str) -> str:
    """HTML's names of characters as the characters; `<` stays written, for it would be markup."""
    return _outside(_ENTITY, text, lambda found: _character(found[0]))


SUSPECT = on_demand(
    "[ ,;:?!(&\u00a0\u00ad\u2002-\u200f\u202f\u2060\u2e80-\u2fdf\ufeff\uf900-\ufaff]"
)
"""A text without any of these has nothing to mend."""


def _character(entity: str) -> str:
    meant = unescape(entity)
    return {"<": "＜", ">": "＞", "\u00a0": " "}.get(meant, meant)


def _outside(pattern: re.Pattern[str], text: str, mend: Callable[[re.Match[str]], str]) -> str:
    """Replace only where the text is prose."""
    if not pattern.search(text):
        return text
    kept = [found.span() for found in NO_PROSE.finditer(text)]

    def replaced(found: re.Match[str]) -> str:
        inside = any(start < found.end() and found.start() < stop for start, stop in kept)
        return found[0] if inside else mend(found)

    return pattern.sub(replaced, text)
