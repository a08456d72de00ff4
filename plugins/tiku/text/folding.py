"""When two short texts are the same to a reader: width, case, blanks and decoration do not count.

What is decoration depends on where it stands: the stop after 「首問負責制。」 is, the point in
`1.5`, the minus before `-5` and the sign in `C#` are not. The twin of assets/core/folding.js;
both read tests/cases/folding.json.
"""

import re
import unicodedata
from functools import lru_cache

from tiku.text.patterns import on_demand

_ALIKE = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("⁄∕", "/")})
_OTHERS = on_demand("[‐‑‒–—―−⁄∕]")
_UNSEEN_ONES = r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
_UNSEEN = on_demand(_UNSEEN_ONES)
_POWER = on_demand(r"(?<=[0-9０-９])(?=[⁰¹²³⁴-⁹])")
_PART = on_demand(r"(?<=[0-9０-９])(?=[¼-¾⅐-⅞])")
_RARE = on_demand(rf"{_UNSEEN_ONES}|[⁰¹²³⁴-⁹¼-¾⅐-⅞]")
"""Most texts have none: three patterns that look at every character are spared."""
_STOP = on_demand(r"。(?<=[0-9]。)(?=[0-9])")
_BLANKS = on_demand(r"[ \t\r\n\f\v]+")
_LOOSE_BLANK = on_demand(r" (?:(?![0-9])|(?<![0-9] ))")
_THOUSANDS = on_demand(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
_EXACT = on_demand(r"[0-9a-z%‰#&@*\\_§†.-]")
"""Without any of these nothing is meant."""
_MEANT = on_demand(
    r"""([%‰#&@*\\_§†\ .,:/()[\]{}-](?:
      (?<=[%‰#&@*\\_§†])               # signs that are part of a name or a number
    | (?<=[0-9][ .,:/])(?=[0-9])       # between the figures of one number, time or fraction
    | (?<=\.)(?<![0-9a-z].)(?=[0-9])   # .5
    | (?<=-)(?<![a-z]{2}.)(?=[0-9.])   # -5, 1-3, but COVID-19
    | (?<=(?<![a-z0-9])[a-z]-)(?![^\W_])  # A-, as a grade
    | (?<=[(\[{])(?=[0-9.-])           # the ends of an interval
    | (?<=[0-9][)\]}])))""",
    re.VERBOSE,
)
"""Begins with one of some characters, which is four times as fast to look for."""


_HAN_ONLY = on_demand("[\u4e00-\u9fff]*+")
"""Stays as it is."""


class _Kept(dict[int, int | None]):
    """Code point -> itself, or None where it does not count; filled in as characters turn up."""

    def __missing__(self, code: int) -> int | None:
        self[code] = code if unicodedata.category(chr(code))[0] not in "PZC" else None
        return self[code]


_KEPT = _Kept()


def typed(text: str) -> str:
    """One width of characters, one dash and one blank for all; 10² is not 102, nor 2½ 21/2."""
    if _RARE.search(text):
        text = _PART.sub(" ", _POWER.sub("^", _UNSEEN.sub("", text)))
    plain = unicodedata.normalize("NFKC", text)
    plain = plain.translate(_ALIKE) if _OTHERS.search(plain) else plain
    return _BLANKS.sub(" ", _STOP.sub(".", plain)).strip(" ")


def exact(text: str) -> str:
    """Only width and blanks are overlooked: what tells two choices apart."""
    return unicodedata.normalize("NFKC", text).replace(" ", "").replace("\n", "")


def fold(text: str) -> str:
    """One width, lower case, without decoration and control characters."""
    return text if _HAN_ONLY.fullmatch(text) else _folded(text)


@lru_cache(maxsize=2**16)  # a dozen rules fold the same stems and choices
def _folded(text: str) -> str:
    plain = _LOOSE_BLANK.sub("", _THOUSANDS.sub("", typed(text).lower().replace("ß", "ss")))
    if plain.isalnum():
        return plain
    if not _EXACT.search(plain):
        return plain.translate(_KEPT)
    pieces = _MEANT.split(plain)
    pieces[::2] = [piece.translate(_KEPT) for piece in pieces[::2]]
    return "".join(pieces)
