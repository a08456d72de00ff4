"""What a metric is: a card that fixes how a number is counted before anybody is judged by it."""

from decimal import Decimal
from typing import Literal

from tiku.model.base import NO_ID, NO_PROSE, Entry, Id, Prose, Reference
from tiku.model.kinds import NumericAnswer
from tiku.model.values import dataclass

Family = Literal["trait", "behaviour", "result"]
Measured = Literal["quantity", "quality", "cost", "time"]
Direction = Literal["higher", "lower", "context"]
Counts = Literal["share", "events", "load", "net", "mean", "spread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked(Entry):
    """A metric worked out once, with made-up numbers."""

    text: Prose = NO_PROSE
    result: NumericAnswer | None = None
    values: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Entry):
    """A metric card."""

    id: Id = NO_ID
    name: str = ""
    hans: str | None = None
    en: str | None = None
    aliases: tuple[str, ...] = ()
    formula: str = ""
    family: Family | None = None
    measured: Measured | None = None
    direction: Direction | None = None
    numerator: str = ""
    denominator: str = ""
    window: str = ""
    risk: Prose = NO_PROSE
    counter: Id | None = None
    remedy: str | None = None
    elsewhere: Prose = NO_PROSE
    example: Worked | None = None
    counts: Counts | None = None
    see: tuple[Reference, ...] = ()
    sources: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricList(Entry):
    """metrics.yml."""

    metrics: tuple[Metric, ...] = ()
