"""Pieces of HTML with values in their places; what is no HTML is escaped there."""

from collections.abc import Iterable

from markupsafe import Markup, escape

NOTHING = Markup("")


def filled(pattern: str, *values: object) -> Markup:
    """`pattern`: HTML with `%s` where each value goes; `Markup("…") % values` takes four times as
    long, and a question has thirty of them."""
    safe = [value if type(value) is Markup else escape(value) for value in values]
    return Markup(pattern % tuple(safe))


def together(parts: Iterable[Markup]) -> Markup:
    """One behind the other."""
    return Markup("".join(parts))


def each(pattern: str, rows: Iterable[Iterable[object]]) -> Markup:
    """The pattern, once for each row of values."""
    return together([filled(pattern, *row) for row in rows])
