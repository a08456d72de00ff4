"""A workbook: a sheet a kind, one that explains the columns, and one with the ids to choose from.

Every cell is text, marked so, and no formula is ever written: `=HYPERLINK(...)`, `007` and `1/2`
stay what they are.
"""

import io
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tiku.formats.writers import columns
from tiku.formats.writers.exported import Bundle, Exported, Loss, Written, loss, losses_as_text
from tiku.formats.writers.packing import unzipped, zipped
from tiku.locales.catalogue import Words
from tiku.model import KINDS

LONGEST_CELL = 32_767
"""Of a workbook."""
TEXT = "@"
WIDE = ("stem", "explanation", "material")
SPARE_ROWS = 200
"""Rows below the last question in which a choice is offered too."""
LISTED = ("difficulty", "topic", "objective", "tags", "syllabus", "jurisdiction", "sources")
SEVERAL = ("tags", "syllabus", "sources")
"""Of which a cell may hold more than one."""
Lists = dict[str, Mapping[str, str]]
"""Column -> what may stand in it, and what that is called where an id does not say so."""
HEAD = PatternFill("solid", fgColor="E8EAF6")
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def write(bundle: Bundle) -> Written:
    """The first sheet explains; the sheets of kinds that nobody asked are not there."""
    book = Workbook()
    words = bundle.words
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = words("export.sheet.explains")
    lists = _lists(bundle)
    losses: list[Loss] = []
    for kind in KINDS:
        found = [question for question in bundle.questions if question.kind == kind]
        if found:
            sheet = book.create_sheet(words(f"labels.kinds.{kind}"))
            losses += _fill(sheet, found, lists, words)
    _explain(first, bundle)
    _list(book.create_sheet(words("export.sheet.lists")), lists, words)
    return Written(_saved(book, bundle), tuple(losses))


def _saved(book: Workbook, bundle: Bundle) -> bytes:
    """The program's own clock is not asked."""
    day = bundle.changed
    noon = datetime(day.year, day.month, day.day, 12)
    book.properties.created = noon
    book.properties.creator = "tiku"
    book.properties.title = bundle.title
    stream = io.BytesIO()
    book.save(stream)
    files = unzipped(stream.getvalue())
    core = files["docProps/core.xml"]
    files["docProps/core.xml"] = MODIFIED.sub(rb"\g<1>" + f"{day}T12:00:00Z".encode(), core)
    return zipped(files)


def _fill(sheet: Worksheet, questions: list[Exported], lists: Lists, words: Words) -> list[Loss]:
    keys = columns.keys(questions)
    _put(sheet, 1, columns.names(questions, words))
    _head(sheet, keys)
    losses: list[Loss] = []
    for number, question in enumerate(questions, 2):
        cells = columns.row(question, keys, words)
        _put(sheet, number, [cell[:LONGEST_CELL] for cell in cells])
        losses += _losses(question, cells)
    _offer(sheet, keys, len(questions), lists, words)
    return losses


def _put(sheet: Worksheet, number: int, cells: Iterable[str]) -> None:
    for at, text in enumerate(cells, 1):
        if text:
            cell = sheet.cell(number, at)
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
            cell.data_type = "s"
            cell.number_format = TEXT
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.quotePrefix = text.startswith(columns.FORMULA)


def _head(sheet: Worksheet, keys: list[str]) -> None:
    sheet.freeze_panes = "B2"
    for at, key in enumerate(keys, 1):
        sheet.column_dimensions[get_column_letter(at)].width = 48 if key in WIDE else 18
        cell = sheet.cell(1, at)
        cell.font, cell.fill = Font(bold=True), HEAD


def _offer(sheet: Worksheet, keys: list[str], count: int, lists: Lists, words: Words) -> None:
    """Drop-downs that warn and do not refuse: several tags stand in one cell."""
    for at, key in enumerate(keys, 1):
        if lists.get(key):
            column = get_column_letter(_columns(lists).index(key) + 1)
            last = len(lists[key]) + 1
            source = f"'{words('export.sheet.lists')}'!${column}$2:${column}${last}"
            rule = DataValidation("list", formula1=source, allow_blank=True, errorStyle="warning")
            rule.showErrorMessage = key not in SEVERAL
            letter = get_column_letter(at)
            rule.add(f"{letter}2:{letter}{count + 1 + SPARE_ROWS}")
            sheet.add_data_validation(rule)


def _lists(bundle: Bundle) -> Lists:
    topics, objectives = bundle.topics.items(), bundle.objectives.items()
    return {
        "difficulty": dict.fromkeys(bundle.words.group("labels.difficulties").values(), ""),
        "topic": {columns.with_id(title, own): "" for own, title in topics},
        "objective": {columns.with_id(title, own): "" for own, title in objectives},
        "tags": bundle.tags,
        "syllabus": bundle.syllabuses,
        "jurisdiction": bundle.jurisdictions,
        "sources": bundle.sources,
    }


def _columns(lists: Lists) -> list[str]:
    """Of the sheet of ids; behind ids that do not speak for themselves, what they are called."""
    return [name for key in LISTED for name in ([key, ""] if any(lists[key].values()) else [key])]


def _list(sheet: Worksheet, lists: Lists, words: Words) -> None:
    column, keys = words.group("export.column"), _columns(lists)
    heads = [column.get(key, words("export.sheet.called")) for key in keys]
    told = [key or keys[at - 1] for at, key in enumerate(keys)]
    cells = [
        lists[own].keys() if key else lists[own].values()
        for key, own in zip(keys, told, strict=True)
    ]
    for number, row in enumerate([heads, *zip_longest(*cells, fillvalue="")], 1):
        _put(sheet, number, row)
    _head(sheet, keys)


def _explain(sheet: Worksheet, bundle: Bundle) -> None:
    words = bundle.words
    column = words.group("export.column")
    _put(sheet, 1, [bundle.title, words("export.sheet.lead")])
    rows = list(words.group("export.explained").items())
    for number, (key, text) in enumerate(rows, 3):
        _put(sheet, number, [column.get(key) or words(f"export.numbered.{key}", sign="A"), text])
    sheet.column_dimensions["A"].width = 18
    sheet.column_dimensions["B"].width = 90
    sheet.cell(1, 1).font = Font(bold=True, size=14)


def _losses(question: Exported, cells: list[str]) -> list[Loss]:
    told = list(losses_as_text(question))
    too_long = any(len(cell) > LONGEST_CELL for cell in cells)
    return [*told, *([loss("cell-too-long", question)] if too_long else [])]
