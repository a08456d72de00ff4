"""Zensical runs Python-Markdown: `markdown_extensions: [tiku_zensical]`.

It makes the extension anew for each page, and an exception in it ends its server: what is wrong
was told by `tiku pages` before, and is shown on the page.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from tiku.hosts.markdown.extension import TikuExtension
from tiku.hosts.opening import Unpublished, opened, site_words
from tiku.hosts.zensical import processors
from tiku.rendering import links
from tiku.site.build import Build


class ZensicalExtension(Extension):
    """Options: `questions`, the folder of banks, and `language`."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- Markdown's own
        self.config = {
            "questions": ["questions", "the folder of banks"],
            "language": ["", "of what we say"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown, for each page."""
        from zensical.extensions.context import ContextPreprocessor

        context = ContextPreprocessor.from_markdown(md)
        assert context, "Zensical puts it before all others"
        docs = Path(context.config["docs_dir"])
        questions = Path(self.getConfig("questions"))
        try:
            build = _build(questions, docs, self.getConfig("language"), _stamp(questions, docs))
        except Unpublished as stopped:
            processors.tell(md, stopped)
            return
        page = build.page(context.page.path)
        TikuExtension(lambda: page).extendMarkdown(md)
        processors.fill(md, page)


def makeExtension(**options: Any) -> ZensicalExtension:  # noqa: ANN401 -- Markdown's entry point
    """Called by Markdown."""
    return ZensicalExtension(**options)


@lru_cache(maxsize=1)
def _build(questions: Path, docs: Path, language: str, _: float) -> Build:
    return opened(questions, docs, site_words(questions, language), links.beside_source)[0]


def _stamp(questions: Path, docs: Path) -> float:
    """When anything that a build is made of was last changed."""
    files = [*questions.rglob("*.y*ml"), *docs.rglob("*.md")]
    return max((path.stat().st_mtime for path in files), default=0.0) + len(files)
