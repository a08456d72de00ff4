"""Questions that stand on a page -> the page that names them instead."""

from collections.abc import Sequence

from tiku.loading.decoding import LINE_END
from tiku.loading.outline import QUIZ, Fence, outline
from tiku.loading.pages import load_quiz
from tiku.model import Item
from tiku.model.problem import Problem


def collected(
    name: str, path: str, text: str, problems: list[Problem]
) -> tuple[str, Sequence[Item]]:
    """The page's text afterwards, and its questions; `path` is the page's below docs/.

    Their ids stay as they are, so that readers' answers do.
    """
    lines = LINE_END.split(text)
    items: list[Item] = []
    for fence in reversed([part for part in outline(lines) if isinstance(part, Fence)]):
        own = load_quiz(fence, name, path, problems).own if fence.info == QUIZ else ()
        if own:
            named = f"{fence.indent}ids: [{', '.join(item.id for item in own)}]"
            lines[fence.start + 1 : fence.stop - 1] = [named]
            items[:0] = own
    return _with_ends(lines, text), items


def _with_ends(lines: list[str], text: str) -> str:
    return ("\r\n" if "\r\n" in text else "\n").join(lines)
