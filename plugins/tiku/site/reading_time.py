"""How long a page takes to read, and for whom it is written; said below its title."""

import math
import re
from collections.abc import Mapping
from html import unescape

from tiku.locales.catalogue import Words
from tiku.text.han import HAN_RUN
from tiku.text.patterns import on_demand

CHARACTERS_A_MINUTE, WORDS_A_MINUTE = 300, 200
"""A pace for learning, slower than for a novel; round numbers, not measurements."""
ASIDE = on_demand(r'<details class="tiku-on-clause".*?</details>', re.DOTALL)
MARKUP = on_demand(r"<!--(?:[^-]++|-(?!->))*+(?:-->)?|<[^<>]*>")
WORD = on_demand(r"[^\W_]+")


def with_reading_time(html: str, meta: Mapping[str, object], words: Words) -> str:
    """The page with a line below its first heading, where its front matter names a `level`."""
    level = words.group("labels.levels").get(str(meta.get("level", "")))
    head, end, rest = html.partition("</h1>")
    if not level or not end:
        return html
    line = words("page.minutes", minutes=minutes(rest), level=level)
    return f'{head}{end}<p class="tiku-length" data-search-exclude="1">{line}</p>{rest}'


def minutes(html: str) -> int:
    """At least one."""
    text = unescape(MARKUP.sub("", ASIDE.sub("", html)))
    rest, runs = HAN_RUN.subn(" ", text)
    characters = len(text) - len(rest) + runs
    read = characters / CHARACTERS_A_MINUTE + len(WORD.findall(rest)) / WORDS_A_MINUTE
    return max(1, math.ceil(read))
