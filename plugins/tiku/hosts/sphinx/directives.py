"""Our fences as directives: ```{quiz}, ```{tool}, ```{holdings}; without braces they are, too."""

import re
from os.path import relpath

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from tiku.hosts.sphinx.reporting import report
from tiku.loading.outline import HOLDINGS, QUIZ, TOOL, Fence, outline
from tiku.loading.pages import load_placed, load_quiz
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.model.selection import select
from tiku.site.build import Build, Page

HELD = "tiku"
"""Under which name the application keeps our build."""
DRAWN = "tiku_draws"
"""On a node that shows questions."""


def build_of(app: Sphinx) -> Build:
    """As `builder-inited` left it."""
    build: Build = getattr(app, HELD)
    return build


def raw(html: str) -> nodes.raw:
    """HTML of ours, or a mark for it."""
    return nodes.raw("", html, format="html")


def in_braces(app: Sphinx, name: str, source: list[str]) -> None:
    """Called by Sphinx with a page's text: fences as every other host has them are directives."""
    if not str(app.env.doc2path(name)).endswith(".md"):
        return
    lines = source[0].splitlines()
    for fence in (part for part in outline(lines) if isinstance(part, Fence)):
        lines[fence.start] = re.sub(
            f"{fence.info}[ \\t]*$", f"{{{fence.info}}}", lines[fence.start]
        )
    source[0] = "\n".join(lines) + "\n"


class Ours(SphinxDirective):
    """What stands in the place of a fence."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Called by Sphinx; stops the build where something is wrong that no check of pages
        in Markdown could see, in another kind of page or another kind of fence."""
        problems: list[Problem] = []
        html = self.mark(build_of(self.env.app).page(f"{self.env.docname}.md"), problems)
        report(problems)
        node = raw(html)
        node[DRAWN] = self.name == QUIZ
        return [node]

    def mark(self, page: Page, problems: list[Problem]) -> str:
        """Of what belongs here."""
        raise NotImplementedError

    @property
    def file(self) -> str:
        """As problems name it."""
        return relpath(self.get_source_info()[0])

    def fence(self) -> Fence:
        """As the check reads it."""
        text = "\n".join(self.content)
        return Fence(self.name, self.lineno - 1, self.lineno + 1, "", text, True)


class Quiz(Ours):
    """```{quiz}"""

    def mark(self, page: Page, problems: list[Problem]) -> str:
        quiz = load_quiz(self.fence(), self.file, page.path, problems)
        if quiz.draw and not (quiz.own or select(page.build.library, quiz.draw)):
            problems.append(Problem("empty-fence", Place(self.file, self.lineno)))
        return page.quiz(quiz.draw, quiz.own) if quiz.draw else ""


class Placed(Ours):
    """```{tool}"""

    def mark(self, page: Page, problems: list[Problem]) -> str:
        placed = load_placed(self.fence(), self.file, problems)
        return page.tool(placed.id) if placed else ""


class Holdings(Ours):
    """```{holdings}"""

    def mark(self, page: Page, problems: list[Problem]) -> str:
        return page.holdings()


DIRECTIVES = {QUIZ: Quiz, TOOL: Placed, HOLDINGS: Holdings}
