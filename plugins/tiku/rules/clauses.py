"""What rests on a clause is looked at again when it changes; a policy says whose it is."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from tiku.model import Library, Policy
from tiku.model.clause_changes import has_changed, page_of, recorded, resting
from tiku.model.problem import Problem
from tiku.rules.rule import TODAY, advice, rule, warning


@rule(warning("clause-changed"), advice("section-changed"))
def what_rests_on_a_changed_clause_is_reviewed(library: Library) -> Iterator[Problem]:
    """Of a policy it must be, of another page it is advised."""
    known = recorded(library)
    for one in resting(library):
        for index, reference in enumerate(one.see):
            if has_changed(library, known.get(reference), one.reviewed):
                page, clause = page_of(library, reference)
                assert page is not None, "what has changed has a text"
                code = "clause-changed" if page.policy else "section-changed"
                reviewed = one.reviewed.isoformat() if one.reviewed else "—"
                title = f"{page.title} › {page.heading(clause)}" if clause else page.title
                details = {"clause": title, "id": one.entry.id, "reviewed": reviewed}
                yield Problem(code, one.place(index), details)


@rule(warning("see-without-clause"))
def a_policy_is_cited_by_clause(library: Library) -> Iterator[Problem]:
    """A whole policy proves nothing to a reader with a complaint at hand."""
    for one in resting(library):
        for index, reference in enumerate(one.see):
            page, clause = page_of(library, reference)
            if page and page.policy and not clause:
                details = {"page": reference, "known": list(page.clauses)[:20]}
                yield Problem("see-without-clause", one.place(index), details)


@rule(warning("incomplete-policy"))
def policies_are_complete(library: Library) -> Iterator[Problem]:
    """Owner, version and dates; what is written wrongly was told where it stands."""
    for policy in _policies(library):
        names = (f.name for f in fields(Policy) if f.name != "origin")
        missing = [name for name in names if not getattr(policy, name)]
        for place in dict.fromkeys(map(policy.origin.place, missing)):
            keys = [name for name in missing if policy.origin.place(name) == place]
            yield Problem("incomplete-policy", place, {"keys": keys})


@rule(warning("policy-overdue", needs=TODAY))
def policies_are_reviewed_in_time(library: Library, today: date) -> Iterator[Problem]:
    """Their owners said when."""
    for policy in _policies(library):
        if policy.review and policy.review < today:
            place, review = policy.origin.place("review"), policy.review.isoformat()
            yield Problem("policy-overdue", place, {"date": review, "owner": policy.owner})


def _policies(library: Library) -> Iterator[Policy]:
    yield from (page.policy for page in (library.pages or {}).values() if page.policy)
