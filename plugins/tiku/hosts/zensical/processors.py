"""Behind Markdown on a page that Zensical converts: all that is ours, or what is wrong."""

from html import escape
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from tiku.hosts.markdown.extension import AFTER_RAW_HTML
from tiku.hosts.opening import Unpublished
from tiku.site.build import Page, Read

END = "<!--tiku-end-->"
"""At the end of a page: postprocessors are run for each heading, too."""
LAST = 3


def fill(md: Markdown, page: Page) -> None:
    """What is ours stands on the page when it is converted."""
    md.treeprocessors.register(_End(md), "tiku-end", LAST)
    md.postprocessors.register(_Whole(md, page), "tiku-whole", AFTER_RAW_HTML)


def tell(md: Markdown, stopped: Unpublished) -> None:
    """What is wrong stands on the page."""
    md.postprocessors.register(_Told(md, str(stopped)), "tiku-told", LAST)


class _End(Treeprocessor):
    def run(self, root: Element) -> None:
        SubElement(root, "p").text = self.md.htmlStash.store(END)


class _Whole(Postprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        before, end, after = text.rpartition(END)
        return self.page.whole(before + after, Read("", "", {})) if end else text


class _Told(Postprocessor):
    def __init__(self, md: Markdown, told: str) -> None:
        super().__init__(md)
        self.told = escape(told)

    def run(self, text: str) -> str:
        return f'{text}<pre role="alert">{self.told}</pre>'
