"""Which format a file has: by what is in it, then by how its name ends."""

import importlib
import re
from collections.abc import Callable

from tiku.formats import FORMATS, archive, fences, xml_tree
from tiku.formats.draft import Reading, Unreadable
from tiku.formats.source import MAX_BYTES, Source
from tiku.formats.text_forms import text_form
from tiku.formats.xml_tree import Node

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KNOWN_PARTS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", ""),
    ("h5p.json", "h5p"),
    ("collection.anki21b", "apkg"),
    ("collection.anki21", "apkg"),
    ("collection.anki2", "apkg"),
)
FOREIGN = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gz"),
)
ROOTS: tuple[tuple[str, Callable[[Node], bool]], ...] = (
    (
        "moodle",
        lambda root: root.tag == "quiz" and any(own.get("type") for own in root.nodes("question")),
    ),
    ("qti1", lambda root: root.tag == "questestinterop"),
    (
        "qti",
        lambda root: root.tag.replace("-", "").lower().removeprefix("qti").startswith("assessment"),
    ),
    ("html", lambda root: root.tag == "html"),
    ("olx", lambda root: root.tag in ("problem", "library", "vertical", "sequential", "chapter")),
)
MARKDOWNS = (
    ("markdown", re.compile(r"^\*\*(?:答案|Answer)[:：] ?\*\*")),
    ("mkdocs-quiz", re.compile(r"^\s*<\??quiz\b", re.IGNORECASE)),
    ("obsidian", re.compile(r"#flashcards?\b|<!--\s*SR:|^\s*\?\??$", re.IGNORECASE)),
    ("quizdown", re.compile(r"^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+\[\s*+[xX]?\s*\]\s")),
)
PAPER = re.compile(
    r"^\d{1,4}[.)] [^\[\n].*\n+(?:[ \t].*\n+){0,4}[ \t]+[-*+] \[[ xX]?\] "
    r"|^[^\w\n]{0,8}(?:正[確确])?(?:Answer|答案)[:：]",
    re.MULTILINE,
)
"""Task lists below numbers, or answers with a label: no quizdown, where headings ask."""
Read = Callable[[Source], Reading]


def read(name: str, data: bytes, form: str = "") -> tuple[Reading, str]:
    """What a file holds, and the format it was taken for; `form` says which.

    `Unreadable` carries the problem where nothing can be had from it.
    """
    source = Source(name, data)
    if len(data) > MAX_BYTES:
        raise Unreadable("too-large", source.place(), limit=f"{MAX_BYTES // 1024 // 1024} MiB")
    told, form = bool(form), form or recognised(source)
    reading = _reader(form, source)(source)
    if not (reading.drafts or told) and form in dict(MARKDOWNS):
        reading, form = _reader("text", source)(source), "text"
    if not reading.drafts:
        bare = any(told.code == "import-sheet-without-header" for told in reading.problems)
        code = "no-header" if bare else "nothing-found"
        raise Unreadable(code, source.place(), form=form)
    return reading, form


def _reader(form: str, source: Source) -> Read:
    try:
        module = importlib.import_module(f"tiku.formats.{FORMATS[form].module}")
    except ModuleNotFoundError as error:
        raise Unreadable("needs-extra", source.place(), module=error.name or "") from error
    read: Read = module.read
    return read


def recognised(source: Source) -> str:
    """The name of a format."""
    data = source.data
    if not data.strip():
        raise Unreadable("nothing-found", source.place(), form="-")
    for sign, kind in FOREIGN:
        if data.startswith(sign):
            raise Unreadable("foreign", source.place(), kind=kind)
    if archive.is_zip(data):
        return _package(source)
    if data.startswith(OLE):
        return "xls" if source.name.lower().endswith((".xls", ".et")) else _old_word(source)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml") or source.name.lower().endswith(
        ".xml"
    ):
        return _xml(xml_tree.parse(source), source)
    return _text(source)


def _old_word(source: Source) -> str:
    raise Unreadable("foreign", source.place(), kind="doc")


def _package(source: Source) -> str:
    parts = archive.opened(source)
    for part, form in KNOWN_PARTS:
        if part in parts:
            if not form:
                raise Unreadable("foreign", source.place(), kind="xlsb")
            return form
    for name in parts.names(".xml", ".dat", ".qti"):
        head = parts.read(name).data[:65536]
        if b"questestinterop" in head:
            return "qti1"
        if b"ssessmentItem" in head or b"qti-assessment" in head:
            return "qti"
    raise Unreadable("foreign", source.place(), kind="zip")


def _xml(root: Node, source: Source) -> str:
    form = next((form for form, fits in ROOTS if fits(root)), "")
    if not form:
        raise Unreadable("foreign", source.place(), kind=f"xml:{root.tag}"[:40])
    return form


def _text(source: Source) -> str:
    suffix = "." + source.name.lower().rpartition(".")[2]
    if suffix in (".yml", ".yaml"):
        raise Unreadable("foreign", source.place(), kind="yaml")
    named = [form for form, own in FORMATS.items() if suffix in own.suffixes]
    if suffix == ".toml" or (len(named) == 1 and suffix not in (".txt", ".xls")):
        return named[0]
    text, _ = source.text()
    if suffix in (".md", ".markdown", ".rmd"):
        found = _markdown(text)
        if found:
            return found
    return text_form(text, "csv" if suffix == ".xls" else "")


def _markdown(text: str) -> str:
    body = [line for _, line, code in fences.lines(text) if not code]
    for form, pattern in MARKDOWNS:
        if any(pattern.search(line) for line in body):
            return "" if form == "quizdown" and PAPER.search("\n".join(body)) else form
    return "obsidian" if re.search(r"^tags:.*flashcards", text, re.MULTILINE) else ""
