"""What a search takes for the same, and what it cuts texts into.

The twin of assets/search/tokens.js; both read tests/cases/search/tokens.json.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from tiku.text.han import HAN_RUN, RUNS


@dataclass(frozen=True, slots=True)
class Fold:
    """NFKC, lower case, and one character for the traditional and the simplified one."""

    characters: Mapping[int, str]

    def __call__(self, text: str) -> str:
        return unicodedata.normalize("NFKC", text).lower().translate(self.characters)


def fold_with(table: Mapping[str, str]) -> Fold:
    """A fold by a table of single characters."""
    return Fold({ord(written): folded for written, folded in table.items()})


def runs(folded: str) -> list[str]:
    """The longest pieces of Chinese, and of Latin letters and digits."""
    return RUNS.findall(folded)


def tokens(folded: str) -> list[str]:
    """Pairs of neighbouring characters, and Latin words; a lone character stands for itself."""
    return [token for run in runs(folded) for token in _cut(run)]


def bare(folded: str) -> str:
    """What two texts have in common that differ in spaces and punctuation only."""
    return "".join(runs(folded))


def _cut(run: str) -> list[str]:
    if len(run) < 3 or not HAN_RUN.fullmatch(run):
        return [run]
    return [run[start : start + 2] for start in range(len(run) - 1)]
