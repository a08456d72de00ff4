"""Pages of tools and flows."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tiku.model import Calendar, Flow, sitemap
from tiku.model.clause_changes import questions_on
from tiku.model.flows import homes
from tiku.rendering import flow_pictures, forms
from tiku.rendering import tools as rendering
from tiku.site.additions import questions_of
from tiku.site.generated import Generated, Making


def flows(making: Making) -> Iterator[Generated]:
    """A page each, and those that have a card to print or somebody's desk."""
    for flow in making.library.flows:
        yield _flow(making, flow)
        if flow.desk:
            yield _desk(making, flow)
        if flow.card:
            states = [flow.by_id()[name] for name in flow.card]
            yield making.page(
                sitemap.card_page(flow.id),
                "flow-card",
                styles=("flows/flow.css",),
                flow=flow,
                states=states,
            )


def tools(making: Making) -> Iterator[Generated]:
    """All of them."""
    library, renderer = making.library, making.renderer
    asked = questions_on(library).get(renderer.at(sitemap.TOOLS), {})
    if library.tools:
        yield making.page(
            sitemap.TOOLS,
            "tools",
            tools=library.tools,
            placed=lambda tool: rendering.rendered(tool, library, renderer),
            questions=lambda tool: questions_of(asked.get(tool.id, ()), renderer.words),
        )


def _flow(making: Making, flow: Flow) -> Generated:
    """Gone through one state at a time; without script all of them."""
    title = making.renderer.words("flows.picture", title=flow.title)
    return making.page(
        sitemap.flow_page(flow.id),
        "flow",
        styles=("flows/flow.css",),
        needs=("flows/flow.js",),
        **_shared(making, flow),
        states=flow.by_id(),
        homes=homes(flow),
        picture=flow_pictures.svg(flow, title),
        drill=next((bank for bank in making.library.banks if bank.topic == flow.drill), None),
    )


def _desk(making: Making, flow: Flow) -> Generated:
    """What to do day by day, with the letters."""
    return making.page(
        sitemap.desk_page(flow.id),
        "flow-desk",
        styles=("flows/flow.css",),
        needs=("flows/desk.js",),
        **_shared(making, flow),
    )


def _shared(making: Making, flow: Flow) -> Mapping[str, Any]:
    """What both templates are given."""
    calendars = _calendars(making, flow)
    return {
        "flow": flow,
        "calendars": json.dumps(calendars, ensure_ascii=False, separators=(",", ":")),
        "titles": [calendar["title"] for calendar in calendars],
        "form": lambda state: forms.form(making.renderer.pages, state.form, state.fills),
    }


def _calendars(making: Making, flow: Flow) -> list[Mapping[str, Any]]:
    known: dict[str, Calendar] = {calendar.id: calendar for calendar in making.library.calendars}
    return [rendering.calendar_of(known[name]) for name in flow.calendars if name in known]
