"""Zensical runs Python-Markdown: `markdown_extensions: [tiku_zensical]`.

It makes the extension anew for each page, and an exception in it ends its server: what is wrong
was told by `tiku pages` before, and is shown on the page.
"""

from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from tiku.hosts.markdown.extension import AFTER_RAW_HTML, TikuExtension
from tiku.hosts.opening import Unpublished, opened
from tiku.locales.catalogue import AUTHORITY, language_for, load
from tiku.locales.language import reader_words
from tiku.rendering import links
from tiku.site.build import Build, Page, Read

END = "<!--tiku-end-->"
"""At the end of a page: postprocessors are run for each heading, too."""
LAST = 3


class ZensicalExtension(Extension):
    """Options: `questions`, the folder of banks, and `language`."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- Markdown's own
        self.config = {
            "questions": ["questions", "the folder of banks"],
            "language": [AUTHORITY, "of what we say"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown, for each page."""
        from zensical.extensions.context import ContextPreprocessor

        context = ContextPreprocessor.from_markdown(md)
        assert context, "Zensical puts it before all others"
        docs = Path(context.config["docs_dir"])
        questions = Path(self.getConfig("questions"))
        language = language_for([self.getConfig("language")]) or AUTHORITY
        try:
            build = _build(questions, docs, language, _stamp(questions, docs))
        except Unpublished as stopped:
            md.postprocessors.register(_Told(md, stopped), "tiku-told", LAST)
            return
        page = build.page(context.page.path)
        TikuExtension(lambda: page).extendMarkdown(md)
        md.treeprocessors.register(_End(md), "tiku-end", LAST)
        md.postprocessors.register(_Whole(md, page), "tiku-whole", AFTER_RAW_HTML)


def makeExtension(**options: Any) -> ZensicalExtension:  # noqa: ANN401 -- Markdown's entry point
    """Called by Markdown."""
    return ZensicalExtension(**options)


@lru_cache(maxsize=1)
def _build(questions: Path, docs: Path, language: str, _: float) -> Build:
    return opened(questions, docs, load(language), links.beside_source)[0]


def _stamp(questions: Path, docs: Path) -> float:
    """When anything that a build is made of was last changed."""
    files = [*questions.rglob("*.y*ml"), *docs.rglob("*.md")]
    return max((path.stat().st_mtime for path in files), default=0.0) + len(files)


class _End(Treeprocessor):
    def run(self, root: Element) -> None:
        SubElement(root, "p").text = self.md.htmlStash.store(END)


class _Whole(Postprocessor):
    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        before, end, after = text.rpartition(END)
        if not end:
            return text
        html = self.page.content(before + after, Read("", "", {}))
        return self.page.finished(html)


class _Told(Postprocessor):
    def __init__(self, md: Markdown, stopped: Unpublished) -> None:
        super().__init__(md)
        words = reader_words()
        self.told = "\n".join(escape(p.line(words)) for p in stopped.problems)

    def run(self, text: str) -> str:
        return f'{text}<pre role="alert">{self.told}</pre>'
