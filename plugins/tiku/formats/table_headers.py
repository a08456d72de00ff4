"""Which column of a table is what: its header says, or what stands in them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from tiku.formats.columns import CHOICE, INDEX, RIGHT, column_of
from tiku.formats.paper import headings
from tiku.formats.paper.answers import letters
from tiku.formats.paper.vocabulary import empty, truth

FEWEST = 2
MOST_FIELDS = 60
LONGEST_ANSWER = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text; `doubt` is a code and what it is about, such as a formula."""

    text: str = ""
    doubt: tuple[str, str] = ("", "")
    marked: bool = False
    """In bold or coloured."""


Row = tuple[int, Sequence[Cell]]
"""With its number."""


def whole_headers(rows: Sequence[Row]) -> list[Row]:
    """Two header rows as one: A, B, C and D stand below a cell that is merged above them."""
    whole: list[Row] = []
    for number, row in rows:
        below = [_below_choices(cell) for cell in row]
        names = [column_of(cell.text) for cell in below if cell.text.strip()]
        above = whole[-1][1] if whole else ()
        named = any(column_of(cell.text) == "stem" for cell in above)
        if named and len(names) >= FEWEST and all(name.startswith(CHOICE) for name in names):
            rest = [*above, *([Cell()] * len(row))]
            cells = [cell if cell.text.strip() else rest[at] for at, cell in enumerate(below)]
            whole[-1] = (whole[-1][0], cells)
        else:
            whole.append((number, row))
    return whole


def _below_choices(cell: Cell) -> Cell:
    """1 below 選項 is the first choice."""
    bare = not cell.text.strip() or column_of(cell.text)
    return cell if bare else Cell(f"选项{cell.text}", cell.doubt)


ABOUT = ("說明", "说明", "About", "代碼", "代码", "Ids")
"""What `tiku export xlsx` calls its sheets without questions."""
FEWEST_TOLD = 4


def is_about_columns(name: str, rows: Sequence[Row]) -> bool:
    """A sheet of ours that explains the columns, or lists what may stand in them."""
    cells = [row for _, row in rows if row]
    beside = [cell.text for cell in cells[0]] if cells else []
    below = [row[0].text for row in cells]
    told = max(sum(bool(column_of(text)) for text in texts) for texts in (beside, below))
    return name in ABOUT and told >= FEWEST_TOLD


def row_text(row: Sequence[Cell]) -> str:
    """The beginning of a row, to tell it by."""
    return " ".join(cell.text for cell in row if not empty(cell.text))[:40]


def has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the first rows names columns."""
    return any(header_of([Cell(text) for text in row]) for row in rows[:12])


def turned(rows: Sequence[Row]) -> list[Row]:
    """Columns as rows, where the rows are no more than there is to say of a question."""
    if len(rows) > MOST_FIELDS:
        return []
    width = max((len(row) for _, row in rows), default=0)
    return [
        (at + 1, [row[at] if at < len(row) else Cell() for _, row in rows]) for at in range(width)
    ]


def header_of(row: Sequence[Cell]) -> dict[int, str]:
    """Column -> what it is; empty where the row is no header."""
    names: dict[int, str] = {}
    for at, cell in enumerate(row):
        name = column_of(cell.text)
        if name and (name not in names.values() or name.startswith(CHOICE)):
            names[at] = name
        elif cell.text.strip():
            names[at] = f"unknown:{cell.text.strip()}"
    names = _right_beside(names, row)
    known = {name for name in names.values() if not name.startswith("unknown:")}
    if (
        "stem" not in known
        or len(known) < FEWEST
        or not known & {"answer", "is-right", "choices", "choice:0"}
    ):
        return {}
    if sum(len(cell.text) > 60 for cell in row) > 1:
        return {}
    return {at: _meant(name, known) for at, name in names.items()}


def _meant(name: str, known: AbstractSet[str]) -> str:
    """What a column is beside the others."""
    lone = "choice:0" in known and not known & {"choice:1", "choices", "is-right"}
    if name == "is-right" and "choice:0" in known and "answer" not in known:
        return "answer"
    if name == "choice:0" and lone and not known & {"answer", INDEX}:
        return "answer"
    if name == "text" and not known & {"is-right", "choices"}:
        return "choices"
    if name == "choices" and "is-right" in known and not known & {"answer", "choice:0"}:
        return "label" if "text" in known else "text"
    return name


def _right_beside(names: dict[int, str], row: Sequence[Cell]) -> dict[int, str]:
    """Where several columns say what is right, each says it of the choice before it."""
    rights = [at for at, cell in enumerate(row) if column_of(cell.text) == "is-right"]
    if len(rights) < FEWEST:
        return names
    beside = {
        at: f"{RIGHT}{names[at - 1][len(CHOICE) :]}"
        for at in rights
        if names.get(at - 1, "").startswith(CHOICE)
    }
    return names | beside


def guessed_header(rows: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """A column of answers, one of questions and the choices beside them, where nothing is named."""
    filled = [row for row in rows if sum(bool(cell.text.strip()) for cell in row) > FEWEST]
    width = max((len(row) for row in filled), default=0)
    columns = [[row[at].text.strip() for row in filled if at < len(row)] for at in range(width)]
    answer = next((at for at in range(width) if _answers(columns[at])), None)
    if answer is None or len(filled) < FEWEST:
        return {}
    lengths = {at: sum(map(len, columns[at])) for at in range(width) if at != answer}
    stem = max(lengths, key=lambda at: (lengths[at], -at))
    stop = answer if answer > stem else width
    choices = {at: f"{CHOICE}{at - stem - 1}" for at in range(stem + 1, stop)}
    return {answer: "answer", stem: "stem", **choices}


def _answers(texts: Sequence[str]) -> bool:
    """Whether nearly all say letters or a judgement."""
    said = [text for text in texts if text]
    named = [text for text in said if letters(text) is not None or truth(text) is not None]
    short = all(len(text) <= LONGEST_ANSWER for text in said)
    return len(said) > 1 and short and len(named) >= 0.9 * len(said)


def is_title(row: Sequence[Cell], texts: Sequence[str], asked: bool) -> bool:
    """A merged row: nothing but a name in its first cell, unless questions are `asked` there."""
    if len(texts) != 1 or not row[0].text.strip():
        return len(texts) > 1 and len(set(texts)) == 1 and len(row) > FEWEST
    return (len(texts[0]) <= 40 and not asked) or bool(headings.is_kind(texts[0]))
