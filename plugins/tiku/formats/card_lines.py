"""Cards with signs of their owner's choice between them and between their sides (Quizlet)."""

from dataclasses import dataclass

FEWEST = 3
ROWS = ("\n", "\n\n", ";;", ";")
"""What stands between cards."""
BETWEEN = ("::", " - ", " – ", " — ", "=>", "->", "\t")
"""What stands between sides; commas and semicolons are a table's."""


@dataclass(frozen=True, slots=True)
class Sides:
    """(line, front, back) of each card, and what stood between its sides."""

    cards: tuple[tuple[int, str, str], ...] = ()
    between: str = ""


def sides_in(text: str) -> Sides:
    """The cards of a text that is nothing but cards; none where it is another."""
    for rows in ROWS:
        for between in BETWEEN:
            if text.count(between) >= FEWEST and (rows, between) != ("\n", "\t"):
                cards = _cards(text, rows, between)
                if len(cards) >= FEWEST:
                    return Sides(tuple(cards), between)
    return Sides()


def _cards(text: str, rows: str, between: str) -> list[tuple[int, str, str]]:
    cards: list[tuple[int, str, str]] = []
    line = 1
    for part in text.split(rows):
        sides = [side.strip() for side in part.split(between)]
        if part.strip() and (len(sides) != len(("front", "back")) or not all(sides)):
            return []
        if part.strip():
            begun = line + part[: len(part) - len(part.lstrip())].count("\n")
            cards.append((begun, sides[0], sides[1]))
        line += part.count("\n") + rows.count("\n")
    return cards
