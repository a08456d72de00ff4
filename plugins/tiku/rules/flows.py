"""Every flow can be gone through to an end, and says what its clauses say."""

from collections.abc import Iterable, Iterator

from tiku.model import Entry, Flow, Library
from tiku.model.flows import Fill, State, circle, reached
from tiku.model.forms import KNOWN, PLACE, form_text
from tiku.model.problem import Problem
from tiku.rules.rule import EVERY_FILE, error, rule, warning
from tiku.text.patterns import on_demand
from tiku.text.suggestions import closest

NUMBER = on_demand(r"(?<![A-Za-z\d.])\d[\d,]*(?:\.\d+)?")
"""Not the 3 of S3."""


@rule(error("flow-needs"))
def flows_are_complete(library: Library) -> Iterator[Problem]:
    """A state that asks has answers, and one that does not says what to do."""
    for flow in library.flows:
        yield from _needed(flow, ("id", "title", "lead", "states"))
        yield from _needed(flow, ("card_title",) if flow.card else ())
        yield from _needed(flow, ("desk_title",) if flow.desk else ())
        for state in flow.steps:
            yield from _lacking(state)


@rule(error("unknown-calendar", needs=EVERY_FILE), error("flow-answer-twice"))
def what_is_chosen_is_there_once(library: Library) -> Iterator[Problem]:
    """Calendars, and the answers of a state."""
    known = [calendar.id for calendar in library.calendars]
    for flow in library.flows:
        for at, name in enumerate(flow.calendars):
            if name not in known:
                details = {"id": name, "known": known, "near": closest(name, known)}
                yield Problem("unknown-calendar", flow.origin.place("calendars", at), details)
        for state in flow.states:
            answers = [way.answer for way in state.ways]
            for at, way in enumerate(state.ways):
                if way.answer and way.answer in answers[:at]:
                    place = way.origin.place("answer")
                    yield Problem("flow-answer-twice", place, {"answer": way.answer})


@rule(error("flow-unknown-state"), error("flow-unreachable"), error("flow-circle"))
def every_path_ends(library: Library) -> Iterator[Problem]:
    """Every answer leads somewhere, every state is reached, and nobody goes round for ever."""
    for flow in library.flows:
        unknown = list(_unknown(flow))
        yield from unknown
        if unknown or not flow.states:
            continue
        known = reached(flow)
        for state in flow.states:
            if state.id not in known:
                yield Problem("flow-unreachable", state.origin.place(), {"id": state.id})
        if round_ := circle(flow):
            place = flow.by_id()[round_[0]].origin.place()
            yield Problem("flow-circle", place, {"ids": round_})


@rule(error("flow-differs", needs=EVERY_FILE))
def deadlines_and_roles_are_those_of_the_clause(library: Library) -> Iterator[Problem]:
    """`within` and `who` stand in the clause word for word: one that changes names its flow."""
    for flow in library.flows:
        for state in flow.steps:
            path, _, clause = (state.clause or "").partition("#")
            page = (library.pages or {}).get(path)
            text = page.texts.get(clause) if page else None
            for key in ("within", "who") if text is not None else ():
                said = "".join(getattr(state, key).split())
                if said not in (text or ""):
                    details = {"text": getattr(state, key), "clause": state.clause}
                    yield Problem("flow-differs", state.origin.place(key), details)


@rule(error("flow-workdays"), warning("flow-number", needs=EVERY_FILE))
def numbers_are_those_of_the_clauses(library: Library) -> Iterator[Problem]:
    """What dates are worked out from, and what is told to do."""
    for flow in library.flows:
        known = _numbers(flow, library)
        for state in flow.steps:
            said = NUMBER.findall(state.within)
            days = state.workdays
            if days is not None and (days < 0 or (said and str(days) not in said)):
                details = {"text": state.within, "number": state.workdays}
                yield Problem("flow-workdays", state.origin.place("workdays"), details)
            strange = [one for one in NUMBER.findall(state.do) if one not in known]
            if known and strange:
                yield Problem("flow-number", state.origin.place("do"), {"numbers": strange})


def _numbers(flow: Flow, library: Library) -> set[str]:
    """Of the pages that its clauses stand on."""
    paths = {see.partition("#")[0] for see in flow.see}
    pages = [page for path in paths if (page := (library.pages or {}).get(path))]
    return {one for page in pages for text in page.texts.values() for one in NUMBER.findall(text)}


@rule(error("flow-fill", needs=EVERY_FILE), error("flow-fill-unknown"))
def forms_have_the_places_that_are_filled_in(library: Library) -> Iterator[Problem]:
    """Each once, so that it is plain which is meant: a form that changes names its flow."""
    for state in (state for flow in library.flows for state in flow.steps):
        text = form_text(library.pages, state.form)
        for fill in state.fills:
            yield from _filled(fill, state, text)


def _filled(fill: Fill, state: State, text: str | None) -> Iterator[Problem]:
    if unknown := sorted(set(PLACE.findall(fill.put)) - set(KNOWN)):
        named = {"name": unknown, "known": list(KNOWN)}
        yield Problem("flow-fill-unknown", fill.origin.place("put"), named)
    number = 1 if text is None or not fill.find else text.count(fill.find)
    if number != 1:
        found = {"text": fill.find, "form": state.form, "number": number}
        yield Problem("flow-fill", fill.origin.place("find"), found)


def _lacking(state: State) -> Iterator[Problem]:
    needed = ["id", "title", "do" if not state.ways else "ask"]
    if state.within or state.workdays is not None:
        needed.append("clause")
    if state.fills:
        needed.append("form")
    yield from _needed(state, needed)
    for fill in state.fills:
        yield from _needed(fill, ("find", "put"))
    for way in state.ways:
        yield from _needed(way, ("answer", "to"))


def _needed(entry: Entry, keys: Iterable[str]) -> Iterator[Problem]:
    """What has no place of its own is told together."""
    if missing := [key for key in keys if not getattr(entry, key)]:
        yield Problem("flow-needs", entry.origin.place(missing[0]), {"key": missing})


def _unknown(flow: Flow) -> Iterator[Problem]:
    known = list(flow.by_id())
    for at, name in enumerate(flow.card):
        if name not in known:
            details = {"id": name, "known": known, "near": closest(name, known)}
            yield Problem("flow-unknown-state", flow.origin.place("card", at), details)
    for state in flow.states:
        for way in state.ways:
            if way.to and way.to not in known:
                details = {"id": way.to, "known": known, "near": closest(way.to, known)}
                yield Problem("flow-unknown-state", way.origin.place("to"), details)
