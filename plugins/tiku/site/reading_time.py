"""How long a page takes to read, and for whom it is written; said below its title."""

import math
import re
from collections.abc import Mapping

from markupsafe import Markup

from tiku.locales import words

CHARACTERS_A_MINUTE = 300
"""A pace for learning, slower than for a novel; a round number, not a measurement."""
ASIDE = re.compile(r'<details class="tiku-on-clause".*?</details>', re.DOTALL)
COUNTED = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[A-Za-z0-9]+")


def told(html: str, meta: Mapping[str, object]) -> str:
    """The page with a line below its first heading, where its front matter names a `level`."""
    level = words.LEVELS.get(str(meta.get("level", "")))
    head, end, rest = html.partition("</h1>")
    if not level or not end:
        return html
    line = words.LENGTH.format(minutes=minutes(rest), level=level)
    return f'{head}{end}<p class="tiku-length" data-search-exclude="1">{line}</p>{rest}'


def minutes(html: str) -> int:
    """At least one; a Latin word counts as a character."""
    read = len(COUNTED.findall(Markup(ASIDE.sub("", html)).striptags()))
    return max(1, math.ceil(read / CHARACTERS_A_MINUTE))
