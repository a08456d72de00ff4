"""A question may say which advice it does not take, and why."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Set

from tiku.locales.catalogue import AUTHORITY, load
from tiku.model import Case, Item, Library
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.text.suggestions import closest


def heed(
    library: Library,
    problems: Iterable[Problem],
    not_looked_for: Set[str],
    severity_of: Callable[[str], Severity],
) -> Iterator[Problem]:
    """The problems without those ignored, and what is wrong with the ignoring.

    `not_looked_for`: codes of rules that did not run, whose silence proves nothing.
    """
    items = sorted(_items(library), key=lambda item: item.origin.place().order)
    starts = [item.origin.place().order for item in items]
    used: set[tuple[int, str]] = set()
    for problem in problems:
        index = _owner(starts, problem.place)
        if index is not None and _ignored(items[index], problem):
            used.add((index, problem.code))
        else:
            yield problem
    for index, item in enumerate(items):
        idle = {code for code in item.ignore if (index, code) not in used}
        for code in sorted(idle - not_looked_for):
            yield from _idle(item, code, severity_of(code))


def _items(library: Library) -> Iterator[Item]:
    for item in library.items():
        yield item
        if isinstance(item, Case):
            yield from item.questions


def _owner(starts: list[tuple[str, int, int]], place: Place) -> int | None:
    """The innermost item that begins at or before the place, in the same file."""
    index = bisect_right(starts, place.order) - 1
    return index if index >= 0 and starts[index][0] == place.file else None


def _ignored(item: Item, problem: Problem) -> bool:
    return bool(item.ignore.get(problem.code)) and problem.severity is not Severity.ERROR  # type: ignore[call-overload]


def _idle(item: Item, code: str, severity: Severity) -> Iterator[Problem]:
    place = item.origin.place("ignore", code)
    known = load(AUTHORITY).tree["messages"]
    if code not in known:
        yield Problem("unknown-code", place, {"code": code, "near": closest(code, known)})
    elif severity is Severity.ERROR:
        yield Problem("ignored-error", place, {"code": code})
    elif not item.ignore[code]:  # type: ignore[index]
        yield Problem("ignore-without-why", place, {"code": code})
    else:
        yield Problem("idle-ignore", place, {"code": code}, Severity.WARNING)
