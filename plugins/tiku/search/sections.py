"""A page's HTML -> its sections: what stands between two headings, as a reader reads it."""

import re
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser

from tiku.model.values import dataclass
from tiku.text.patterns import on_demand

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SILENT = {"script", "style", "template", "svg", "button", "input"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "s", "span", "strong", "sub", "sup"}
RAW = {"script", "style"}
"""In which a `<` may be text."""
TAG = on_demand(
    r"<!--(?!-?>)(?:[^<>-]|-(?!-))*-->"
    r"|<(?P<ends>/?)(?P<tag>[a-z][a-z0-9-]*)"
    r"""(?P<given>(?: [A-Za-z][A-Za-z0-9:_-]*(?:="[^"<]*")?)*)(?P<void> ?/)?>"""
)
"""As Markdown writes them, or a plain comment."""
ATTRIBUTE = on_demand(r'([A-Za-z][A-Za-z0-9:_-]*)(?:="([^"]*)")?')
EXCLUDED = "data-search-exclude"
PERMALINK = "headerlink"
ASIDE = {"tiku-find", "tiku-length", "tiku-on-clause"}
"""Of ours, where a host has taken the attribute away."""
POINT, END = "¶", "⁋"
"""In a text before each numbered point of a clause, and behind the last; assets/search/excerpts.js
finds by them which point to lead to."""
MARKS, AROUND = on_demand(f"[{POINT}{END}]"), on_demand(f" ?([{POINT}{END}]) ?")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its id, and the text below it; what comes before the first has neither."""

    anchor: str
    title: str
    text: str


def sections(html: str, title: str) -> list[Section]:
    """The sections of a page; what stands at its top bears the title of the page."""
    parser = _Parser()
    parser.read(html)
    found = [Section(s.anchor, _line(s.title), _line(s.text)) for s in parser.found]
    return _merged(title, [s for s in found if s.title or s.text])


def _merged(title: str, found: list[Section]) -> list[Section]:
    """The page itself leads to its top, with the text above the second heading."""
    above = [s for s in found if not s.title]
    first = next((s for s in found if s.title), None)
    top = [*above, first] if first and first.title == title else above
    text = " ".join(section.text for section in top if section.text)
    return [Section("", title, text), *(s for s in found if s not in top)]


def _line(parts: list[str]) -> str:
    return AROUND.sub(r"\1", " ".join("".join(parts).split()))


class _Open:
    """A section that is still being read."""

    def __init__(self, anchor: str) -> None:
        self.anchor = anchor
        self.title: list[str] = []
        self.text: list[str] = []


class _Parser(HTMLParser):
    """Collects text; a block ends a word, an inline element does not."""

    def __init__(self) -> None:
        super().__init__()
        self.found = [_Open("")]
        self.in_heading = False
        self.around = ""
        """The id of the section that a heading begins; some hosts give it to that."""
        self.lists: list[bool] = []
        """Of each numbered list around, whether its items are points of the section."""
        self.silent = 0
        """How many open elements are around what is not to be read."""

    def read(self, html: str) -> None:
        """A whole page. As Markdown writes it each `<` begins a tag, and looking for those takes a
        third of the time."""
        tags = list(TAG.finditer(html))
        if len(tags) != html.count("<") or any(tag["tag"] in RAW for tag in tags):
            self.feed(html)
            self.close()
            return
        done = 0
        for tag in tags:
            self._text(html[done : tag.start()])
            if tag["tag"]:
                self._tag(tag)
            done = tag.end()
        self._text(html[done:])

    def _tag(self, tag: re.Match[str]) -> None:
        if not tag["ends"]:
            given = ATTRIBUTE.findall(tag["given"]) if tag["given"] else []
            self.handle_starttag(
                tag["tag"], [(name.lower(), unescape(value)) for name, value in given]
            )
        if tag["ends"] or tag["void"]:
            self.handle_endtag(tag["tag"])

    def _text(self, html: str) -> None:
        if html:
            self.handle_data(unescape(html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in VOID and (self.silent or _is_silent(tag, given)):
            self.silent += 1
        elif tag in HEADINGS and not self.silent:
            self.found.append(_Open(given.get("id") or self.around))
            self.in_heading, self.around = True, ""
        elif tag == "section":
            self.around = given.get("id") or ""
        elif tag not in INLINE:
            self._add(self._before(tag, given.get("id") or ""))

    def _before(self, tag: str, name: str) -> str:
        """What begins with a block."""
        if tag == "ol":
            self.lists.append(False)
        anchor, _, number = name.rpartition("-")
        if tag != "li" or not self.lists or not number.isdecimal() or not anchor:
            return " "
        self.lists[-1] = anchor == self.found[-1].anchor
        return POINT if self.lists[-1] else " "

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            self.silent -= tag not in VOID
        elif tag in HEADINGS:
            self.in_heading = False
        elif tag not in INLINE:
            ends = tag == "ol" and bool(self.lists) and self.lists.pop()
            self._add(END if ends else " ")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self._add(MARKS.sub(" ", data))

    def _add(self, text: str) -> None:
        section = self.found[-1]
        (section.title if self.in_heading else section.text).append(text)


def _is_silent(tag: str, attributes: dict[str, str | None]) -> bool:
    classes = (attributes.get("class") or "").split()
    ours = tag.startswith("tiku-") or bool(ASIDE & set(classes))
    return tag in SILENT or EXCLUDED in attributes or PERMALINK in classes or ours


def is_excluded(meta: Mapping[str, object]) -> bool:
    """As Material's own search is told: `search: {exclude: true}` in the front matter."""
    told = meta.get("search")
    return isinstance(told, dict) and bool(told.get("exclude"))
