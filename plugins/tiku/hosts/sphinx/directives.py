"""Our fences as directives: ```{quiz}, ```{tool}, ```{holdings}."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from tiku.loading.outline import HOLDINGS, QUIZ, TOOL, Fence
from tiku.loading.pages import load_placed, load_quiz
from tiku.site.build import Build, Page

HELD = "tiku"
"""Under which name the application keeps our build."""


def build_of(app: Sphinx) -> Build:
    """As `builder-inited` left it."""
    build: Build = getattr(app, HELD)
    return build


class Ours(SphinxDirective):
    """What stands in the place of a fence."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Called by Sphinx."""
        html = self.mark(build_of(self.env.app).page(f"{self.env.docname}.md"))
        return [nodes.raw("", html, format="html")]

    def mark(self, page: Page) -> str:
        """Of what belongs here."""
        raise NotImplementedError

    def fence(self) -> Fence:
        """As the check reads it."""
        text = "\n".join(self.content)
        return Fence(self.name, self.lineno - 1, self.lineno + 1, "", text, True)


class Quiz(Ours):
    """```{quiz}"""

    def mark(self, page: Page) -> str:
        quiz = load_quiz(self.fence(), self.env.docname, page.path, [])
        return page.quiz(quiz.draw, quiz.own) if quiz.draw else ""


class Placed(Ours):
    """```{tool}"""

    def mark(self, page: Page) -> str:
        placed = load_placed(self.fence(), self.env.docname, [])
        return page.tool(placed.id) if placed else ""


class Holdings(Ours):
    """```{holdings}"""

    def mark(self, page: Page) -> str:
        return page.holdings()


DIRECTIVES = {QUIZ: Quiz, TOOL: Placed, HOLDINGS: Holdings}
