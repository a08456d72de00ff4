"""What would be lost between a bank and its page, found before anything is published."""

from collections.abc import Iterable, Iterator

from tiku.model import Bank, Library
from tiku.model.problem import Problem
from tiku.rendering import fidelity
from tiku.rules.apart import PROBLEMS
from tiku.rules.rule import rule, warning
from tiku.rules.texts import PlacedText, bank_texts, shared_texts

LINES = {"choices", "prompts", "checklist", "why", "title", "term", "question"}
"""Fields that are shown in a line."""


@rule(warning("lost-text"), warning("file-not-found"), warning("file-from-elsewhere"))
def nothing_is_lost(library: Library) -> Iterator[Problem]:
    """Every letter of every text reaches its reader, and every picture is there."""
    for bank in library.banks:
        yield from _not_there(library.known("lost", bank, _in_bank, PROBLEMS), library)
    yield from _not_there(list(_lost(shared_texts(library))), library)


def _in_bank(bank: Bank) -> list[Problem]:
    return list(_lost(bank_texts(bank)))


def _lost(texts: Iterable[PlacedText]) -> Iterator[Problem]:
    """As if no file were there."""
    for written in texts:
        is_line = written.path[0] in LINES
        if line := fidelity.lost(written.text, is_line):
            yield written.problem("lost-text", found=line[:40])
        for path in fidelity.loaded(written.text, is_line):
            known = {} if path is None else {"path": path}
            yield written.problem("file-not-found" if known else "file-from-elsewhere", **known)


def _not_there(found: list[Problem], library: Library) -> Iterator[Problem]:
    for problem in found:
        path = problem.details.get("path")
        if path is None or (library.files is not None and path not in library.files):
            yield problem
