"""Where the choices of a question begin in its lines, whatever letters were lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tiku.formats.paper.answers import LETTERS

LETTER = "[A-Ja-jＡ-Ｊａ-ｊ]"
STRONG = re.compile(
    rf"(?<![A-Za-z0-9Ａ-Ｚ])(?:[（(\[【]\s*({LETTER})\s*[)）\]】]\s*[.．、:：]?|({LETTER})\s*[.．、:：)）﹒](?![A-Za-z]\.))\s*"
)
WEAK_START = re.compile(rf"^({LETTER})(?:[ 　\t]+(?=\S)|(?=[一-鿿《“「])|\s*$)")
WEAK_INSIDE = re.compile(rf"(?:(?<=[\s　])|(?<=[。）)？?：:]))({LETTER})(?=[一-鿿])")
LETTER_BEHIND = re.compile(r"^(.*\S)[\s　]+([A-JＡ-Ｊ])$")
MARKED = "\ue210"
"""Behind words in bold or red, where choices stand in one line."""
BOUNDARY = re.compile(r"[\s）)。？?：:.．，,_—”」]$")
MISREAD = {
    "8": "B",
    "6": "B",
    "β": "B",
    "0": "D",
    "O": "D",
    "o": "D",
    "4": "A",
    "G": "C",
    "(": "C",
    "〔": "C",
}
PAIRS = (
    ("对", "错"),
    ("對", "錯"),
    ("正确", "错误"),
    ("正確", "錯誤"),
    ("是", "否"),
    ("√", "×"),
    ("true", "false"),
)


@dataclass(slots=True)
class Piece:
    """A stretch of a question's text; `letter` is the index of the choice it is, or None."""

    letter: int | None
    text: str
    line: int
    marked: bool = False


@dataclass(slots=True)
class Parted:
    """A stem, choices, and what was doubtful about telling them apart."""

    stem: list[Piece]
    choices: list[Piece]
    doubts: list[tuple[str, str]] = field(default_factory=list)


def index_of(letter: str) -> int:
    """Of a letter in any width and case."""
    code = ord(letter)
    narrow = chr(code - 0xFEE0) if code > 0xFF00 else letter
    return LETTERS.index(narrow.upper())


def split(
    text: str,
    have: int,
    line: int,
    doubts: list[tuple[str, str]],
    inside: bool = False,
    begun: bool = True,
) -> list[Piece]:
    """A line's pieces, where `have` choices were before it.

    `inside`: choices may begin behind the stem; `begun`: there is a stem, so that `A 君` is no
    stem's beginning.
    """
    at = _first(text, have, inside, begun)
    if at is None:
        return [Piece(None, text, line)]
    pieces = [Piece(None, text[: at[0]].strip(), line)] if text[: at[0]].strip() else []
    if pieces and have == 0:
        doubts.append(("choices-on-stem-line", ""))
    _, stop, letter = at
    while True:
        following = _next(text, stop, letter + 1)
        end = following[0] if following else len(text)
        pieces.append(Piece(letter, text[stop:end].strip(), line))
        if following is None:
            return pieces
        if text[end - 1 : end].isalnum() and text[end : end + 1] not in "（([【":
            doubts.append(("choices-without-separator", LETTERS[letter + 1]))
        _start, stop, letter = following


def _first(text: str, have: int, inside: bool, begun: bool) -> tuple[int, int, int] | None:
    """(start, stop, index) of the first label of a line."""
    found = STRONG.match(text) or (WEAK_START.match(text) if begun else None)
    if found:
        letter = index_of(found[1] or found[2] if found.re is STRONG else found[1])
        strong = found.re is STRONG
        spaced = strong or not found[0][1:] or found[0][-1:].isspace()
        if letter == have or (spaced and have < letter <= have + 3):
            return found.start(), found.end(), letter
        if strong and letter < have:
            return found.start(), found.end(), letter
        return None
    for found in STRONG.finditer(text):
        if index_of(found[1] or found[2]) != have:
            continue
        if have == 0 and not (inside and BOUNDARY.search(text[: found.start()])):
            return None
        alone = have == 0 and _next(text, found.end(), 1) is None
        if alone and (found[1] or text[found.end() :].strip()):
            return None
        return found.start(), found.end(), have
    return _weak(text, have)


def _weak(text: str, have: int) -> tuple[int, int, int] | None:
    for found in WEAK_INSIDE.finditer(text):
        letter = index_of(found[1])
        if letter == have or (have == 0 and letter == 1 and len(text) < 30):
            return found.start(), found.end(), letter
    return None


def _next(text: str, start: int, letter: int) -> tuple[int, int, int] | None:
    """The label of the next letter, behind `start`."""
    if letter >= len(LETTERS):
        return None
    for pattern in (STRONG, WEAK_INSIDE):
        for found in pattern.finditer(text, start):
            if index_of(found[1] or (found[2] if pattern is STRONG else "")) == letter:
                return found.start(), found.end(), letter
    return None


