"""What a machine can put right: the code of a problem -> edits of its file."""

from collections.abc import Callable, Iterable

from tiku.editing.edits import BYTE_ORDER_MARK, Edit, Source, apart, applied, rewritten
from tiku.loading.yaml_reader import read
from tiku.model import Case, ChoiceQuestion, Library
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.rules import CODES
from tiku.rules.helpers import numbers_of

QUOTES = ("'", '"')

Fix = Callable[[Source, Problem], list[Edit]]
FIXES: dict[str, Fix] = {}
"""Code of a problem -> what mends it."""


def fixes(*codes: str) -> Callable[[Fix], Fix]:
    """Make a function the fix of these problems."""

    def declare(fix: Fix) -> Fix:
        FIXES.update(dict.fromkeys(codes, fix))
        return fix

    return declare


def mend(name: str, text: str, problems: Iterable[Problem], library: Library) -> tuple[str, int]:
    """The text with what is mechanical put right, and how many places that were.

    An edit after which the file would read otherwise than meant is left out.
    """
    here = [p for p in problems if p.place.file == name and p.code in FIXES]
    source = Source(name, text.removeprefix(BYTE_ORDER_MARK), library)
    edits = [edit for p in here for edit in FIXES[p.code](source, p) if _is_safe(source, edit)]
    return rewritten(text, edits), len(apart(edits))


def _is_safe(source: Source, edit: Edit) -> bool:
    """The file reads no worse than before."""
    before, after = read(source.text, ""), read(applied(source.text, [edit]), "")
    if before.root is None:
        return True
    return after.root is not None and len(after.problems) <= len(before.problems)


@fixes(*(name for name, code in CODES.items() if code.mend))
def _typed(source: Source, problem: Problem) -> list[Edit]:
    """A scalar as it is written, inside its quotes if it has any, with its typing put right."""
    place = problem.place
    if (place.line, place.column) not in source.spans:
        return []
    start, stop = source.spans[place.line, place.column]
    if source.text[start : start + 1] in QUOTES:
        start, stop = start + 1, stop - 1
    mend_text = CODES[problem.code].mend
    assert mend_text, "as declared above"
    mended = mend_text(source.text[start:stop])
    return [Edit(start, stop, mended)] if mended != source.text[start:stop] else []


@fixes("no-id")
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


@fixes("unsorted-numbers")
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


@fixes("wide-colon", "no-space-after-colon")
def _colon(source: Source, problem: Problem) -> list[Edit]:
    at = source.offset(problem.place)
    behind = "" if source.text[at + 1 : at + 2] in (" ", "\n", "\r") else " "
    return [Edit(at, at + 1, f":{behind}")]
