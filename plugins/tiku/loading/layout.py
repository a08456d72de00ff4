"""Which file of a folder of banks holds what."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from tiku import model

HELD: Mapping[str, type[model.Entry]] = {
    "bank": model.Bank,
    "exam": model.Exam,
    "tool": model.Tool,
    "calendar": model.Calendar,
    "flow": model.Flow,
    "vocabulary": model.Vocabulary,
    "sources": model.SourceList,
    "glossary": model.Glossary,
    "faq": model.FaqList,
    "asked": model.AskedList,
    "metrics": model.MetricList,
    "options": model.Options,
    "scoring": model.ScoringList,
    "clauses": model.ClauseList,
    "zh-hans": model.RewordingList,
}
"""What a file holds, by the name of its schema."""
FOLDERS: Mapping[str, type[model.Entry]] = {
    "exams": model.Exam,
    "tools": model.Tool,
    "calendars": model.Calendar,
    "flows": model.Flow,
}
"""Folder -> what each of its files is."""
SEVERAL = (model.Bank, *FOLDERS.values())
SHARED = {f"{name}.yml": cls for name, cls in HELD.items() if cls not in SEVERAL}
"""Name of a file -> what it holds for all banks."""
CLAUSES = "clauses.yml"
OPTIONS = "options.yml"


def class_of(path: PurePosixPath) -> type[model.Entry]:
    """A file's name or folder says what it holds; all else is a bank."""
    return FOLDERS.get(path.parent.name) or SHARED.get(path.name, model.Bank)
