"""A paper for Word: a header with name, time and points, a card for answers, questions, and the key
on pages of its own.

The only door to python-docx on the way out: it makes styles, header and footer. The paragraphs,
tens of thousands of them, are written as text, since it would look through all that are there
before it adds one.
"""

import io
import re
from collections.abc import Iterator, Mapping
from datetime import datetime

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from tiku.formats.writers import paper_text
from tiku.formats.writers.exported import (
    Bundle,
    Exported,
    Loss,
    Written,
    loss,
    losses_as_text,
)
from tiku.formats.writers.packing import unzipped, zipped
from tiku.formats.writers.xml_text import UNSEEN, Xml, element, joined
from tiku.locales.catalogue import Words
from tiku.rendering.environment import decimal

DOCUMENT = "word/document.xml"
REFERENCE = re.compile(r"<w:(?:header|footer)Reference [^>]*>")
RUNNING = Xml("<running/>")
"""Stands for the references to header and footer, which every section has."""
ROOM = 38
"""Half-width characters that a line has in one of two columns."""
CARD, NARROW, WIDE = 5, 2, 1
"""Columns of the card, of questions whose choices are short, and of the others."""


def write(bundle: Bundle) -> Written:
    """Questions first, in sections by kind; the key names letters and explains."""
    parts = (_head(bundle), _card(bundle), _questions(bundle), _key(bundle))
    body = joined((paragraph for part in parts for paragraph in part), "")
    losses = tuple(told for question in bundle.questions for told in _losses(question))
    return Written(_filled(_frame(bundle), body), losses)


# the frame


