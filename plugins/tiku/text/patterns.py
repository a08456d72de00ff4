"""Regular expressions that are compiled when they are first looked for.

A check of one small bank needs a third of those there are, and compiling all of them took longer
than everything else it did.
"""

import re
from typing import Any, cast


class _OnDemand:
    def __init__(self, text: str, flags: int) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- whatever a pattern has
        value = getattr(re.compile(*self._given), name)
        setattr(self, name, value)
        return value


def on_demand(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, for module level: what is wrong in it is told when it is first used."""
    return cast("re.Pattern[str]", _OnDemand(text, flags))
