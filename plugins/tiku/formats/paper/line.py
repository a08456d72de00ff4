"""A line of a paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a line; `marked` are its words in bold or red, `after_gap` behind a gap."""

    number: int
    text: str
    after_gap: bool = False
    marked: bool = False
    doubts: tuple[tuple[str, str], ...] = ()
    """(code, what it is about)."""
