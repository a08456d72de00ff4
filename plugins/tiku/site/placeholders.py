"""Marks for what stands on a page besides its text, while the page is built.

Markdown has little to convert then, and reads nothing that was rendered already. A quiz waits
longest: what stands for it is what is asked and what may be chosen, so that whatever looks at the
page (another search, which divides it at headings) sees a heading with the question's id and its
choices, but neither keys nor explanations nor words of the interface.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from tiku.model import Case, Item, Question
from tiku.rendering import prose
from tiku.text.patterns import on_demand

MARK = on_demand(r"<!--tiku (\d{1,6})-->.*?<!--/tiku-->", re.DOTALL)


class Insert(NamedTuple):
    """HTML in the place of a mark; a quiz waits until the page is finished, and is made when it is
    asked for: those of all pages would be held at once. So does what others still write."""

    html: Callable[[], str]
    is_quiz: bool = False
    is_late: bool = False


def marked(number: int, told: str) -> str:
    """A mark of this number; cleaned and escaped text has no comment, so no author can write it."""
    return f"<!--tiku {number}-->{told}<!--/tiku-->"


def stand_in(items: Iterable[Item]) -> str:
    """HTML for those who look for questions before they are there."""
    return "\n".join(part for item in items for part in _parts(item))


def filled(html: str, by_number: Callable[[int], str | None]) -> str:
    """The page with what belongs in the places of its marks; None leaves one as it is."""

    def fill(mark: re.Match[str]) -> str:
        html = by_number(int(mark[1]))
        return mark[0] if html is None else html

    return MARK.sub(fill, html)


def without(html: str) -> str:
    """The page as its author wrote it."""
    return MARK.sub("", html)


def _parts(item: Item) -> Iterator[str]:
    if isinstance(item, Case):
        yield _section(item.id, item.title, item.material)
        for question in item.questions:
            yield from _parts(question)
    elif isinstance(item, Question):
        yield _section(item.id, prose.plain(item.stem), *item.offered())


def _section(address: str, title: str, *texts: str) -> str:
    items = "".join(f"<li>{Markup.escape(prose.plain(text))}</li>" for text in texts)
    title = Markup.escape(title)
    return f'<section><h2 id="{address}">{title}</h2><ul>{items}</ul></section>'
