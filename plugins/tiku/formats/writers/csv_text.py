"""Comma-separated values: one table of all kinds, for programs and where no workbook can be had.

With the mark of UTF-8, which Excel needs. A cell that a spreadsheet would reckon begins with an
apostrophe; a workbook needs none, so it is the better format for people.
"""

import csv
import io

from tiku.formats.writers import columns
from tiku.formats.writers.exported import Bundle, Exported, Loss, Written, loss, losses_as_text


def write(bundle: Bundle) -> Written:
    """A header, then a row a question."""
    questions = list(bundle.questions)
    keys = columns.keys(questions)
    stream = io.StringIO()
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(columns.names(questions, bundle.words))
    losses: list[Loss] = []
    for question in questions:
        cells = columns.row(question, keys, bundle.words)
        out.writerow([safe(cell) for cell in cells])
        losses += _losses(question, cells)
    return Written(b"\xef\xbb\xbf" + stream.getvalue().encode(), tuple(losses))


def safe(cell: str) -> str:
    """Never the beginning of a formula; a number may be negative. What looks like the sign for that
    has one more."""
    begins = cell.lstrip("'").startswith(columns.FORMULA)
    return f"'{cell}" if begins and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()


def _losses(question: Exported, cells: list[str]) -> list[Loss]:
    told = list(losses_as_text(question))
    quoted = any(safe(cell) != cell for cell in cells)
    return [*told, *([loss("apostrophe", question)] if quoted else [])]
