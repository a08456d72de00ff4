"""What rules find that look at one bank or one text at a time, known while that stays as it is."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tiku.model import Bank, Library
from tiku.model.cache import Coding
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.rules.rule import Rule
from tiku.rules.texts import texts

PLAIN = (str, int, float)


def found(library: Library, rules: list[Rule]) -> Iterator[Problem]:
    """Of each bank by itself, then of the FAQ and the lists."""
    codes = tuple(code.name for rule in rules for code in rule.codes)

    def judged(bank: Bank) -> list[Problem]:
        return list(_judged(Library(banks=(bank,)), rules))

    for bank in library.banks:
        yield from library.known("rules", bank, judged, PROBLEMS, codes)
    yield from _judged(replace(library, banks=()), rules)


def _judged(library: Library, rules: list[Rule]) -> Iterator[Problem]:
    for rule in rules:
        if rule.suspect is None:
            yield from rule(library)
    yield from _of_texts(library, rules)


def _of_texts(library: Library, rules: list[Rule]) -> Iterator[Problem]:
    """Texts are looked at closely where something is suspect, first in all of them at once."""
    every = list(texts(library))
    joined = "\n".join(placed.text for placed in every)
    by_text = ((rule.suspect.search, rule) for rule in rules if rule.suspect is not None)
    on_texts = [(is_suspect, rule) for is_suspect, rule in by_text if is_suspect(joined)]
    for placed in every if on_texts else ():
        for is_suspect, rule in on_texts:
            if is_suspect(placed.text):
                yield from rule(placed)


def _written(problems: list[Problem]) -> list[Any] | None:
    """None where a detail is more than text or a number: such a bank is judged again."""
    if not all(_is_plain(value) for one in problems for value in one.details.values()):
        return None
    return [
        [p.code, p.place.file, p.place.line, p.place.column, dict(p.details), p.severity]
        for p in problems
    ]


def _is_plain(value: object) -> bool:
    return isinstance(value, PLAIN) or (isinstance(value, list) and all(map(_is_plain, value)))


def _read(rows: Any) -> list[Problem]:  # noqa: ANN401 -- JSON
    return [
        Problem(code, Place(file, line, column), dict(details), Severity(severity))
        for code, file, line, column, details, severity in rows
    ]


PROBLEMS = Coding(_written, _read)
