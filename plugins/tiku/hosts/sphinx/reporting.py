"""What a check found, as Sphinx tells it; an error stops the build."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sphinx.errors import SphinxError
from sphinx.util.logging import getLogger

from tiku.hosts.exchange import unwritten
from tiku.hosts.opening import Unpublished
from tiku.locales.language import reader_words
from tiku.model.problem import Problem, Severity

LOG = getLogger(__name__)


class Wrong(SphinxError):
    """A mistake of whoever writes: told without a traceback."""

    category = "tiku"


def report(problems: Iterable[Problem]) -> None:
    """Warnings go to Sphinx's, so that `-W` stops at them; raises Wrong where one is an error."""
    words, told = reader_words(), list(problems)
    for problem in told:
        if problem.severity is Severity.WARNING:
            LOG.warning("%s\n    %s", problem.line(words), problem.hint(words), type="tiku")
    if errors := [problem for problem in told if problem.severity is Severity.ERROR]:
        raise Wrong(str(Unpublished(errors)))


@contextmanager
def told() -> Iterator[None]:
    """What stops a build of ours, as what stops one of Sphinx's."""
    try:
        yield
    except Unpublished as stopped:
        report(stopped.problems)
    except OSError as error:
        raise Wrong(unwritten(error)) from error
