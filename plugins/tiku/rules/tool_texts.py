"""The formulas and sentences of a tool: where each stands, and which names it may use."""

from collections.abc import Iterator, Sequence

from tiku.model import Tool
from tiku.model.calculation import reading
from tiku.model.formula import WORDS
from tiku.model.formula_error import FormulaError
from tiku.model.formula_functions import FUNCTIONS
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.model.tools import Bar
from tiku.model.values import dataclass
from tiku.text.patterns import on_demand
from tiku.text.suggestions import closest

FORMULAS = ("most", "target", "left", "right", "x", "values", "centre", "low", "high")
"""Of a picture, with the names of the tool."""
NAME = on_demand(r"[a-z][a-z0-9]*")
TAKEN = {*FUNCTIONS, *WORDS}


@dataclass(frozen=True, slots=True)
class Text:
    """A formula or a sentence of a tool, where it stands, and the names it may use."""

    text: str
    place: Place
    known: Sequence[str]


def _inputs(tool: Tool) -> list[str]:
    return [name for one in tool.inputs for name in (one.columns or (one.name,))]


def formulas(tool: Tool) -> Iterator[Text]:
    """Of outputs those above them are known, of what is impossible the inputs only."""
    known = _inputs(tool)
    for remark in tool.impossible:
        yield Text(remark.when, remark.origin.place("when"), known)
    for output in tool.outputs:
        yield Text(output.formula, output.origin.place("formula"), known)
        known = [*known, output.name]
    for remark in (*tool.verdicts, *tool.warnings, *tool.lines):
        yield Text(remark.when, remark.origin.place("when"), known)
    if picture := tool.picture:
        for key in FORMULAS:
            yield Text(getattr(picture, key), picture.origin.place(key), known)
        yield Text(picture.curve, picture.origin.place("curve"), [*known, picture.along])
        yield from (text for bar in picture.bars for text in _of_bar(bar, known))


def _of_bar(bar: Bar, known: Sequence[str]) -> Iterator[Text]:
    for key in ("value", "low", "high"):
        yield Text(getattr(bar, key), bar.origin.place(key), known)


def sentences(tool: Tool) -> Iterator[Text]:
    """What readers are told, in which numbers are filled in."""
    shown = [one.name for one in tool.inputs]
    for remark in tool.impossible:
        yield Text(remark.text, remark.origin.place("text"), shown)
    shown += [output.name for output in tool.outputs]
    for remark in (*tool.verdicts, *tool.warnings, *tool.lines):
        yield Text(remark.text, remark.origin.place("text"), shown)


def faults(one: Text) -> Iterator[Problem]:
    """What is wrong with a formula."""
    if not one.text:
        return
    try:
        names = reading(one.text).names
    except FormulaError as why:
        yield Problem("tool-formula", one.place, {"why": why.saying})
        return
    if missing := sorted(names - set(one.known)):
        yield unknown(missing, one)


def unknown(names: list[str], one: Text) -> Problem:
    """Names that nothing of the tool has."""
    details = {"name": names, "known": list(one.known), "near": closest(names[0], one.known)}
    return Problem("tool-unknown-name", one.place, details)


def _names(tool: Tool) -> Iterator[tuple[str, Place]]:
    for one in tool.inputs:
        if one.kind != "rows":
            yield one.name, one.origin.place("name")
        yield from ((name, one.origin.place("columns", name)) for name in one.columns)
    for output in tool.outputs:
        yield output.name, output.origin.place("name")


def misnamed(tool: Tool) -> Iterator[Problem]:
    """Names that formulas cannot use, or that two things have."""
    seen: set[str] = set()
    for name, place in _names(tool):
        if not NAME.fullmatch(name) or name in TAKEN:
            yield Problem("tool-name", place, {"name": name})
        elif name in seen:
            yield Problem("tool-name-twice", place, {"name": name})
        seen.add(name)
