"""A page's HTML -> its sections: what stands between two headings, as a reader reads it."""

from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from tiku.model.values import dataclass
from tiku.text.patterns import on_demand

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SILENT = {"script", "style", "template", "svg", "button", "input"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = {"a", "abbr", "b", "code", "em", "i", "kbd", "mark", "s", "span", "strong", "sub", "sup"}
BLOCKS = {"dd", "dl", "dt", "li", "p", "table", "tbody", "td", "th", "thead", "tr", "ul"}
PLAIN = {**dict.fromkeys(INLINE, ""), **dict.fromkeys(BLOCKS, " ")}
"""What a tag of these comes to where nothing more stands in it."""
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
    text = " ".join("".join(parts).split())
    return AROUND.sub(r"\1", text) if MARKS.search(text) else text


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
        self.into = self.found[-1].text
        self.around = ""
        """The id of the section that a heading begins; some hosts give it to that."""
        self.lists: list[bool] = []
        """Of each numbered list around, whether its items are points of the section."""
        self.silent = 0
        """How many open elements are around what is not to be read."""

    def read(self, html: str) -> None:
        """A whole page. As Markdown writes it each `<` begins a tag, and looking for those takes a
        quarter of the time."""
        above, *parts = TAG.split(html)
        groups = TAG.groups + 1
        if len(parts) != html.count("<") * groups or not RAW.isdisjoint(parts[1::groups]):
            self.feed(html)
            self.close()
            return
        self.handle_data(unescape(above))
        for row in zip(*(parts[at::groups] for at in range(groups)), strict=True):
            self._tag(*row)

    def _tag(self, ends: str | None, tag: str | None, given: str, void: str, text: str) -> None:
        """A tag, or a comment, which has none, and the text behind it."""
        if tag in PLAIN and not (given or self.silent):
            self.into.append(PLAIN[tag])
        elif tag:
            if not ends:
                self._begin(tag, *_given(tag, given))
            if ends or void:
                self.handle_endtag(tag)
        if text:
            self.handle_data(unescape(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._begin(tag, *_told(tag, dict(attrs)))

    def _begin(self, tag: str, is_silent: bool, name: str) -> None:
        if (self.silent or is_silent) and tag not in VOID:
            self.silent += 1
        elif tag in INLINE:
            return
        elif tag in HEADINGS and not self.silent:
            self.found.append(_Open(name or self.around))
            self.into, self.around = self.found[-1].title, ""
        elif tag == "section":
            self.around = name
        else:
            self.into.append(self._before(tag, name))

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
            self.into = self.found[-1].text
        elif tag not in INLINE:
            ends = tag == "ol" and bool(self.lists) and self.lists.pop()
            self.into.append(END if ends else " ")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.into.append(MARKS.sub(" ", data))


@lru_cache(maxsize=2**10)  # those of code are the same thousands of times
def _given(tag: str, written: str) -> tuple[bool, str]:
    given = ATTRIBUTE.findall(written)
    return _told(tag, {name.lower(): unescape(value) for name, value in given})


def _told(tag: str, attributes: Mapping[str, str | None]) -> tuple[bool, str]:
    """Whether what stands inside is not to be read, and the id."""
    classes = (attributes.get("class") or "").split()
    ours = tag.startswith("tiku-") or not ASIDE.isdisjoint(classes)
    silent = tag in SILENT or EXCLUDED in attributes or PERMALINK in classes or ours
    return silent, attributes.get("id") or ""


def is_excluded(meta: Mapping[str, object]) -> bool:
    """As Material's own search is told: `search: {exclude: true}` in the front matter."""
    told = meta.get("search")
    return isinstance(told, dict) and bool(told.get("exclude"))
