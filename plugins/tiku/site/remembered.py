"""Conversion to Simplified Chinese that is known of texts as long as they stay as they are."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tiku.model.cache import Cache, Coding
from tiku.text.mainland import Mainland, Repeat

SHORT = 200
"""Characters: up to so many are converted as fast as they are looked up."""
Converted = tuple[str, set[str], list[Repeat]]
"""A text, the rows that it used, and what came to stand twice in it."""


@dataclass(slots=True)
class RememberedMainland(Mainland):
    """The same, with a cache."""

    cache: Cache = field(kw_only=True)

    def __call__(self, text: str, written: Callable[[str], str] = str) -> str:
        if len(text) <= SHORT:
            return Mainland.__call__(self, text, written)
        told = (text, written.__qualname__, self.spellings, self.words)
        converted, used, repeats = self.cache("hans", told, lambda: self._made(text, written), HANS)
        self.used |= used
        self.repeats += repeats
        return converted

    def _made(self, text: str, written: Callable[[str], str]) -> Converted:
        before = self.used, self.repeats
        self.used, self.repeats = set(), []
        try:
            return Mainland.__call__(self, text, written), self.used, self.repeats
        finally:
            self.used, self.repeats = before


def _write(made: Converted) -> list[Any]:
    text, used, repeats = made
    return [text, sorted(used), [[one.hant, one.hans, one.text] for one in repeats]]


def _read(row: Any) -> Converted:  # noqa: ANN401 -- JSON
    text, used, repeats = row
    return text, set(used), [Repeat(*one) for one in repeats]


HANS = Coding(_write, _read)
