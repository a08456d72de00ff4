"""What a check found, in MkDocs' log; an error stops the build."""

import logging
import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from tiku.locales.language import reader_words
from tiku.model import Library
from tiku.model.cache import Cache
from tiku.model.problem import Problem, Severity, count
from tiku.rules.check import check_folder
from tiku.site import fidelity

log = get_plugin_logger("tiku")

LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.ADVICE: logging.DEBUG,
}


class Unpublished(PluginError):
    """Nothing was published; `told` is what was said of each error."""

    def __init__(self, message: str, told: list[str]) -> None:
        super().__init__(message)
        self.told = told


def checked(folder: Path, config: MkDocsConfig, cache: Cache) -> Library:
    """The banks of a folder and the site's pages; raises Unpublished where an error is in them."""
    questions, docs = os.path.relpath(folder), os.path.relpath(config.docs_dir)
    lost = [fidelity.nothing_is_lost]
    found = check_folder(Path(questions), Path(docs), date.today(), also=lost, cache=cache)
    report(found.problems)
    return found.library


def report(problems: Iterable[Problem]) -> None:
    """Tell them all; raises Unpublished where one is an error."""
    words, every = reader_words(), list(problems)
    told = [problem for problem in every if log.isEnabledFor(LEVELS[problem.severity])]
    texts = [f"{problem.line(words)}\n    {problem.hint(words)}" for problem in told]
    for problem, text in zip(told, texts, strict=True):
        log.log(LEVELS[problem.severity], text)
    if errors := count(every, Severity.ERROR):
        wrong = [t for p, t in zip(told, texts, strict=True) if p.severity is Severity.ERROR]
        raise Unpublished(words("problems.nothing-published", errors=errors), wrong)
