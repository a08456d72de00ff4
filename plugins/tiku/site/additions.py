"""A hand-written page -> the same with what belongs to it: pure, Markdown in and out.

A policy says below its title whose it is and since when, and ends in a short check; each clause
is followed by the questions that rest on it.
"""

from collections.abc import Iterator, Mapping

from tiku.loading.outline import QUIZ, Fence, Heading, clauses, outline
from tiku.locales import words
from tiku.model import Item, Library, Page, Policy
from tiku.model.clause_changes import questions_on
from tiku.rendering.questions import environment

CHECKED = 5
"""How many questions stand at the end of a policy that draws none itself."""
CHECK = (
    "\n## 讀完自測 {{#self-check}}\n\n```quiz\nids: [{ids}]\nseed: policy\ncount: {count}\n```\n"
)


def accompanied(markdown: str, path: str, library: Library) -> str:
    """The text of the page at `path` below docs/; what stands at no such page stays as it is."""
    page = (library.pages or {}).get(path)
    if page is None or page.is_generated:
        return markdown
    lines, questions = markdown.splitlines(), questions_on(library, path)
    above = {line: _list(questions[name], page) for name, line in _ends(lines, questions)}
    text = "\n".join(f"{above.get(n, '')}{line}" for n, line in enumerate(lines))
    whole = f"{text}\n{above.get(len(lines), '')}"
    return _with_check(_with_card(whole, page.policy), page, questions) if page.policy else whole


def _ends(lines: list[str], questions: Mapping[str, object]) -> Iterator[tuple[str, int]]:
    """Each clause with questions, and the line behind it; one that draws some shows them itself."""
    parts = list(outline(lines))
    drawn = [part.start for part in parts if isinstance(part, Fence) and part.info == QUIZ]
    for clause in clauses(parts, len(lines)):
        draws = any(clause.start < at < clause.stop for at in drawn)
        if clause.id in questions and not draws:
            yield clause.id, clause.stop


def _list(items: tuple[tuple[Item, str], ...], page: Page) -> str:
    title = words.ON_CLAUSE if page.policy else words.ON_SECTION
    html = environment("tiku.site").get_template("on-clause.html").render(title=title, items=items)
    return f"\n{html}\n\n"


def _with_card(markdown: str, policy: Policy) -> str:
    """Below the first heading."""
    rows = ((name, getattr(policy, key)) for key, name in words.POLICY.items())
    html = environment("tiku.site").get_template("policy.html").render(rows=rows)
    lines = markdown.splitlines()
    heading = next((part.line for part in outline(lines) if isinstance(part, Heading)), -1)
    return "\n".join((*lines[: heading + 1], "", html, *lines[heading + 1 :]))


def _with_check(
    markdown: str, page: Page, questions: Mapping[str, tuple[tuple[Item, str], ...]]
) -> str:
    ids = dict.fromkeys(item.id for items in questions.values() for item, _ in items)
    if page.draws or not ids:
        return markdown
    return markdown + CHECK.format(ids=", ".join(ids), count=min(CHECKED, len(ids)))
