"""What a library, a bank, a question, a term, a source or an exam is: read this first."""

from tiku.model.exams import DIFFICULTIES, Exam, Scoring, ScoringList, Section
from tiku.model.kinds import KINDS, Matching, Open, Ordering
from tiku.model.library import Bank, Draw, Library, Page
from tiku.model.metrics import Metric, MetricList, Worked
from tiku.model.questions import (
    Case,
    ChoiceQuestion,
    Item,
    Multiple,
    Numeric,
    NumericAnswer,
    Question,
    Retired,
    Single,
    Text,
    TrueFalse,
    WithChoices,
)
from tiku.model.shared import Faq, FaqList, Glossary, Source, SourceList, Term, Vocabulary
from tiku.model.text import Address, Confidence, Difficulty, Entry, Id, Prose, Reference, SourceKind

__all__ = [
    "DIFFICULTIES",
    "KINDS",
    "Address",
    "Bank",
    "Case",
    "ChoiceQuestion",
    "Confidence",
    "Difficulty",
    "Draw",
    "Entry",
    "Exam",
    "Faq",
    "FaqList",
    "Glossary",
    "Id",
    "Item",
    "Library",
    "Matching",
    "Metric",
    "MetricList",
    "Multiple",
    "Numeric",
    "NumericAnswer",
    "Open",
    "Ordering",
    "Page",
    "Prose",
    "Question",
    "Reference",
    "Retired",
    "Scoring",
    "ScoringList",
    "Section",
    "Single",
    "Source",
    "SourceKind",
    "SourceList",
    "Term",
    "Text",
    "TrueFalse",
    "Vocabulary",
    "WithChoices",
    "Worked",
]
