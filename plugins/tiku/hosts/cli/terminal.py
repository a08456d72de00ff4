"""Text on a terminal, where a Chinese character takes two columns."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

PIECE = re.compile(r"[ -~]+?(?:[ ]+|(?=[^ -~])|$)|[^ -~]")
NOT_AT_THE_START = "，。；：？！、）」』》〉…%"
NOT_AT_THE_END = "（「『《〈"


def width(text: str) -> int:
    """Columns: two for wide and full-width characters, none for combining ones."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """With spaces behind, up to so many columns."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int, indent: str = "") -> str:
    """Lines of at most so many columns, broken between Chinese characters and between words.

    Lines of the text stay lines; what follows the first begins with `indent`.
    """
    lines = [line for part in text.split("\n") for line in _lines(part, columns - width(indent))]
    return ("\n" + indent).join(lines)


def _lines(text: str, columns: int) -> Iterable[str]:
    line = ""
    for piece in PIECE.findall(text):
        if line and width((line + piece).rstrip()) > columns:
            stays, line = _cut(line.rstrip(), piece)
            yield stays
        line += piece
    yield line.rstrip()


def _cut(line: str, piece: str) -> tuple[str, str]:
    """What stays, and what goes on to the next line so that no mark is torn from its text."""
    at = len(line)
    if piece[0] in NOT_AT_THE_START and width(line[-1:]) == 2:
        at -= 1
    while at > 1 and line[at - 1] in NOT_AT_THE_END:
        at -= 1
    return line[:at], line[at:]


def table(rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as their widest cell; all but the first stand to the right."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_row(row, widths).rstrip() for row in rows)


def _row(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(row, widths, strict=True)
    return padded(*first) + "".join(f"  {' ' * (w - width(cell))}{cell}" for cell, w in rest)


def bar(part: float, columns: int) -> str:
    """A share of 0 to 1 as a bar, in eighths of a column."""
    eighths = round(max(0.0, min(1.0, part)) * columns * 8)
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()
