"""HTML, and XML that looks like it -> Markdown, in which a line break is a line break."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

from tiku.formats.draft import Draft, Paired, Said
from tiku.formats.media import Gallery
from tiku.formats.xml_tree import Node

BLOCKS = frozenset([
    "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre",
    "blockquote", "section", "article", "dt", "dd", "dl", "hr", "prompt",
])  # fmt: skip
SILENT = frozenset(
    ["script", "style", "head", "title", "template", "iframe", "object", "math-annotation"]
)
AROUND = {"b": "**", "strong": "**", "i": "*", "em": "*"}
KEPT = frozenset(["sub", "sup", "u"])
LONGEST = 400_000
TAGS = re.compile(r"<[^<>]{0,2000}>")
KNOWN_TAG = re.compile(
    r"<(?=/?(?:a|abbr|b|br|code|del|em|i|img|ins|kbd|mark|q|ruby|s|small|strong|sub|sup|u|var|p|li|ul|ol|table|tr|td|th|pre|hr|h[1-6]|div|span|audio)\b)",
    re.IGNORECASE,
)
ENDLESS_REFERENCE = re.compile(r"&(?=#[xX]?[0-9a-fA-F]{9})")
"""Of no character, and more digits than Python makes a number of."""
HELD = (("*", "\ue210"), ("`", "\ue211"))
"""Signs of an author's own, held apart from those that mark what a tag marked."""
EMPHASIS = re.compile(r"\*\*(?=[^\s*])([^*\n]{0,400}[^\s*])\*\*|`([^`\n]{1,400})`")
RUNS = re.compile("`+")
LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s)|>|\*(?=\s))")


def escaped(text: str) -> str:
    """Plain text as Markdown that shows just that; pictures we have put there stay."""
    parts = re.split(r"(\ue200[^\ue201]*\ue201)", text)
    return "".join(part[1:-1] if part.startswith("\ue200") else _lines(part) for part in parts)


def picture(alt: str, name: str) -> str:
    """A picture in text that is still to be escaped."""
    return f"\ue200![{re.sub(r'[][()]', '', alt)}]({name})\ue201"


def emphasised(text: str) -> str:
    """As `escaped`, of a text in which `**bold**` and code in backticks are meant."""
    return escaped(EMPHASIS.sub(_held_apart, text))


def _held_apart(found: re.Match[str]) -> str:
    if found[2]:
        return f"\ue200{found[0]}\ue201"
    return f"\ue200**\ue201{found[1]}\ue200**\ue201"


def as_markdown(draft: Draft, shown: Callable[[str], str] = escaped) -> Draft:
    """A draft whose texts were plain; `shown` makes each what a reader is to see."""
    right = draft.right
    if isinstance(right, Said):
        right = Said(shown(right.text))
    if isinstance(right, Paired):
        pairs = tuple((shown(one), shown(other)) for one, other in right.pairs)
        extra, offered = tuple(map(shown, right.extra)), tuple(map(shown, right.offered))
        right = Paired(pairs, extra, offered)
    return replace(
        draft,
        stem=shown(draft.stem),
        choices=tuple(map(shown, draft.choices)),
        right=right,
        explanation=shown(draft.explanation),
        material=shown(draft.material),
        hint=shown(draft.hint),
        feedback={name: shown(text) for name, text in draft.feedback.items()},
        ours={name: _told(own, shown) for name, own in draft.ours.items()},
    )


def _told(own: object, shown: Callable[[str], str]) -> object:
    """Texts by id are an author's, such as the points of a checklist; all else are names."""
    return {key: shown(text) for key, text in own.items()} if isinstance(own, dict) else own


def _lines(text: str) -> str:
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    line = _without_links(KNOWN_TAG.sub("&lt;", line))
    for sign in "*`":
        if line.count(sign) > 1:
            line = line.replace(sign, f"\\{sign}")
    return LINE_START.sub(r"\1\\\2", line)


def _without_links(line: str) -> str:
    """What stands before `](` begins no link."""
    parts = line.split("]")
    return "]".join(
        part.replace("[", "\\[") if behind.startswith("(") else part
        for part, behind in zip(parts, [*parts[1:], ""], strict=True)
    )


