"""When two short texts are the same to a reader: width, punctuation, spaces and case do not count.

The twin of assets/folding.js; both read tests/cases/folding.json.
"""

import unicodedata
from functools import lru_cache


class _Kept(dict[int, int | None]):
    """Code point -> itself, or None where it does not count; filled in as characters turn up."""

    def __missing__(self, code: int) -> int | None:
        kept = chr(code) == "%" or unicodedata.category(chr(code))[0] not in "PZC"
        self[code] = code if kept else None
        return self[code]


_KEPT = _Kept()


@lru_cache(maxsize=2**16)  # a dozen rules fold the same stems and choices
def fold(text: str) -> str:
    """NFKC, lower case, without punctuation (but `%`), white space and control characters."""
    return unicodedata.normalize("NFKC", text).lower().translate(_KEPT)
