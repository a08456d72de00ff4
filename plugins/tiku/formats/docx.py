"""Word files: paragraphs as a reader sees them, tables as rows.

Tracked changes are read as accepted, and told; header, footer and notes are no questions.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tiku.formats import archive, docx_lists, docx_print, docx_tables, recognition, table, xml_tree
from tiku.formats.archive import Archive
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Reading, Unreadable, merged
from tiku.formats.markup import as_markdown, picture
from tiku.formats.media import Gallery, doubted, pictures
from tiku.formats.paper.choices import MARKED
from tiku.formats.paper.reading import read_lines
from tiku.formats.paper.vocabulary import BARE_ANSWER, LABEL
from tiku.formats.source import Source
from tiku.formats.table import Table
from tiku.formats.table_headers import Cell, header_of
from tiku.formats.xml_tree import Node
from tiku.model.place import Place
from tiku.model.problem import Problem

DOCUMENT = "word/document.xml"
SYMBOLS = {
    "00FC": "√", "F0FC": "√", "F0FB": "×", "00FB": "×", "F0FE": "√", "F0FD": "×",
    "F050": "√", "F04F": "×", "F052": "√", "F053": "×", "F0D6": "√", "F0B4": "×",
}  # fmt: skip
"""Of Wingdings, Wingdings 2 and Symbol, what judgements are written with."""
LABELS = re.compile(r"(?:^|[\s　])[（(]?[A-H]\s*[.．、)）]")
NOTES = {
    "commentReference": "word/comments.xml",
    "footnoteReference": "word/footnotes.xml",
    "endnoteReference": "word/endnotes.xml",
}
"""The marks of notes, and where these are."""
DEEPEST = 2
"""Files in files that are read."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph's text; `strong` tells that all its words are bold or coloured."""

    text: str
    strong: bool = False
    changed: bool = False
    notes: Sequence[str] = ()
    """Comments and footnotes on it."""
    underlined: Sequence[str] = ()


@dataclass(slots=True)
class _Words:
    """What is collected while a paragraph is read."""

    parts: list[str] = field(default_factory=list)
    plain: int = 0
    strong: int = 0
    changed: bool = False
    boxes: "list[Paragraph]" = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    underlined: list[str] = field(default_factory=list)


def read(source: Source) -> Reading:
    """Lines and tables, in order."""
    parts = archive.opened(source)
    document = _Document(parts, source)
    readings: list[Reading] = []
    lines: list[tuple[int, str, bool]] = []
    for number, block in enumerate(document.blocks(), 1):
        if isinstance(block, Paragraph):
            lines += [(number, line, block.strong) for line in block.text.split("\n")]
            lines += [(number, note, False) for note in document.answers(block, number)]
            document.underlined[number] = block.underlined
            document.changed |= {number} if block.changed else set()
        elif any(header_of(row) for _, row in block):
            readings.append(table.read(Table(block, _rows_of(source, number))))
        else:
            lines += [(number, line, False) for line in docx_tables.lines(block)]
    readings.append(read_lines(_usual(lines), source.place))
    readings += document.chunks(source.name.count("["))
    readings.append(Reading(problems=tuple(document.problems)))
    whole = merged(readings)
    document.starts = [draft.place.line for draft in whole.drafts]
    drafts = [document.told(draft) for draft in whole.drafts]
    return Reading(tuple(drafts), whole.problems, document.gallery.kept)


def _usual(lines: list[tuple[int, str, bool]]) -> list[tuple[int, str, bool]]:
    """Where most lines are bold, bold says nothing."""
    strong = sum(marked for _, text, marked in lines if text.strip())
    if strong * 2 > sum(bool(text.strip()) for _, text, _ in lines):
        return [(number, text, False) for number, text, _ in lines]
    return lines


def _rows_of(source: Source, number: int) -> Callable[[int, int], Place]:
    def place(row: int, column: int) -> Place:
        return Place(f"{source.name}[{number}]", row, column)

    return place


