"""What columns beside a question and its answer say: of a number, of pairs, of a case.

What fits no question stays as it is, for the comments of its entry.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from tiku.formats.columns import PROMPT
from tiku.formats.draft import Draft, Measured, Paired

OF_NUMBERS = ("tolerance", "unit")
OF_CASES = ("case", "case-title", "material")
PLAIN_NUMBER = re.compile(r"\d{1,30}(?:\.\d{1,30})?")
OWN_ID = re.compile(r"[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*")


def measured(draft: Draft, values: dict[str, str]) -> Draft:
    """With how far off is still right, and the unit."""
    beside = [name for name in values if name in OF_NUMBERS or name.startswith(PROMPT)]
    right, tolerance = draft.right, values.get("tolerance", "0")
    if isinstance(right, Measured) and PLAIN_NUMBER.fullmatch(tolerance):
        units = (values["unit"],) if "unit" in values else right.units
        far = Decimal(tolerance) if "tolerance" in values else right.tolerance
        right = replace(right, tolerance=far, units=units)
        beside = [name for name in beside if name not in OF_NUMBERS]
    elif isinstance(right, Paired):
        beside = [name for name in beside if name in OF_NUMBERS]
    return _keeping(replace(draft, right=right), values, beside)


def cased(draft: Draft, values: dict[str, str]) -> Draft:
    """With what it shares with others; an id of ours begins with its case's."""
    own, material = values.get("case", ""), values.get("material", "")
    if not material or not OWN_ID.fullmatch(own or "none"):
        return _keeping(draft, values, [name for name in OF_CASES if name in values])
    case = (own, values.get("case-title", ""))
    given = draft.given.removeprefix(f"{own}/")
    return replace(draft, material=material, case=case, given=given)


def _keeping(draft: Draft, values: dict[str, str], names: Iterable[str]) -> Draft:
    kept = tuple((name, values[name]) for name in names)
    return replace(draft, unknown=(*draft.unknown, *kept))


def gathered(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The questions of a case together: in a workbook they stand in the sheets of their kinds."""
    first: dict[object, int] = {}
    places = [
        first.setdefault((draft.case[0], draft.material) if draft.case[0] else at, at)
        for at, draft in enumerate(drafts)
    ]
    return tuple(drafts[at] for at in sorted(range(len(drafts)), key=lambda at: places[at]))
