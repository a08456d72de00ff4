"""Flows as exercises: for each state a question "what now?", asked of whoever stands before it.

The wrong choices are the states around it, each with the answer that would have led there. An id
is made of flow and state, so that progress stays when others are added, and does not tell the key.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from tiku.locales.catalogue import Words
from tiku.model import Bank, Flow, Id, Library, Prose, Reference, Single, sitemap
from tiku.model.flows import State, Way
from tiku.model.kinds import mixed
from tiku.text.han import HAN_RUN
from tiku.text.patterns import on_demand
from tiku.text.similarity import grams

LEAST, MOST = 2, 3
"""Wrong choices."""
WORD = on_demand(r"[a-z]{4,}|[a-z]\d+")
Step = tuple[State, Way]


def with_drills(library: Library, words: Words) -> Library:
    """The library with a bank for each flow that has enough states; of one without errors."""
    made = [bank_of(flow, library, words) for flow in library.flows]
    banks = tuple(bank for bank in made if bank.questions)
    if not banks or library.pages is None:
        return replace(library, banks=(*library.banks, *banks))
    shown = sitemap.addresses(Library(banks=banks, options=library.options))
    pages = {path: page for path, page in shown.items() if page.title}
    return replace(library, banks=(*library.banks, *banks), pages={**pages, **library.pages})


def bank_of(flow: Flow, library: Library, words: Words) -> Bank:
    """Its questions in the order of the states."""
    questions = (_question(flow, state, library, words) for state in flow.states[1:])
    return Bank(
        topic=flow.drill,
        title=words("flows.drill", title=flow.title),
        questions=tuple(question for question in questions if question),
        origin=flow.origin,
    )


def _question(flow: Flow, state: State, library: Library, words: Words) -> Single | None:
    step = next((s for s in _steps_to(flow, state) if not _tells(s[1].answer, state.title)), None)
    others = list(_others(flow, state, step[0]))[:MOST] if step else []
    if step is None or len(others) < LEAST:
        return None
    before, way = step
    name = Id(f"{flow.drill}-{_lot(flow, state)}")
    ids = {_choice(flow, one): one for one in (state, *others)}
    stem = words(
        "flows.drill-stem",
        flow=flow.title,
        state=before.title,
        ask=before.ask,
        answer=way.answer,
    )
    return Single(
        id=name,
        stem=_as_typed(stem),
        choices={key: _as_typed(ids[key].title) for key in mixed(name, ids, ())},
        answer=(_choice(flow, state),),
        why={_choice(flow, one): _why(flow, one, words) for one in others},
        explanation=_explanation(state, words),
        see=_see(flow, state, library),
        sources=flow.sources,
        basis="policy" if _rests_on_policy(state, library) else None,
        difficulty="medium",
        origin=state.origin,
    )


def _steps_to(flow: Flow, state: State) -> Iterator[Step]:
    return ((one, way) for one in flow.states for way in one.ways if way.to == state.id)


def _others(flow: Flow, state: State, before: State) -> Iterator[State]:
    """States of other titles, the nearest first; of those equally near the lot decides."""
    seen, titles, ring = {state.id, before.id}, {state.title, before.title}, [before.id, state.id]
    while ring:
        near = {one for name in ring for one in _beside(flow, name)} - seen
        seen |= near
        ring = sorted(near, key=lambda name: _lot(flow, flow.by_id()[name]))
        for found in (flow.by_id()[name] for name in ring):
            if found.title not in titles:
                titles.add(found.title)
                yield found


def _beside(flow: Flow, name: Id) -> set[Id]:
    """Where it leads, and what leads there."""
    on = {way.to for way in flow.by_id()[name].ways}
    return on | {one.id for one in flow.states for way in one.ways if way.to == name}


def _why(flow: Flow, state: State, words: Words) -> Prose:
    step = next(_steps_to(flow, state), None)
    if step is None:
        return Prose(words("flows.drill-first"))
    told = words("flows.drill-why", state=step[0].title, answer=step[1].answer)
    return _as_typed(told)


def _explanation(state: State, words: Words) -> Prose:
    facts = ((words("flows.who"), state.who), (words("flows.within"), state.within))
    told = [words("flows.drill-fact", name=name, text=text) for name, text in facts if text]
    known = words.join(told, "sentences")
    head = words("flows.drill-next", title=state.title, facts=known).strip()
    return Prose(f"{_as_typed(head)}\n\n{state.do}".strip())


def _see(flow: Flow, state: State, library: Library) -> tuple[Reference, ...]:
    page = library.options.pages.at(sitemap.flow_page(flow.id))
    own = Reference(f"{page}#{state.id}")
    return (state.clause, own) if state.clause else (own,)


def _rests_on_policy(state: State, library: Library) -> bool:
    page = (library.pages or {}).get((state.clause or "").partition("#")[0])
    return bool(page and page.policy)


def _tells(answer: str, title: str) -> bool:
    """Whether the answer that leads there has words of the state's title."""
    return bool(_words(answer) & _words(title))


def _words(text: str) -> set[str]:
    text = text.casefold()
    pairs = (pair for run in HAN_RUN.findall(text) for pair in grams(run))
    return {*pairs, *WORD.findall(text)}


def _lot(flow: Flow, state: State) -> str:
    return sha256(f"{flow.id}\n{state.id}".encode()).hexdigest()[:8]


def _choice(flow: Flow, state: State) -> Id:
    return Id(f"s{_lot(flow, state)[::-1]}")


def _as_typed(text: str) -> Prose:
    """Sites without flows do without the module."""
    from tiku.formats.markup import escaped

    return Prose(escaped(text))
