"""A form of a flow as text to copy or print; assets/flows/forms.js fills in what is known."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from tiku.model.flows import Fill, State
from tiku.model.forms import form_text
from tiku.rendering.questions import Renderer

BLANK = re.compile(r"【|□|_{3,}|\[ \]")
"""What is left to be filled in; a table to look things up in has none."""


def form(state: State, renderer: Renderer) -> Markup:
    """Empty where the state has none, or only something to look up."""
    text = form_text(renderer.pages, state.form)
    if not text or not BLANK.search(text):
        return Markup("")
    return Markup('<pre class="tiku-form-text" tabindex="0">{}</pre>').format(
        _filled(text, state.fills)
    )


def _filled(text: str, fills: Iterable[Fill]) -> Markup:
    """Each place, found once, becomes an element of its own."""
    places = sorted((text.index(fill.find), fill) for fill in fills)
    parts, done = [], 0
    for at, fill in places:
        span = Markup('<span data-put="{}">{}</span>').format(fill.put, fill.find)
        parts += [escape(text[done:at]), span]
        done = at + len(fill.find)
    return Markup("").join([*parts, escape(text[done:])])
