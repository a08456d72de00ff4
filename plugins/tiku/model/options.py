"""What a site decides for every host: how questions are asked, and which pages are made where."""

from collections.abc import Mapping
from dataclasses import field, fields
from typing import Literal

from tiku.model.base import Entry, Id, Language
from tiku.model.values import dataclass

Feedback = Literal["at-once", "at-end", "on-choice"]
"""When a verdict is shown: once an answer is checked, once all are, once a choice is tapped."""
LeftOut = Literal[
    "exams", "faq", "glossary", "listing", "metrics", "progress", "sources", "tools", "write"
]
"""Pages that a site can do without; sets and searches lead to all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking(Entry):
    """How questions on pages are asked; what is None is decided further out: fence, page, site."""

    feedback: Feedback | None = None
    shuffle: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles(Entry):
    """What generated pages are called instead of what the catalogue calls them."""

    exams: str = ""
    faq: str = ""
    glossary: str = ""
    listing: str = ""
    metrics: str = ""
    practice: str = ""
    progress: str = ""
    sources: str = ""
    tools: str = ""
    write: str = ""

    def told(self) -> Mapping[str, str]:
        """Name of a page -> its title, of those that have one."""
        named = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "origin"}
        return {name: title for name, title in named.items() if title}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOptions(Entry):
    """`pages:` of options.yml."""

    folder: Id | None = None
    editors: Id | None = None
    without: tuple[LeftOut, ...] = ()
    titles: Titles = field(default_factory=Titles)

    def at(self, path: str) -> str:
        """Where below docs/ the generated page of this path stands."""
        return f"{self.folder}/{path}" if self.folder else path


@dataclass(frozen=True, slots=True, kw_only=True)
class Options(Asking):
    """options.yml."""

    language: Language | None = None
    search: bool = True
    storage: Id | None = None
    pages: PageOptions = field(default_factory=PageOptions)


def decided(*askings: Asking) -> Asking:
    """The first to say something, from the innermost outwards."""
    feedback = next((one.feedback for one in askings if one.feedback), None)
    shuffle = next((one.shuffle for one in askings if one.shuffle is not None), None)
    return Asking(feedback=feedback, shuffle=shuffle)
