"""Workbooks of the old kind; the only door to xlrd."""

from collections.abc import Iterator, Sequence

import xlrd
from xlrd.sheet import Cell as XlsCell
from xlrd.sheet import Sheet

from tiku.formats import table
from tiku.formats.doubts import shown
from tiku.formats.draft import Reading, Unreadable, merged
from tiku.formats.markup import as_markdown
from tiku.formats.source import Source
from tiku.formats.table import Table
from tiku.formats.table_headers import Cell
from tiku.model.place import Place

MAX_ROWS = 65_536


def read(source: Source) -> Reading:
    """Every sheet."""
    try:
        book = xlrd.open_workbook(file_contents=source.data, on_demand=False, logfile=_Silent())
        shown_sheets = [sheet for sheet in book.sheets() if not sheet.visibility]
        found = merged(table.read(_table(source, sheet)) for sheet in shown_sheets)
        return Reading(tuple(map(as_markdown, found.drafts)), found.problems)
    except Unreadable:
        raise
    except Exception as error:  # xlrd meets broken records with errors of every kind
        raise Unreadable("bad-workbook", source.place(), why=type(error).__name__) from error


class _Silent:
    """xlrd writes what it doubts to a log; we tell it ourselves."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        return None


def _table(source: Source, sheet: Sheet) -> Table:
    def place(row: int, column: int) -> Place:
        return Place(f"{source.name}[{shown(sheet.name)}]", row, column)

    return Table(list(_rows(sheet)), place, sheet.name)


def _rows(sheet: Sheet) -> Iterator[tuple[int, Sequence[Cell]]]:
    for number in range(min(sheet.nrows, MAX_ROWS)):
        yield number + 1, [_cell(cell) for cell in sheet.row(number)]


def _cell(cell: XlsCell) -> Cell:
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return Cell("正确" if cell.value else "错误")
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        value = cell.value
        return Cell(str(int(value)) if float(value).is_integer() else repr(value))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return Cell(repr(cell.value), ("cell-is-date", repr(cell.value)))
    return Cell(
        ""
        if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR)
        else str(cell.value).strip()
    )
