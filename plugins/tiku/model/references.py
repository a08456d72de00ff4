"""What banks refer to: sources, glossary, FAQ and vocabulary."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from tiku.model.base import (
    NO_ID,
    NO_PROSE,
    NO_REFERENCE,
    Address,
    Confidence,
    Entry,
    Id,
    Prose,
    Reference,
    SourceKind,
)
from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """Where a statement comes from, and how sure it is."""

    id: Id = NO_ID
    title: str = ""
    kind: SourceKind | None = None
    author: str | None = None
    locator: str | None = None
    year: str | None = None
    url: Address | None = None
    jurisdiction: Id | None = None
    as_of: date | None = None
    checked: date | None = None
    confidence: Confidence | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceList(Entry):
    """sources.yml."""

    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Entry):
    """An entry of the glossary."""

    id: Id = NO_ID
    term: str = ""
    hans: str | None = None
    en: str | None = None
    aliases: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    definition: Prose = NO_PROSE
    see: tuple[Reference, ...] = ()
    sources: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Entry):
    """glossary.yml."""

    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq(Entry):
    """A question readers ask, and its answer."""

    id: Id = NO_ID
    group: Id | None = None
    question: str = ""
    asked: tuple[str, ...] = ()
    answer: Prose = NO_PROSE
    see: tuple[Reference, ...] = ()
    sources: tuple[Id, ...] = ()
    jurisdiction: Id | None = None
    as_of: date | None = None
    reviewed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqList(Entry):
    """faq.yml."""

    groups: Mapping[Id, str] = field(default_factory=dict)
    entries: tuple[Faq, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Entry):
    """What readers ask that a section answers, in their words."""

    see: tuple[Reference, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedList(Entry):
    """asked.yml."""

    sections: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Entry):
    """The one word for a thing, and the others that are not used for it."""

    word: str = ""
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary(Entry):
    """vocabulary.yml: the labels questions may carry."""

    tags: Mapping[Id, str] = field(default_factory=dict)
    syllabus: Mapping[Id, str] = field(default_factory=dict)
    jurisdiction: Mapping[Id, str] = field(default_factory=dict)
    wording: tuple[Wording, ...] = ()
    names: tuple[str, ...] = ()
    """Names that keep such a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause(Entry):
    """A clause as it was when somebody last looked at what rests on it."""

    see: Reference = NO_REFERENCE
    fingerprint: str = ""
    changed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording(Entry):
    """What this site's readers on the Mainland call otherwise."""

    hant: str = ""
    hans: str = ""
    everywhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RewordingList(Entry):
    """zh-hans.yml."""

    rewordings: tuple[Rewording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseList(Entry):
    """clauses.yml, which `tiku reviewed` writes."""

    clauses: tuple[Clause, ...] = ()
