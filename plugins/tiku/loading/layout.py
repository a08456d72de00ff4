"""Which file of a folder of banks holds what."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from tiku.model import (
    AskedList,
    Bank,
    ClauseList,
    Entry,
    Exam,
    FaqList,
    Glossary,
    MetricList,
    RewordingList,
    ScoringList,
    SourceList,
    Vocabulary,
)

HELD: Mapping[str, type[Entry]] = {
    "bank": Bank,
    "exam": Exam,
    "vocabulary": Vocabulary,
    "sources": SourceList,
    "glossary": Glossary,
    "faq": FaqList,
    "asked": AskedList,
    "metrics": MetricList,
    "scoring": ScoringList,
    "clauses": ClauseList,
    "zh-hans": RewordingList,
}
"""What a file holds, by the name of its schema."""
SHARED = {f"{name}.yml": cls for name, cls in HELD.items() if cls not in (Bank, Exam)}
"""Name of a file -> what it holds for all banks."""
CLAUSES = "clauses.yml"
EXAMS = "exams"
"""The folder whose files are blueprints."""


def class_of(path: PurePosixPath) -> type[Entry]:
    """A file's name or folder says what it holds; all else is a bank."""
    return Exam if path.parent.name == EXAMS else SHARED.get(path.name, Bank)
