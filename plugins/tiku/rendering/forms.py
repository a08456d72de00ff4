"""A form of a flow as text to copy or print; assets/flows/forms.js fills in what is known."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from tiku.model import Library, Page
from tiku.model.base import Reference
from tiku.model.flows import Fill
from tiku.model.forms import form_text
from tiku.text.patterns import on_demand

BLANK = on_demand(r"【|□|_{3,}|\[ \]")
"""What is left to be filled in; a table to look things up in has none."""


def form(
    pages: Mapping[str, Page] | None, reference: Reference | None, fills: Iterable[Fill]
) -> Markup:
    """Empty where there is none, or only something to look up."""
    text = form_text(pages, reference)
    if not text or not BLANK.search(text):
        return Markup("")
    return Markup('<pre class="tiku-form-text" tabindex="0">{}</pre>').format(_filled(text, fills))


def forms_on(library: Library, path: str) -> Mapping[str, Markup]:
    """Section of a page -> its text, where a flow has it filled in."""
    steps = (step for flow in library.flows for step in flow.steps)
    fills: dict[Reference, dict[str, Fill]] = {}
    for step in steps:
        if step.form and step.form.partition("#")[0] == path:
            fills.setdefault(step.form, {}).update({one.find: one for one in step.fills})
    made = {see: form(library.pages, see, found.values()) for see, found in fills.items()}
    return {see.partition("#")[2]: text for see, text in made.items() if text}


def _filled(text: str, fills: Iterable[Fill]) -> Markup:
    """Each place, found once, becomes an element of its own."""
    places = sorted((text.index(fill.find), fill) for fill in fills)
    parts, done = [], 0
    for at, fill in places:
        span = Markup('<span data-put="{}">{}</span>').format(fill.put, fill.find)
        parts += [escape(text[done:at]), span]
        done = at + len(fill.find)
    return Markup("").join([*parts, escape(text[done:])])
