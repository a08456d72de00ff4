"""Which file of a folder of banks holds what."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from tiku.model import (
    AskedList,
    Bank,
    Calendar,
    ClauseList,
    Entry,
    Exam,
    FaqList,
    Flow,
    Glossary,
    MetricList,
    Options,
    RewordingList,
    ScoringList,
    SourceList,
    Tool,
    Vocabulary,
)

HELD: Mapping[str, type[Entry]] = {
    "bank": Bank,
    "exam": Exam,
    "tool": Tool,
    "calendar": Calendar,
    "flow": Flow,
    "vocabulary": Vocabulary,
    "sources": SourceList,
    "glossary": Glossary,
    "faq": FaqList,
    "asked": AskedList,
    "metrics": MetricList,
    "options": Options,
    "scoring": ScoringList,
    "clauses": ClauseList,
    "zh-hans": RewordingList,
}
"""What a file holds, by the name of its schema."""
FOLDERS: Mapping[str, type[Entry]] = {
    "exams": Exam,
    "tools": Tool,
    "calendars": Calendar,
    "flows": Flow,
}
"""Folder -> what each of its files is."""
SHARED = {f"{name}.yml": cls for name, cls in HELD.items() if cls not in (Bank, *FOLDERS.values())}
"""Name of a file -> what it holds for all banks."""
CLAUSES = "clauses.yml"
OPTIONS = "options.yml"


def class_of(path: PurePosixPath) -> type[Entry]:
    """A file's name or folder says what it holds; all else is a bank."""
    return FOLDERS.get(path.parent.name) or SHARED.get(path.name, Bank)
