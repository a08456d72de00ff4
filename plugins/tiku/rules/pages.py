"""Pages that somebody wrote where one would be made, and folders of pages that options name."""

from collections.abc import Iterator

from tiku.model import Library
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.model.sitemap import in_place_of
from tiku.rules.rule import EVERY_FILE, rule, warning
from tiku.text.suggestions import closest


@rule(warning("own-page"))
def nothing_is_replaced_in_silence(library: Library) -> Iterator[Problem]:
    """Whoever wants the page of their own says so: `without`, or another `folder`."""
    for path, page in in_place_of(library).items():
        yield Problem("own-page", Place(page.file), {"path": path})


@rule(warning("unknown-folder", needs=EVERY_FILE))
def editors_have_their_folder(library: Library) -> Iterator[Problem]:
    """Else the search takes their pages for readers', and nobody hears of it."""
    options = library.options.pages
    if library.pages is None or not options.editors:
        return
    folders = {path.partition("/")[0] for path in library.pages if "/" in path}
    if options.editors not in folders:
        near = closest(options.editors, sorted(folders))
        details = {"folder": options.editors, "near": near}
        yield Problem("unknown-folder", options.origin.place("editors"), details)
