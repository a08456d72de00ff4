"""What a tool is: inputs, outputs by formulas, what it says about them, and worked examples."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from tiku.model.base import NO_ID, NO_PROSE, Entry, Id, Prose, Reference
from tiku.model.place import Place
from tiku.model.values import dataclass

InputKind = Literal["number", "date", "choice", "rows", "calendar"]
OutputKind = Literal["number", "date"]
PictureKind = Literal["bars", "curve", "control"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Entry):
    """One of the choices of an input."""

    label: str = ""
    value: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input(Entry):
    """Something the reader fills in."""

    name: Id = NO_ID
    label: str = ""
    kind: InputKind = "number"
    unit: str = ""
    default: str = ""
    min: Decimal | None = None
    max: Decimal | None = None
    whole: bool = False
    help: str = ""
    options: Mapping[Id, Option] = field(default_factory=dict)
    columns: Mapping[Id, str] = field(default_factory=dict)
    calendars: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Entry):
    """A number worked out of what stands above it."""

    name: Id = NO_ID
    label: str = ""
    formula: str = ""
    kind: OutputKind = "number"
    digits: int = 2
    unit: str = ""
    points: Decimal | None = None
    see: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark(Entry):
    """A sentence that holds under a condition; `{name}` in it is filled in."""

    when: str = ""
    text: str = ""
    at: Id = NO_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar(Entry):
    """A row of a picture of bars."""

    label: str = ""
    value: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Entry):
    """What is drawn of the numbers."""

    kind: PictureKind = "bars"
    title: str = ""
    bars: tuple[Bar, ...] = ()
    most: str = ""
    target: str = ""
    along: Id = NO_ID
    left: str = ""
    right: str = ""
    curve: str = ""
    x: str = ""
    values: str = ""
    centre: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared(Entry):
    """A row of a comparison: two outputs of the same thing."""

    label: str = ""
    left: Id = NO_ID
    right: Id = NO_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Entry):
    """Two ways of counting side by side, with the difference."""

    left: str = ""
    right: str = ""
    rows: tuple[Compared, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample(Entry):
    """Inputs and what must come out of them: checked every time, here and in the browser."""

    title: str = ""
    inputs: Mapping[Id, str] = field(default_factory=dict)
    gives: Mapping[Id, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(Entry):
    """A file of questions/tools/."""

    id: Id = NO_ID
    title: str = ""
    aliases: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    lead: Prose = NO_PROSE
    banner: Prose = NO_PROSE
    formula: Prose = NO_PROSE
    inputs: tuple[Input, ...] = ()
    impossible: tuple[Remark, ...] = ()
    outputs: tuple[Output, ...] = ()
    verdicts: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    lines: tuple[Remark, ...] = ()
    compare: Comparison | None = None
    picture: Picture | None = None
    examples: tuple[WorkedExample, ...] = ()
    see: tuple[Reference, ...] = ()
    sources: tuple[Id, ...] = ()
    as_of: date | None = None
    reviewed: date | None = None

    @property
    def rests_on(self) -> tuple[Reference, ...]:
        """Every clause that it or one of its results names, each once."""
        results = (one.see for one in self.outputs if one.see)
        return tuple(dict.fromkeys((*self.see, *results)))

    def names(self, reference: Reference) -> Place:
        """Where it is said that it rests on this."""
        if reference in self.see:
            return self.origin.place("see", self.see.index(reference))
        found = (one.origin.place("see") for one in self.outputs if one.see == reference)
        return next(found, self.origin.place())


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Entry):
    """A ```tool fence."""

    id: Id = NO_ID
