"""What an import could not read, or read and doubts: problems with texts of their own.

The catalogue has them below `doubts`.
"""

from dataclasses import dataclass

from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.text.printable import printable

LONGEST = 60
"""Characters of what a doubt quotes."""
ERRORS = frozenset(
    [
        "bad-database",
        "bad-json",
        "bad-table",
        "bad-toml",
        "bad-workbook",
        "bad-xml",
        "bad-zip",
        "bomb",
        "entities",
        "foreign",
        "needs-extra",
        "no-header",
        "not-text",
        "nothing-found",
        "too-large",
        "too-many-columns",
        "too-many-lines",
    ]
)
"""Nothing of the file can be had."""
ADVICE = frozenset(
    [
        "answer-glued-to-last-choice",
        "answer-in-prose",
        "answer-label-broken-over-lines",
        "answer-unlabelled",
        "answers-split",
        "blank-is-spaces",
        "bold-or-cloze",
        "bracket-not-closed",
        "choice-order-not-in-file",
        "choices-inside-card-front",
        "choices-on-stem-line",
        "choices-split",
        "choices-without-separator",
        "curly-cloze",
        "description-skipped",
        "gone",
        "hidden",
        "kind-doubtful",
        "letter-x-read-as-cross",
        "lower-case-answer",
        "lower-case-letters",
        "no-space-after-letter",
        "number-gap",
        "number-punctuation-displaced",
        "number-repeat",
        "radical-outside-nfkc",
        "repeated",
        "scoring-incomplete",
        "section-gap",
        "stray-line-repeats-a-choice",
        "text-only-skipped",
    ]
)
"""Read as it was most likely meant."""


@dataclass(frozen=True, slots=True)
class Doubt(Problem):
    """A problem of a file that is no bank of ours; its code begins with `import-`."""

    @property
    def family(self) -> tuple[str, str]:
        return "doubts", "import-"


def doubt(code: str, place: Place, **details: object) -> Doubt:
    """What it quotes is one short line that any terminal shows."""
    quoted = {name: shown(str(value)) for name, value in details.items()}
    return Doubt(f"import-{code}", place, {"text": "", **quoted}, severity_of(code))


def severity_of(code: str) -> Severity:
    """Of a code within the family."""
    if code in ERRORS:
        return Severity.ERROR
    return Severity.ADVICE if code in ADVICE else Severity.WARNING


def shown(text: str) -> str:
    """A stranger's text in a line of ours."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