def _frame(bundle: Bundle) -> bytes:
    """A document without a word in it, but with its styles, header, footer and properties."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    document.styles["Normal"].font.size = Pt(10.5)
    section.header.paragraphs[0].text = _plain(bundle.title)
    _page_numbers(section.footer.paragraphs[0]._p)
    return _saved(document, bundle)


def _page_numbers(footer: object) -> None:
    """Fields that Word fills in."""
    for text in ("PAGE", " / ", "NUMPAGES"):
        if text.strip("/ "):
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), text)
            footer.append(field)  # type: ignore[attr-defined]
        else:
            footer.add_r().text = text  # type: ignore[attr-defined]


def _saved(document: Document, bundle: Bundle) -> bytes:
    day = bundle.changed
    properties = document.core_properties
    properties.created = properties.modified = datetime(day.year, day.month, day.day, 12)
    properties.author, properties.title, properties.comments = "tiku", _plain(bundle.title), ""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _filled(frame: bytes, body: Xml) -> bytes:
    """The frame with these paragraphs before what it says of its last pages."""
    files = unzipped(frame)
    before, mark, after = files[DOCUMENT].decode().rpartition("<w:sectPr")
    inside = body.replace(RUNNING, "".join(REFERENCE.findall(after)))
    return zipped({**files, DOCUMENT: f"{before}{inside}{mark}{after}".encode()})


# what stands in it


def _head(bundle: Bundle) -> Iterator[Xml]:
    words, paper = bundle.words, bundle.paper
    yield _line(bundle.title, "Title")
    yield _line(words("export.name-line"))
    if paper:
        yield _line(words("export.marks", minutes=paper.minutes, mark=decimal(paper.pass_mark)))
    yield _line(words("export.card"), "Heading2")
    yield _end_of_section(WIDE)


def _card(bundle: Bundle) -> Iterator[Xml]:
    """A row of circles a question, or a line to write on."""
    circles = bundle.words.group("exam/words")
    for number, question in _numbered(bundle):
        yield _line(f"{number}. {_circles(question, circles)}")
    yield _end_of_section(CARD)


def _circles(question: Exported, words: Mapping[str, str]) -> str:
    if question.truth is not None:
        return words["verdictCircles"]
    chosen = question.kind in ("single", "multiple")
    return words["circles"][: len(question.choices)] if chosen else words["line"]


def _questions(bundle: Bundle) -> Iterator[Xml]:
    numbers = {question.id: number for number, question in _numbered(bundle)}
    for chapter in paper_text.chapters(bundle):
        if chapter.title and chapter.title != bundle.title:
            yield _line(chapter.title, "Heading1")
        for part in chapter.parts:
            yield from _part(part, bundle.words, numbers)
    yield _end_of_section(NARROW if _is_narrow(bundle) else WIDE)


def _part(part: paper_text.Part, words: Words, numbers: Mapping[str, int]) -> Iterator[Xml]:
    if part.heading:
        yield _line(part.heading, "Heading2")
    if part.case:
        yield _line(words("export.case", title=part.case.title, text=part.case.text.lines))
    for question in part.questions:
        yield from _asked(question, numbers[question.id], words)


def _asked(question: Exported, number: int, words: Words) -> Iterator[Xml]:
    """Kept together on a page."""
    lines = [f"{number}. {question.stem.lines}", *_offered(question, words)]
    for at, line in enumerate(lines):
        yield _line(line, keep=at < len(lines) - 1)


def _offered(question: Exported, words: Words) -> Iterator[str]:
    yield from paper_text.prompts(question, words)
    yield from (f"{letter}. {choice.text.line}" for letter, choice in question.lettered())


def _is_narrow(bundle: Bundle) -> bool:
    """Whether nine choices of ten stand in a line of half the width."""
    offered = [line for q in bundle.questions for line in _offered(q, bundle.words)]
    short = sum(_width(line) <= ROOM for line in offered)
    return short * 10 >= len(offered) * 9


def _width(text: str) -> int:
    """In half-width characters."""
    return sum(1 if sign < "\u2e80" else 2 for sign in text)


def _key(bundle: Bundle) -> Iterator[Xml]:
    yield _line(bundle.words("export.key"), "Heading1")
    for number, question in _numbered(bundle):
        yield _line(f"{number}. {_answered(question, bundle.words)}")


def _answered(question: Exported, words: Words) -> str:
    parts = [paper_text.answer(question, words), question.explanation.line]
    parts += paper_text.whys(question, words)
    return words("export.apart").join(part for part in parts if part)


def _numbered(bundle: Bundle) -> Iterator[tuple[int, Exported]]:
    order = (q for c in paper_text.chapters(bundle) for part in c.parts for q in part.questions)
    yield from enumerate(order, 1)


# paragraphs


def _line(text: str, style: str = "", keep: bool = False) -> Xml:
    """A paragraph; a line break stays one. `keep`: on the page of what follows."""
    look = joined(
        (
            *([element("w:pStyle", w_val=style)] if style else []),
            *([element("w:keepNext")] if keep else []),
            *([] if style else [element("w:spacing", w_after="0")]),
        ),
        "",
    )
    lines = text.split("\n")
    shown = element("w:br").join(element("w:t", line, xml_space="preserve") for line in lines)
    return element("w:p", element("w:pPr", look), element("w:r", Xml(shown)))


def _end_of_section(columns: int) -> Xml:
    """What stands before it is set in so many columns; what follows begins below it, the key on a
    page of its own."""
    size = element("w:pgSz", w_w="11906", w_h="16838")
    margins = element("w:pgMar", w_top="1440", w_right="1134", w_bottom="1440", w_left="1134")
    kind = element("w:type", w_val="continuous")
    set_in = element("w:cols", w_num=columns, w_space="425")
    return element(
        "w:p", element("w:pPr", element("w:sectPr", RUNNING, kind, size, margins, set_in))
    )


def _plain(text: str) -> str:
    return UNSEEN.sub("", text)


def _losses(question: Exported) -> Iterator[Loss]:
    yield from losses_as_text(question)
    if question.points:
        yield loss("no-checklist", question)
    if question.hint.markdown:
        yield loss("no-hint", question)
