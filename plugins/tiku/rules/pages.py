"""Pages that somebody wrote where one would be made: readers get theirs, and it is said."""

from collections.abc import Iterator

from tiku.model import Library
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.model.sitemap import in_place_of
from tiku.rules.rule import rule, warning


@rule(warning("own-page"))
def nothing_is_replaced_in_silence(library: Library) -> Iterator[Problem]:
    """Whoever wants the page of their own says so: `without`, or another `folder`."""
    for path, page in in_place_of(library).items():
        yield Problem("own-page", Place(page.file), {"path": path})
