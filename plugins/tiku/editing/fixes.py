"""What a machine can put right in a file; comments and layout stay byte for byte elsewhere."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tiku.editing.free_ids import free_id, taken_ids
from tiku.loading.yaml_reader import read, spans
from tiku.model import Case, ChoiceQuestion, Library
from tiku.model.problem import Place, Problem
from tiku.rules.choices import numbers_of
from tiku.text.typography import MENDS

LINE_END = re.compile(r"\r\n|\n|\r")
QUOTES = ("'", '"')
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The text between two offsets becomes another."""

    start: int
    stop: int
    text: str


class Source:
    """A file's text, where its values stand, and the library it belongs to."""

    def __init__(self, name: str, text: str, library: Library) -> None:
        self.name = name
        self.text = text
        self.library = library
        self.spans = spans(text)
        self.taken = taken_ids(library)
        self.starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def offset(self, place: Place) -> int:
        """Of a place's character."""
        return self.starts[place.line - 1] + place.column - 1

    def take(self, prefix: str) -> str:
        """A free id, which is then taken."""
        name = free_id(prefix, self.taken)
        self.taken.add(name)
        return name

    def line(self, number: int) -> str:
        """A line with its end."""
        stop = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[self.starts[number - 1] : stop]


def mend(name: str, text: str, problems: Iterable[Problem], library: Library) -> tuple[str, int]:
    """The text with what is mechanical put right, and how many places that were.

    An edit after which the file would read otherwise than meant is left out.
    """
    here = [p for p in problems if p.place.file == name and p.code in EDITS]
    source = Source(name, text.removeprefix(BYTE_ORDER_MARK), library)
    edits = [edit for p in here for edit in EDITS[p.code](source, p) if _is_safe(source, edit)]
    return rewritten(text, edits), len(_apart(edits))


def rewritten(text: str, edits: Iterable[Edit]) -> str:
    """A file's text after edits of a `Source` made from it; of two that touch, the first."""
    bare = text.removeprefix(BYTE_ORDER_MARK)
    return text[: len(text) - len(bare)] + _applied(bare, edits)


def _typed(source: Source, problem: Problem) -> list[Edit]:
    """A scalar as it is written, inside its quotes if it has any, with its typing put right."""
    place = problem.place
    if (place.line, place.column) not in source.spans:
        return []
    start, stop = source.spans[place.line, place.column]
    if source.text[start : start + 1] in QUOTES:
        start, stop = start + 1, stop - 1
    mended = MENDS[problem.code](source.text[start:stop])
    return [Edit(start, stop, mended)] if mended != source.text[start:stop] else []


def _named(source: Source, problem: Problem) -> list[Edit]:
    """An id before the first key, or behind an empty `id:`."""
    at, name = source.offset(problem.place), _name(source, problem.place)
    if not name:
        return []
    if source.text[:at].endswith("id:"):
        return [Edit(at, at, f" {name}")]
    if source.text[at] == "{":
        return [Edit(at + 1, at + 1, f"id: {name}, ")]
    return [Edit(at, at, f"id: {name}\n{' ' * (problem.place.column - 1)}")]


def _name(source: Source, place: Place) -> str:
    """Of a bank's items after its topic, of a case's questions by number; each name once."""
    for bank in source.library.banks:
        for item in bank.questions:
            if item.origin.place("id") == place and bank.topic:
                return source.take(bank.topic)
            inside = item.questions if isinstance(item, Case) and item.id else ()
            if any(question.origin.place("id") == place for question in inside):
                return source.take(f"{item.id}/q").partition("/")[2]
    return ""


def _sorted(source: Source, problem: Problem) -> list[Edit]:
    """The lines of the choices by size, where each is a line of its own and nothing between."""
    question = _choices_at(source.library, problem.place)
    if question is None:
        return []
    lines = [question.origin.place("choices", choice).line for choice in question.choices]
    if lines != list(range(lines[0], lines[0] + len(lines))):
        return []
    written = [source.line(number) for number in lines]
    if not all(line.endswith("\n") for line in written):
        return []
    order = sorted(range(len(lines)), key=lambda n: numbers_of(question)[n])
    start = source.starts[lines[0] - 1]
    text = "".join(written[n] for n in order)
    return [Edit(start, start + len(text), text)]


def _choices_at(library: Library, place: Place) -> ChoiceQuestion | None:
    for question in library.questions():
        if isinstance(question, ChoiceQuestion) and question.origin.place("choices") == place:
            return question
    return None


def _colon(source: Source, problem: Problem) -> list[Edit]:
    at = source.offset(problem.place)
    behind = "" if source.text[at + 1 : at + 2] in (" ", "\n", "\r") else " "
    return [Edit(at, at + 1, f":{behind}")]


EDITS: Mapping[str, Callable[[Source, Problem], list[Edit]]] = {
    **dict.fromkeys(MENDS, _typed),
    "no-id": _named,
    "unsorted-numbers": _sorted,
    "wide-colon": _colon,
    "no-space-after-colon": _colon,
}
"""Code of a problem -> what mends it."""


def _is_safe(source: Source, edit: Edit) -> bool:
    """The file reads no worse than before."""
    before, after = read(source.text, ""), read(_applied(source.text, [edit]), "")
    if before.root is None:
        return True
    return after.root is not None and len(after.problems) <= len(before.problems)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """In order, without those that touch an earlier one; they have their turn next time."""
    chosen: list[Edit] = []
    for edit in sorted(set(edits)):
        if (
            not chosen
            or edit.start > chosen[-1].stop
            or edit.start >= chosen[-1].stop > chosen[-1].start
        ):
            chosen.append(edit)
    return chosen


def _applied(text: str, edits: Iterable[Edit]) -> str:
    for edit in reversed(_apart(edits)):
        text = text[: edit.start] + edit.text + text[edit.stop :]
    return text
