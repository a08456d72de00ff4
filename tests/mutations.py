"""A good bank with one thing wrong: what editors do to YAML when they slip.

Each way to slip takes the lines, a line to slip on and a number that decides the rest, and gives
the new text with the lines on which the fault may rightly be named; None where there is nothing
to slip on. A fault that leaves the bank as it was needs no naming.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from tiku import Bank, Checked, check
from tiku.locales.catalogue import load
from tiku.model import KINDS

SITE = Path(__file__).parent / "small-site" / "questions"
BANK = (SITE / "kinds.yml").read_text(encoding="utf-8")
GOOD = BANK[: BANK.index("  - id: old-color")].splitlines()
"""Without the retired question, of which nobody asks whether it is complete."""
SHARED = {
    name: (SITE / name).read_bytes() for name in ("vocabulary.yml", "sources.yml", "glossary.yml")
}
KEY = re.compile(r"(?P<indent> *(?:- )?)(?P<key>[a-z_]+): ?(?P<value>.*)")
NEEDED = ("id", "stem", "answer", "choices", "prompts", "material", "questions", "topic", "title")
FIELDS = {f.name for cls in (Bank, *KINDS.values()) for f in fields(cls) if len(f.name) > 2}
WIDE = str.maketrans(
    {":": "：", ",": "，", "[": "［", "]": "］", "{": "｛", "}": "｝", "-": "－", '"': "”"}
)


@dataclass(frozen=True)
class Mutant:
    """The text, and where the fault may be named (lines from 1); anywhere where that is empty."""

    text: str
    lines: frozenset[int]


Slip = Callable[[list[str], int, int], Mutant | None]


def drop(lines: list[str], at: int, _extra: int) -> Mutant | None:
    """A line that a bank cannot do without, and what belongs to it."""
    found = KEY.fullmatch(lines[at])
    if not found or found["key"] not in NEEDED or "- " in found["indent"]:
        return None
    stop, indented = _end(lines, at), _indent(lines[at])
    return _mutant(
        [*lines[:at], *lines[stop:]], at, *_around(lines, at), *([] if indented else [0])
    )


def duplicate(lines: list[str], at: int, _extra: int) -> Mutant | None:
    """A key and what belongs to it, or a whole question, twice."""
    stop = _end(lines, at)
    found = KEY.fullmatch(lines[at])
    if not found or stop == len(lines):
        return None
    again = lines[at:stop]
    inside = range(stop, stop + len(again))
    return _mutant([*lines[:stop], *again, *lines[stop:]], stop, *inside)


def misspell(lines: list[str], at: int, extra: int) -> Mutant | None:
    """Two neighbouring letters of a field's name change places."""
    found = KEY.fullmatch(lines[at])
    if not found or found["key"] not in FIELDS:
        return None
    n = extra % (len(found["key"]) - 1)
    key = found["key"]
    key = key[:n] + key[n + 1] + key[n] + key[n + 2 :]
    line = f"{found['indent']}{key}: {found['value']}".rstrip()
    return _mutant(
        [*lines[:at], line, *lines[at + 1 :]], at, *_around(lines, at), *_users(lines, at)
    )


def retype(lines: list[str], at: int, extra: int) -> Mutant | None:
    """Text becomes a list, a record, a number or a quote that never ends."""
    found = KEY.fullmatch(lines[at])
    if not found or not found["value"] or found["value"][0] in "[{":
        return None
    value = (
        f"[[{found['value']}]]",
        f"{{x: {found['value']}}}",
        f'"{found["value"]}',
        "!!x y",
        "*x",
    )[extra % 5]
    line = f"{found['indent']}{found['key']}: {value}"
    return _mutant([*lines[:at], line, *lines[at + 1 :]], at, *_users(lines, at))


def indent(lines: list[str], at: int, extra: int) -> Mutant | None:
    """A line moves to the left or the right."""
    by = (-3, -2, -1, 1, 2, 3)[extra % 6]
    moved = " " * by + lines[at] if by > 0 else lines[at][min(-by, _indent(lines[at])) :]
    if moved == lines[at] or _is_alone(lines, at, min(_indent(moved), _indent(lines[at]))):
        return None
    return _mutant(
        [*lines[:at], moved, *lines[at + 1 :]], at, *_around(lines, at), *_users(lines, at)
    )


