"""What rules on wording look at: the questions asked today, and every text that readers read."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from tiku.model import Bank, Case, Entry, Faq, Item, Library, Open, Question, Source, Term
from tiku.model.place import Place
from tiku.model.problem import Problem

Q = TypeVar("Q", bound=Question)


def questions(bank: Bank) -> Iterator[Question]:
    """Those of a bank that are not retired, the questions of its cases too."""
    return (question for item in bank.current() for question in item.questions_inside())


def asked(library: Library, kind: type[Q]) -> Iterator[Q]:
    """Those of all banks that are of this kind."""
    for bank in library.banks:
        yield from (question for question in questions(bank) if isinstance(question, kind))


class PlacedText(NamedTuple):
    """A text and where it stands: a field of an entry, or one of its choices or notes."""

    entry: Entry
    path: tuple[str, ...]
    text: str

    def place(self) -> Place:
        """In the file."""
        return self.entry.origin.place(*self.path)

    def problem(self, code: str, **details: object) -> Problem:
        """At this text."""
        return Problem(code, self.place(), details)


FIELDS: Mapping[type[Entry], tuple[str, ...]] = {
    Question: ("stem", "prompts", "choices", "hint", "explanation", "why"),
    Open: ("stem", "answer", "checklist", "hint", "explanation"),
    Case: ("title", "material"),
    Faq: ("question", "answer"),
    Term: ("term", "definition"),
    Source: ("title", "note"),
}


def texts(library: Library) -> Iterator[PlacedText]:
    """Of banks, FAQ, glossary and sources."""
    for bank in library.banks:
        yield from bank_texts(bank)
    yield from shared_texts(library)


def shared_texts(library: Library) -> Iterator[PlacedText]:
    """Of FAQ, glossary and sources."""
    for shared in (
        library.faq.entries if library.faq else (),
        library.glossary.terms if library.glossary else (),
        library.sources.sources if library.sources else (),
    ):
        for entry in shared:
            yield from _texts_of(entry, FIELDS[type(entry)])


def bank_texts(bank: Bank) -> Iterator[PlacedText]:
    """Of the questions and cases of one bank."""
    for item in bank.current():
        yield from item_texts(item)


def item_texts(item: Item) -> Iterator[PlacedText]:
    """Of a question, or of a case and its questions."""
    if isinstance(item, Case):
        yield from _texts_of(item, FIELDS[Case])
    for question in item.questions_inside():
        yield from _texts_of(question, FIELDS[Open if isinstance(question, Open) else Question])


def _texts_of(entry: Entry, names: tuple[str, ...]) -> Iterator[PlacedText]:
    for name in names:
        value = getattr(entry, name, None)
        if isinstance(value, str) and value:
            yield PlacedText(entry, (name,), value)
        elif isinstance(value, dict):
            for key, text in value.items():
                yield PlacedText(entry, (name, key), text)
