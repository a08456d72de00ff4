"""A stranger's text on a terminal or in a log: what would steer it is shown instead."""

from tiku.text.patterns import on_demand

_STEERS = on_demand("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """In one line: escape codes, line ends and marks of direction as `\\x1b`, `\\n`, `\\u202e`."""
    return _STEERS.sub(lambda found: repr(found[0])[1:-1], text)
