"""Code between fences, in a paper's text: a sign stands for it while the paper is read."""

import re
from collections.abc import Sequence

from tiku.formats import fences
from tiku.formats.paper.vocabulary import BARE_ANSWER, LABEL

SIGN = re.compile("\ue202([0-9]+)\ue203")
LINES = re.compile(r"\n{2,}")


def set_aside(text: str) -> tuple[list[tuple[int, str, bool]], list[str]]:
    """The lines for `tidy`, with a sign in the place of each piece of code; and the code."""
    lines: list[tuple[int, str, bool]] = []
    pieces: list[str] = []
    block: list[tuple[int, str, bool]] = []
    for number, line, code in fences.lines(f"\n{text}"):  # a paper's --- is no front matter
        own = (number - 1, line, False)
        block += [own] if code else []
        if not code:
            lines.append(own)
        elif _closes(block):
            lines += _read(block) or [(block[0][0], f"\ue202{len(pieces)}\ue203", False)]
            pieces.append(_code([own for _, own, _ in block]))
            block = []
    return [*lines[1:], *block], pieces


def put_back(text: str, pieces: Sequence[str]) -> str:
    """With the code on lines of its own."""
    shown = SIGN.sub(lambda sign: f"\n{pieces[int(sign[1])]}\n", text)
    return LINES.sub("\n", shown).strip("\n") if shown != text else text


def _closes(block: Sequence[tuple[int, str, bool]]) -> bool:
    first, last = block[0][1].strip(), block[-1][1].strip()
    fence = first[: len(first) - len(first.lstrip(first[0]))]
    return len(block) > 1 and last.startswith(fence) and not last.strip(first[0])


def _read(block: Sequence[tuple[int, str, bool]]) -> list[tuple[int, str, bool]]:
    """The lines of a paper that was put between fences as a whole."""
    inner = list(block[1:-1])
    answers = any(LABEL.match(own.strip()) or BARE_ANSWER.match(own.strip()) for _, own, _ in inner)
    return inner if answers else []


def _code(lines: Sequence[str]) -> str:
    """Without the indentation of its fence."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "\n".join(line[:indent].lstrip() + line[indent:] for line in lines)
