"""A flow as a picture: a box a state, in a row below all that lead to it."""

from collections.abc import Mapping

from markupsafe import Markup

from tiku.model import Flow
from tiku.model.flows import State

WIDTH, ROW, BOX, LINE = 360, 92, 58, 15
CHARACTER = 12
"""Of a title, in units of the picture; a Latin letter takes half."""


def svg(flow: Flow, title: str) -> Markup:
    """One image with a name; the states stand beside it as text."""
    rows = _rows(flow)
    places = {
        state.id: ((at + 0.5) * WIDTH / len(row), number * ROW + 4)
        for number, row in enumerate(rows)
        for at, state in enumerate(row)
    }
    lines = Markup("").join(
        _line(places[state.id], places[way.to]) for state in flow.states for way in state.ways
    )
    boxes = Markup("").join(
        _box(state, *places[state.id], WIDTH / len(row) - 8) for row in rows for state in row
    )
    return Markup(
        '<svg class="tiku-flow-picture" role="img" viewBox="0 0 {} {}" aria-label="{}">{}{}</svg>'
    ).format(WIDTH, len(rows) * ROW - ROW + BOX + 8, title, lines, boxes)


def _rows(flow: Flow) -> list[list[State]]:
    """By the most answers that lead to each, so that every line goes down."""
    depths: dict[str, int] = {}
    _deepen(flow.states[0].id, 0, flow.by_id(), depths)
    rows: list[list[State]] = [[] for _ in range(max(depths.values()) + 1)]
    for state in flow.states:
        rows[depths[state.id]].append(state)
    return [row for row in rows if row]


def _deepen(name: str, depth: int, states: Mapping[str, State], depths: dict[str, int]) -> None:
    if depth <= depths.get(name, -1):
        return
    depths[name] = depth
    for way in states[name].ways:
        _deepen(way.to, depth + 1, states, depths)


def _line(start: tuple[float, float], end: tuple[float, float]) -> Markup:
    return Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>').format(
        start[0], start[1] + BOX, end[0], end[1]
    )


def _box(state: State, middle: float, top: float, width: float) -> Markup:
    lines = _wrapped(state.title, width)
    first = top + BOX / 2 - (len(lines) - 1) * LINE / 2 + 4
    texts = Markup("").join(
        Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>').format(
            middle, first + number * LINE, line
        )
        for number, line in enumerate(lines)
    )
    look = "tiku-flow-box" if state.ways else "tiku-flow-end"
    return Markup(
        '<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{}" rx="5"/>{}'
    ).format(look, middle - width / 2, top, width, BOX, texts)


def _wrapped(title: str, width: float) -> list[str]:
    lines, used = [""], 0.0
    for character in title:
        taken = CHARACTER if ord(character) > 0x2000 else CHARACTER / 2
        if used + taken > width - 6:
            lines.append("")
            used = 0.0
        lines[-1] += character
        used += taken
    return lines
