"""What the site promises of its content, beyond what every bank is checked for."""

import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT

from tiku import Library, Question, check
from tiku.folder import bank_paths, read_files, read_pages
from tiku.model import ChoiceQuestion, Single, TrueFalse
from tiku.problems import Severity

LETTERS = re.compile(r"選項\s*[A-EＡ-Ｅ甲乙丙丁]|故選|[（(][A-E][）)]")
HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff])")
TEXTS = sorted([*(ROOT / "questions").glob("*.yml"), *(ROOT / "docs").rglob("*.md")])


@pytest.fixture(scope="module")
def library() -> Library:
    files = read_files(bank_paths(ROOT / "questions"), [])
    checked = check(files, read_pages(ROOT / "docs"))
    blocking = [p.line() for p in checked.problems if p.severity is not Severity.ADVICE]
    assert blocking == [], "\n".join(blocking)
    return checked.library


def questions(library: Library) -> list[Question]:
    return [q for bank in library.banks for i in bank.current() for q in i.questions_inside()]


def test_every_question_teaches(library: Library):
    for question in questions(library):
        for field in ("explanation", "objective", "difficulty", "sources", "see", "reviewed"):
            assert getattr(question, field), f"{question.id}: {field}"
        if isinstance(question, ChoiceQuestion):
            assert set(question.why) == set(question.distractors()), question.id


def test_no_explanation_names_a_letter(library: Library):
    for question in questions(library):
        told = [question.explanation or "", *getattr(question, "why", {}).values()]
        assert not [text for text in told if LETTERS.search(text)], question.id


def test_law_names_its_jurisdiction_and_date(library: Library):
    laws = {s.id for s in library.sources.sources if s.kind in ("law", "case")}
    for question in questions(library):
        if laws & set(question.sources):
            assert question.jurisdiction, question.id
            assert question.as_of, question.id


def test_there_is_as_much_as_promised(library: Library):
    kinds = Counter(question.kind for question in questions(library))
    assert sum(kinds.values()) >= 40
    assert set(kinds) == {"single", "multiple", "true-false", "numeric", "text"}
    assert len(library.glossary.terms) >= 30
    assert len(library.faq.entries) >= 15
    topics = {bank.topic for bank in library.banks}
    assert topics == {"indicators", "appeals", "complaints", "handling", "metrics", "linkage"}


def test_keys_give_nothing_away_by_place_length_or_verdict(library: Library):
    singles = [q for q in questions(library) if isinstance(q, Single)]
    places = Counter(list(q.choices).index(q.answer[0]) for q in singles)
    assert max(places.values()) <= 0.4 * len(singles)
    longest = [q for q in singles if _length_of_key(q) > max(_lengths_of_distractors(q))]
    assert len(longest) <= 0.35 * len(singles)
    verdicts = [q.answer for q in questions(library) if isinstance(q, TrueFalse)]
    assert 0.3 <= sum(verdicts) / len(verdicts) <= 0.7


def _length_of_key(question: Single) -> int:
    return len(question.choices[question.answer[0]])


def _lengths_of_distractors(question: Single) -> list[int]:
    return [len(text) for key, text in question.choices.items() if key not in question.answer]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_chinese_text_has_full_width_punctuation(path: Path):
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert HALF_WIDTH.findall(text) == []
