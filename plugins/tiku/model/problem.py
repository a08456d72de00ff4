"""What can be wrong in the data, where, how badly, and what would be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tiku.locales.catalogue import Words
from tiku.model.place import Place
from tiku.text.printable import printable


class Severity(StrEnum):
    """An error publishes nothing, a warning counts under `--strict`, advice never fails."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: a code below `messages` in the catalogue, and what fills its texts."""

    code: str
    place: Place
    details: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def message(self, words: Words) -> str:
        """What is wrong, in one sentence without a full stop."""
        return words.fill(f"{self.family[0]}.{self.own}.text", self.details)

    def hint(self, words: Words) -> str:
        """What would be right; where a word was nearly right, that word."""
        key = "problems.near" if self.details.get("near") else f"{self.family[0]}.{self.own}.hint"
        return printable(words.fill(key, self.details))

    @property
    def family(self) -> tuple[str, str]:
        """Below what the catalogue has its texts, and how codes of the family begin."""
        return "messages", ""

    @property
    def own(self) -> str:
        """The code within the family."""
        return self.code.removeprefix(self.family[1])

    def line(self, words: Words) -> str:
        """`file:line:column: message [code]`, as terminals and editors understand it."""
        return printable(f"{self.place}: {self.message(words)} [{self.code}]")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by place; what is said twice of one place is said once."""
    unique = {(p.place.order, p.code): p for p in problems}
    return [unique[key] for key in sorted(unique)]


def count(problems: Iterable[Problem], severity: Severity) -> int:
    """How many are of this severity."""
    return sum(p.severity is severity for p in problems)
