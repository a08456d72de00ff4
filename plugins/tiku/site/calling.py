"""What a site calls its generated pages, in the place of what we call them."""

from collections.abc import Mapping
from functools import cache

from tiku.locales.catalogue import Tree, Words, merged
from tiku.model.options import Titles
from tiku.model.sitemap import SAID


def called(words: Words, titles: Titles) -> Words:
    """The words with these titles; the same object for the same, for templates are kept by it."""
    told = titles.told()
    return _called(words, tuple(told.items())) if told else words


@cache
def _called(words: Words, titles: tuple[tuple[str, str], ...]) -> Words:
    own: Mapping[str, Tree] = {}
    for name, title in titles:
        table, _, key = SAID[name].partition(".")
        own = merged(own, {table: {key: title}})  # type: ignore[assignment]
    return Words(words.language, merged(words.tree, own))
