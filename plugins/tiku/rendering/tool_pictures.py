"""A tool's picture as shapes and SVG.

The twin of assets/tools/shapes.js; both read tests/cases/tools.json.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from markupsafe import Markup

from tiku.model.calculation import Result, reading
from tiku.model.formula_values import Known, Value, rounded, row
from tiku.model.tools import Bar, Picture
from tiku.model.values import dataclass

Shape: TypeAlias = tuple[str, Mapping[str, str], str]
Point: TypeAlias = tuple[float, float]
WIDTH, HEIGHT, LEFT, TOP, ROW, STEPS = 340, 170, 46, 8, 40, 60


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a sheet of WIDTH by `height`."""

    height: int
    shapes: Sequence[Shape]


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    length: float
    told: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What the formulas of a picture come to."""

    known: Known
    shown: Mapping[str, str]
    labels: Sequence[str]

    def value(self, formula: str) -> Value:
        return reading(formula).value(self.known)

    def number(self, formula: str) -> float:
        return row(self.value(formula))[0]

    def optional(self, formula: str) -> float | None:
        return self.number(formula) if formula else None


def drawn(picture: Picture, result: Result, known: Known, labels: Sequence[str]) -> Drawing:
    """`labels`: the names of the rows."""
    kinds = {"bars": _bars, "curve": _curve, "control": _control}
    return kinds[picture.kind](picture, _Numbers(known, result.shown, labels))


def svg(picture: Picture, drawing: Drawing) -> Markup:
    """One image with a name; the numbers stand beside it."""
    shapes = Markup("").join(_element(*shape) for shape in drawing.shapes)
    return Markup(
        '<svg class="tiku-picture" role="img" viewBox="0 0 {} {}" aria-label="{}">{}</svg>'
    ).format(WIDTH, drawing.height, picture.title, shapes)


def _element(tag: str, attributes: Mapping[str, str], text: str) -> Markup:
    written = Markup("").join(Markup(' {}="{}"').format(*pair) for pair in attributes.items())
    return Markup("<{0}{1}>{2}</{0}>").format(tag, written, text)


def _at(value: float) -> str:
    number = rounded(value, 1)
    return f"{number if number else abs(number)}"


def _text(x: float, y: float, words: str, anchor: str = "start") -> Shape:
    return "text", {"x": _at(x), "y": _at(y), "text-anchor": anchor}, words


def _line(x1: float, y1: float, x2: float, y2: float, look: str) -> Shape:
    return "line", {"x1": _at(x1), "y1": _at(y1), "x2": _at(x2), "y2": _at(y2), "class": look}, ""


def _box(x: float, y: float, width: float, look: str) -> Shape:
    place = {"x": _at(x), "y": _at(y), "width": _at(width), "height": "12", "class": look}
    return "rect", place, ""


def _path(points: Sequence[Point], look: str) -> Shape:
    along = " ".join(f"{_at(x)},{_at(y)}" for x, y in points)
    return "polyline", {"points": along, "class": look}, ""


def _dot(x: float, y: float, look: str) -> Shape:
    return "circle", {"cx": _at(x), "cy": _at(y), "r": "5", "class": look}, ""


def _short(value: float) -> str:
    """As short as it can be told."""
    return f"{rounded(value, 2):f}".rstrip("0").rstrip(".") or "0"


def _bars(picture: Picture, numbers: _Numbers) -> Drawing:
    rows = [one for bar in picture.bars for one in _rows(bar, numbers)]
    target = numbers.optional(picture.target)
    ends = [end for one in rows for end in (one.length, one.high or 0.0)]
    longest = max(*ends, target or 0.0)
    most = (numbers.number(picture.most) if picture.most else longest) or 1

    def wide(length: float) -> float:
        return min(max(length, 0), most) / most * (WIDTH - 2)

    shapes = [shape for n, one in enumerate(rows) for shape in _bar(one, n * ROW, wide)]
    if target is not None:
        shapes.append(_line(1 + wide(target), 0, 1 + wide(target), len(rows) * ROW, "tiku-target"))
    return Drawing(len(rows) * ROW, shapes)


def _rows(bar: Bar, numbers: _Numbers) -> list[_Row]:
    lengths, lows, highs = (
        row(numbers.value(text)) if text else () for text in (bar.value, bar.low, bar.high)
    )
    if len(lengths) == 1:
        told = numbers.shown.get(bar.value) or _short(lengths[0])
        return [_Row(bar.label, lengths[0], told, _nth(lows, 0), _nth(highs, 0))]
    return [
        _Row(_label(numbers, n, bar.label), one, _short(one), _nth(lows, n), _nth(highs, n))
        for n, one in enumerate(lengths)
    ]


def _label(numbers: _Numbers, at: int, other: str) -> str:
    return numbers.labels[at] if at < len(numbers.labels) else other


def _nth(values: tuple[float, ...], at: int) -> float | None:
    return values[at] if at < len(values) else None


def _bar(one: _Row, y: int, wide: Callable[[float], float]) -> list[Shape]:
    whisker = []
    if one.low is not None and one.high is not None:
        ends = 1 + wide(one.low), y + 26, 1 + wide(one.high), y + 26
        whisker = [_line(*ends, "tiku-whisker")]
    return [
        _text(0, y + 14, one.label),
        _text(WIDTH, y + 14, one.told, "end"),
        _box(1, y + 20, WIDTH - 2, "tiku-frame"),
        _box(1, y + 20, wide(one.length), "tiku-full"),
        *whisker,
    ]


def _upright(low: float, high: float) -> Callable[[float], float]:
    return lambda value: (
        TOP + HEIGHT - (min(max(value, low), high) - low) / ((high - low) or 1) * HEIGHT
    )


def _across(low: float, high: float) -> Callable[[float], float]:
    wide = WIDTH - LEFT - 6
    return lambda value: LEFT + (min(max(value, low), high) - low) / ((high - low) or 1) * wide


def _scale(low: float, high: float, y: Callable[[float], float]) -> list[Shape]:
    return [
        _text(LEFT - 4, y(high) + 8, _short(high), "end"),
        _text(LEFT - 4, y(low), _short(low), "end"),
        _line(LEFT, TOP, LEFT, TOP + HEIGHT, "tiku-axis"),
        _line(LEFT, TOP + HEIGHT, WIDTH - 6, TOP + HEIGHT, "tiku-axis"),
    ]


def _curve(picture: Picture, numbers: _Numbers) -> Drawing:
    left, right = numbers.number(picture.left), numbers.number(picture.right)

    def height(along: float) -> float:
        values = {**numbers.known.values, picture.along: along}
        return row(reading(picture.curve).value(replace(numbers.known, values=values)))[0]

    steps = [left + (right - left) * n / STEPS for n in range(STEPS + 1)]
    heights = [height(step) for step in steps]
    low, high = min(0, *heights), max(heights)
    x, y = _across(left, right), _upright(low, high)
    shapes = [
        *_scale(low, high, y),
        _path([(x(step), y(one)) for step, one in zip(steps, heights, strict=True)], "tiku-curve"),
        _text(LEFT, TOP + HEIGHT + 16, _short(left), "middle"),
        _text(WIDTH - 6, TOP + HEIGHT + 16, _short(right), "end"),
    ]
    if (target := numbers.optional(picture.target)) is not None:
        shapes.append(_line(x(target), TOP, x(target), TOP + HEIGHT, "tiku-target"))
    own, start = numbers.number(picture.x), numbers.optional(picture.low)
    at = x(own), y(height(own))
    if start is not None:
        was = x(start), y(height(start))
        shapes += [_line(*was, *at, "tiku-whisker"), _dot(*was, "tiku-hollow")]
    return Drawing(TOP + HEIGHT + 22, [*shapes, _dot(*at, "tiku-full")])


def _control(picture: Picture, numbers: _Numbers) -> Drawing:
    values = row(numbers.value(picture.values))
    centre, lows, highs = (
        _whole(row(numbers.value(text)), len(values))
        for text in (picture.centre, picture.low, picture.high)
    )
    low, high = min(*values, *lows), max(*values, *highs)
    y = _upright(low, high)

    def x(at: int) -> float:
        return LEFT + (at + 0.5) * (WIDTH - LEFT - 6) / len(values)

    def along(of: Sequence[float], look: str) -> Shape:
        return _path([(x(n), y(one)) for n, one in enumerate(of)], look)

    def look(at: int) -> str:
        return "tiku-full" if lows[at] <= values[at] <= highs[at] else "tiku-out"

    last = len(values) - 1
    shapes = [
        *_scale(low, high, y),
        along(centre, "tiku-centre"),
        along(lows, "tiku-target"),
        along(highs, "tiku-target"),
        along(values, "tiku-curve"),
        *(_dot(x(n), y(one), look(n)) for n, one in enumerate(values)),
        _text(x(0), TOP + HEIGHT + 16, _label(numbers, 0, "1"), "middle"),
        _text(x(last), TOP + HEIGHT + 16, _label(numbers, last, str(last + 1)), "middle"),
    ]
    return Drawing(TOP + HEIGHT + 22, shapes)


def _whole(values: tuple[float, ...], length: int) -> list[float]:
    """A limit that is one number holds for all."""
    return [values[n] if n < len(values) else values[0] for n in range(length)]
