"""A site made by several jobs: each works out its share of the banks, one puts all together.

A share is a folder of what a build remembers. Whoever merges finds in it what there is to know of
each bank by itself, and does what takes all of them: so the site is what one build makes.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path, PurePosixPath

from tiku.loading import folder
from tiku.loading.layout import class_of
from tiku.locales.catalogue import Words
from tiku.model import Bank
from tiku.model.cache import Cache
from tiku.model.problem import Problem, Severity
from tiku.rendering.links import seen_from
from tiku.rules.check import check
from tiku.site import fidelity
from tiku.site.build import Build


def work_out(
    questions: Path, docs: Path, words: Words, cache: Cache, number: int, of: int
) -> tuple[int, list[Problem]]:
    """How many banks share `number` of so many has, from 1, and what is wrong in them by
    themselves; what takes all banks is left to whoever merges. With an error nothing is kept."""
    problems: list[Problem] = []
    files = folder.read_files(share(folder.bank_paths(questions), number, of), problems)
    pages, known = folder.read_pages(docs, problems), folder.list_files(docs)
    lost = [fidelity.nothing_is_lost]
    checked = check(files, pages, date.today(), False, known, lost, False, cache=cache)
    problems += checked.problems
    if not any(problem.severity is Severity.ERROR for problem in problems):
        build = Build(checked.library, words, seen_from, cache=cache)
        build.prepare()
    return len(checked.library.digests), problems


def share(paths: list[Path], number: int, of: int) -> Iterator[Path]:
    """Every so many banks, and what they are judged with."""
    banks = [path for path in paths if class_of(PurePosixPath(path)) is Bank]
    yield from banks[number - 1 :: of]
    yield from (path for path in paths if class_of(PurePosixPath(path)) is not Bank)
