"""The environment of our templates, in one language: prose, links and the words of a site.

Whatever is not prose is escaped, the words of the catalogue too: an author may have changed them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from tiku.locales.catalogue import PLACEHOLDER, Words
from tiku.model import sitemap
from tiku.model.values import dataclass
from tiku.rendering import prose

Say = Callable[..., Markup]
"""Key of a text, and what fills it by name -> the text; HTML in a value stays."""


class Compiled(BytecodeCache):
    """Templates as they were compiled before; for a process only, since it is code."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def serve(self, env: Environment) -> None:
        """From here on its templates are found here."""
        env.bytecode_cache = self

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing where the template has another text now."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._codes[bucket.key] = bucket.bytecode_to_string()


@dataclass(frozen=True, slots=True)
class Link:
    """Where to read on: an address marked for links.py, and what it is called."""

    href: str
    title: str


@cache
def environment(words: Words, package: str = "tiku.rendering") -> Environment:
    """The templates of a package in a language."""
    env = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    env.filters |= {
        "block": prose.block,
        "inline": prose.inline,
        "plain": prose.plain,
        "decimal": decimal,
        "link": link,
        "sure": sure(saying(words)),
        "joined": lambda parts, separator="list": joined(words, parts, separator),
    }
    env.globals |= {
        "say": saying(words),
        "label": words.group,
        "link": lambda path, title: link(Link(f"tiku:{path}", title)),
        "sitemap": sitemap,
    }
    return env


@cache
def saying(words: Words) -> Say:
    """The words as templates say them; most have nothing filled in, and are said all the time."""

    @cache
    def said(key: str) -> Markup:
        return filled(key, {})

    def say(key: str, /, **values: object) -> Markup:
        return filled(key, values) if values else said(key)

    def filled(key: str, values: Mapping[str, object]) -> Markup:
        text = escape(words.form(key, values))
        return Markup(PLACEHOLDER.sub(lambda found: shown(values[found[1]]), text))

    def shown(value: object) -> Markup:
        if isinstance(value, date):
            return Markup("<time>{}</time>").format(value)
        return joined(words, value) if isinstance(value, list | tuple) else escape(value)

    return say


def joined(words: Words, parts: Iterable[str], separator: str = "list") -> Markup:
    """What there is of them, one after another; `separator`: one of the catalogue's."""
    return escape(words(f"separators.{separator}")).join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Cited:
    """A source: where it is described, empty where no page does, and how sure its author is."""

    href: str
    title: str
    confidence: str | None


def link(to: Link | Cited) -> Markup:
    """To read on, as far as there is a page."""
    if not to.href:
        return Markup.escape(to.title)
    return Markup('<a href="{}">{}</a>').format(to.href, to.title)


def sure(say: Say) -> Callable[[Cited], Markup]:
    """A link to a source, with how sure its author is of it."""

    def told(cited: Cited) -> Markup:
        if not cited.confidence:
            return link(cited)
        confidence = say(f"labels.confidences.{cited.confidence}")
        return say("question.sure", source=link(cited), confidence=confidence)

    return told


def decimal(value: Decimal) -> str:
    """As people write it: 20, not 2E+1, and 1.5, not 1.50."""
    return f"{value.normalize():f}"