class _Document:
    def __init__(self, parts: Archive, source: Source) -> None:
        self.parts = parts
        self.problems: list[Problem] = list(parts.problems)
        if parts.names("vbaproject.bin"):
            self.problems.append(doubt("macros", source.place()))
        self.root = xml_tree.parse(parts.read(DOCUMENT)) if DOCUMENT in parts else None
        if self.root is None:
            raise Unreadable("bad-zip", source.place(), part=DOCUMENT)
        styles = self._part("word/styles.xml")
        self.lists = docx_lists.read(self._part("word/numbering.xml"), styles)
        self.headings = docx_print.heading_styles(styles)
        self.relations = self._relations()
        self.gallery = Gallery(self._look)
        self.missing: list[str] = []
        self.changed: set[int] = set()
        self.underlined: dict[int, Sequence[str]] = {}
        self.place = source.place
        told = {mark: self._part(name) for mark, name in NOTES.items()}
        self.notes = {
            (mark, note.get("id")): " ".join(note.text().split())
            for mark, root in told.items()
            for note in (root.nodes() if root else ())
        }

    def _part(self, name: str) -> Node | None:
        return xml_tree.parse(self.parts.read(name)) if name in self.parts else None

    def _relations(self) -> dict[str, str]:
        root = self._part("word/_rels/document.xml.rels")
        return {own.get("Id"): own.get("Target") for own in (root.nodes() if root else ())}

    def _look(self, name: str) -> bytes | None:
        path = self.parts.beside(DOCUMENT, name)
        return self.parts.read(path).data if path else None

    def blocks(self) -> Iterator["Paragraph | list[tuple[int, Sequence[Cell]]]"]:
        """Paragraphs and tables of the body."""
        body = self.root.first("body") if self.root else None
        yield from self._blocks(body) if body else ()

    def _blocks(self, node: Node) -> Iterator["Paragraph | list[tuple[int, Sequence[Cell]]]"]:
        for child in node.nodes():
            if child.tag == "p":
                words = _Words()
                yield self._paragraph(child, words)
                yield from words.boxes
            elif child.tag == "tbl":
                yield [(at, self._row(row)) for at, row in enumerate(child.nodes("tr"), 1)]
            elif child.tag in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
                yield from self._blocks(child)

    def chunks(self, depth: int) -> Iterator[Reading]:
        """Whole files of other formats that Word shows in this one's place."""
        for chunk in self.root.all("altChunk") if self.root and depth < DEEPEST else ():
            path = self.parts.beside(DOCUMENT, self.relations.get(chunk.get("id"), ""))
            try:
                part = self.parts.read(path) if path else None
                yield recognition.read(part.name, part.data)[0] if part else Reading()
            except Unreadable as refused:
                yield Reading(problems=(refused.problem,))

    def _row(self, row: Node) -> list[Cell]:
        """A merged cell once; the columns it spans stay empty."""
        cells: list[Cell] = []
        for own in row.nodes("tc"):
            cells.append(Cell("\n".join(self._texts(own)).strip()))
            span = own.first("tcPr", "gridSpan")
            width = int(span.get("val")) if span and span.get("val").isdecimal() else 1
            cells += [Cell()] * (min(width, 60) - 1)
        return cells

    def _texts(self, node: Node) -> Iterator[str]:
        """The lines of a cell and of the tables in it."""
        for block in self._blocks(node):
            if isinstance(block, Paragraph):
                yield block.text
            else:
                yield from (cell.text for _, row in block for cell in row if cell.text)

    def _boxes(self, node: Node) -> list[Paragraph]:
        """The paragraphs of text boxes; what older programs are given for them is the same."""
        shown = node.first("Choice") or node
        boxes = [block for box in shown.all("txbxContent") for block in self._blocks(box)]
        return [block for block in boxes if isinstance(block, Paragraph)]

    def answers(self, block: Paragraph, number: int) -> Iterator[str]:
        """The notes on a paragraph that answer or explain it; others are told."""
        for note in filter(None, block.notes):
            if LABEL.match(note) or BARE_ANSWER.match(note):
                yield note
            else:
                self.problems.append(doubt("note-not-read", self.place(number), text=note))

    def _paragraph(self, node: Node, words: _Words) -> Paragraph:
        self._walk(node, words)
        text = "".join(words.parts)
        if words.plain == 0 or len(LABELS.findall(text)) < 2:
            text = text.replace(MARKED, "")
        label = self._label(node.first("pPr")) if text.strip() else ""
        strong = words.strong > 0 and words.plain == 0
        text = f"{label}{text}"
        if (node.first("pPr", "pStyle") or node).get("val") in self.headings:
            text = docx_print.as_heading(text)
        return Paragraph(text, strong, words.changed, words.notes, words.underlined)

    def _label(self, properties: Node | None) -> str:
        style = properties.first("pStyle") if properties else None
        place = docx_lists.list_of(properties) or (
            self.lists.styles.get(style.get("val")) if style else None
        )
        label = self.lists.label(*place) if place else ""
        return label if not label or label[-1] in ".．、:：)）•" else f"{label}、"

    def _walk(self, node: Node, words: _Words) -> None:
        for child in node.nodes():
            if child.tag == "r":
                self._run(child, words)
            elif child.tag in ("del", "moveFrom"):
                words.changed = True
            elif child.tag in ("ins", "moveTo"):
                words.changed = True
                self._walk(child, words)
            elif child.tag == "oMath":
                words.parts.append("".join(part.text() for part in child.all("t")))
            elif child.tag not in ("pPr", "Fallback"):
                self._walk(child, words)

    def _run(self, run: Node, words: _Words) -> None:
        properties = run.first("rPr")
        for child in run.nodes():
            if child.tag == "t":
                self._text("".join(child.strings()), properties, words)
            elif child.tag == "tab":
                words.parts.append("\t")
            elif child.tag in ("br", "cr"):
                words.parts.append("\n")
            elif child.tag == "sym":
                words.parts.append(SYMBOLS.get(child.get("char").upper(), ""))
            elif child.tag in ("drawing", "pict", "object", "AlternateContent"):
                self._picture(child, words)
                words.boxes += self._boxes(child)
            elif child.tag in NOTES:
                words.notes.append(self.notes.get((child.tag, child.get("id")), ""))

    def _text(self, text: str, properties: Node | None, words: _Words) -> None:
        if text.strip():
            if properties is not None and docx_print.is_on(properties.first("u")):
                words.underlined.append(text)
            if docx_print.is_strong(properties):
                words.strong += 1
                text += MARKED
            elif not re.fullmatch(r"\s*[（(]?[A-Ja-j]\s*+[.．、:：)）]?\s*", text):
                words.plain += 1
        elif properties is not None and docx_print.is_on(properties.first("u")) and len(text) > 1:
            text = "____"
        words.parts.append(text)

    def _picture(self, node: Node, words: _Words) -> None:
        for blip in node.all("blip", "imagedata"):
            target = self.relations.get(blip.get("embed") or blip.get("id"), "")
            described = next(node.all("docPr"), None)
            name = self.gallery.name(target)
            alt = (described.get("descr") if described else "") or name
            words.parts.append(picture(alt, name))

    def told(self, draft: Draft) -> Draft:
        """With the doubts that only the paragraph tells."""
        gone = [name for name in pictures(draft) if name not in self.gallery.kept]
        draft = docx_print.filled(draft, self.underlined.get(draft.place.line, ()))
        draft = as_markdown(doubted(draft, gone))
        if any(self._within(number, draft) for number in self.changed):
            draft = draft.doubting("tracked-changes")
        return draft

    def _within(self, number: int, draft: Draft) -> bool:
        following = [line for line in self.starts if line > draft.place.line]
        return draft.place.line <= number < min(following, default=1 << 30)

    starts: Sequence[int] = ()