def _is_alone(lines: list[str], at: int, indent: int) -> bool:
    """Whether a line may move: nothing else stands below what it stands below."""
    beside = lines[max(0, at - 1) : at] + lines[at + 1 : at + 2]
    return all(_indent(line) < indent for line in beside)


def widen(lines: list[str], at: int, extra: int) -> Mutant | None:
    """One mark of YAML is pasted in full width."""
    marks = [
        n for n, c in enumerate(lines[at]) if ord(c) in WIDE and not _inside_text(lines[at], n)
    ]
    if not marks:
        return None
    n = marks[extra % len(marks)]
    line = lines[at][:n] + lines[at][n].translate(WIDE) + lines[at][n + 1 :]
    return _mutant(
        [*lines[:at], line, *lines[at + 1 :]], at, *_around(lines, at), *_users(lines, at)
    )


def truncate(lines: list[str], at: int, extra: int) -> Mutant:
    """The file ends too early: it may be a whole bank still."""
    cut = extra % (len(lines[at]) + 1)
    return Mutant("\n".join([*lines[:at], lines[at][:cut]]), frozenset())


def swap(lines: list[str], at: int, extra: int) -> Mutant:
    """Two lines change places: it may be a bank still."""
    other = extra % len(lines)
    swapped = list(lines)
    swapped[at], swapped[other] = lines[other], lines[at]
    return Mutant("\n".join(swapped), frozenset())


def paste(lines: list[str], at: int, extra: int) -> Mutant:
    """A line of elsewhere comes in between: it may be a bank still."""
    return Mutant("\n".join([*lines[:at], lines[extra % len(lines)], *lines[at:]]), frozenset())


SLIPS: Mapping[str, Slip] = {
    slip.__name__: slip
    for slip in (drop, duplicate, misspell, retype, indent, widen, truncate, swap, paste)
}

HARMLESS = (truncate, swap, paste)
"""What may leave a whole bank behind; asked of these is only that nothing breaks."""


def judged(text: str) -> Checked:
    """The bank with its shared files beside it."""
    return check({"b.yml": text.encode(), **SHARED}, None)


def overlooked(mutant: Mutant) -> list[str]:
    """What was said instead, where the fault was not named on its line or one beside it."""
    checked = judged(mutant.text)
    for problem in checked.problems:
        assert problem.message(load("zh-Hant")) and problem.hint(load("en"))
        assert 1 <= problem.place.line <= mutant.text.count("\n") + 2
    named = {p.place.line for p in checked.problems if p.place.file == "b.yml"}
    near = {line + by for line in mutant.lines for by in (-1, 0, 1)}
    if not mutant.lines or named & near or checked.library == SOUND.library:
        return []
    return [problem.line(load("zh-Hant")) for problem in checked.problems] or ["nothing"]


def _mutant(lines: list[str], at: int, *also: int) -> Mutant:
    """`at` and `also`: lines from 0."""
    return Mutant("\n".join(lines) + "\n", frozenset(n + 1 for n in (at, *also)))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _end(lines: list[str], at: int) -> int:
    """The line behind everything that is indented deeper; a question's keys are."""
    return next(
        (n for n in range(at + 1, len(lines)) if _indent(lines[n]) <= _indent(lines[at])),
        len(lines),
    )


def _around(lines: list[str], at: int) -> list[int]:
    """The first lines of the questions, and the keys, that the line stands in."""
    depth, found = _indent(lines[at]) + 1, []
    for n in range(at, -1, -1):
        if _indent(lines[n]) < depth:
            depth = _indent(lines[n])
            found.append(n)
    return found


def _users(lines: list[str], at: int) -> list[int]:
    """Where the rest of the question speaks of what the line defines: its answer, its notes."""
    start = max(n for n in (0, *_around(lines, at)) if n == 0 or lines[n].lstrip().startswith("- "))
    inside = range(start, _end(lines, start) if start else len(lines))
    return [n for n in inside if lines[n].lstrip().startswith(("answer:", "why:", "choices:"))]


def _inside_text(line: str, n: int) -> bool:
    """Behind a Chinese character a mark is prose; a first quote that is wide makes no quotation."""
    return "\u4e00" <= line[max(0, n - 1)] <= "\u9fff" or (line[n] == '"' and '"' not in line[:n])


SOUND = judged("\n".join(GOOD) + "\n")
