"""What a tool makes of what was filled in: pure.

The twin of assets/tools/calculation.js; both read tests/cases/tools.json.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from tiku.model.base import Id
from tiku.model.calendars import Calendar, day_of, number_of
from tiku.model.formula import Formula, read
from tiku.model.formula_error import FormulaError
from tiku.model.formula_values import Known, Value, rounded, row
from tiku.model.tools import Input, Output, Remark, Tool
from tiku.model.values import dataclass
from tiku.text.patterns import on_demand

MOST_ROWS = 400
BLANKS = on_demand(r"[\s;；、]+")
COMMAS = on_demand(r"[\s;；、,，]+")
PLACE = on_demand(r"\{([a-z][a-z0-9]*)\}")
BETWEEN = "、"
NO_DAY = "—"
"""Of a date that is none, as beyond a calendar."""

reading = lru_cache(maxsize=4096)(read)


class InputError(FormulaError):
    """The text is nothing that this input takes."""

    def __init__(self, text: str) -> None:
        super().__init__("input", text=text)


@dataclass(frozen=True, slots=True)
class Result:
    """`values`: every name; `shown`: as readers read them; `refused`: why nothing came out."""

    values: Mapping[str, Value] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    refused: str | None = None
    verdict: str = ""
    warnings: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def calculate(
    tool: Tool, texts: Mapping[Id, str], calendars: Mapping[Id, Calendar], between: str = BETWEEN
) -> Result:
    """Of texts as they stand in fields and addresses; what is missing has its default.

    `between`: stands between the numbers of a row.

    Raises InputError of what cannot be read, FormulaError where a formula has no value.
    """
    known = Known(dict(_given(tool, texts)), calendars_of(tool, calendars))
    values = dict(known.values)
    shown: dict[str, str] = {one.name: _input_shown(one, texts) for one in tool.inputs}
    known = Known(values, known.calendars)
    if refusal := next(_holding(tool.impossible, known, shown), None):
        return Result(values, shown, refusal)
    for output in tool.outputs:
        values[output.name] = reading(output.formula).value(known)
        shown[output.name] = formatted(output, values[output.name], between)
    return Result(
        values,
        shown,
        None,
        next(_holding(tool.verdicts, known, shown), ""),
        tuple(_holding(tool.warnings, known, shown)),
        tuple(_holding(tool.lines, known, shown)),
    )


def calendars_of(tool: Tool, calendars: Mapping[Id, Calendar]) -> tuple[Calendar, ...]:
    """Those its calendar input offers, in order."""
    names = [name for one in tool.inputs for name in one.calendars]
    return tuple(calendars[name] for name in names if name in calendars)


def parse(one: Input, text: str) -> Mapping[str, Value]:
    """Name -> value; of rows a name each column. Raises InputError."""
    text = text.strip() or default(one)
    if one.kind == "rows":
        return _rows(one, text)
    if one.kind == "date":
        return {one.name: float(number_of(_date(text)))}
    if one.kind == "number":
        return {one.name: _number(one, text)}
    names: Sequence[str] = one.calendars if one.kind == "calendar" else list(one.options)
    if text not in names:
        raise InputError(text)
    option = one.options.get(text)  # type: ignore[call-overload]
    value = option.value if option and option.value is not None else names.index(text)
    return {one.name: float(value)}


def default(one: Input) -> str:
    """What stands in the field at first."""
    first = next(iter(one.calendars or one.options), "") if one.kind != "rows" else ""
    return one.default or first


def formatted(output: Output, value: Value, between: str = BETWEEN) -> str:
    """As a reader reads it; a row with a sign between its numbers."""
    return between.join(_shown(output, each) for each in row(value))


def names_in(text: str) -> list[str]:
    """What is filled into a sentence."""
    return PLACE.findall(text)


def filled(text: str, shown: Mapping[str, str]) -> str:
    """The sentence with the reader's own numbers."""
    return PLACE.sub(lambda found: shown.get(found[1], found[0]), text)


def _given(tool: Tool, texts: Mapping[Id, str]) -> Iterator[tuple[str, Value]]:
    for one in tool.inputs:
        yield from parse(one, texts.get(one.name, "")).items()


def _input_shown(one: Input, texts: Mapping[Id, str]) -> str:
    text = texts.get(one.name, "").strip() or default(one)
    option = one.options.get(text)  # type: ignore[call-overload]
    return option.label if option else text


def _holding(remarks: Sequence[Remark], known: Known, shown: Mapping[str, str]) -> Iterator[str]:
    for remark in remarks:
        if not remark.when or holds(reading(remark.when), known):
            yield filled(remark.text, shown)


def holds(condition: Formula, known: Known) -> bool:
    """Raises FormulaError of a row."""
    value = condition.value(known)
    if isinstance(value, tuple):
        raise FormulaError("row")
    return bool(value)


def _shown(output: Output, value: float) -> str:
    if output.kind == "date":
        return day_of(value).isoformat() if value > 0 else NO_DAY
    number = rounded(value, output.digits)
    return f"{number if number else abs(number):,f}{output.unit}"


def _number(one: Input, text: str) -> float:
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise InputError(text) from None
    low = one.min is not None and number < one.min
    high = one.max is not None and number > one.max
    if not number.is_finite() or low or high or (one.whole and number != int(number)):
        raise InputError(text)
    return float(number)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(text) from None


def _rows(one: Input, text: str) -> Mapping[str, Value]:
    """A line each, its numbers apart by blanks or commas; what is before them is its name."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not 0 < len(lines) <= MOST_ROWS:
        raise InputError(text[:20])
    read = [_cells(one, line) for line in lines]
    columns = zip(*read, strict=True)
    return dict(zip(one.columns, map(tuple, columns), strict=True))


def _cells(one: Input, line: str) -> list[float]:
    cells = _split(one, line)[-len(one.columns) :]
    if len(cells) < len(one.columns):
        raise InputError(line.strip()[:20])
    try:
        return [_number(one, cell) for cell in cells]
    except InputError:
        raise InputError(line.strip()[:20]) from None


def _split(one: Input, line: str) -> list[str]:
    """A comma is between numbers only where nothing else is: `1,000 8` has two."""
    cells = BLANKS.split(line.strip())
    return cells if len(cells) >= len(one.columns) else COMMAS.split(line.strip())


def labels(one: Input, text: str) -> list[str]:
    """The names of the rows: what stands before their numbers, else 1, 2, 3 …"""
    lines = [line for line in (text.strip() or one.default).splitlines() if line.strip()]
    before = [" ".join(_split(one, line)[: -len(one.columns)]) for line in lines]
    return [name.strip(",，:：") or str(at) for at, name in enumerate(before, 1)]
