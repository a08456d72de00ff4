"""A stranger's file -> a bank's text, and everything that is to be said of it."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tiku.formats import bank_update, new_bank, recognition
from tiku.formats.comparing import Reads, as_written
from tiku.formats.doubts import doubt
from tiku.formats.draft import Reading
from tiku.formats.entries import entries
from tiku.formats.entry import Entry, Target
from tiku.formats.ids import slug
from tiku.formats.new_bank import Gist
from tiku.formats.source import line_of
from tiku.locales.catalogue import Words
from tiku.model import Library, Question
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.folding import fold

EXACT = ("json", "markdown")
"""Formats that have texts as their authors wrote them."""
SHUFFLED = "import-choice-order-not-in-file"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of an import; `bank` is the text that the target has, None where it is new."""

    words: Words
    form: str = ""
    topic: str = ""
    title: str = ""
    bank: str | None = None
    bank_name: str = ""
    update: bool = False
    reads: Reads = as_written
    """How a text is read, to hold a bank against formats that have no Markdown."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The bank's new text, and what happened."""

    text: str
    before: str
    form: str
    reading: Reading
    problems: tuple[Problem, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    media: Mapping[str, bytes]
    topic: str

    def difference(self, name: str) -> str:
        """As `diff -u` shows it."""
        before, after = self.before.splitlines(keepends=True), self.text.splitlines(keepends=True)
        return "".join(difflib.unified_diff(before, after, name, name))


def imported(name: str, data: bytes, wish: Wish, library: Library | None) -> Imported:
    """Read a file; raises `Unreadable` with the problem where nothing can be had from it."""
    reading, form = recognition.read(name, data, wish.form)
    topic = bank_update.topic_of(wish.bank, wish.bank_name) if wish.bank else ""
    topic = topic or slug(wish.topic) or new_bank.topic_of(name)
    reading = replace(
        reading, drafts=tuple(new_bank.doubted(reading.drafts, _asked(library), topic))
    )
    target = _target(reading, wish, library, topic)
    made, objectives = entries(reading.drafts, target)
    if wish.bank is None:
        text = new_bank.text(
            topic, wish.title or wish.topic or new_bank.stem_of(name), objectives, made
        )
        return _done(text, "", form, reading, made, (), topic, ())
    reads = as_written if form in EXACT else wish.reads
    result = bank_update.updated(wish.bank, wish.bank_name, objectives, made, wish.update, reads)
    told = [*result.problems, *_told(result, wish, made)]
    changed = tuple(result.changed) if wish.update else ()
    return _done(result.text, wish.bank, form, reading, made, changed, topic, told, result.added)


def _done(
    text: str,
    before: str,
    form: str,
    reading: Reading,
    made: Sequence[Entry],
    changed: tuple[str, ...],
    topic: str,
    told: Iterable[Problem],
    added: Sequence[str] | None = None,
) -> Imported:
    new = tuple(entry.id for entry in made) if added is None else tuple(added)
    problems = tuple(new_bank.bounded((*reading.said(), *told)))
    return Imported(text, before, form, reading, problems, new, changed, reading.media, topic)


def _told(result: bank_update.Updated, wish: Wish, made: Sequence[Entry]) -> Iterable[Problem]:
    """What was not touched, at the place in the bank's file."""
    places = _places(wish.bank or "", wish.bank_name)
    for name in result.changed if not wish.update else ():
        yield doubt("differs", places.get(name, Place(wish.bank_name)), id=name)
    for name in result.gone:
        yield doubt("gone", places.get(name, Place(wish.bank_name)), id=name)


def _places(text: str, name: str) -> dict[str, Place]:
    line = line_of(text)
    found = re.finditer(r"^(\s*-\s+)id:\s*(\S+)", text, re.MULTILINE)
    return {match[2]: Place(name, line(match.start(2)), len(match[1]) + 1) for match in found}


def _target(reading: Reading, wish: Wish, library: Library | None, topic: str) -> Target:
    tags = library.vocabulary.tags if library and library.vocabulary else {}
    known = bank_update.known_choices(wish.bank, wish.bank_name) if wish.bank else {}
    return Target(
        words=wish.words,
        topic=topic,
        media=f"media/{topic}/" if reading.media else "",
        tags=frozenset(tags),
        ids=_ids(library) if library else {},
        known=known,
        shuffled=any(problem.code == SHUFFLED for problem in reading.problems),
    )


def _ids(library: Library) -> dict[str, frozenset[str]]:
    """Where the folder has no such list, nothing is known of it."""
    told: dict[str, Iterable[str]] = {}
    if library.vocabulary:
        told |= {name: getattr(library.vocabulary, name) for name in ("syllabus", "jurisdiction")}
    if library.sources:
        told["sources"] = (source.id for source in library.sources.sources)
    return {name: frozenset(names) for name, names in told.items()}


def _asked(library: Library | None) -> dict[Gist, Question]:
    return {
        (
            fold(question.stem),
            frozenset(map(fold, getattr(question, "choices", {}).values())),
        ): question
        for question in (library.questions() if library else ())
    }