def part(pieces: Sequence[Piece], answer: int | None, wants_choices: bool) -> Parted:
    """Which pieces are the stem and which the choices.

    `answer`: the highest index that the answer names. Letters that are missing are where lines
    without one stand; a letter may stand behind its words.
    """
    parted = Parted([], [])
    pieces = _letters_behind(list(pieces), parted.doubts)
    labelled = [index for index, piece in enumerate(pieces) if piece.letter is not None]
    if not labelled:
        return _without_letters(pieces, answer, wants_choices, parted)
    first = labelled[0]
    missing = min(pieces[first].letter or 0, first - 1)
    parted.stem = list(pieces[: first - missing])
    if missing > 0:
        parted.doubts.append(("choice-letters-missing", LETTERS[0]))
    _take(pieces[first - max(missing, 0) :], parted)
    return parted


def _letters_behind(pieces: list[Piece], doubts: list[tuple[str, str]]) -> list[Piece]:
    """`text B` and a letter alone below its text become labelled pieces."""
    own = {piece.letter for piece in pieces if piece.letter is not None}
    for index, piece in enumerate(pieces):
        found = LETTER_BEHIND.match(piece.text) if piece.letter is None and index else None
        if found and own and index_of(found[2]) not in own:
            piece.text, piece.letter = found[1], index_of(found[2])
            own.add(piece.letter)
            doubts.append(("choice-letter-after-text", found[2]))
    for index in range(len(pieces) - 1, 0, -1):
        before, piece = pieces[index - 1], pieces[index]
        alone = piece.letter is not None and not piece.text and before.letter is None
        last = index == len(pieces) - 1 or pieces[index + 1].letter is not None
        if alone and last and index > 1 and before.line != piece.line:
            before.letter = piece.letter
            del pieces[index]
            doubts.append(("choice-letter-after-text", LETTERS[before.letter or 0]))
    return pieces


def _take(pieces: Sequence[Piece], parted: Parted) -> None:
    """From the first choice on: a line without a letter goes on, or has lost its letter."""
    lost = bool(parted.doubts) or _has_gap(pieces)
    for index, piece in enumerate(pieces):
        have = len(parted.choices)
        following = next((p.letter for p in pieces[index + 1 :] if p.letter is not None), None)
        if piece.letter is not None and (piece.letter == have or not lost):
            _check_order(piece, have, parted)
            parted.choices.append(piece)
        elif piece.letter is not None:
            parted.choices.append(piece)
        elif have == 0 or (lost and (following is None or following > have)):
            _take_lost(piece, have, parted)
        else:
            before = parted.choices[-1]
            before.text = joined(before.text, piece.text)
            before.marked = before.marked or piece.marked


def _check_order(piece: Piece, have: int, parted: Parted) -> None:
    if piece.letter != have:
        wrong, right = LETTERS[piece.letter or 0], LETTERS[min(have, len(LETTERS) - 1)]
        parted.doubts.append(("choice-letter-misread", f"{wrong} ≠ {right}"))


def _take_lost(piece: Piece, have: int, parted: Parted) -> None:
    expected = LETTERS[min(have, len(LETTERS) - 1)]
    head, _, rest = piece.text.partition(" ")
    if len(head) == 1 and rest and MISREAD.get(head) == expected:
        piece.text = rest.strip()
        parted.doubts.append(("choice-letter-misread", f"{head} → {expected}"))
    else:
        parted.doubts.append(("choice-letters-missing", expected))
    parted.choices.append(piece)


def _has_gap(pieces: Sequence[Piece]) -> bool:
    """Letters are missing between letters, or one was misread at the start of a line."""
    own = [piece.letter for piece in pieces if piece.letter is not None]
    if own != list(range(len(own))):
        return own == sorted(set(own))
    if own == [0] and len(pieces) > 1:
        return True
    have = 0
    for piece in pieces:
        if piece.letter is not None:
            have += 1
        elif (
            have
            and have < len(LETTERS)
            and MISREAD.get(piece.text[:1]) == LETTERS[have]
            and piece.text[1:2] == " "
        ):
            return True
    return False


def _without_letters(
    pieces: Sequence[Piece], answer: int | None, wants: bool, parted: Parted
) -> Parted:
    """Choices that lost every letter: lines behind the stem, when an answer names one of them."""
    texts = [piece.text.strip().lower() for piece in pieces]
    if len(texts) > 2 and tuple(texts[-2:]) in PAIRS:
        parted.stem, parted.choices = list(pieces[:-2]), list(pieces[-2:])
        parted.doubts.append(("choice-letters-missing", "A"))
        return parted
    lines = len(pieces) - 1
    if wants and answer is not None and answer < lines <= 8 and lines > 2:
        parted.stem, parted.choices = [pieces[0]], list(pieces[1:])
        parted.doubts.append(("choice-letters-missing", "A"))
        return parted
    parted.stem = list(pieces)
    return parted


def joined(one: str, other: str) -> str:
    """Two halves of a wrapped line: a space only between Latin letters."""
    if not one or not other:
        return one or other
    latin = one[-1].isascii() and other[0].isascii() and one[-1].isalnum() and other[0].isalnum()
    return f"{one} {other}" if latin else one + other
