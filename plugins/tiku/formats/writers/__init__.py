"""Exchange formats, the way out: banks for anywhere. One module a format, one line here."""

from collections.abc import Mapping
from dataclasses import dataclass

EXTRA = "mkdocs-tiku[formats]"
"""What to install for the formats that need more."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A module with `write(bundle)`, and how its files end."""

    module: str
    suffix: str


WRITERS: Mapping[str, Writer] = {
    "json": Writer("json_text", ".json"),
    "text": Writer("plain_text", ".txt"),
    "markdown": Writer("markdown_text", ".md"),
    "gift": Writer("gift", ".gift"),
    "moodle": Writer("moodle_xml", ".xml"),
    "anki": Writer("apkg", ".apkg"),
    "qti": Writer("qti30", ".qti.zip"),
    "qti21": Writer("qti21", ".qti21.zip"),
    "scorm": Writer("scorm12", ".scorm.zip"),
    "scorm2004": Writer("scorm2004", ".scorm2004.zip"),
    "cmi5": Writer("cmi5", ".cmi5.zip"),
    "docx": Writer("docx", ".docx"),
    "xlsx": Writer("xlsx", ".xlsx"),
    "csv": Writer("csv_text", ".csv"),
}
