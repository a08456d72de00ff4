"""What a search takes for the same, and what it cuts texts into.

The twin of assets/search/tokens.js; both read tests/cases/search/tokens.json.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Set
from itertools import chain

from tiku.model.values import dataclass
from tiku.text.patterns import on_demand

WORDY = (
    r"a-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u037d\u037f-\u0386\u0388-\u0481"
    r"\u0483-\u0559\u0560-\u0588\u0591-\u05bd\u05bf-\u05f2\u0610-\u061a\u0620-\u0669"
    r"\u066e-\u06d3\u06d5-\u0963\u0966-\u0dff\u10a0-\u10fa\u10fc-\u10ff\u1200-\u135f"
    r"\u13a0-\u13fd\u1820-\u18aa\u1e00-\u1fff"
)
"""Letters, figures and marks of the scripts whose words stand apart: Latin, Greek, Cyrillic,
Armenian, Hebrew, Arabic, those of India, Georgian, Ethiopic, Cherokee, Mongolian. By numbers, for
browsers and Pythons know different editions of Unicode."""
UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30fa\u30fc-\u30ff"
    r"\u3100-\u312f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
)
"""Those of scripts without blanks between words, or with words that grow endings: Thai, Lao,
Burmese, Khmer, kana, bopomofo, Chinese, Hangul."""
RUNS = on_demand(f"[{UNSPACED}]+|[{WORDY}]+")
WORDS = on_demand(f"[{WORDY}]+")
UNSPACED_RUN = on_demand(f"[{UNSPACED}]+")
MARKS = on_demand(r"[\u0300-\u036f]")
"""What letters of Europe bear above and below; marks of other scripts are letters of a word."""
LETTERS = {"ß": "s", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ς": "σ"}
"""Letters that are no letter with a mark to Unicode, but are to who types on another keyboard."""


@dataclass(frozen=True, slots=True)
class Fold:
    """NFKC, lower case, no accents, and one character for the traditional and simplified one."""

    characters: Mapping[int, str]

    def __call__(self, text: str) -> str:
        if text.isascii():
            return text.lower()
        bare = MARKS.sub("", unicodedata.normalize("NFKD", text).lower())
        return unicodedata.normalize("NFC", bare).translate(self.characters)


def fold_with(table: Mapping[str, str]) -> Fold:
    """A fold by a table of single characters."""
    return Fold({ord(written): folded for written, folded in table.items()})


def is_unspaced(token: str) -> bool:
    """Whether it is a part of a run rather than a word."""
    return UNSPACED_RUN.match(token) is not None


def runs(folded: str) -> list[str]:
    """The longest pieces of scripts without blanks, and words of the others."""
    return RUNS.findall(folded)


def tokens(folded: str) -> list[str]:
    """Pairs of neighbouring characters, and words; a lone character stands for itself."""
    return [token for run in runs(folded) for token in _cut(run)]


def among(asked: Set[str]) -> Callable[[str], list[str]]:
    """Those of `tokens` that are asked for, in any order: pairs are told without cutting runs."""
    two = (token for token in asked if len(token) == len("ab") and is_unspaced(token))
    pairs = {number: token for token in two for number in _pairs(token)}
    lone = "".join(token for token in asked if len(token) == 1 and is_unspaced(token))
    alone = re.compile(f"[{lone}](?<![{UNSPACED}].)(?![{UNSPACED}])" if lone else "(?!)")

    def cut(folded: str) -> list[str]:
        words = [word for word in WORDS.findall(folded) if word in asked]
        return [*filter(None, map(pairs.get, _pairs(folded))), *words, *alone.findall(folded)]

    return cut


def _pairs(text: str) -> Iterator[int]:
    """Of neighbouring characters one number each, in any order: looking for texts takes longer."""
    written = memoryview(text.encode("utf-32-le", "surrogatepass"))
    parts = (written, written[4:])
    return chain.from_iterable(part[: len(part) // 8 * 8].cast("Q") for part in parts)


def bare(folded: str) -> str:
    """What two texts have in common that differ in spaces and punctuation only."""
    return "".join(runs(folded))


def _cut(run: str) -> list[str]:
    if len(run) < 3 or not is_unspaced(run):
        return [run]
    return [run[start : start + 2] for start in range(len(run) - 1)]
