"""When two short texts are the same to a reader: width, punctuation, spaces and case do not count.

The twin of assets/folding.js; both read tests/cases/folding.json.
"""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=2**16)  # a dozen rules fold the same stems and choices
def fold(text: str) -> str:
    """NFKC, lower case, without punctuation (but `%`), white space and control characters."""
    lowered = unicodedata.normalize("NFKC", text).lower()
    return "".join(c for c in lowered if c == "%" or unicodedata.category(c)[0] not in "PZC")
