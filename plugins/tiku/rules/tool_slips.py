"""What in a tool or a flow says nothing, says it twice, or does not add up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice, product

from tiku.model import Entry, Library, Tool
from tiku.model.calculation import default, names_in, reading
from tiku.model.formula_error import FormulaError
from tiku.model.formula_values import Known
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.model.tools import Input, Output, Remark
from tiku.rules.rule import error, rule, warning
from tiku.rules.tool_texts import faults, formulas, misnamed, sentences
from tiku.text.patterns import on_demand

BRACKETS = on_demand(r"[(（]([^()（）]*)[)）]")
NUMBER = on_demand(r"\d+(?:\.\d+)?")
FAR = 1e6
"""Stands for an end of a range that has none."""
MOST = 2000
"""Ways to fill in that are tried for one condition."""


@rule(warning("same-title"))
def titles_tell_apart(library: Library) -> Iterator[Problem]:
    """Of tools, flows, states, examples and what is filled in or comes out."""
    yield from _twice(library.tools, "title")
    yield from _twice(library.flows, "title")
    for flow in library.flows:
        yield from _twice(flow.states, "title")
        yield from _twice(flow.desk, "title")
    for tool in library.tools:
        yield from _twice(tool.inputs, "label")
        yield from _twice(tool.outputs, "label")
        yield from _twice(tool.examples, "title")


@rule(warning("example-twice"))
def examples_are_different(library: Library) -> Iterator[Problem]:
    """By what is filled in, also where that is the default."""
    for tool in library.tools:
        seen: list[Sequence[str]] = []
        for example in tool.examples:
            filled = [
                example.inputs.get(one.name, "").strip() or default(one) for one in tool.inputs
            ]
            if filled in seen:
                place = example.origin.place("inputs")
                yield Problem("example-twice", place, {"number": seen.index(filled) + 1})
            seen.append(filled)


@rule(warning("tool-unit-twice"))
def units_are_written_once(library: Library) -> Iterator[Problem]:
    """Beside the field and behind the number they come by themselves."""
    for tool in library.tools:
        fields: tuple[Input | Output, ...] = (*tool.inputs, *tool.outputs)
        for one in fields:
            if one.unit and one.unit in BRACKETS.findall(one.label):
                yield Problem("tool-unit-twice", one.origin.place("label"), {"unit": one.unit})
        units = {f"{{{one.name}}}{one.unit}": one.unit for one in tool.outputs if one.unit}
        for sentence in sentences(tool):
            for unit in (unit for named, unit in units.items() if named in sentence.text):
                yield Problem("tool-unit-twice", sentence.place, {"unit": unit})


@rule(warning("tool-unused"), warning("tool-unseen"))
def what_is_filled_in_and_comes_out_is_used(library: Library) -> Iterator[Problem]:
    """An input changes something; a step without a label is needed by something."""
    for tool in library.tools:
        if _can_be_read(tool):
            used = set(_used(tool))
            for one in tool.inputs:
                if not used & {one.name, *one.columns}:
                    yield Problem("tool-unused", one.origin.place("name"), {"name": one.name})
            for output in tool.outputs:
                if not output.label and output.name not in used:
                    place = output.origin.place("name")
                    yield Problem("tool-unseen", place, {"name": output.name})


@rule(warning("tool-always"), warning("tool-never"))
def conditions_depend_on_what_is_filled_in(library: Library) -> Iterator[Problem]:
    """Within the ranges some answer makes them true and some other false."""
    for tool in library.tools:
        if _can_be_read(tool):
            named: dict[str, Input] = {
                one.name: one for one in tool.inputs if one.kind in ("number", "choice")
            }
            remarks = (*tool.impossible, *tool.verdicts, *tool.warnings, *tool.lines)
            for remark in remarks:
                if (found := _always(remark, named)) is not None:
                    place = remark.origin.place("when")
                    yield Problem("tool-always" if found else "tool-never", place)


@rule(error("tool-points"))
def points_add_up(library: Library) -> Iterator[Problem]:
    """Of a score sheet: a total that is the sum of its parts has their points together."""
    for tool in library.tools:
        points: dict[str, Decimal] = {
            one.name: one.points for one in tool.outputs if one.points is not None
        }
        for one in tool.outputs:
            parts = _summed(one, points)
            total = sum((points[name] for name in parts), Decimal(0))
            if one.points is not None and parts and total != one.points:
                details = {"sum": total, "number": one.points}
                yield Problem("tool-points", one.origin.place("points"), details)


def _twice(entries: Iterable[Entry], key: str) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for entry in entries:
        title = getattr(entry, key)
        if title and title in seen:
            details = {"title": title, "at": f"{seen[title].file}:{seen[title].line}"}
            yield Problem("same-title", entry.origin.place(key), details)
        seen.setdefault(title, entry.origin.place(key))


def _can_be_read(tool: Tool) -> bool:
    """What cannot was told already."""
    whole = bool(tool.outputs) and all(one.formula for one in tool.outputs)
    return (
        whole
        and not any(misnamed(tool))
        and not any(f for one in formulas(tool) for f in faults(one))
    )


def _used(tool: Tool) -> Iterator[str]:
    for text in formulas(tool):
        if text.text:
            yield from reading(text.text).names
    for sentence in sentences(tool):
        yield from names_in(sentence.text)
    for row in tool.compare.rows if tool.compare else ():
        yield from (row.left, row.right)


def _summed(output: Output, points: Mapping[str, Decimal]) -> list[str]:
    """The outputs with points that it adds, where it does nothing else."""
    names = [name.strip() for name in output.formula.split("+")]
    return names if len(names) > 1 and all(name in points for name in names) else []


def _always(remark: Remark, named: Mapping[str, Input]) -> bool | None:
    """Whether it always holds, or never; None where it depends, or cannot be told."""
    if not remark.when:
        return None
    names = sorted(reading(remark.when).names)
    equal = len(names) > 1 and ("==" in remark.when or "!=" in remark.when)
    if equal or any(name not in named for name in names):
        return None
    numbers = [float(text) for text in NUMBER.findall(remark.when)]
    ways = list(islice(product(*(_worth(named[name], numbers) for name in names)), MOST + 1))
    held = (_holds(remark.when, dict(zip(names, way, strict=True))) for way in ways)
    first = next(held, None)
    return first if len(ways) <= MOST and all(one == first for one in held) else None


def _worth(one: Input, numbers: Sequence[float]) -> list[float]:
    """What it may be: its ends, the middle, and beside each number of the formula."""
    if one.kind == "choice":
        return [
            float(o.value if o.value is not None else at)
            for at, o in enumerate(one.options.values())
        ]
    low, high = (
        float(-FAR if one.min is None else one.min),
        float(FAR if one.max is None else one.max),
    )
    step = 1.0 if one.whole else min(1.0, (high - low) / 100)
    beside = (number + by for number in numbers for by in (-step, 0.0, step))
    found = {low, high, (low + high) // 2, *(x for x in beside if low <= x <= high)}
    return sorted(found)


def _holds(condition: str, values: dict[str, float]) -> bool | None:
    try:
        return bool(reading(condition).value(Known(values)))
    except FormulaError:
        return None
