"""A library -> the pages made from it."""

from collections.abc import Callable, Iterator

from tiku.site.generated import Generated, Making
from tiku.site.index_pages import lists
from tiku.site.reference_pages import faq, glossary, metrics, sources
from tiku.site.study_pages import banks, study
from tiku.site.tool_pages import flows, tools

PAGES: tuple[Callable[[Making], Iterator[Generated]], ...] = (
    banks,
    study,
    faq,
    glossary,
    metrics,
    flows,
    tools,
    sources,
    lists,
)
"""Each gives the pages of its sort, where there is something for them."""


def generate(making: Making) -> Iterator[Generated]:
    """Every page that is made; one that was written by hand goes before it."""
    for pages in PAGES:
        yield from pages(making)
