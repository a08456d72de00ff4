"""Traditional and simplified characters, and what careless conversion makes of words.

A character is of one script only when that script's national character set has it and the
other's has not: Big5 for traditional, GB 2312 for simplified. Characters of both are neutral.
"""

import re

from tiku.text.patterns import on_demand
from tiku.text.variants import PAIRS

FIRST, LAST = "\u4e00", "\u9fff"

TRAPS: tuple[tuple[str, str], ...] = (
    (r"[標校水基][准]|准(?=[時確備則繩])", "準"),
    (r"[關聯維][系](?![統列])", "係、繫"),
    (r"系(?=於|數為)", "係、繫"),
    (r"(?<=[系統心手這那哪家夜城店群司屋櫃])里(?![程民長])", "裡"),
    (r"(?<=[之以然最隨事會課售先落])后|后(?=[來續果者面方])", "後"),
    (r"(?<=[規模示防師典])范|范(?=[圍本例疇])", "範"),
    (r"沖(?=[突擊])|(?<=緩)沖", "衝"),
    (r"(?<=[剩多其業殘])余|余(?=[額數])", "餘"),
    (r"(?<=[骨才主])干|干(?=[部勁練])", "幹"),
    (r"制(?=[作造成品])(?!成本)", "製"),
    (r"(?<=[反重])复|复(?=[雜核])", "複、覆"),
    (r"(?<=[特象])征", "徵"),
    (r"采(?=[用取購納])", "採"),
    (r"(?<=[位由對關至基等終])于", "於"),
    (r"并(?=[且非不將])", "並"),
    (r"(?<=老)板", "闆"),
    (r"(?<=[什怎這那多])么", "麼"),
)
TRAP = on_demand("|".join(f"(?P<t{n}>{pattern})" for n, (pattern, _) in enumerate(TRAPS)))

TRAPPED = on_demand("[准系里后范沖余干制复征采于并板么]")
"""A text without any of these has fallen into no trap."""


def simplified(text: str) -> set[str]:
    """The characters that only simplified text has."""
    return _only(text, "gb2312", "big5")


def traditional(text: str) -> set[str]:
    """The characters that only traditional text has."""
    return _only(text, "big5", "gb2312")


def trap(text: str) -> tuple[str, str] | None:
    """A word that conversion left half done, and the character it should have."""
    found = TRAP.search(text)
    if found is None or found.lastgroup is None:
        return None
    around = text[max(0, found.start() - 1) : found.end() + 1]
    return around, TRAPS[int(found.lastgroup[1:])][1]


def both(pattern: str) -> str:
    """A regular expression in Traditional characters -> the same for both scripts."""
    pieces, inside = [], False
    for piece in _PIECE.findall(pattern):
        spellings = piece + _SIMPLIFIED_FORMS.get(piece, "")
        pieces.append(spellings if inside or len(spellings) == 1 else _one_of(piece, spellings))
        inside = (inside or piece == "[") and piece != "]"
    return "".join(pieces)


def _one_of(piece: str, spellings: str) -> str:
    return f"[{spellings}]" if piece in _SIMPLIFIED_FORMS else piece


_PIECE = on_demand(r"\\.|.", re.DOTALL)
_SIMPLIFIED_FORMS = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))


def _only(text: str, of: str, not_in: str) -> set[str]:
    """The Chinese characters of a text that one codec has and another lacks."""
    chinese = "".join(one for one in set(text) if FIRST <= one <= LAST)
    return _known(chinese, of) - _known(chinese, not_in)


def _known(characters: str, codec: str) -> set[str]:
    """All at once: one encoding a character takes seventy times as long."""
    return set(characters.encode(codec, "ignore").decode(codec))
