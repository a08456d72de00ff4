"""Choices without letters: ①②③, (1)(2)(3), 甲乙丙, boxes, or lines of which the answer is one."""

import re
from collections.abc import Sequence

from tiku.formats.paper import answers
from tiku.formats.paper.choices import Piece, joined
from tiku.formats.paper.vocabulary import CIRCLED, END

STEMS = "甲乙丙丁戊己庚辛"
TICKED = "☑☒■●◉"
SIGNS = (
    re.compile(rf"([{CIRCLED}])"),
    re.compile(r"[（(]\s?(\d)\s?[)）]"),
    re.compile(rf"(?:^|(?<=[\s。；;？?：:]))[（(]?([{STEMS}])[)）]?[、.．:：]"),
    re.compile(r"(?:^|(?<=\s))(\d)\s?[.．、)）](?!\d)"),
    re.compile(rf"(?:^|(?<=[\s]))([□☐○◯•▪◇{TICKED}])"),
)
"""What stands before each choice; the last marks them without counting."""
ASKS = ("？", "?")
HOW_MANY = re.compile(r"[幾几多][項项個个種种點点條条件次天步少]|(?i:how (?:many|much))")
NUMBER = re.compile(r"[\d一二三四五六七八九十零兩两半]")
FEWEST = 2
MOST = 10


def lettered(pieces: Sequence[Piece], answer: str) -> list[Piece]:
    """The pieces with choices among them, where the answer or their print names one of these."""
    pieces = list(pieces)
    if not pieces or any(piece.letter is not None for piece in pieces):
        return pieces
    text = "\n".join(piece.text for piece in pieces)
    for sign in SIGNS:
        found = _counting(sign, text)
        if len(found) >= FEWEST and text[: found[0].start()].strip():
            made = _made(text, found, pieces)
            if _decided(made[1:], answer) and not _counted(made, answer):
                return made
    return _lines(pieces, answer)


def listed(text: str) -> list[str]:
    """The choices of a text that is nothing but choices; none where it is another."""
    for sign in SIGNS:
        found = _counting(sign, text)
        if len(found) >= FEWEST and not text[: found[0].start()].strip():
            return [piece.text for piece in _made(text, found, [Piece(None, text, 0)])[1:]]
    return []


def _counting(sign: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The signs that count on from the first; boxes all count, and of ①③ one is lost."""
    found: list[re.Match[str]] = []
    last = 0
    for match in sign.finditer(text):
        value = last + 1 if sign is SIGNS[-1] else _value(match[1])
        if value == last + 1 or (sign is SIGNS[0] and found and value > last):
            found.append(match)
            last = value
    return found[: MOST + 1] if len(found) <= MOST else []


def _value(sign: str) -> int:
    for signs in (CIRCLED, STEMS):
        if sign in signs:
            return signs.index(sign) + 1
    return int(sign)


def _made(text: str, found: Sequence[re.Match[str]], pieces: Sequence[Piece]) -> list[Piece]:
    """The stem, and a piece for each choice, of the line that it begins in."""
    made = [Piece(None, text[: found[0].start()].strip(), pieces[0].line)]
    for at, sign in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else len(text)
        own = pieces[min(text[: sign.start()].count("\n"), len(pieces) - 1)]
        letter = _value(sign[1]) - 1 if sign[1] in CIRCLED else at
        piece = Piece(letter, _whole(text[sign.end() : stop]), own.line)
        piece.marked = own.marked or sign[1] in TICKED
        made.append(piece)
    if sum(piece.text.endswith("。") for piece in made[1:]) == 1:
        made[-1].text = made[-1].text.removesuffix("。")
    return made


def _whole(text: str) -> str:
    whole = ""
    for line in text.strip(" \n\t　;；").split("\n"):
        whole = joined(whole, line.strip())
    return whole


def _decided(choices: Sequence[Piece], answer: str) -> bool:
    """Whether the answer names some of them, or, without one, their print does."""
    if not answer:
        marked = sum(piece.marked for piece in choices)
        return 0 < marked < len(choices)
    letters = answers.letters(answer)
    named = letters.indexes if letters and not letters.text else answers.numbers(answer)
    if named is None:
        named = answers.by_text(answer, [piece.text for piece in choices])
    return named is not None and (max(named) < len(choices) or answer[0] in CIRCLED)


def _counted(made: Sequence[Piece], answer: str) -> bool:
    """Whether what is asked is how many there are, or is asked behind the list."""
    stem, *own = (piece.text for piece in made)
    if own[-1][-1:] in ASKS and stem[-1:] not in ASKS:
        return True
    many = HOW_MANY.search(stem) and answer.isdecimal()
    return bool(many) and not all(NUMBER.search(text) for text in own)


def _lines(pieces: list[Piece], answer: str) -> list[Piece]:
    """Lines below a stem, one of which is the answer itself."""
    stem, rest = pieces[0], pieces[1:]
    exact = answers.by_text(answer, [piece.text for piece in rest]) if answer else None
    if exact is None or not FEWEST < len(rest) <= MOST or stem.text[-1:] not in END:
        return pieces
    return [stem, *(Piece(at, piece.text, piece.line) for at, piece in enumerate(rest))]
