"""What would be lost between a bank and its page, found before anything is published."""

from collections.abc import Iterator

from tiku.model import Library
from tiku.model.problem import Problem
from tiku.rendering import fidelity
from tiku.rules.rule import rule, warning
from tiku.rules.texts import PlacedText, texts

LINES = {"choices", "prompts", "checklist", "why", "title", "term", "question"}
"""Fields that are shown in a line."""


@rule(warning("lost-text"), warning("file-not-found"), warning("file-from-elsewhere"))
def nothing_is_lost(library: Library) -> Iterator[Problem]:
    """Every letter of every text reaches its reader, and every picture is there."""
    for written in texts(library):
        is_line = written.path[0] in LINES
        if line := fidelity.lost(written.text, is_line):
            yield written.problem("lost-text", found=line[:40])
        for path in fidelity.loaded(written.text, is_line):
            yield from _not_there(written, path, library)


def _not_there(written: PlacedText, path: str | None, library: Library) -> Iterator[Problem]:
    if path is None:
        yield written.problem("file-from-elsewhere")
    elif library.files is not None and path not in library.files:
        yield written.problem("file-not-found", path=path)
