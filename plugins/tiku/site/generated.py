"""A page made from the library: headings, HTML and quizzes, in the order of a template.

Nothing of it is Markdown. What authors wrote was converted and cleaned once, and is not read
again: a host is handed the headings as text and the rest as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial
from typing import Any

from markupsafe import Markup

from tiku.model import Draw, Library
from tiku.model.values import dataclass
from tiku.rendering.environment import environment
from tiku.rendering.questions import Renderer
from tiku.site.offered import Download
from tiku.text.patterns import on_demand

MARK = on_demand(r"<!--part (\d+)-->")
"""Cleaned and escaped text has no comment: no author can write this."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Text on one line, and the id it is known by; without one the host gives it some."""

    level: int
    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """HTML that may take long, asked for when the page is finished."""

    html: Callable[[], str]


Part = Heading | Draw | Markup | Later


@dataclass(frozen=True, slots=True)
class Generated:
    """A page to be built: its path below docs/, what stands on it, its <head>, its styles, the
    module and data that it would otherwise wait for, one after another, and modules that it can
    be used without at first."""

    path: str
    parts: tuple[Part, ...]
    head: str = ""
    styles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    soon: tuple[str, ...] = ()
    boost: int = 1
    """How much more than other pages it is worth to a search of the theme's own."""

    hidden: bool = False
    """Neither in a menu nor in a search: part of an edition."""

    listed: bool = True
    """Whether a menu has it, or only the page that it belongs to leads there."""

    @property
    def title(self) -> str:
        """Its first heading."""
        return next((part.text for part in self.parts if isinstance(part, Heading)), self.path)

    @property
    def source(self) -> str:
        """A host's file of it: front matter, and something that is not blank."""
        told = "exclude: true" if self.hidden else f"boost: {self.boost}"
        above = f"---\nsearch:\n  {told}\n---\n\n" if self.hidden or self.boost != 1 else ""
        return f"{above}<!-- {self.path} -->\n"


@dataclass(frozen=True, slots=True)
class Making:
    """What pages are made from and with."""

    library: Library
    renderer: Renderer
    editions: bool = False
    """Whether the site is published in another edition, too."""

    offered: Mapping[str, tuple[Download, ...]] = field(default_factory=dict)
    """Page -> what may be taken along."""

    def page(
        self,
        path: str,
        template: str,
        *,
        head: str = "",
        styles: tuple[str, ...] = (),
        needs: tuple[str, ...] = (),
        soon: tuple[str, ...] = (),
        boost: int = 1,
        hidden: bool = False,
        listed: bool = True,
        **values: object,
    ) -> Generated:
        """The page that the template makes of the values."""
        found = parts(template, self.renderer, values)
        return Generated(path, found, head, styles, needs, soon, boost, hidden, listed)


def parts(template: str, renderer: Renderer, values: dict[str, object]) -> tuple[Part, ...]:
    """What the template of this name says of the values."""
    marked: list[Part] = []

    def mark(part: Part) -> Markup:
        marked.append(part)
        return Markup("<!--part {}-->").format(len(marked) - 1)

    def heading(level: int, text: str, name: str = "") -> Markup:
        return mark(Heading(level, " ".join(text.split()), name))

    def quiz(**conditions: Any) -> Markup:  # noqa: ANN401
        return mark(Draw(**conditions))

    def later(name: str, **values: Any) -> Markup:  # noqa: ANN401
        return mark(Later(partial(templates.get_template(name).render, values)))

    templates = environment(renderer.words, "tiku.site")
    found = templates.get_template(f"pages/{template}.html")
    html = found.render(values, render=renderer, heading=heading, quiz=quiz, later=later)
    return tuple(_in_order(html, marked))


def _in_order(html: str, marked: list[Part]) -> list[Part]:
    """Every second piece is the number of a mark."""
    pieces = MARK.split(html)
    found: list[Part] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            found.append(marked[int(piece)])
        elif piece.strip():
            found.append(Markup(piece.strip()))
    return found
