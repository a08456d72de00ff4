"""The lines of a Word table that has no header: cells in order, and keys as keys are written."""

from collections.abc import Iterator, Sequence

from tiku.formats.columns import CHOICE, column_of
from tiku.formats.paper.answers import letters
from tiku.formats.paper.vocabulary import narrow, truth
from tiku.formats.table_headers import Row

FIELD = 2
"""Cells of a row that is a name and what it names."""
KEY = frozenset(("number", "answer"))


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Of a whole table."""
    texts = [[cell.text.strip() for cell in row if cell.text.strip()] for _, row in rows]
    at = 0
    while at < len(texts):
        numbers, below = texts[at], texts[at + 1] if at + 1 < len(texts) else []
        key = _across(numbers, below)
        yield from key or _down(numbers) or _cells(numbers)
        at += 2 if key else 1


def _across(numbers: Sequence[str], answers: Sequence[str]) -> list[str]:
    """Numbers in a row, with or without a name, and below each its answer."""
    named, said = _without_name(numbers), _without_name(answers)
    if len(named) < FIELD or len(named) != len(said):
        return []
    if not all(map(_is_number, named)) or not all(map(_is_answer, said)):
        return []
    return [f"题号\t{' '.join(map(_digits, named))}", f"答案\t{' '.join(said)}"]


def _down(cells: Sequence[str]) -> list[str]:
    """`1 B 11 C`: numbers, each beside its answer; above them stand their names."""
    if cells and len(cells) % FIELD == 0 and {column_of(cell) for cell in cells} == KEY:
        return ["参考答案"]
    numbers, answers = cells[::FIELD], cells[1::FIELD]
    if len(numbers) != len(answers) or not cells:
        return []
    if not all(map(_is_number, numbers)) or not all(map(_is_answer, answers)):
        return []
    return ["　".join(f"{_digits(n)}.{said}" for n, said in zip(numbers, answers, strict=True))]


def _without_name(cells: Sequence[str]) -> Sequence[str]:
    return cells[1:] if cells and column_of(cells[0]) in KEY else cells


def _is_number(text: str) -> bool:
    return _digits(text).isdecimal() and len(text) <= 5


def _digits(text: str) -> str:
    return narrow(text).strip("第题題.、 ")


def _is_answer(text: str) -> bool:
    named = letters(text)
    return (named is not None and not named.text) or truth(text) is not None


def _cells(texts: Sequence[str]) -> Iterator[str]:
    """The first cell may say what the second is."""
    name = column_of(texts[0]) if len(texts) == FIELD else ""
    if name:
        between = "." if name.startswith(CHOICE) else "："
        yield from f"{texts[0]}{between}{texts[1]}".split("\n")
        return
    for text in texts:
        yield from text.split("\n")
