"""The ```quiz fence and the glossary's terms as a Python-Markdown extension.

Under MkDocs the plugin hands in the library and what to insert; anywhere else the extension
reads the folder itself: `markdown_extensions: [tiku]`, with the option `questions`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from tiku.hosts.markdown.glossary_links import TermLinks
from tiku.loading.outline import HOLDINGS, Fence, outline
from tiku.loading.pages import load_draw
from tiku.model import Draw, Library
from tiku.model.problem import Problem, Severity
from tiku.model.selection import lists_a_topic, select
from tiku.rendering import links
from tiku.rendering.questions import Renderer
from tiku.rules.check import check_folder
from tiku.site import pages


@dataclass(frozen=True, slots=True)
class Answers:
    """What to put in the place of each kind of fence."""

    quiz: Callable[[Draw], str]
    holdings: Callable[[], str]


BEFORE_OTHER_FENCES = 26
"""pymdownx.superfences takes fences at 25, fenced_code too."""
AFTER_INLINE = 15
"""Terms are looked for in text that Markdown is done with (inline patterns: 20)."""


class QuizError(ValueError):
    """A fence or bank is wrong; the text says where and what."""


class TikuExtension(Extension):
    """With `answers` given, fences get those; else the folder `questions` answers them."""

    def __init__(self, answers: Answers | None = None, **options: Any) -> None:  # noqa: ANN401
        self.config = {
            "questions": ["questions", "the folder of banks"],
            "root": ["/", "the address of the site"],
        }
        super().__init__(**options)
        self.answers = answers
        self.terms: TermLinks | None = None

    def extendMarkdown(self, md: Markdown) -> None:
        """Called by Markdown, for each page under MkDocs."""
        fences = Fences(md, self.answers or self._from_folder())
        md.preprocessors.register(fences, "tiku-fences", BEFORE_OTHER_FENCES)
        md.block_level_elements += [
            "tiku-quiz",
            "tiku-practice",
            "tiku-exam",
            "tiku-progress",
            "tiku-path",
            "tiku-writing",
        ]
        if self.terms:
            md.treeprocessors.register(self.terms, "tiku-terms", AFTER_INLINE)

    def _from_folder(self) -> Answers:
        checked = check_folder(Path(self.getConfig("questions")))
        _raise(checked.problems)
        return from_library(checked.library, links.below(self.getConfig("root")))


def makeExtension(**options: Any) -> TikuExtension:  # noqa: ANN401 -- Markdown's entry point
    """Called by Markdown."""
    return TikuExtension(**options)


def from_library(library: Library, locate: links.Locate) -> Answers:
    """Draws from one library."""
    renderer = Renderer(library)

    def quiz(draw: Draw) -> str:
        html = renderer.quiz(select(library, draw), filterable=lists_a_topic(draw))
        return links.resolve(html, locate)

    return Answers(quiz, lambda: pages.holdings(library))


class Fences(Preprocessor):
    """Takes the fences out of the text before Markdown sees them."""

    def __init__(self, md: Markdown, answers: Answers) -> None:
        super().__init__(md)
        self.answers = answers

    def run(self, lines: list[str]) -> list[str]:
        """Called by Markdown, with the lines of a page."""
        result: list[str] = []
        done = 0
        for fence in (part for part in outline(lines) if isinstance(part, Fence)):
            result += lines[done : fence.start]
            result += ["", fence.indent + self.md.htmlStash.store(self._answer(fence)), ""]
            done = fence.stop
        return result + lines[done:]

    def _answer(self, fence: Fence) -> str:
        if fence.info == HOLDINGS:
            return self.answers.holdings()
        problems: list[Problem] = []
        draw = load_draw(fence, "```quiz", problems)
        _raise(problems)
        return self.answers.quiz(draw) if draw else ""


def _raise(problems: list[Problem]) -> None:
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise QuizError("\n".join(problem.line() for problem in errors))
