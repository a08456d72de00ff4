"""The kinds of text and words that fields hold, and what every entry of a file has."""

from dataclasses import field
from decimal import Decimal
from typing import Literal, NewType

from tiku.model.place import Origin, Unwritten
from tiku.model.values import dataclass

Id = NewType("Id", str)
"""A name that never changes: lower-case ASCII letters, digits and hyphens."""
Prose = NewType("Prose", str)
"""Text in Markdown; raw HTML in it is cleaned."""
NO_ID = Id("")
NO_PROSE = Prose("")
Reference = NewType("Reference", str)
"""A page below docs/ and one of its heading ids: `policies/handling.md#intake`."""
NO_REFERENCE = Reference("")
Address = NewType("Address", str)
"""An https address."""
Language = NewType("Language", str)
"""One that we have words for."""
Points = NewType("Points", Decimal)
"""Of a question or a paper, in halves."""
NO_POINTS = Points(Decimal(0))
ONE_POINT = Points(Decimal(1))
Basis = Literal["policy"]
Difficulty = Literal["easy", "medium", "hard"]
Confidence = Literal["confirmed", "cited", "professional", "unconfirmed"]
SourceKind = Literal["textbook", "law", "case", "standard", "guide", "report", "paper", "internal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Whatever is written in a file and remembers where."""

    origin: Origin = field(default=Unwritten(), compare=False, repr=False)
