"""The table of text/readings.py, made from pypinyin's."""

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import distribution

from pypinyin import Style
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.style import convert

from tiku.text.readings import READ_ALOUD

SINGLE = {chr(code): told.split(",")[0] for code, told in PINYIN_DICT.items()}
ALONE = {one: told for one, told in SINGLE.items() if READ_ALOUD.fullmatch(one)}
"""Character -> how it is read by itself; fonts' own characters (private use) are left out."""


def readings() -> str:
    """The whole file."""
    library = distribution("pypinyin")
    notice = library.read_text("licenses/LICENSE.txt") or library.read_text("LICENSE.txt") or ""
    told = [f"Made from pypinyin {library.version} by python3 dev.py docs.", *notice.splitlines()]
    parts = (filter(None, told), _syllables(), _phrases())
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def _syllables() -> Iterator[str]:
    by_sound: dict[str, str] = {}
    for character, syllable in sorted(ALONE.items()):
        by_sound[syllable] = by_sound.get(syllable, "") + character
    for syllable in sorted({*by_sound, *(one for read in _read().values() for one in read)}):
        yield " ".join((syllable, *_said(syllable), by_sound.get(syllable, ""))).strip()


def _phrases() -> Iterator[str]:
    by_first: dict[str, str] = {}
    for phrase, read in sorted(_read().items()):
        usual = [ALONE.get(character, character) for character in phrase]
        is_usual = [*map(_said, read)] == [*map(_said, usual)]
        told = "" if is_usual else "=" + " ".join(read)
        by_first[phrase[0]] = by_first.get(phrase[0], "") + f",{phrase[1:]}{told}"
    yield from (first + tails for first, tails in by_first.items())


def _read() -> Mapping[str, Sequence[str]]:
    return {phrase: [one for one, *_ in read] for phrase, read in PHRASES_DICT.items()}


def _said(syllable: str) -> tuple[str, str]:
    """In bopomofo, and without its tone."""
    bopomofo, plain = (
        convert(syllable, style, strict=True, default=syllable)
        for style in (Style.BOPOMOFO, Style.NORMAL)
    )
    return bopomofo, plain
