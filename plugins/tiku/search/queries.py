"""What a reader typed -> the tokens to look for, with the glossary's other names for them.

The twin of assets/search/queries.js; both read tests/cases/search/ranking.json.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from tiku.search.tokens import RUNS, WORDY, is_unspaced, runs, tokens
from tiku.text.patterns import on_demand

FILLERS = (
    *("怎麼辦", "怎麼樣", "為什麼", "是什麼", "什麼時候", "的時候", "要怎麼", "該怎麼", "怎麼"),
    *("怎樣", "什麼", "如何", "請問", "到底", "可不可以", "可以", "能不能", "會不會", "要不要"),
    *("是不是", "有沒有", "算不算", "應不應該", "應該", "需要", "多少"),
    *("哪些", "哪裡"),
    *("a", "an", "the", "this", "that", "there", "i", "me", "my", "we", "us", "our", "you", "your"),
    *("do", "does", "did", "is", "are", "was", "were", "be", "am", "can", "could", "should"),
    *("would", "how", "what", "which", "when", "where", "why", "who", "whom", "whose", "to", "of"),
    *("in", "on", "at", "for", "from", "with", "by", "and", "or", "if", "please"),
)
"""What makes a question of words; it says nothing of where the answer is."""
WORDY_ONE = on_demand(f"[{WORDY}]")
Unit = list[tuple[str, ...]]
"""Tokens as typed, then those of each other name of the same thing."""


@dataclass(frozen=True)
class Names:
    """Groups of folded names of the same thing, and folded fillers."""

    groups: Sequence[Sequence[str]]
    fillers: Sequence[str] = ()

    @cached_property
    def others(self) -> dict[str, list[str]]:
        """Name -> the other names of what it is called for."""
        found: dict[str, list[str]] = {}
        for group in self.groups:
            for name in group:
                known = found.setdefault(name, [])
                known += [other for other in group if other not in (name, *known)]
        return found

    @cached_property
    def lengths(self) -> dict[str, list[int]]:
        """First character of a name -> the lengths of those that begin with it, longest first."""
        found: dict[str, set[int]] = {}
        for name in self.others:
            found.setdefault(name[:1], set()).add(len(name))
        return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}

    def named(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where any name stands, the longest first; letters only as whole words."""
        start = 0
        while start < len(folded):
            stops = (start + length for length in self.lengths.get(folded[start], ()))
            stop = next((stop for stop in stops if self._is_name(folded, start, stop)), None)
            if stop:
                yield start, stop
            start = stop or start + 1

    def _is_name(self, folded: str, start: int, stop: int) -> bool:
        if folded[start:stop] not in self.others:
            return False
        return not (_joins(folded, start) or _joins(folded, stop))

    def units(self, folded: str) -> list[Unit]:
        """The query's tokens; those of a name together, with its alternatives."""
        spans = list(self.named(folded))
        units: list[Unit] = [self._alternatives(folded[start:end]) for start, end in spans]
        told = self._without_fillers(folded, spans)
        says_something = spans or any(len(run) > 1 for run in runs(told))
        placed = list(_placed(told if says_something else folded))
        loose = [token for token, start, end in placed if not _inside(start, end, spans)]
        lone = [token for token in loose if len(token) == 1 and is_unspaced(token)]
        kept = loose if len(lone) == len(loose) and not units else _without(loose, lone)
        return units + [[(token,)] for token in dict.fromkeys(kept)]

    def _without_fillers(self, folded: str, spans: list[tuple[int, int]]) -> str:
        """Blanks in their places, so that what is left stays where it is."""

        def blank(found: re.Match[str]) -> str:
            named = any(start < found.end() and found.start() < end for start, end in spans)
            return found[0] if named else " " * len(found[0])

        return self._filler.sub(blank, folded)

    @cached_property
    def _filler(self) -> re.Pattern[str]:
        """A word is found as a whole only."""
        words = "|".join(filler for filler in self.fillers if not is_unspaced(filler))
        bounded = [f"(?<![{WORDY}])(?:{words})(?![{WORDY}])"] if words else []
        return re.compile("|".join([*filter(is_unspaced, self.fillers), *bounded]) or "(?!)")

    def _alternatives(self, name: str) -> Unit:
        return [tuple(tokens(other)) for other in (name, *self.others[name])]


def _joins(folded: str, place: int) -> bool:
    """Whether a word goes on over this place."""
    around = folded[max(place - 1, 0) : place + 1]
    return place > 0 and len(WORDY_ONE.findall(around)) == len("ab")


def _placed(folded: str) -> Iterator[tuple[str, int, int]]:
    """Tokens and the part of the query each covers."""
    for run in RUNS.finditer(folded):
        width = 2 if is_unspaced(run[0]) and len(run[0]) > 2 else len(run[0])
        for offset in range(len(run[0]) - width + 1):
            start = run.start() + offset
            yield folded[start : start + width], start, start + width


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _without(loose: list[str], lone: list[str]) -> list[str]:
    return [token for token in loose if token not in lone]
