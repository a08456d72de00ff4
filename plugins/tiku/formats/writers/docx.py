"""A paper for Word: a header with name and points, questions, and the key on pages of its own.

The only door to python-docx on the way out.
"""

import io
from collections.abc import Iterator
from datetime import datetime

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from tiku.formats.writers import paper_text
from tiku.formats.writers.exported import (
    LETTERS,
    Bundle,
    Exported,
    Loss,
    Written,
    loss,
    losses_as_text,
)
from tiku.formats.writers.packing import unzipped, zipped
from tiku.formats.writers.xml_text import UNSEEN
from tiku.locales.catalogue import Words


def write(bundle: Bundle) -> Written:
    """Questions first, in sections by kind; the key names letters and explains."""
    document = docx.Document()
    _set_up(document, bundle)
    _questions(document, bundle)
    document.add_page_break()  # type: ignore[no-untyped-call]
    _key(document, bundle)
    losses = tuple(told for question in bundle.questions for told in _losses(question))
    return Written(_saved(document, bundle), losses)


def _set_up(document: Document, bundle: Bundle) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    _page_number(section.footer.paragraphs[0])
    document.add_heading(_plain(bundle.title), 0)
    words, paper = bundle.words, bundle.paper
    document.add_paragraph(words("export.name-line"))
    if paper:
        marks = words("export.marks", minutes=paper.minutes, mark=f"{paper.pass_mark:f}")
        document.add_paragraph(marks)


def _page_number(paragraph: object) -> None:
    """A field that Word fills in."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()._r  # type: ignore[attr-defined]
        made = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        else:
            made.text = text
        run.append(made)


def _numbered(bundle: Bundle) -> Iterator[tuple[int, Exported]]:
    order = (q for c in paper_text.chapters(bundle) for part in c.parts for q in part.questions)
    yield from enumerate(order, 1)


def _questions(document: Document, bundle: Bundle) -> None:
    end = document.sections[0]._sectPr
    numbers = {question.id: number for number, question in _numbered(bundle)}
    for chapter in paper_text.chapters(bundle):
        if chapter.title and chapter.title != bundle.title:
            document.add_heading(_plain(chapter.title), 1)
        for part in chapter.parts:
            if part.heading:
                document.add_heading(_plain(part.heading), 2)
            if part.case:
                told = bundle.words("export.case", title=part.case.title, text=part.case.text.lines)
                document.add_paragraph(_plain(told))
            for question in part.questions:
                _asked(end, question, numbers[question.id])


def _asked(end: BaseOxmlElement, question: Exported, number: int) -> None:
    """Kept together on a page."""
    lines = [f"{number}. {question.stem.lines}"]
    lines += [f"（{at}）{own.text.line}" for at, own in enumerate(question.prompts, 1)]
    choices = zip(LETTERS, question.in_view(), strict=False)
    lines += [f"{letter}. {choice.text.line}" for letter, choice in choices]
    for at, line in enumerate(lines):
        paragraph = _line(end, line)
        paragraph.paragraph_format.keep_with_next = at < len(lines) - 1
        paragraph.paragraph_format.space_after = 0


def _line(end: BaseOxmlElement, text: str) -> Paragraph:
    """Put before the section's properties at once; python-docx looks for them from the start."""
    made = OxmlElement("w:p")
    end.addprevious(made)
    paragraph = Paragraph(made, None)  # type: ignore[arg-type]
    paragraph.add_run(_plain(text))
    return paragraph


def _key(document: Document, bundle: Bundle) -> None:
    document.add_heading(bundle.words("export.key"), 1)
    end = document.sections[0]._sectPr
    for number, question in _numbered(bundle):
        _line(end, f"{number}. {_answered(question, bundle.words)}")


def _answered(question: Exported, words: Words) -> str:
    parts = [paper_text.answer(question, words), question.explanation.line]
    parts += [f"{sign}：{why}" for sign, why in paper_text.reasons(question)]
    return "　".join(part for part in parts if part)


def _plain(text: str) -> str:
    return UNSEEN.sub("", text)


def _saved(document: Document, bundle: Bundle) -> bytes:
    day = bundle.changed
    properties = document.core_properties
    properties.created = properties.modified = datetime(day.year, day.month, day.day, 12)
    properties.author, properties.title, properties.comments = "tiku", _plain(bundle.title), ""
    stream = io.BytesIO()
    document.save(stream)
    return zipped(unzipped(stream.getvalue()))


def _losses(question: Exported) -> Iterator[Loss]:
    yield from losses_as_text(question)
    if question.hint.markdown:
        yield loss("no-hint", question)
