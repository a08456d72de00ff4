"""Exchange formats, the way out: banks for anywhere. One module a format, one line here."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Writer:
    """A module with `write(bundle)`, how its files end, and the extra that it may need."""

    module: str
    suffix: str
    extra: str = "formats"
    is_printed: bool = False
    """Whether another program writes it, for which nobody waits who has just saved a bank."""

    @property
    def needs(self) -> str:
        """What to install for it."""
        return f"mkdocs-tiku[{self.extra}]"


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
    "pdf": Writer("pdf", ".pdf", "pdf", is_printed=True),
    "xlsx": Writer("xlsx", ".xlsx"),
    "csv": Writer("csv_text", ".csv"),
}
