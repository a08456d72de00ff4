"""A tool -> HTML that shows its first worked example, and what its script needs to do another.

The form is hidden until the script is there; results, lines and picture are the example's before.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from tiku.locales.catalogue import Words
from tiku.model import Calendar, Id, Library, Tool
from tiku.model.calculation import (
    MOST_ROWS,
    Result,
    calculate,
    calendars_of,
    default,
    formatted,
    labels,
    parse,
    reading,
)
from tiku.model.calendars import number_of
from tiku.model.formula_values import Known, row
from tiku.model.tools import Compared, Input, Output, Remark
from tiku.model.values import dataclass
from tiku.rendering import tool_pictures
from tiku.rendering.environment import environment
from tiku.rendering.questions import Renderer

CALLED = {
    "intervals": {"normal", "wilson_low", "wilson_high"},
    "newcombe": {"newcombe_low", "newcombe_high"},
    "byar": {"byar_low", "byar_high"},
    "garwood": {"garwood_low", "garwood_high"},
    "rows": {"count", "steps", "sum"},
    "quantile": {"quantile"},
    "days": {"reaches", "workday"},
    "shares": {"apportion"},
}
"""Module below assets/tools -> the functions of formulas that it brings; tool.js has the others."""


LIMITS = {(True, True): "between", (True, False): "least", (False, True): "most"}
"""Whether an input has a least and a greatest value -> how that is said."""

DRAWN = ("most", "target", "left", "right", "curve", "x", "values", "centre", "low", "high")
"""The formulas of a picture, whatever its kind."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with a name each: what was pasted, and what was worked out of each row."""

    head: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]


def rendered(tool: Tool, library: Library, renderer: Renderer) -> Markup:
    """As it stands on a page; of a library without errors."""
    calendars = {calendar.id: calendar for calendar in library.calendars}
    texts = tool.examples[0].inputs
    result = calculate(tool, texts, calendars, renderer.words("separators.list"))
    template = environment(renderer.words).get_template("tool.html")
    html = template.render(
        tool=tool,
        data=json.dumps(data_of(tool, calendars), ensure_ascii=False, separators=(",", ":")),
        example=tool.examples[0],
        inputs=[
            (one, default(one), _choices(one, calendars), _wanted(one, renderer.words))
            for one in tool.inputs
        ],
        given=_given(tool, texts, result, calendars),
        results=[(one, _clause(one, renderer)) for one in _single(tool, result)],
        shown=result.shown,
        table=_table(tool, texts, result),
        result=result,
        needs=" ".join(needs_of(tool)),
        compared=_compared(tool, result),
        here={remark.at for remark in tool.warnings if remark.at},
        picture=_picture(tool, texts, result, calendars),
        see=renderer.see(tool.see),
        cited=renderer.cited(tool),
    )
    return Markup(html.strip())


def data_of(tool: Tool, calendars: Mapping[Id, Calendar]) -> Mapping[str, Any]:
    """What assets/tools/calculation.js calls a tool; what is empty there is left out here."""
    return {
        "inputs": [_input(one) for one in tool.inputs],
        "outputs": [_output(one) for one in tool.outputs],
        **{
            key: [_remark(one) for one in getattr(tool, key)]
            for key in ("impossible", "verdicts", "warnings", "lines")
        },
        "picture": _picture_data(tool),
        "calendars": [calendar_of(one) for one in calendars_of(tool, calendars)],
    }


def _input(one: Input) -> Mapping[str, Any]:
    options = {
        name: [option.label, float(option.value if option.value is not None else at)]
        for at, (name, option) in enumerate(one.options.items())
    }
    limits = {
        key: float(limit) for key in ("min", "max") if (limit := getattr(one, key)) is not None
    }
    return {
        **_kept(one, "name", "kind"),
        **limits,
        **({"whole": True} if one.whole else {}),
        "default": default(one),
        "options": options,
        "columns": list(one.columns),
        "calendars": list(one.calendars),
    }


def _kept(one: Input | Output | Remark, *names: str) -> dict[str, Any]:
    return {name: getattr(one, name) for name in names}


def _output(one: Output) -> Mapping[str, Any]:
    kept = _kept(one, "name", "label", "kind", "digits", "unit")
    return {**kept, "formula": _compiled(one.formula)}


def _remark(one: Remark) -> Mapping[str, Any]:
    kept = _kept(one, "text", *(("at",) if one.at else ()))
    return {"when": _compiled(one.when), **kept}


def _compiled(formula: str) -> str:
    """As the browser reads it; nothing stays nothing."""
    return reading(formula).polish if formula else ""


def needs_of(tool: Tool) -> list[str]:
    """The modules besides tool.js that it needs, by their names below assets/tools."""
    kinds: set[str] = {one.kind for one in tool.inputs} | {one.kind for one in tool.outputs}
    calls = {call for formula in _formulas(tool) for call in reading(formula).calls}
    wanted = {
        **{name: bool(calls & functions) for name, functions in CALLED.items()},
        "comparison": tool.compare is not None,
        "here": any(remark.at for remark in tool.warnings),
    }
    wanted["rows"] |= "rows" in kinds
    wanted["days"] |= bool(kinds & {"date", "calendar"})
    drawn = [f"picture-{tool.picture.kind}"] if tool.picture else []
    return [*(name for name, is_wanted in wanted.items() if is_wanted), *drawn]


