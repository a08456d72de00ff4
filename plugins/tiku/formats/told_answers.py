"""What a key of ours says in words, in Chinese or in English: a number, or what is accepted."""

import re
from decimal import Decimal

from tiku.formats.draft import Filled, Measured

NUMERIC = re.compile(
    r"^(-?\d+(?:\.\d+)?)([^（(±]{0,40})(?:[（(][^±]{0,20}±\s?(\d+(?:\.\d+)?)[^)）]{0,20}[)）])?$"
)
BETWEEN = re.compile(r"／| / ")


def measured(answer: str) -> tuple[Measured, bool] | None:
    """A number with its unit, and whether it says how far off is still right."""
    found = NUMERIC.match(answer)
    if not found:
        return None
    units = (found[2].strip(),) if found[2].strip() else ()
    return Measured(Decimal(found[1]), Decimal(found[3] or 0), units), bool(found[3])


def accepted(answer: str) -> Filled:
    """The words that are accepted in the one blank."""
    return Filled((tuple(BETWEEN.split(answer)),))
