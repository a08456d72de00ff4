"""Texts of all files -> the library and every problem in them: the engine's front door."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TypeVar

from tiku import rules
from tiku.loading import entries, folder
from tiku.loading.layout import class_of
from tiku.loading.page_questions import page_banks
from tiku.loading.pages import load_page
from tiku.loading.yaml_reader import read
from tiku.model import (
    AskedList,
    Bank,
    Calendar,
    ClauseList,
    Entry,
    Exam,
    FaqList,
    Flow,
    Glossary,
    Library,
    MetricList,
    Options,
    Page,
    RewordingList,
    ScoringList,
    SourceList,
    Tool,
    Vocabulary,
)
from tiku.model.cache import NO_CACHE, Cache
from tiku.model.problem import Problem, Severity, in_order
from tiku.model.sitemap import addresses
from tiku.model.values import dataclass

E = TypeVar("E", bound=Entry)
Also = Callable[[Library], Iterator[Problem]]
"""A rule of a room above this one."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A library and what is wrong with it, in order of place."""

    library: Library
    problems: list[Problem]

    def has(self, severity: Severity) -> bool:
        """Whether a problem of this severity was found."""
        return any(problem.severity is severity for problem in self.problems)


def check_folder(
    questions: Path,
    docs: Path | None = None,
    today: date | None = None,
    also: Iterable[Also] = (),
    cache: Cache = NO_CACHE,
) -> Checked:
    """Read, load and judge a folder of banks, with the pages of a site where there are any."""
    paths = folder.bank_paths(questions)
    checked = check_paths(paths, docs, today, also=also, cache=cache)
    cache.forget()
    if not paths and not questions.exists() and not checked.library.banks:
        checked = check_paths([questions], docs, today, also=also)
    return Checked(checked.library, [*folder.overlooked(questions), *checked.problems])


def check_paths(
    paths: Iterable[Path],
    docs: Path | None = None,
    today: date | None = None,
    doubtful: bool = False,
    also: Iterable[Also] = (),
    cache: Cache = NO_CACHE,
) -> Checked:
    """The same for some files; what cannot be read is a problem like any other."""
    problems: list[Problem] = []
    files = folder.read_files(paths, problems)
    pages = folder.read_pages(docs, problems) if docs else None
    unread = bool(problems)
    known = folder.list_files(docs) if docs else None
    own_ids = docs is not None and folder.has_own_ids(docs)
    checked = check(files, pages, today, doubtful, known, also, not unread, own_ids, cache)
    return Checked(checked.library, [*problems, *checked.problems])


def check(
    files: Mapping[str, bytes],
    pages: Mapping[str, tuple[str, str]] | None,
    today: date | None = None,
    doubtful: bool = False,
    below_docs: frozenset[str] | None = None,
    also: Iterable[Also] = (),
    is_whole: bool = True,
    own_ids: bool = False,
    cache: Cache = NO_CACHE,
) -> Checked:
    """Load and judge everything.

    `files`: name to show -> YAML. `pages`: path below docs/ -> (name to show, Markdown); None
    where no pages are known, so that nothing can be said about references to them. `today`:
    the day on which things may have expired. `doubtful`: also rules that are often wrong.
    `below_docs`: the paths of all files there. `also`: rules of rooms above this one. `is_whole`:
    whether there is no other file, which could not be read. `own_ids`: whether the site gives
    headings ids by a rule of its own. `cache`: what is known of files as they are.
    """
    problems: list[Problem] = []
    with _no_collections():
        told = {name: sha256(data).hexdigest() for name, data in files.items()}
        entries = {
            name: _load(name, data, problems, told[name], cache) for name, data in files.items()
        }
        whole = is_whole and None not in entries.values()
        digests = {name: told[name] for name, one in entries.items() if isinstance(one, Bank)}
        library = replace(_assemble(entries), files=below_docs, digests=digests, cache=cache)
        if pages is not None:
            loaded = _load_pages(pages, problems, own_ids, cache)
            library = replace(library, banks=(*library.banks, *page_banks(loaded)))
            everywhere = addresses(library) | loaded
            library = replace(library, pages=everywhere)
        judged = rules.apply(library, today, doubtful=doubtful, whole=whole)
        found = [*judged, *chain.from_iterable(rule(library) for rule in also)]
        every = [*problems, *_not_said_before(problems, found)]
        heeded = rules.heed_ignored(library, every, today, doubtful)
        return Checked(library, in_order(heeded))


def _not_said_before(said: list[Problem], found: list[Problem]) -> Iterator[Problem]:
    """What a rule misses because it could not be loaded was told at its place already."""
    places = {problem.place for problem in said if problem.severity is Severity.ERROR}
    return (p for p in found if p.severity is Severity.ADVICE or p.place not in places)


@contextmanager
def _no_collections() -> Iterator[None]:
    """Reading makes hundreds of thousands of nodes and no cycle: collecting only costs time. What
    was made counts as old afterwards, and is not looked through at once."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _load(name: str, data: bytes, problems: list[Problem], told: str, cache: Cache) -> Entry | None:
    entry, found = cache("file", (name, told), lambda: _read(name, data))
    problems += found
    return entry


def _read(name: str, data: bytes) -> tuple[Entry | None, list[Problem]]:
    reading = read(data, name)
    if reading.root is None:
        return None, reading.problems
    problems = list(reading.problems)
    return entries.load(class_of(PurePosixPath(name)), reading.root, problems), problems


def _assemble(entries: Mapping[str, Entry | None]) -> Library:
    def only(cls: type[E]) -> E | None:
        return next((entry for entry in entries.values() if isinstance(entry, cls)), None)

    def every(cls: type[E]) -> tuple[E, ...]:
        return tuple(entry for entry in entries.values() if isinstance(entry, cls))

    return Library(
        banks=every(Bank),
        vocabulary=only(Vocabulary),
        sources=only(SourceList),
        glossary=only(Glossary),
        faq=only(FaqList),
        asked=only(AskedList),
        rewordings=only(RewordingList),
        metrics=only(MetricList),
        scoring=only(ScoringList),
        clauses=only(ClauseList),
        exams=every(Exam),
        tools=every(Tool),
        calendars=every(Calendar),
        flows=every(Flow),
        options=only(Options) or Options(),
    )


def _load_pages(
    pages: Mapping[str, tuple[str, str]], problems: list[Problem], own_ids: bool, cache: Cache
) -> dict[str, Page]:
    loaded = {}
    for path, (name, text) in pages.items():
        told = (path, name, text, own_ids)
        loaded[path], found = cache("page", told, partial(_read_page, *told))
        problems += found
    return loaded


def _read_page(path: str, name: str, text: str, own_ids: bool) -> tuple[Page, list[Problem]]:
    problems: list[Problem] = []
    return load_page(name, text, problems, own_ids, path), problems
