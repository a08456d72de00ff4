"""Links between pages as authors write them (`../guide.md#id`) -> addresses of a site."""

import posixpath
import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from tiku.rendering.links import Locate
from tiku.text.patterns import on_demand

ELSEWHERE = on_demand(r"[a-z][a-z0-9+.-]*:|/|#|$", re.IGNORECASE)
BEHIND_ALL = 1


class PageLinks(Extension):
    """Of the page at `path` below docs/; `locate` gives addresses as seen from it."""

    def __init__(self, locate: Locate, path: str) -> None:
        super().__init__()
        self.locate, self.folder = locate, posixpath.dirname(path)

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown."""
        md.treeprocessors.register(_Links(md, self), "tiku-page-links", BEHIND_ALL)


class _Links(Treeprocessor):
    def __init__(self, md: Markdown, to: PageLinks) -> None:
        super().__init__(md)
        self.to = to

    def run(self, root: Element) -> None:
        """Called by Markdown, with the tree of a page."""
        for element in root.iter():
            for name in ("href", "src"):
                told = element.get(name, "")
                if told and not ELSEWHERE.match(told):
                    element.set(name, self._seen(told))

    def _seen(self, told: str) -> str:
        path, mark, rest = told.partition("#")
        return (
            self.to.locate(posixpath.normpath(posixpath.join(self.to.folder, path))) + mark + rest
        )
