"""What stands for a quiz while a page is built: what is asked and what may be chosen.

So Markdown has little to convert, links to questions can be checked, and whatever looks at the
page (another search, which divides it at headings) sees a heading with the question's id and its
choices, but neither keys nor explanations nor words of the interface.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from tiku.model import Case, Item, Question
from tiku.rendering import prose

STAND_IN = re.compile(r"<!--tiku (\d+)-->.*?<!--/tiku-->", re.DOTALL)


def stand_in(number: int, items: Iterable[Item]) -> str:
    """HTML in the place of a page's quiz of this number."""
    told = "\n".join(part for item in items for part in _parts(item))
    return f"<!--tiku {number}-->{told}<!--/tiku-->"


def filled(html: str, quizzes: Sequence[str]) -> str:
    """The page with its quizzes."""
    return STAND_IN.sub(lambda found: quizzes[int(found[1])], html)


def without(html: str) -> str:
    """The page as its author wrote it."""
    return STAND_IN.sub("", html)


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
