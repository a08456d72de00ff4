"""Exchange formats: banks from anywhere. One module a format, one line here."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A module with `read(source)`, and how its files end."""

    module: str
    suffixes: tuple[str, ...]


FORMATS: Mapping[str, Format] = {
    "text": Format("plain_text", (".txt",)),
    "docx": Format("docx", (".docx", ".docm")),
    "xlsx": Format("xlsx", (".xlsx", ".xlsm")),
    "xls": Format("xls", (".xls",)),
    "csv": Format("csv_text", (".csv", ".tsv")),
    "html": Format("web_page", (".html", ".htm")),
    "moodle": Format("moodle_xml", (".xml",)),
    "gift": Format("gift", (".gift",)),
    "aiken": Format("aiken", (".aiken",)),
    "qti": Format("qti", (".zip", ".xml")),
    "qti1": Format("qti1", (".zip", ".xml", ".imscc")),
    "json": Format("json_bank", (".json",)),
    "anki": Format("anki_text", (".txt",)),
    "apkg": Format("apkg", (".apkg", ".colpkg")),
    "mdbook-quiz": Format("mdbook_quiz", (".toml",)),
    "markdown": Format("markdown_bank", (".md",)),
    "mkdocs-quiz": Format("mkdocs_quiz", (".md",)),
    "quizdown": Format("quizdown", (".md",)),
    "obsidian": Format("obsidian", (".md",)),
    "olx": Format("olx", (".xml",)),
    "text2qti": Format("text2qti", (".txt",)),
    "r-exams": Format("rexams", (".rmd", ".rnw")),
    "latex": Format("latex_exam", (".tex",)),
    "h5p": Format("h5p", (".h5p",)),
}
