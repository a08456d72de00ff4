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
    ScoringList,
    SourceList,
    Vocabulary,
)

SHARED: Mapping[str, type[Entry]] = {
    "vocabulary.yml": Vocabulary,
    "sources.yml": SourceList,
    "glossary.yml": Glossary,
    "faq.yml": FaqList,
    "asked.yml": AskedList,
    "metrics.yml": MetricList,
    "scoring.yml": ScoringList,
    "clauses.yml": ClauseList,
}
EXAMS = "exams"
"""The folder whose files are blueprints."""


def class_of(path: PurePosixPath) -> type[Entry]:
    """A file's name or folder says what it holds; all else is a bank."""
    return Exam if path.parent.name == EXAMS else SHARED.get(path.name, Bank)
