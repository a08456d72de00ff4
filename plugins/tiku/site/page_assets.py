"""Which style sheets and scripts a page needs, told by what stands on it."""

from collections.abc import Iterable, Iterator

from tiku.rendering import scripts
from tiku.site import publishing
from tiku.site.generated import Generated
from tiku.text.patterns import on_demand

CARDS = on_demand(r'class="tiku-(?:entry|holdings|card|policy|on-clause|pages)')
QUIZ = "question/quiz.js"
TOOL = "tools/tool.js"
PLACED = "<tiku-tool "
FOUND = '<p class="tiku-find"'
FORM = "flows/page-form.js"
COPIED = "<tiku-form>"
FIELDS = "question/kinds/kinds.js"
NEEDED = on_demand(r'<tiku-tool data-id="[^"]*" data-needs="([a-z -]*)"')
KIND = on_demand(r'data-kind="([^"]+)"')
STYLED_APART = on_demand(r'data-kind="(matching|ordering|open)"')


def links(html: str, quizzes: Iterable[str], generated: Generated | None) -> str:
    """<link>s to put above a page with this HTML and these quizzes."""
    named = styles(html, quizzes, generated)
    marked = "".join(f'<link rel="stylesheet" href="tiku:{publishing.URI}/{s}">' for s in named)
    needs = dict.fromkeys(_needs(html, "".join(quizzes), generated))
    return marked + publishing.preloads(needs, generated.soon if generated else ())


def early(linked: str) -> str:
    """Behind what a page has of ours: the script that wakes it, before those of the theme."""
    script = f'<script type="module" async src="tiku:{publishing.LOADER}"></script>'
    return script if publishing.LOADER in linked else ""


def _needs(html: str, questions: str, generated: Generated | None) -> Iterator[str]:
    """Modules and data to ask for at once: a slow network waits once, not once a module."""
    yield from generated.needs if generated else ()
    if PLACED in html:
        yield TOOL
        first = NEEDED.match(html, html.index(PLACED))
        yield from (f"tools/{name}.js" for name in (first[1].split() if first else ()))
    if COPIED in html:
        yield FORM
    if questions:
        yield QUIZ
    for kind in sorted(set(KIND.findall(questions)) & scripts.later(FIELDS).keys()):
        yield scripts.later(FIELDS)[kind]


def styles(html: str, quizzes: Iterable[str], generated: Generated | None) -> list[str]:
    """The style sheets of a page; each only where it is needed."""
    questions = "".join(quizzes)
    needed = {
        "pages/pages.css": True,
        "pages/cards.css": bool(CARDS.search(html)),
        "pages/find.css": FOUND in html,
        "tools/tools.css": PLACED in html,
        "flows/flow.css": COPIED in html,
        "question/question.css": bool(questions),
        "question/kinds.css": bool(STYLED_APART.search(questions)),
    }
    found = [name for name, is_needed in needed.items() if is_needed]
    return list(dict.fromkeys([*found, *(generated.styles if generated else ())]))
