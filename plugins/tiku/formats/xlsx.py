"""Workbooks; the only door to openpyxl. Formulas are not reckoned, macros not looked at."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import repeat

import openpyxl
from openpyxl import Workbook
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from tiku.formats import archive, table
from tiku.formats.archive import Archive
from tiku.formats.doubts import doubt, shown
from tiku.formats.draft import Reading, Unreadable, merged
from tiku.formats.markup import as_markdown
from tiku.formats.source import Source
from tiku.formats.table import Table
from tiku.formats.table_beside import apart, gathered
from tiku.formats.table_headers import Cell
from tiku.model.place import Place
from tiku.model.problem import Problem

MAX_ROWS = 60_000
MAX_COLUMNS = 100
PLAIN = frozenset(("000000", "FFFFFF", "333333", "404040"))


def read(source: Source) -> Reading:
    """Every sheet that is shown."""
    parts = archive.opened(source)
    problems: list[Problem] = list(parts.problems)
    if parts.names("vbaproject.bin"):
        problems.append(doubt("macros", source.place()))
    written = _book(source, results=False)
    results = _book(source, results=True) if _has_formulas(parts) else None
    readings = [Reading(problems=tuple(problems))]
    for sheet in written.worksheets:
        if sheet.sheet_state != "visible":
            hidden = doubt("hidden-sheet", source.place(), text=sheet.title)
            readings.append(Reading(problems=(hidden,)))
        else:
            found = table.read(_table(source, sheet, results))
            told = tuple(map(as_markdown, found.drafts))
            readings.append(Reading(told, found.problems))
    every = merged(readings)
    return replace(every, drafts=apart(gathered(every.drafts)))


def _has_formulas(parts: Archive) -> bool:
    """Looks at every part before openpyxl does: no entities, nothing that swells."""
    found = False
    for name in parts.names(".xml", ".rels"):
        data = parts.read(name).data
        if b"<!ENTITY" in data:
            raise Unreadable("entities", parts.source.part(name, b"").place())
        found = found or ("worksheets/" in name and (b"<f>" in data or b"<f " in data))
    return found


def _book(source: Source, results: bool) -> Workbook:
    """`results`: what formulas gave when the file was saved, in their place."""
    try:
        return openpyxl.load_workbook(
            io.BytesIO(source.data), read_only=True, data_only=results, keep_links=False
        )
    except Exception as error:  # openpyxl meets broken parts with errors of every kind
        raise Unreadable("bad-workbook", source.place(), why=type(error).__name__) from error


def _table(source: Source, sheet: Worksheet, results: Workbook | None) -> Table:
    def place(row: int, column: int) -> Place:
        return Place(f"{source.name}[{shown(sheet.title)}]", row, column)

    try:
        return Table(list(_rows(sheet, results)), place, sheet.title)
    except Exception as error:
        raise Unreadable("bad-workbook", source.place(), why=type(error).__name__) from error


def _rows(sheet: Worksheet, results: Workbook | None) -> Iterator[tuple[int, Sequence[Cell]]]:
    rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    beside = results[sheet.title] if results else None
    known = beside.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS) if beside else repeat(())
    for number, (row, other) in enumerate(zip(rows, known, strict=False), 1):
        values = [getattr(cell, "value", None) for cell in other]
        yield number, [_cell(cell, values[at : at + 1]) for at, cell in enumerate(row)]


def _cell(cell: object, result: Sequence[object]) -> Cell:
    value = getattr(cell, "value", None)
    if getattr(cell, "data_type", "") == "f":
        return Cell(text_of(result[0] if result else None), ("formula", str(value)))
    marked = isinstance(cell, ReadOnlyCell) and cell.has_style and _strong(cell)
    if isinstance(value, (date, datetime, time)):
        return Cell(text_of(value), ("cell-is-date", text_of(value)))
    if isinstance(value, (int, float)) and "%" in getattr(cell, "number_format", ""):
        return Cell(f"{text_of(round(value * 100, 9))}%", marked=marked)
    return Cell(text_of(value), marked=marked)


def _strong(cell: ReadOnlyCell) -> bool:
    """In bold, on a colour, or in another colour than black."""
    fill = cell.fill
    filled = isinstance(fill, PatternFill) and fill.fill_type == "solid" and _coloured(fill.fgColor)
    return bool(cell.font.b) or filled or _coloured(cell.font.color)


def _coloured(color: Color | None) -> bool:
    """Neither black nor white, of which the first two colours of a theme are."""
    if color is None or color.type == "indexed":
        return False
    if color.type == "theme":
        return color.theme > 1
    return color.rgb[-6:] not in PLAIN


def text_of(value: object) -> str:
    """A cell's value as a person reads it: 7.0 is 7, TRUE is 正确."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "正确" if value else "错误"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()
