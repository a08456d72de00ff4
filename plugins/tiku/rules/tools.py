"""Every tool can be worked out, and its worked examples come out as they say."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tiku.model import Calendar, Entry, Id, Library, Tool
from tiku.model.calculation import InputError, Result, calculate, names_in, parse
from tiku.model.formula_error import FormulaError
from tiku.model.problem import Problem
from tiku.model.tools import Input, WorkedExample
from tiku.rules.rule import EVERY_FILE, error, rule
from tiku.rules.tool_texts import Text, faults, formulas, misnamed, sentences, unknown
from tiku.text.patterns import on_demand
from tiku.text.suggestions import closest

UNIT = on_demand(r"[\d.,、\s-]+")
"""All that is no unit."""
DIGITS = 10
REMARKS = ("impossible", "verdicts", "warnings", "lines")
DRAWN: Mapping[str, tuple[str, ...]] = {
    "bars": ("bars",),
    "curve": ("along", "left", "right", "curve", "x"),
    "control": ("values", "centre", "low", "high"),
}
"""What each kind of picture needs."""


@rule(error("tool-needs"))
def tools_are_complete(library: Library) -> Iterator[Problem]:
    """What is missing would be missed by a reader."""
    for tool in library.tools:
        yield from _needed(tool, ("id", "title", "lead", "inputs", "outputs", "examples"))
        for one in tool.inputs:
            yield from _needed(one, ("name", "label"))
            yield from _needed(one, _of_kind(one))
            yield from _unlabelled(one)
        for output in tool.outputs:
            yield from _needed(output, ("name", "formula"))
        for key in REMARKS:
            for remark in getattr(tool, key):
                yield from _needed(remark, ("text", "when") if key == "impossible" else ("text",))
        if tool.compare:
            yield from _needed(tool.compare, ("left", "right", "rows"))
            for row in tool.compare.rows:
                yield from _needed(row, ("label", "left", "right"))
        for example in tool.examples:
            yield from _needed(example, () if example.says else ("gives",))
        for bar in tool.picture.bars if tool.picture else ():
            yield from _needed(
                bar, ("label", "value", *(("low", "high") if bar.low or bar.high else ()))
            )
        if tool.picture:
            yield from _needed(tool.picture, ("title", *DRAWN[tool.picture.kind]))


@rule(error("tool-name"), error("tool-name-twice"))
def names_can_stand_in_formulas(library: Library) -> Iterator[Problem]:
    """Each once, and none that the language itself has."""
    for tool in library.tools:
        yield from misnamed(tool)


@rule(error("tool-formula"), error("tool-unknown-name"))
def formulas_can_be_read(library: Library) -> Iterator[Problem]:
    """With the names that stand above them."""
    for tool in library.tools:
        for one in formulas(tool):
            yield from faults(one)
        yield from _misplaced(tool)
        for one in sentences(tool):
            for name in names_in(one.text):
                if name not in one.known:
                    yield unknown([name], one)


@rule(error("tool-range"), error("tool-digits"), error("tool-idle"))
def nothing_is_written_in_vain(library: Library) -> Iterator[Problem]:
    """Ranges have numbers in them, results can be shown, and what is written has a use."""
    for tool in library.tools:
        for one in tool.inputs:
            yield from _vain(one)
        for output in tool.outputs:
            if not 0 <= output.digits <= DIGITS:
                details = {"number": output.digits, "most": DIGITS}
                yield Problem("tool-digits", output.origin.place("digits"), details)
        said = [verdict.when for verdict in tool.verdicts]
        if "" in said[:-1]:
            after = tool.verdicts[said.index("") + 1]
            yield Problem("tool-idle", after.origin.place("text"), {"key": "verdicts"})


@rule(error("tool-default"), error("unknown-calendar", needs=EVERY_FILE))
def inputs_can_be_filled_in(library: Library) -> Iterator[Problem]:
    """What stands in them at first is taken, and the calendars exist."""
    known = [calendar.id for calendar in library.calendars]
    for tool in library.tools:
        for one in tool.inputs:
            for at, name in enumerate(one.calendars):
                if name not in known:
                    details = {"id": name, "known": known, "near": closest(name, known)}
                    place = one.origin.place("calendars", at)
                    yield Problem("unknown-calendar", place, details)
            if not _is_inverted(one) and not _taken(one, ""):
                yield Problem("tool-default", one.origin.place("default"), {"name": one.label})


@rule(
    error("example-input"),
    error("example-cannot", needs=EVERY_FILE),
    error("example-unknown", needs=EVERY_FILE),
    error("example-differs", needs=EVERY_FILE),
    error("example-says", needs=EVERY_FILE),
)
def examples_come_out(library: Library) -> Iterator[Problem]:
    """As a reader would see them."""
    calendars = {calendar.id: calendar for calendar in library.calendars}
    for tool in library.tools:
        if _is_sound(tool, calendars):
            for example in tool.examples:
                yield from _example(tool, example, calendars)


@rule(error("unknown-tool", needs=EVERY_FILE))
def placed_tools_exist(library: Library) -> Iterator[Problem]:
    """Those of ```tool fences."""
    known = [tool.id for tool in library.tools]
    for page in (library.pages or {}).values():
        for placed in page.tools:
            if placed.id not in known:
                details = {"id": placed.id, "known": known, "near": closest(placed.id, known)}
                yield Problem("unknown-tool", placed.origin.place("id"), details)


def _needed(entry: Entry, keys: Iterable[str]) -> Iterator[Problem]:
    """What has no place of its own is told together."""
    if missing := [key for key in keys if not getattr(entry, key)]:
        yield Problem("tool-needs", entry.origin.place(missing[0]), {"key": missing})


def _unlabelled(one: Input) -> Iterator[Problem]:
    """A choice and a column are known by their names only."""
    for option in one.options.values():
        yield from _needed(option, ("label",))
    for name, label in one.columns.items():
        if not label:
            yield Problem("tool-needs", one.origin.place("columns", name), {"key": [name]})


def _is_inverted(one: Input) -> bool:
    return one.min is not None and one.max is not None and one.min > one.max


def _vain(one: Input) -> Iterator[Problem]:
    if _is_inverted(one):
        yield Problem("tool-range", one.origin.place("min"), {"min": one.min, "max": one.max})
    for kind, key in (("choice", "options"), ("rows", "columns"), ("calendar", "calendars")):
        if getattr(one, key) and one.kind != kind:
            yield Problem("tool-idle", one.origin.place(key), {"key": key})


def _of_kind(one: Input) -> tuple[str, ...]:
    return {"choice": ("options",), "rows": ("columns", "default"), "calendar": ("calendars",)}.get(
        one.kind, ()
    )


def _misplaced(tool: Tool) -> Iterator[Problem]:
    """What stands beside an input or names an output, where there is none of that name."""
    inputs, outputs = [one.name for one in tool.inputs], [one.name for one in tool.outputs]
    for remark in tool.warnings:
        if remark.at and remark.at not in inputs:
            yield unknown([remark.at], Text("", remark.origin.place("at"), inputs))
    for row in tool.compare.rows if tool.compare else ():
        for key in ("left", "right"):
            if (name := getattr(row, key)) and name not in outputs:
                yield unknown([name], Text("", row.origin.place(key), outputs))


def _taken(one: Input, text: str) -> bool:
    try:
        parse(one, text)
    except InputError:
        return False
    return True


def _is_sound(tool: Tool, calendars: Mapping[Id, Calendar]) -> bool:
    """Whether nothing else was said of it already."""
    return (
        not any(found for one in formulas(tool) for found in faults(one))
        and not any(misnamed(tool))
        and not any(_misplaced(tool))
        and all(_taken(one, "") for one in tool.inputs)
        and all(0 <= one.digits <= DIGITS for one in tool.outputs)
        and all(name in calendars for one in tool.inputs for name in one.calendars)
    )


def _example(
    tool: Tool, example: WorkedExample, calendars: Mapping[Id, Calendar]
) -> Iterator[Problem]:
    named = {one.name: one for one in tool.inputs}
    for name, text in example.inputs.items():
        if name not in named or not _taken(named[name], text):
            meant = "" if name in named else closest(name, named)
            details = {"name": name, "text": text, "near": meant}
            yield Problem("example-input", example.origin.place("inputs", name), details)
            return
    try:
        result = calculate(tool, example.inputs, calendars)
    except FormulaError as why:
        yield Problem("example-cannot", example.origin.place(), {"why": why.saying})
        return
    yield from _compared(example, result)


def _compared(example: WorkedExample, result: Result) -> Iterator[Problem]:
    for name, text in example.gives.items():
        if not result.refused and name not in result.shown:
            known = list(result.shown)
            details = {"name": name, "known": known, "near": closest(name, known)}
            yield Problem("example-unknown", example.origin.place("gives", name), details)
            continue
        shown = result.shown.get(name) if not result.refused else result.refused
        unit = UNIT.sub("", text)
        if _plain(shown or "") != _plain(text) or (unit and unit != UNIT.sub("", shown or "")):
            details = {"name": name, "result": shown or "", "value": text}
            yield Problem("example-differs", example.origin.place("gives", name), details)
    told = (result.refused or "", result.verdict, *result.warnings)
    for at, text in enumerate(example.says):
        if not any(sentence.startswith(text) for sentence in told):
            said = [sentence for sentence in told if sentence]
            place = example.origin.place("says", at)
            yield Problem("example-says", place, {"text": text, "said": said})


def _plain(text: str) -> list[str]:
    """The numbers of it, without units and signs that group thousands."""
    return re.findall(r"-?\d[\d.-]*", text.replace(",", ""))
