"""Everything has a name, and no name is used twice."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from tiku.model import (
    KINDS,
    Calendar,
    Case,
    ChoiceQuestion,
    Entry,
    Faq,
    Flow,
    Item,
    Library,
    Metric,
    Source,
    Term,
    Tool,
    TrueFalse,
)
from tiku.model.flows import State
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.rules.helpers import copies
from tiku.rules.rule import advice, error, rule, warning

Named = Item | Source | Term | Faq | Metric | Tool | Calendar | Flow | State
FIELDS = frozenset(f.name for cls in KINDS.values() for f in fields(cls))
"""What questions may have."""
TELLING = 4
"""Letters of a word that says something."""


@rule(error("no-id"), error("duplicate-id"))
def every_entry_has_an_id_of_its_own(library: Library) -> Iterator[Problem]:
    """Questions and cases over all banks; sources, terms, FAQ entries and metrics within theirs."""
    yield from _unique(_items(library))
    yield from _unique(library.sources.sources if library.sources else ())
    yield from _unique(library.glossary.terms if library.glossary else ())
    yield from _unique(library.faq.entries if library.faq else ())
    yield from _unique(library.metrics.metrics if library.metrics else ())
    yield from _unique(library.tools)
    yield from _unique(library.calendars)
    yield from _unique(library.flows)
    for flow in library.flows:
        yield from _unique(flow.steps)


@rule(error("no-topic"), error("duplicate-topic"), error("copied-bank"))
def every_bank_has_a_topic_of_its_own(library: Library) -> Iterator[Problem]:
    """`topic` is given and names one bank only."""
    seen: dict[str, Place] = {}
    copied = copies(library)
    for bank in library.banks:
        place = bank.origin.place()
        if not bank.topic:
            yield Problem("no-topic", bank.origin.place("topic"))
        elif place in copied:
            yield Problem("copied-bank", place, {"first": copied[place].origin.place().file})
        elif bank.topic in seen:
            details = {"topic": bank.topic, "first": seen[bank.topic].file}
            yield Problem("duplicate-topic", bank.origin.place("topic"), details)
        else:
            seen[bank.topic] = bank.origin.place("topic")
    for flow in library.flows:
        if flow.drill in seen:
            details = {"topic": flow.drill, "first": seen[flow.drill].file}
            yield Problem("duplicate-topic", flow.origin.place("id"), details)


@rule(warning("empty-bank"))
def every_bank_has_questions(library: Library) -> Iterator[Problem]:
    """One without any has perhaps lost its key."""
    for bank in library.banks:
        if bank.topic and not bank.questions:
            yield Problem("empty-bank", bank.origin.place("questions"))


@rule(warning("field-as-id"))
def no_field_is_taken_for_an_id(library: Library) -> Iterator[Problem]:
    """A field indented too far becomes a choice, a note or a point, and is missing in its place."""
    for question in library.questions():
        for name in ("choices", "prompts", "checklist", "why"):
            for own in getattr(question, name, ()):
                if own in FIELDS and not getattr(question, own, None):
                    details = {"key": own, "field": name}
                    yield Problem("field-as-id", question.origin.place(name, own), details)


@rule(advice("telling-id"))
def no_id_tells_the_key(library: Library) -> Iterator[Problem]:
    """Ids stand in addresses: a word that the question's shares with the key's alone tells it."""
    for question in library.questions():
        if not isinstance(question, ChoiceQuestion) or isinstance(question, TrueFalse):
            continue
        others = {word for choice in question.distractors() for word in _words(choice)}
        for choice in question.answer:
            if shared := (_words(question.id) & _words(choice)) - others:
                details = {"id": question.id, "choice": choice, "word": min(shared)}
                yield Problem("telling-id", question.origin.place("id"), details)
                break


def _words(name: str) -> set[str]:
    """Those long enough to say something."""
    return {word for word in name.rpartition("/")[2].split("-") if len(word) >= TELLING}


@rule(error("no-title"))
def everything_shown_has_a_name(library: Library) -> Iterator[Problem]:
    """Banks, cases, sources, terms and FAQ entries are headings somewhere."""
    yield from _named("title", library.banks)
    yield from _named("title", (item for item in library.items() if isinstance(item, Case)))
    if library.sources:
        yield from _named("title", library.sources.sources)
    if library.glossary:
        yield from _named("term", library.glossary.terms)
        yield from _named("definition", library.glossary.terms)
    if library.rewordings:
        yield from _named("hant", library.rewordings.rewordings)
        yield from _named("hans", library.rewordings.rewordings)
    if library.faq:
        yield from _named("question", library.faq.entries)
        yield from _named("answer", library.faq.entries)


def _items(library: Library) -> Iterator[Item]:
    """Those of a bank that is a copy are told as one."""
    copied = copies(library)
    own = (bank for bank in library.banks if bank.origin.place() not in copied)
    for item in (item for bank in own for item in bank.questions):
        yield item
        if isinstance(item, Case):
            yield from item.questions


def _unique(entries: Iterable[Named]) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for entry in entries:
        place = entry.origin.place("id")
        if not entry.id:
            yield Problem("no-id", place)
        elif entry.id in seen:
            first = seen[entry.id]
            yield Problem("duplicate-id", place, {"id": entry.id, "first": first})
        else:
            seen[entry.id] = place


def _named(key: str, entries: Iterable[Entry]) -> Iterator[Problem]:
    for entry in entries:
        if not getattr(entry, key):
            yield Problem("no-title", entry.origin.place(key), {"key": key})
