"""Which questions, FAQ entries, tools and flows rest on which clauses, and which changed since."""

from collections.abc import Iterator, Mapping
from datetime import date

from tiku.model import Case, Clause, Faq, Flow, Item, Library, Page, Tool
from tiku.model.base import Reference
from tiku.model.flows import State
from tiku.model.place import Place
from tiku.model.sitemap import home
from tiku.model.values import dataclass

Reviewed = Item | Faq | Flow | Tool
OnClauses = Mapping[str, tuple[tuple[Item, str], ...]]
"""Clause of a page -> what is asked on it, and the page where."""


@dataclass(frozen=True, slots=True)
class Resting:
    """What names clauses under `see`, and when somebody else last looked at it."""

    entry: Reviewed
    reviewed: date | None

    @property
    def see(self) -> tuple[Reference, ...]:
        """The clauses, wherever in the entry they are named."""
        return self.entry.rests_on if isinstance(self.entry, Tool) else self.entry.see

    def place(self, at: int) -> Place:
        """Of the clause it names at this place."""
        if isinstance(self.entry, Flow | Tool):
            return self.entry.names(self.see[at])
        return self.entry.origin.place("see", at)


def resting(library: Library) -> Iterator[Resting]:
    """Everything asked today, FAQ, tools, flows; a case was looked at with its questions."""
    for item in (item for bank in library.banks for item in bank.current()):
        yield Resting(item, item.reviewed)
        if isinstance(item, Case):
            yield from (Resting(q, q.reviewed or item.reviewed) for q in item.questions)
    yield from (Resting(e, e.reviewed) for e in (library.faq.entries if library.faq else ()))
    yield from (Resting(tool, tool.reviewed) for tool in library.tools)
    yield from (Resting(flow, flow.reviewed) for flow in library.flows)


def page_of(library: Library, reference: str) -> tuple[Page | None, str]:
    """The page, and the id of the clause on it, empty where the whole page is meant."""
    path, _, clause = reference.partition("#")
    return (library.pages or {}).get(path), clause


def recorded(library: Library) -> Mapping[str, Clause]:
    """Reference -> the clause as clauses.yml has it."""
    return {c.see: c for c in library.clauses.clauses} if library.clauses else {}


def differs(library: Library, clause: Clause | None) -> bool:
    """Whether its text is not what was recorded; what is not recorded does not differ."""
    now = fingerprint(library, clause.see) if clause else None
    return clause is not None and now is not None and now != clause.fingerprint


def has_changed(library: Library, clause: Clause | None, reviewed: date | None) -> bool:
    """Since the day on which what rests on it was looked at."""
    later = clause and clause.changed and reviewed and clause.changed > reviewed
    return bool(later) or differs(library, clause)


def fingerprint(library: Library, reference: str) -> str | None:
    """Of the text as it is; None for what has none, such as a page made from banks."""
    page, clause = page_of(library, reference)
    return page.fingerprints.get(clause) if page else None


def record(library: Library, today: date) -> tuple[Clause, ...]:
    """Every clause that something rests on, as it is now; by reference."""
    known = recorded(library)
    seen = sorted({reference for one in resting(library) for reference in one.see})
    found = ((reference, fingerprint(library, reference)) for reference in seen)
    return tuple(
        Clause(see=see, fingerprint=text, changed=_changed(library, known.get(see), today))
        for see, text in found
        if text
    )


def questions_on(library: Library) -> Mapping[str, OnClauses]:
    """Page -> its clauses -> what rests on each: questions and cases, with their banks' pages."""
    found: dict[str, dict[str, list[tuple[Item, str]]]] = {}
    for bank in library.banks:
        path = home(library, bank)
        for item in bank.current():
            inside = item.questions if isinstance(item, Case) else ()
            for see in {see: None for one in (item, *inside) for see in one.see}:
                page, _, clause = see.partition("#")
                found.setdefault(page, {}).setdefault(clause, []).append((item, path))
    return {page: _of_clauses(clauses) for page, clauses in found.items()}


def _of_clauses(found: Mapping[str, list[tuple[Item, str]]]) -> OnClauses:
    return {clause: tuple(items) for clause, items in found.items() if clause}


def steps_on(library: Library, path: str) -> Mapping[str, tuple[tuple[Flow, State], ...]]:
    """Clause of a page -> the states of flows that rest on it, or use it as a form."""
    found: dict[str, list[tuple[Flow, State]]] = {}
    for flow in library.flows:
        for state in flow.states:
            for see in dict.fromkeys(one for one in (state.clause, state.form) if one):
                page, _, clause = see.partition("#")
                if page == path and clause:
                    found.setdefault(clause, []).append((flow, state))
    return {clause: tuple(steps) for clause, steps in found.items()}


def _changed(library: Library, clause: Clause | None, today: date) -> date | None:
    return today if clause and differs(library, clause) else clause.changed if clause else None
