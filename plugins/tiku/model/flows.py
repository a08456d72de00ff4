"""What a flow is: states, what to do in each and until when, and where each answer leads."""

from collections.abc import Iterator, Mapping
from datetime import date

from tiku.model.base import NO_ID, NO_PROSE, Entry, Id, Prose, Reference
from tiku.model.place import Place
from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Way(Entry):
    """An answer, and the state it leads to."""

    answer: str = ""
    to: Id = NO_ID


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill(Entry):
    """A place of a form, and what stands there once it is known: {day}, {due}, {path}."""

    find: str = ""
    put: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Entry):
    """Where somebody is: who acts, what to do, until when, what to say."""

    id: Id = NO_ID
    title: str = ""
    who: str = ""
    ask: str = ""
    do: Prose = NO_PROSE
    say: tuple[str, ...] = ()
    within: str = ""
    workdays: int | None = None
    clause: Reference | None = None
    form: Reference | None = None
    fills: tuple[Fill, ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Entry):
    """A file of questions/flows/; it begins at its first state."""

    id: Id = NO_ID
    title: str = ""
    asked: tuple[str, ...] = ()
    lead: Prose = NO_PROSE
    calendars: tuple[Id, ...] = ()
    states: tuple[State, ...] = ()
    card_title: str = ""
    card: tuple[Id, ...] = ()
    desk_title: str = ""
    desk_lead: Prose = NO_PROSE
    desk: tuple[State, ...] = ()
    sources: tuple[Id, ...] = ()
    reviewed: date | None = None

    @property
    def drill(self) -> Id:
        """The topic of the questions made from it."""
        return Id(f"flow-{self.id}")

    @property
    def steps(self) -> tuple[State, ...]:
        """Its states, and what stands on the desk."""
        return (*self.states, *self.desk)

    @property
    def see(self) -> tuple[Reference, ...]:
        """Every clause and form, each once."""
        named = (one for state in self.steps for one in (state.clause, state.form) if one)
        return tuple(dict.fromkeys(named))

    def names(self, reference: Reference) -> Place:
        """Where it is said that a step rests on this."""
        for step in self.steps:
            for key in ("clause", "form"):
                if getattr(step, key) == reference:
                    return step.origin.place(key)
        return self.origin.place()

    def by_id(self) -> Mapping[str, State]:
        """The states by their ids."""
        return {state.id: state for state in self.states}


def reached(flow: Flow) -> Mapping[str, int]:
    """Id of each state that can be reached -> the fewest answers that lead there."""
    states, found = flow.by_id(), dict[str, int]()
    now = [flow.states[0].id] if flow.states else []
    depth = 0
    while now:
        found |= dict.fromkeys(now, depth)
        after = (way.to for name in now for way in states[name].ways if way.to in states)
        now = list(dict.fromkeys(name for name in after if name not in found))
        depth += 1
    return found


def homes(flow: Flow) -> Mapping[str, tuple[str, int]]:
    """Id of each state but the first -> the state, and which of its answers, that lead there
    with the fewest answers; elsewhere it is only referred to."""
    states, found = flow.by_id(), dict[str, tuple[str, int]]()
    for name in reached(flow):
        for at, way in enumerate(states[name].ways):
            if way.to != flow.states[0].id:
                found.setdefault(way.to, (name, at))
    return found


def circle(flow: Flow) -> list[str]:
    """States that lead back to themselves, in order; empty where every path ends."""
    states = flow.by_id()
    done: set[str] = set()

    def search(name: str, path: list[str]) -> list[str]:
        if name in path:
            return path[path.index(name) :]
        if name in done or name not in states:
            return []
        found = next((c for w in states[name].ways if (c := search(w.to, [*path, name]))), [])
        done.add(name)
        return found

    return next((found for state in flow.states if (found := search(state.id, []))), [])


def paths(flow: Flow) -> Iterator[tuple[tuple[State, Way | None], ...]]:
    """Every way through: each state with the answer given there; of a flow without a circle."""
    states = flow.by_id()

    def on(
        state: State, before: tuple[tuple[State, Way | None], ...]
    ) -> Iterator[tuple[tuple[State, Way | None], ...]]:
        if not state.ways:
            yield (*before, (state, None))
        for way in state.ways:
            yield from on(states[way.to], (*before, (state, way)))

    yield from on(flow.states[0], ())


def as_lines(flow: Flow) -> str:
    """Every path on a line, so that a change of the flow shows which of them it changes."""
    return "".join(f"{_line(path)}\n" for path in paths(flow))


def _line(path: tuple[tuple[State, Way | None], ...]) -> str:
    return " → ".join(f"{s.id}［{w.answer}］" if w else f"{s.id}：{s.title}" for s, w in path)