def _formulas(tool: Tool) -> Iterator[str]:
    """All of them."""
    yield from (one.formula for one in tool.outputs)
    for key in ("impossible", "verdicts", "warnings", "lines"):
        yield from (one.when for one in getattr(tool, key) if one.when)
    if picture := tool.picture:
        bars = [text for bar in picture.bars for text in (bar.value, bar.low, bar.high)]
        yield from filter(None, (*(getattr(picture, name) for name in DRAWN), *bars))


def _compared(tool: Tool, result: Result) -> list[tuple[Compared, str, str, str]]:
    """Each row with both results and the difference."""
    outputs = {one.name: one for one in tool.outputs}
    rows = tool.compare.rows if tool.compare and not result.refused else ()
    return [(one, *_difference(outputs[one.left], outputs[one.right], result)) for one in rows]


def _difference(left: Output, right: Output, result: Result) -> tuple[str, str, str]:
    before, after = (row(result.values[one.name])[0] for one in (left, right))
    told = formatted(right, after - before)
    sign = "+" if round(after - before, right.digits) > 0 else ""
    return formatted(left, before), formatted(right, after), sign + told


def _picture_data(tool: Tool) -> Mapping[str, Any] | None:
    picture = tool.picture
    if picture is None:
        return None
    bars = [
        {
            "label": bar.label,
            **{name: _compiled(getattr(bar, name)) for name in ("value", "low", "high")},
        }
        for bar in picture.bars
    ]
    kept = {name: getattr(picture, name) for name in ("kind", "title", "along")}
    return kept | {name: _compiled(getattr(picture, name)) for name in DRAWN} | {"bars": bars}


def calendar_of(calendar: Calendar) -> Mapping[str, Any]:
    """As assets/tools/workdays.js takes it."""
    assert calendar.first and calendar.last
    return {
        "title": calendar.title,
        "first": number_of(calendar.first),
        "last": number_of(calendar.last),
        "off": [number_of(day) for day in calendar.off],
        "worked": [number_of(day) for day in calendar.worked],
    }


def _choices(one: Input, calendars: Mapping[Id, Calendar]) -> list[tuple[str, str]]:
    """(value, text) of a select."""
    named = [(name, calendars[name].title) for name in one.calendars if name in calendars]
    return [*named, *((name, option.label) for name, option in one.options.items())]


def _wanted(one: Input, words: Words) -> str:
    """What is said at the field where it is nothing that this input takes."""
    side = LIMITS.get((one.min is not None, one.max is not None))
    limits = (
        words(f"tools.limits.{side}", min=f"{one.min or 0:,}", max=f"{one.max or 0:,}")
        if side
        else ""
    )
    sort = "whole" if one.kind == "number" and one.whole else one.kind
    columns = words.join(one.columns.values())
    filling = {"name": one.label, "limits": limits, "columns": columns, "most": MOST_ROWS}
    return words(f"tools.wanted.{sort}", **filling)


def _given(
    tool: Tool, texts: Mapping[Id, str], result: Result, calendars: Mapping[Id, Calendar]
) -> list[tuple[str, str]]:
    """(name, value) of the example's inputs; rows have a table of their own."""
    titles: dict[str, str] = {name: calendar.title for name, calendar in calendars.items()}
    return [
        (one.label, f"{titles.get(result.shown[one.name], result.shown[one.name])}{one.unit}")
        for one in tool.inputs
        if one.kind != "rows"
    ]


def _single(tool: Tool, result: Result) -> list[Output]:
    rows = _rows(tool)
    return [one for one in tool.outputs if one.label and not (rows and _is_row(one, result))]


def _is_row(one: Output, result: Result) -> bool:
    return isinstance(result.values.get(one.name), tuple)


def _rows(tool: Tool) -> Input | None:
    return next((one for one in tool.inputs if one.kind == "rows"), None)


def _table(tool: Tool, texts: Mapping[Id, str], result: Result) -> Table | None:
    rows = _rows(tool)
    if rows is None:
        return None
    text = texts.get(rows.name, "")
    given = list(parse(rows, text).values())
    made = [one for one in tool.outputs if one.label and _is_row(one, result)]
    columns = [[f"{each:g}" for each in row(value)] for value in given]
    columns += [[formatted(one, each) for each in row(result.values[one.name])] for one in made]
    names = labels(rows, text)
    head = [*rows.columns.values(), *(one.label for one in made)]
    return Table(head, list(zip(names, zip(*columns, strict=True), strict=True)))


def _clause(one: Output, renderer: Renderer) -> str:
    return Markup(" ").join(
        Markup('<a href="{}">{}</a>').format(link.href, link.title)
        for link in renderer.see([one.see] if one.see else [])
    )


def _picture(
    tool: Tool, texts: Mapping[Id, str], result: Result, calendars: Mapping[Id, Calendar]
) -> Markup | None:
    if tool.picture is None or result.refused:
        return None
    rows = _rows(tool)
    names = labels(rows, texts.get(rows.name, "")) if rows else []
    known = Known(result.values, calendars_of(tool, calendars))
    drawing = tool_pictures.drawn(tool.picture, result, known, names)
    return tool_pictures.svg(tool.picture, drawing)
