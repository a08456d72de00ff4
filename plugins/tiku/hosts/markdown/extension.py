"""What of ours stands on a page, as a Python-Markdown extension: fences, terms, whole pages.

A host names the page at hand; without one the extension reads the folder itself:
`markdown_extensions: [tiku]`, with the option `questions`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from tiku.hosts.markdown.fences import Fences, stop_at_errors
from tiku.hosts.markdown.glossary_links import TermLinks
from tiku.hosts.markdown.tree import AddedToPage, PageTree
from tiku.locales.catalogue import AUTHORITY, load
from tiku.rendering import links
from tiku.rules.check import check_folder
from tiku.site.build import Build, Page

BEFORE_OTHER_FENCES = 26
"""pymdownx.superfences takes fences at 25, fenced_code too."""
AFTER_INLINE = 15
"""Terms are looked for in text that Markdown is done with (inline patterns: 20)."""
BEFORE_CONTENTS = 6
"""The table of contents is made at 5; attr_list, which would read what authors wrote, at 8."""
AFTER_CONTENTS = 4
"""There every heading has its id."""
AFTER_RAW_HTML = 25
"""Where Markdown puts HTML back that it set aside: 30."""
ELEMENTS = ("quiz", "practice", "exam", "progress", "path", "writing", "tool")

PageOf = Callable[[], Page | None]
"""The page that is converted; None where the text is of no page."""


class TikuExtension(Extension):
    """With `page_of` the marks stay, for a host that fills them in; else they are filled here."""

    def __init__(self, page_of: PageOf | None = None, **options: Any) -> None:  # noqa: ANN401
        self.config = {
            "questions": ["questions", "the folder of banks"],
            "root": ["/", "the address of the site"],
        }
        super().__init__(**options)
        self.page_of = page_of

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown, for each page under MkDocs."""
        md.block_level_elements += [f"tiku-{name}" for name in ELEMENTS]
        page = self.page_of() if self.page_of else self._from_folder()
        if page is None:
            return
        fences = Fences(md, page)
        md.preprocessors.register(fences, "tiku-fences", BEFORE_OTHER_FENCES)
        tree = PageTree(md, page)
        md.treeprocessors.register(tree, "tiku", BEFORE_CONTENTS)
        added = AddedToPage(tree, fences.quizzes)
        md.treeprocessors.register(added, "tiku-added", AFTER_CONTENTS)
        glossary, explained = page.build.library.glossary, page.explained
        if glossary and explained:
            md.treeprocessors.register(TermLinks(glossary, explained), "tiku-terms", AFTER_INLINE)
        if not self.page_of:
            md.postprocessors.register(Filled(md, page), "tiku-filled", AFTER_RAW_HTML)

    def _from_folder(self) -> Page:
        checked = check_folder(Path(self.getConfig("questions")))
        stop_at_errors(checked.problems)
        locate = links.below(self.getConfig("root"))
        return Build(checked.library, load(AUTHORITY), lambda _: locate).page("")


def makeExtension(**options: Any) -> TikuExtension:  # noqa: ANN401 -- Markdown's entry point
    """Called by Markdown."""
    return TikuExtension(**options)


class Filled(Postprocessor):
    """Marks are filled in where no host does."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page

    def run(self, text: str) -> str:
        """Called by Markdown, with the HTML of a page or of a heading."""
        return self.page.finished(text)
