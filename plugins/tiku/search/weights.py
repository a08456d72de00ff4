"""By how much each thing counts in a search. `first.json` brings it to the browser."""

from collections.abc import Mapping
from dataclasses import asdict, field
from re import search

from tiku.model.values import dataclass

COLUMNS = {"title": 4.0, "names": 4.0, "asked": 2.0, "referred": 1.0, "context": 1.0, "text": 1.0}
PRIORS = {
    "term": 1.2,
    "clause": 1.5,
    "faq": 1.4,
    "page": 1.0,
    "question": 0.35,
    "source": 0.5,
    "editing": 1.0,
}


@dataclass(frozen=True, slots=True)
class Weights:
    """Factors without a unit, characters as patterns over folded text."""

    columns: Mapping[str, float] = field(default_factory=lambda: COLUMNS)
    """How much a word in each part of a destination says of it."""

    priors: Mapping[str, float] = field(default_factory=lambda: PRIORS)
    """Who reads is more often looking for what to do than for a question about it."""

    length: float = 0.25
    """How far a column of twice the average length counts less (b of BM25)."""

    repeated: float = 0.25
    other_columns: float = 0.25
    other_name: float = 0.8
    """What is found by a synonym against what is found by the reader's own word."""

    linking: str = "[的是了在就也都和与跟我你他她它们吗呢吧把被很太这那谁到]"
    """Characters that hold sentences together: a pair with one of them says little."""

    auxiliary: str = "[要可以能会不没有来去说还又才先让给为因所但如再做]"
    """Characters that are as often a part of what is meant."""

    linked: float = 0.2
    helped: float = 0.5
    coverage: float = 2.0
    exact: float = 2.0
    contained: float = 1.3

    def share_of(self, token: str) -> float:
        """How much of its rarity a token is worth."""
        if search(self.linking, token):
            return self.linked
        return self.helped if search(self.auxiliary, token) else 1.0


WEIGHTS = Weights()
"""What we search by."""


def written() -> dict[str, object]:
    """As the browser reads them."""
    return asdict(WEIGHTS)
