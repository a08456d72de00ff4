"""The list of everything: one page, or where that is too long an overview and pages by initial."""

from collections.abc import Iterator, Mapping

from tiku.model import sitemap
from tiku.model.values import dataclass
from tiku.search.alphabetical import Order, listing, order_of
from tiku.search.destinations import Destination
from tiku.site.generated import Generated, Making

WHOLE = 2000
"""Entries up to which one page has them all."""
FULL = 1000
"""Entries of a page otherwise: about 200 KB."""

Groups = Mapping[str, list[Destination]]


@dataclass(frozen=True, slots=True)
class Part:
    """Some initials, or a part of what begins with one; `number` counts these from 1."""

    groups: Groups
    number: int = 1

    @property
    def name(self) -> str:
        """From the first initial to the last."""
        first, *_, last = (*self.groups, *self.groups)
        told = first if first == last else f"{first}–{last}"
        return told if self.number == 1 else f"{told} {self.number}"

    @property
    def slug(self) -> str:
        """Of its first initial: a letter, or the code of another character."""
        initial = next(iter(self.groups))
        told = initial.lower() if initial.isascii() and initial.isalnum() else f"{ord(initial):x}"
        return told if self.number == 1 else f"{told}-{self.number}"

    @property
    def entries(self) -> list[Destination]:
        """All of them, in order."""
        return [entry for entries in self.groups.values() for entry in entries]


def lists(making: Making) -> Iterator[Generated]:
    """Of everything; for another edition in its own order, too."""
    order = order_of(making.renderer.words.language)
    yield from _list(making, order, sitemap.A_TO_Z, sitemap.A_TO_Z_PARTS)
    if making.editions:
        paths = (sitemap.A_TO_Z_BY_PINYIN, sitemap.A_TO_Z_BY_PINYIN_PARTS)
        yield from _list(making, "pinyin", *paths, hidden=True)


def parts_of(groups: Groups) -> Iterator[Part]:
    """Short initials share a page, a long one has several."""
    page: dict[str, list[Destination]] = {}
    for initial, entries in groups.items():
        if page and sum(map(len, page.values())) + len(entries) > FULL:
            yield Part(page)
            page = {}
        cut = [entries[at : at + FULL] for at in range(0, len(entries), FULL)]
        yield from (Part({initial: some}, number) for number, some in enumerate(cut[:-1], 1))
        if len(cut) > 1:
            yield Part({initial: cut[-1]}, len(cut))
        else:
            page[initial] = entries
    if page:
        yield Part(page)


def _list(
    making: Making, order: Order, path: str, folder: str, *, hidden: bool = False
) -> Iterator[Generated]:
    groups = listing(making.library, order, making.renderer.words, making.renderer.cache)
    if sum(map(len, groups.values())) <= WHOLE:
        if groups or hidden:
            yield making.page(path, "a-z", hidden=hidden, groups=groups, order=order)
        return
    parts = {f"{folder}/{part.slug}.md": part for part in parts_of(groups)}
    yield making.page(path, "a-z-overview", hidden=hidden, parts=parts, order=order)
    for there, part in parts.items():
        yield _part(making, there, part, path, hidden)


def _part(making: Making, path: str, part: Part, overview: str, hidden: bool) -> Generated:
    return making.page(path, "a-z-page", hidden=hidden, listed=False, part=part, overview=overview)
