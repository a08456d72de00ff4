"""What can be wrong in the data, where, how badly, and what would be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from tiku.locales.language import Language
from tiku.locales.messages import MESSAGES, NEAR


class Severity(StrEnum):
    """An error publishes nothing, a warning counts under `--strict`, advice never fails."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Origin(Protocol):
    """Where a value was written, part by part."""

    def place(self, *path: str | int) -> Place:
        """The place of the part at `path` (keys and indexes), or of its nearest existing parent."""
        ...


@dataclass(frozen=True, slots=True)
class Unwritten:
    """The origin of a value that no file holds."""

    def place(self, *path: str | int) -> Place:
        """A place that says so."""
        return Place("-")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: a code of `messages.MESSAGES`, a place, and what fills the message."""

    code: str
    place: Place
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """As the catalogue of messages says for this code."""
        return Severity(MESSAGES[self.code].severity)

    def message(self, language: Language = "zh") -> str:
        """What is wrong, in one sentence without a full stop."""
        return MESSAGES[self.code].text(language).format_map(self.details)

    def hint(self, language: Language = "zh") -> str:
        """What would be right; where a word was nearly right, that word."""
        if self.details.get("near"):
            return NEAR[language].format_map(self.details)
        return MESSAGES[self.code].hint(language).format_map(self.details)

    def line(self, language: Language = "zh") -> str:
        """`file:line:column: message [code]`, as terminals and editors understand it."""
        return f"{self.place}: {self.message(language)} [{self.code}]"


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by place; what is said twice of one place is said once."""
    unique = {(p.place, p.code): p for p in problems}
    return [unique[key] for key in sorted(unique)]


def count(problems: Iterable[Problem], severity: Severity) -> int:
    """How many are of this severity."""
    return sum(p.severity is severity for p in problems)
