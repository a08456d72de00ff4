"""How Chinese is read aloud: phrase by phrase, since a character may have several readings.

`readings.txt` is pypinyin's table, made by `python3 dev.py docs`: that library takes 55 MiB and a
tenth of a second before it has read a character, this file two. It has three parts, with an empty
line between them:

    notice      whose table it is
    syllables   `zhòng ㄓㄨㄥˋ zhong 中重种`: as it is written, in bopomofo, without its tone, and
                the characters that are read so by themselves
    phrases     `重,复=chóng fù,要`: a character, and what follows it in each phrase that begins
                with it; with `=` where the phrase is not read character by character
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

from tiku.text.han import HAN
from tiku.text.patterns import on_demand

TABLE = Path(__file__).with_suffix(".txt")
READ_ALOUD = on_demand(rf"((?:{HAN}|[\U00020000-\U000323af])+)")
Script = Literal["bopomofo", "pinyin"]
BY_SCRIPT: Mapping[Script, int] = {"bopomofo": 0, "pinyin": 1}


class Table(NamedTuple):
    """`syllables`: as one is written -> in each script; `phrases`: character -> its line."""

    syllables: Mapping[str, tuple[str, str]]
    characters: str
    phrases: Mapping[str, str]


def spoken(text: str, script: Script) -> list[str]:
    """The syllables of a text in Simplified characters; what is not Chinese stands as it is."""
    read: list[str] = []
    for at, part in enumerate(READ_ALOUD.split(text)):
        if at % 2:
            read += chain.from_iterable(_told(phrase, script) for phrase in _phrases(part))
        elif part:
            read.append(part)
    return read


@cache
def _told(phrase: str, script: Script) -> list[str]:
    """As the table has them; a character that it has not is its own syllable."""
    syllables, column = _table().syllables, BY_SCRIPT[script]
    return [syllables[one][column] if one in syllables else one for one in _read(phrase)]


def _phrases(run: str) -> Iterator[str]:
    """The longest phrase, again and again; a character where none begins."""
    while run:
        end = _end_of_phrase(run)
        yield run[:end]
        run = run[end:]


def _end_of_phrase(run: str) -> int:
    tails, found = _table().phrases.get(run[0], ""), 1
    for end in range(2, len(run) + 1):
        tail = f",{run[1:end]}"
        if tail not in tails:
            break
        if f"{tail}," in tails or f"{tail}=" in tails:
            found = end
    return found


def _read(phrase: str) -> list[str]:
    tails = _table().phrases.get(phrase[0], "")
    _, is_told, read = tails.partition(f",{phrase[1:]}=")
    return read.partition(",")[0].split(" ") if is_told else [*map(_by_itself, phrase)]


@cache
def _by_itself(character: str) -> str:
    characters = _table().characters
    at = characters.find(character)
    start = characters.rfind("\n", 0, at) + 1
    return character if at < 0 else characters[start : characters.find(" ", start)]


@cache
def _table() -> Table:
    _, syllables, phrases = TABLE.read_text("utf-8").strip().split("\n\n")
    rows = (row.split(" ") for row in syllables.split("\n"))
    return Table(
        {written: (bopomofo, pinyin) for written, bopomofo, pinyin, *_ in rows},
        "\n" + syllables,
        {line[0]: f"{line[1:]}," for line in phrases.split("\n")},
    )
