"""What belongs to a hand-written page besides its text.

A policy says below its title whose it is and since when, and ends in a short check; each clause
is followed by the questions and the steps of flows that rest on it, a form by its text to copy.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from markupsafe import Markup

from tiku.locales.catalogue import Words
from tiku.model import Draw, Flow, Item, Library, Page, sitemap
from tiku.model.clause_changes import OnClauses, steps_on
from tiku.model.flows import State
from tiku.model.values import dataclass
from tiku.rendering.environment import environment
from tiku.rendering.forms import forms_on

CHECKED = 5
"""How many questions stand at the end of a policy that draws none itself."""


@dataclass(frozen=True, slots=True)
class Additions:
    """`card`: below the title; `forms`, `questions` and `steps`: id of a clause -> what follows it,
    questions unless a quiz stands in it; `check`: what is drawn at the end."""

    card: Markup | None = None
    forms: Mapping[str, Markup] = field(default_factory=dict)
    questions: Mapping[str, Markup] = field(default_factory=dict)
    steps: Mapping[str, Markup] = field(default_factory=dict)
    check: Draw | None = None

    def behind(self, clause: str, draws: bool) -> Iterator[Markup]:
        """What follows a clause; one that draws questions shows them itself."""
        questions = {} if draws else self.questions
        lists = (self.forms, questions, self.steps)
        yield from (listed[clause] for listed in lists if clause in listed)


def additions(
    library: Library, words: Words, path: str, asked: OnClauses | None = None
) -> Additions:
    """To the page at `path` below docs/; `asked`: what rests on its clauses."""
    page = (library.pages or {}).get(path)
    if page is None or page.is_generated:
        return Additions()
    questions = asked or {}
    listed = {name: _list(items, page, words) for name, items in questions.items()}
    at = library.options.pages.at
    steps = {name: _steps(one, at, words) for name, one in steps_on(library, path).items()}
    forms = {name: _form(text, words) for name, text in forms_on(library, path).items()}
    return Additions(_card(page, words), forms, listed, steps, _check(page, questions))


def holdings(library: Library, words: Words) -> Markup:
    """How much of everything there is, as a list of numbers."""
    asked = [q for b in library.banks for i in b.current() for q in i.questions_inside()]
    counts = {
        "questions": len(asked),
        "topics": len(library.banks),
        "answers": len(library.faq.entries) if library.faq else 0,
        "terms": len(library.glossary.terms) if library.glossary else 0,
        "sources": len(library.sources.sources) if library.sources else 0,
    }
    return _rendered("holdings.html", words, counts=counts)


def _list(items: tuple[tuple[Item, str], ...], page: Page, words: Words) -> Markup:
    title = "page.on-clause" if page.policy else "page.on-section"
    return _rendered("on-clause.html", words, title=title, items=items)


def questions_of(items: tuple[tuple[Item, str], ...], words: Words) -> Markup:
    """A list of those that are worked out with a tool; empty where there are none."""
    if not items:
        return Markup("")
    return _rendered("on-clause.html", words, title="tools.questions", items=items)


def _steps(steps: tuple[tuple[Flow, State], ...], at: Callable[[str], str], words: Words) -> Markup:
    pages = {flow.id: at(sitemap.flow_page(flow.id)) for flow, _ in steps}
    linked = [(flow, state, f"{pages[flow.id]}#{state.id}") for flow, state in steps]
    return _rendered("steps-on-clause.html", words, steps=linked)


def _form(text: Markup, words: Words) -> Markup:
    return _rendered("form-on-page.html", words, text=text)


def _card(page: Page, words: Words) -> Markup | None:
    if not page.policy:
        return None
    rows = [(name, getattr(page.policy, key)) for key, name in words.group("page.policy").items()]
    return _rendered("policy.html", words, rows=rows)


def _rendered(template: str, words: Words, **values: object) -> Markup:
    return Markup(environment(words, "tiku.site").get_template(template).render(values))


def _check(page: Page, questions: OnClauses) -> Draw | None:
    ids = dict.fromkeys(item.id for items in questions.values() for item, _ in items)
    if not page.policy or page.draws or not ids:
        return None
    return Draw(ids=tuple(ids), seed="policy", count=min(CHECKED, len(ids)))
