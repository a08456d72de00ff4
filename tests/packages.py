"""Packages as other programs write them, made of what a test wants in them."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence

import openpyxl

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763f8ffff3f0005fe02fea7356df50000000049454e44ae426082"
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)

STYLES = '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return target.getvalue()


def paragraph(text: str, level: int | None = None, run: str = "") -> str:
    """Of a Word file; at a level of a list, with properties of its run."""
    place = (
        "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    )
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f"<w:p><w:pPr>{place}</w:pPr><w:r>{properties}<w:t>{text}</w:t></w:r></w:p>"


def word(*blocks: str, comments: str = "", parts: Mapping[str, str | bytes] = {}) -> bytes:
    """A Word file of paragraphs and tables."""
    body = f'<w:document xmlns:w="{WORD}"><w:body>{"".join(blocks)}</w:body></w:document>'
    lists = f'<w:numbering xmlns:w="{WORD}">{NUMBERING}</w:numbering>'
    noted = f'<w:comments xmlns:w="{WORD}">{comments}</w:comments>'
    styles = f'<w:styles xmlns:w="{WORD}">{STYLES}</w:styles>'
    return package(
        {
            "word/document.xml": body,
            "word/numbering.xml": lists,
            "word/styles.xml": styles,
            "word/comments.xml": noted,
            **parts,
        }
    )


def word_table(rows: Sequence[Sequence[str]]) -> str:
    """A table whose cells hold a line for each line of their text."""

    def cell(text: str) -> str:
        lines = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in text.split("\n"))
        return f"<w:tc><w:p><w:r>{lines}</w:r></w:p></w:tc>"

    return (
        "<w:tbl>" + "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows) + "</w:tbl>"
    )


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook of sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def deck(
    notes: Sequence[tuple[str, str, str]], fields: Sequence[str], media: Mapping[str, bytes] = {}
) -> bytes:
    """An Anki package of the old schema: (guid, tags, fields joined by \\x1f)."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE col (models text, decks text)")
    models = {"1": {"name": "own", "flds": [{"name": name} for name in fields]}}
    decks = {"1": {"name": "Default"}, "7": {"name": "客訴::受理"}}
    connection.execute("INSERT INTO col VALUES (?, ?)", (json.dumps(models), json.dumps(decks)))
    connection.execute(
        "CREATE TABLE notes (id integer, guid text, mid integer, tags text, flds text)"
    )
    connection.execute("CREATE TABLE cards (id integer, nid integer, did integer)")
    for at, (guid, tags, text) in enumerate(notes, 1):
        connection.execute("INSERT INTO notes VALUES (?, ?, 1, ?, ?)", (at, guid, tags, text))
        connection.execute("INSERT INTO cards VALUES (?, ?, 7)", (at, at))
    connection.commit()
    names = {str(at): name for at, name in enumerate(media)}
    parts: dict[str, str | bytes] = {
        "collection.anki2": connection.serialize(),
        "media": json.dumps(names),
    }
    return package(parts | {str(at): data for at, data in enumerate(media.values())})
