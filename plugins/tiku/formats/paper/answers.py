"""An answer as people write it -> letters, a judgement, what goes into blanks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tiku.formats.paper.vocabulary import BLANK, CIRCLED, empty, narrow
from tiku.text.folding import fold

LETTERS = "ABCDEFGHIJ"
BETWEEN = r"[\s、,，;；.。/／|\\#&和与與及+]*"
AROUND = r"[\s、,，;；.。/／|\\#&和与與及+()【】\[\]]*"
ONLY_LETTERS = re.compile(rf"^{AROUND}([A-Ja-j](?:{AROUND}[A-Ja-j])*){AROUND}$")
ON_POINTS = re.compile(r"(?<=[A-Ja-j])[\s。.;；]*\([^()]{0,24}分[^()]{0,12}\)[。.]?$")
"""Behind letters: how many points they are worth, or what some of them are."""
CHOSEN = re.compile(r"^(?:故|应|應|本题|因此|所以)?\s*[选選]\s*+[:：]?\s*")
LETTER_AND_TEXT = re.compile(
    r"^[（(]?\s*([A-Ja-j])\s*(?:[)）]\s*[.．、:：]?|[.．、:：项項]|[，,;；。](?=\s?[一-鿿])|\s)\s*(\S.*)$",
    re.DOTALL,
)
LETTERS_AND_BRACKET = re.compile(r"^([A-Ja-j][A-Ja-j、,，\s]*)\(([^()]+)\)[。.]?$")
"""`C（以上皆是）`: letters, and their choices again."""
ONLY_NUMBERS = re.compile(r"^\s*\d{1,2}(?:(?:\s++|\s*+[,，;；、|]\s*+)\d{1,2})*\s*$")
ORDINALS = (CIRCLED, "甲乙丙丁戊己庚辛", "一二三四五六七八九十")
ORDINAL = re.compile(f"[{''.join(ORDINALS)}]")
NUMBER_WORDS = re.compile(r"(?i:选项|選項|option|choice|answer)|[第个個项項()。]")
NUMBER_MARK = re.compile(
    rf"\s*(?:[（(]\s*(\d{{1,2}})\s*[)）]|([{CIRCLED}])|第([一二三四五六七八九\d])空\s*[:：]?)\s*"
)
NUMBERED = re.compile(r"(?:^|(?<!\s)\s+)()()(\d{1,2})\s*[.．、](?!\d)\s*")
"""`1.` counts blanks only where `2.` follows."""
OR = re.compile(r"^(.+?)[（(]\s*(?:或者?|也可以?|亦可)[写寫填为為作]?\s*(.+?)\s*[)）]$")
BRACKETED = re.compile(r"^([^\n]*[^\n（(])[（(]([^（()）]*)[)）]$")
ALSO = re.compile(
    r"[“\"‘「『]([^“\"‘「『”’」』\n]+)[”\"’」』](?=.*[也亦均都][对對可行])", re.DOTALL
)
SEMICOLON = re.compile(r"[;；]")
EITHER = re.compile(r"[;；]|\|\||\n")
"""Apart on the only line that is written on."""
SPLITS = (
    SEMICOLON,
    *map(re.compile, (r"\|+", r"#+", r"[/／]", r"\t+|\s{2,}", r"、", r"[,，]", r"\s+")),
)


@dataclass(frozen=True, slots=True)
class Letters:
    """Indexes in the order written; `lower` were not capitals; `text` stood behind the letter."""

    indexes: tuple[int, ...]
    lower: bool = False
    text: str = ""


def letters(text: str) -> Letters | None:
    """Right choices named by letters; None where the text says something else."""
    bare = ON_POINTS.sub("", CHOSEN.sub("", narrow(text).strip()))
    found = ONLY_LETTERS.match(bare)
    if found:
        own = re.findall("[A-Ja-j]", found[1])
        indexes = tuple(dict.fromkeys(LETTERS.index(letter.upper()) for letter in own))
        return Letters(indexes, lower=any(letter.islower() for letter in own))
    again = LETTERS_AND_BRACKET.match(bare)
    named = letters(again[1]) if again else None
    if again and named:
        return replace(named, text=again[2].strip())
    found = LETTER_AND_TEXT.match(text.strip()) or LETTER_AND_TEXT.match(bare)
    if found:
        letter = found[1]
        return Letters((LETTERS.index(letter.upper()),), letter.islower(), found[2].strip())
    return None


def numbers(text: str) -> tuple[int, ...] | None:
    """Right choices named by numbers from 1 -> indexes."""
    bare = narrow(ORDINAL.sub(lambda sign: f" {_ordinal(sign[0])} ", text))
    bare = NUMBER_WORDS.sub(" ", bare).strip().removesuffix(".0")
    if not ONLY_NUMBERS.match(bare):
        return None
    found = [int(number) for number in re.findall(r"\d+", bare)]
    if len(found) == 1 and found[0] > len(LETTERS) and bare[0] < bare[-1]:
        found = [int(digit) for digit in bare]
    return tuple(dict.fromkeys(number - 1 for number in found))


def _ordinal(sign: str) -> int:
    return next(signs.index(sign) for signs in ORDINALS if sign in signs) + 1


def circled(text: str) -> tuple[int, ...] | None:
    """Right choices named ①②."""
    bare = re.sub(r"[\s、,，;；。.]", "", text)
    if bare and all(character in CIRCLED for character in bare):
        return tuple(dict.fromkeys(CIRCLED.index(character) for character in bare))
    return None


def by_text(text: str, choices: Sequence[str]) -> tuple[int, ...] | None:
    """Right choices named by their own words, one or several."""
    folded = [fold(choice) for choice in choices]
    if fold(text) and fold(text) in folded:
        return (folded.index(fold(text)),)
    for split in SPLITS[:6]:
        parts = [fold(part) for part in split.split(text) if fold(part)]
        if len(parts) > 1 and all(part in folded for part in parts):
            return tuple(dict.fromkeys(folded.index(part) for part in parts))
    return None


def blanks_of(stem: str) -> int:
    """How many blanks a stem has."""
    return len(BLANK.findall(stem))


def fill(
    text: str, blanks: int, behind: str = ""
) -> tuple[tuple[tuple[str, ...], ...] | None, str]:
    """What goes into each blank, and a doubt; None where the count does not fit.

    `behind` is what stands behind the only blank: an answer may repeat it.
    """
    text = text.strip()
    if empty(text):
        return None, "no-answer"
    parts = _marked(text)
    if parts:
        return (_each(parts), "") if len(parts) == blanks else (None, "blank-count")
    if blanks == 1:
        return _one(text, behind)
    for split in SPLITS:
        parts = [part.strip() for part in split.split(text.strip(" ;；|#。")) if part.strip()]
        if len(parts) == blanks:
            return _each(parts), ""
    return None, "blank-count"


def _marked(text: str) -> list[str]:
    """Behind (1) (2) or ① ②, if the text begins with such."""
    marks = NUMBER_MARK if NUMBER_MARK.match(text) else NUMBERED
    if not marks.match(text) or (marks is NUMBERED and len(marks.findall(text)) < 2):
        return []
    parts = marks.split(text)[4::4]
    return [part.strip(" \t\n;；,，、") for part in parts]


def _each(parts: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(_alternatives(part, SEMICOLON) for part in parts)


def _one(text: str, behind: str) -> tuple[tuple[tuple[str, ...], ...], str]:
    bracketed = BRACKETED.match(text)
    prose = ALSO.search(bracketed[2]) if bracketed else None
    if not bracketed or not prose:
        return ((_alternatives(text, EITHER)),), ""
    whole, also = bracketed[1].strip(), prose[1].strip()
    bare = whole.removesuffix(behind) if behind and whole.endswith(behind) else ""
    said = (bare, also, whole) if bare else (whole, also)
    return (tuple(dict.fromkeys(said)),), "answer-in-prose"


def _alternatives(text: str, more: re.Pattern[str]) -> tuple[str, ...]:
    either = OR.match(text.strip())
    if either:
        return either[1].strip(), either[2].strip()
    parts = [part.strip() for part in more.split(text) if part.strip()]
    if len(parts) == 1 and not re.fullmatch(r"[\d\s/／.]+", text):
        parts = [part.strip() for part in re.split(r"[|/／]", text) if part.strip()]
    return tuple(dict.fromkeys(parts or [text.strip()]))