class _Writer:
    """Collects Markdown from the events of either parser."""

    def __init__(self, gallery: Gallery | None) -> None:
        self.parts: list[str] = []
        self.gallery = gallery or Gallery()
        self.silent = 0
        self.pre = 0
        self.code: int | None = None
        """Where a piece of code begins."""
        self.lists: list[int | None] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag == "img":
            self._picture(attributes)
        elif tag == "code" and not self.pre:
            self.code = len(self.parts)
        elif tag in AROUND and not self.pre:
            self.parts.append(AROUND[tag])
        elif tag in KEPT:
            self.parts.append(f"<{tag}>")
        elif tag in BLOCKS:
            self._block(tag)
        elif tag in ("td", "th"):
            self._cell()

    def end(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag == "code" and not self.pre:
            self._end_code()
        elif tag in AROUND and not self.pre:
            self._close(AROUND[tag])
        elif tag in KEPT:
            self.parts.append(f"</{tag}>")
        elif tag in BLOCKS and tag != "br":
            if tag in ("ul", "ol") and self.lists:
                self.lists.pop()
            if tag == "pre":
                self.pre = max(self.pre - 1, 0)
                self.parts.append("\n```")
            self.parts.append("\n")

    def data(self, text: str) -> None:
        if self.silent:
            return
        if self.pre:
            self.parts.append(text)
        elif self.code is not None:
            self.parts.append(re.sub(r"\s+", " ", text))
        else:
            self.parts.append(escaped(_held(re.sub(r"[ \t\r\n\f]+", " ", text))))

    def _end_code(self) -> None:
        """Between signs that it does not hold itself."""
        if self.code is None:
            return
        text = "".join(self.parts[self.code :]).strip()
        longest = max((len(run) for run in RUNS.findall(text)), default=0)
        sign = "`" * (longest + 1)
        apart = " " if text.startswith("`") or text.endswith("`") else ""
        while len(self.parts) > self.code:
            self.parts.pop()
        self.parts.append(f"{sign}{apart}{text}{apart}{sign}" if text else "")
        self.code = None

    def _block(self, tag: str) -> None:
        self.parts.append("\n")
        if tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "pre":
            self.pre += 1
            self.parts.append("```\n")

    def _cell(self) -> None:
        """Apart from the one before it."""
        while self.parts and not self.parts[-1].strip(" "):
            self.parts.pop()
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("　")

    def _close(self, sign: str) -> None:
        """Nothing between two signs is nothing."""
        while self.parts and not self.parts[-1].strip() and self.parts[-1] != "\n":
            self.parts.pop()
        if self.parts and self.parts[-1] == sign:
            self.parts.pop()
        else:
            if self.parts:
                self.parts[-1] = self.parts[-1].rstrip(" ")
            self.parts.append(sign)

    def _picture(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("src", "")
        name = self.gallery.name(reference)
        alt = attributes.get("alt", "").strip() or name.rpartition(".")[0] or name
        self.parts.append(f"![{re.sub(r'[][()]', '', alt)}]({name})")

    def text(self) -> str:
        text = _shown("".join(self.parts).replace("\u00a0", " "))
        lines = [line.strip() if "```" not in text else line.rstrip() for line in text.split("\n")]
        return "\n".join(line for line in lines if line.strip()).strip()


def _held(text: str) -> str:
    for sign, held in HELD:
        text = text.replace(sign, held)
    return text


def _shown(text: str) -> str:
    """An author's own sign is escaped where another in the line would make something of it."""
    return "\n".join(map(_freed, text.split("\n")))


def _freed(line: str) -> str:
    for sign, held in HELD:
        several = line.count(sign) + line.count(held) > 1
        begins = line.lstrip().startswith(f"{held} ")
        line = line.replace(held, f"\\{sign}" if several or begins else sign)
    return line


class _Html(HTMLParser):
    def __init__(self, writer: _Writer) -> None:
        super().__init__(convert_charrefs=True)
        self.writer = writer

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.writer.start(tag, {key: value or "" for key, value in attributes})

    def handle_endtag(self, tag: str) -> None:
        self.writer.end(tag)

    def handle_data(self, data: str) -> None:
        self.writer.data(data)


def whole(html: str) -> str:
    """HTML without a tag or comment that is open at the end: Python's parser would look for the end
    of each again, and a file of nothing else would take hours."""
    for begins, ends in (("<", ">"), ("<!--", "-->")):
        head, end, tail = html.rpartition(ends)
        html = head + end + tail.replace(begins, f"&lt;{begins[1:]}")
    return ENDLESS_REFERENCE.sub("&amp;", html)


def markdown(html: str, gallery: Gallery | None = None) -> str:
    """Of a piece of HTML."""
    writer = _Writer(gallery)
    if len(html) > LONGEST:
        writer.data(TAGS.sub(" ", html))
        return writer.text()
    parser = _Html(writer)
    parser.feed(whole(html))
    parser.close()
    return writer.text()


def of_node(node: Node, gallery: Gallery | None = None, without: tuple[str, ...] = ()) -> str:
    """Of an element's content, `without` elements of these names."""
    writer = _Writer(gallery)
    _walk(node, writer, without)
    return writer.text()


def _walk(node: Node, writer: _Writer, without: tuple[str, ...]) -> None:
    for child in node.children:
        if isinstance(child, str):
            writer.data(child)
        elif child.tag not in without:
            tag = child.tag.removeprefix("qti-")
            writer.start(tag, child.attributes)
            _walk(child, writer, without)
            writer.end(tag)
