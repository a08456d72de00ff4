"""How Chinese is written and read aloud, in either script: the door to OpenCC.

It is loaded when Chinese is met: it takes 41 MiB, and an English site does not need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from tiku.text.han import HAN_RUN
from tiku.text.readings import spoken
from tiku.text.scripts import simplified as only_simplified

if TYPE_CHECKING:
    from opencc import OpenCC

CJK = range(0x3400, 0xA000)
"""Unified ideographs and extension A: what OpenCC's tables of single characters are about."""
EAST_ASIAN = "\u2e80"
"""The first character of their scripts: nothing below is ever converted."""
VARIANTS = ("tw2s", "hk2s", "t2s", "tw2s")
"""Taiwan's and Hong Kong's own characters first (著, 衞), then all traditional ones; once more
because 麼 leads to 么 and 么 to 幺."""


@cache
def simplified_characters() -> Mapping[str, str]:
    """Traditional character or variant -> the simplified one that stands for it."""
    characters = [chr(code) for code in CJK]
    converted = "\n".join(characters)
    for variant in VARIANTS:
        converted = _converter(variant).convert(converted)
    pairs = zip(characters, converted.split("\n"), strict=True)
    return {written: folded for written, folded in pairs if written != folded}


def simplified(text: str) -> str:
    """As a reader of Simplified Chinese would write it, phrase by phrase."""
    return text if max(text, default="") < EAST_ASIAN else str(_converter("tw2s").convert(text))


def traditional(text: str) -> str:
    """As a reader of Traditional Chinese would write it, phrase by phrase; what has no character of
    Simplified text alone stays, and OpenCC's phrases (39 MiB) are left where they are."""
    return text if not only_simplified(text) else str(_converter("s2tw").convert(text))


def syllables(text: str) -> list[tuple[str, str]]:
    """(Simplified character, its syllable without tone in this text), of what is Chinese.

    The phrases that tell 重複 from 重視 are written in Simplified characters.
    """
    if not HAN_RUN.search(text):
        return []
    pieces = HAN_RUN.findall(simplified(text))
    return [pair for run in pieces for pair in zip(run, spoken(run, "pinyin"), strict=True)]


def bopomofo(text: str) -> list[str]:
    """The syllables as dictionaries sort them; a Latin word stands as it is."""
    return spoken(simplified(text), "bopomofo")


def pinyin(text: str) -> list[str]:
    """The syllables without tones; a Latin word stands as it is."""
    return spoken(simplified(text), "pinyin")


def readings(texts: Iterable[str]) -> dict[str, str]:
    """Syllable -> the folded characters that are read so in these texts, both in order."""
    found: dict[str, set[str]] = {}
    for character, syllable in {pair for text in texts for pair in syllables(text)}:
        fold = simplified_characters()
        found.setdefault(syllable, set()).add(fold.get(character, character))
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}


@cache
def _converter(name: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(name)
