"""What the Simplified edition calls otherwise is said once, and in Simplified characters."""

from collections.abc import Iterator

from tiku.model import Library
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.rules.rule import error, rule, warning
from tiku.text.scripts import traditional


@rule(error("rewording-twice"), warning("rewording-not-simplified"))
def rewordings_are_clear(library: Library) -> Iterator[Problem]:
    """Of zh-hans.yml; whether a row is used, a build knows."""
    seen: dict[str, Place] = {}
    for row in library.rewordings.rewordings if library.rewordings else ():
        place = row.origin.place("hant")
        if row.hant in seen:
            details = {"hant": row.hant, "first": seen[row.hant]}
            yield Problem("rewording-twice", place, details)
        seen.setdefault(row.hant, place)
        if found := traditional(row.hans):
            details = {"hans": row.hans, "found": sorted(found)}
            yield Problem("rewording-not-simplified", row.origin.place("hans"), details)
