"""Fences of ours, taken out of a page before Markdown sees them."""

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from tiku.loading.outline import HOLDINGS, TOOL, Fence, outline
from tiku.loading.pages import load_placed, load_quiz
from tiku.locales.language import reader_words
from tiku.model.problem import Problem, Severity
from tiku.site.build import Page


class QuizError(ValueError):
    """A fence or bank is wrong; the text says where and what."""


class Fences(Preprocessor):
    """Takes the fences out of the text before Markdown sees them."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page
        self.quizzes: set[str] = set()
        """What stands for each quiz in the tree."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Markdown, with the lines of a page."""
        result: list[str] = []
        done = 0
        for fence in (part for part in outline(lines) if isinstance(part, Fence)):
            result += lines[done : fence.start]
            result += ["", fence.indent + self._stashed(fence), ""]
            done = fence.stop
        return result + lines[done:]

    def _stashed(self, fence: Fence) -> str:
        if fence.info == HOLDINGS:
            return self.md.htmlStash.store(self.page.holdings())
        problems: list[Problem] = []
        if fence.info == TOOL:
            placed = load_placed(fence, "```tool", problems)
            stop_at_errors(problems)
            return self.md.htmlStash.store(self.page.tool(placed.id) if placed else "")
        quiz = load_quiz(fence, "```quiz", self.page.path, problems)
        stop_at_errors(problems)
        html = self.page.quiz(quiz.draw, quiz.own) if quiz.draw else ""
        stashed = self.md.htmlStash.store(html)
        self.quizzes.add(stashed)
        return stashed


def stop_at_errors(problems: list[Problem]) -> None:
    """Raises QuizError where one is an error."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise QuizError("\n".join(problem.line(reader_words()) for problem in errors))
