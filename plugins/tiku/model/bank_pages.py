"""A large bank stands on several pages: which of its questions are on which.

Pages are filled in the order of the bank, by all that was ever asked: a question that is retired
or added at the end moves no other. What refers to a question names the first page, which leads on.
"""

from collections.abc import Iterator, Mapping

from tiku.model import Bank, Item, Library
from tiku.model.sitemap import home
from tiku.model.values import dataclass

WHOLE = 200
"""Questions up to which a bank is one page."""
FULL = 100
"""Questions of a page otherwise; a case is not cut."""


@dataclass(frozen=True, slots=True)
class BankPage:
    """One page: its path below docs/, its number from 1, and what is asked on it today."""

    path: str
    number: int
    items: tuple[Item, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """Of its questions and cases, in order."""
        return tuple(item.id for item in self.items)

    @property
    def anchors(self) -> Mapping[str, Item]:
        """Everything on it that can be referred to, by its id: a case, and what is asked in it."""
        every = ((item, *item.questions_inside()) for item in self.items)
        return {one.id: one for together in every for one in together}


def pages_of(library: Library, bank: Bank) -> tuple[BankPage, ...]:
    """The first is there even where nothing on it is asked any more; a page that somebody wrote by
    hand in its place has no others behind it."""
    first = home(library, bank)
    whole = not bank.is_listed or _is_replaced(library, bank)
    if whole or _size(bank.current()) <= WHOLE:
        return (BankPage(first, 1, bank.current()),)
    filled = enumerate(_filled(bank.questions), 1)
    asked = ((number, tuple(i for i in items if i.retired is None)) for number, items in filled)
    return tuple(
        BankPage(page_path(first, number), number, items)
        for number, items in asked
        if items or number == 1
    )


def page_path(first: str, number: int) -> str:
    """Of the file of this number, where the first stands at `first`."""
    stem, dot, suffix = first.rpartition(".")
    return first if number == 1 else f"{stem}/{number}{dot}{suffix}"


def homes(library: Library) -> Mapping[str, str]:
    """`page.md#id` as authors refer to a question -> the path of the later page it stands on."""
    return {
        f"{home(library, bank)}#{name}": page.path
        for bank in library.banks
        for page in pages_of(library, bank)[1:]
        for name in page.anchors
    }


def _is_replaced(library: Library, bank: Bank) -> bool:
    page = (library.pages or {}).get(home(library, bank))
    return page is not None and not page.is_generated


def _size(items: tuple[Item, ...]) -> int:
    return sum(len(item.questions_inside()) for item in items)


def _filled(items: tuple[Item, ...]) -> Iterator[tuple[Item, ...]]:
    page: tuple[Item, ...] = ()
    for item in items:
        if page and _size((*page, item)) > FULL:
            yield page
            page = ()
        page = (*page, item)
    yield page
