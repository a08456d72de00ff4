"""What the search index gets of a question: what is asked and what may be chosen, nothing else.

A site's search divides pages at headings. So the page it is shown has a heading with the
question's id for each question (one result, which opens the question), the choices as list
items (kept apart), and neither keys nor explanations nor words of the interface.
"""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from tiku import prose
from tiku.model import Case, Item, Question


def stand_in(items: Iterable[Item]) -> str:
    """HTML that is searched in place of a <tiku-quiz>."""
    return "\n".join(part for item in items for part in _parts(item))


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
