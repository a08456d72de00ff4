"""What the site promises of its content, beyond what every bank is checked for."""

import re
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT, ZH

from tiku import Library, Question, check
from tiku.loading.folder import bank_paths, read_files, read_pages
from tiku.model import Case, ChoiceQuestion, Item, Single, TrueFalse
from tiku.model.exam_coverage import papers_without_repeats
from tiku.model.problem import Severity

LETTERS = re.compile(r"選項\s*[A-EＡ-Ｅ甲乙丙丁]|故選|[（(][A-E][）)]")
HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff])")
# Topic -> at least so many single, multiple, true-false, questions of cases, numeric, matching,
# ordering; and of all, easy, medium, hard.
MATRIX = {
    "management": (32, 15, 4, 10, 0, 4, 2, 15, 44, 10),
    "indicators": (49, 19, 5, 14, 6, 8, 3, 35, 60, 17),
    "methods": (50, 17, 6, 20, 6, 4, 4, 25, 66, 20),
    "rating-errors": (43, 11, 4, 8, 1, 3, 2, 14, 41, 18),
    "feedback": (50, 18, 5, 20, 5, 14, 4, 21, 67, 32),
    "appeals": (11, 5, 4, 12, 2, 5, 3, 7, 20, 16),
    "complaints": (32, 8, 11, 8, 0, 4, 2, 21, 32, 12),
    "handling": (28, 11, 8, 16, 3, 7, 6, 20, 38, 23),
    "metrics": (14, 5, 6, 13, 20, 5, 2, 10, 37, 19),
    "linkage": (8, 4, 3, 12, 11, 6, 1, 7, 23, 15),
    "law": (19, 5, 6, 9, 3, 4, 3, 8, 28, 13),
    "quality": (3, 1, 0, 6, 3, 1, 1, 3, 7, 6),
}
TEXTS = sorted([*(ROOT / "questions").glob("*.yml"), *(ROOT / "docs").rglob("*.md")])


@pytest.fixture(scope="module")
def library() -> Library:
    files = read_files(bank_paths(ROOT / "questions"), [])
    checked = check(files, read_pages(ROOT / "docs", []))
    blocking = [p.line(ZH) for p in checked.problems if p.severity is not Severity.ADVICE]
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


def test_every_law_says_what_was_read(library: Library):
    laws = [s for s in library.sources.sources if s.kind in ("law", "case")]
    assert [s.id for s in laws if not s.note or not s.checked] == []


def test_there_is_as_much_as_promised(library: Library):
    assert len(library.glossary.terms) >= 150
    assert [term.id for term in library.glossary.terms if not term.hans] == []
    assert len(library.faq.entries) >= 85
    assert len(questions(library)) >= 800


def test_every_clause_can_be_found_in_readers_words(library: Library):
    asked = {see for entry in library.asked.sections for see in entry.see}
    answered = {see for entry in library.faq.entries for see in entry.see}
    clauses = {
        f"{path}#{id}"
        for path, page in library.pages.items()
        if page.policy
        for id in page.clauses
        if id not in ("self-check", "versions")
    }
    assert clauses - asked - answered == set()


@pytest.mark.parametrize("topic", MATRIX)
def test_each_topic_has_the_kinds_and_difficulties_of_the_matrix(library: Library, topic: str):
    bank = next(bank for bank in library.banks if bank.topic == topic)
    kinds = Counter(column for item in bank.current() for column in columns(item))
    levels = Counter(q.difficulty for item in bank.current() for q in item.questions_inside())
    names = ("single", "multiple", "true-false", "case", "numeric", "matching", "ordering")
    counts = [kinds[n] for n in names] + [levels[n] for n in ("easy", "medium", "hard")]
    assert all(have >= want for have, want in zip(counts, MATRIX[topic], strict=True)), counts


def columns(item: Item) -> list[str]:
    """A word to be written is one short answer, as a single is; a case counts its questions."""
    if isinstance(item, Case):
        return ["case"] * len(item.questions_inside())
    return ["single" if item.kind == "text" else item.kind]


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


def test_no_paragraph_is_a_single_letter():
    """What a slip of a script leaves where a blank line was meant: a reader sees a lone M."""
    lone = [p.name for p in TEXTS if re.search(r"^[ >]*[A-Za-z]$", p.read_text("utf-8"), re.M)]
    assert lone == []


EQUATION = re.compile(
    r"[\d%‰)） ][×÷] ?[\d(（√][^=＝≈|，。；<]* ?[=＝≈] ?\**[\d.,]*\d(?![^|，。；]*[=＝≈])"
)


def test_every_written_equation_is_worked_out_again(library: Library):
    """`84 ÷ 114 = 73.7%` has its mark, and so have hundreds of results whose formula is beside."""
    assert sum(len(page.worked) for page in library.pages.values()) >= 400
    pages = [p for p in TEXTS if p.suffix == ".md" and "develop" not in p.parts]
    bare = [
        f"{path.name}: {found[0]}"
        for path in pages
        for line in path.read_text("utf-8").splitlines()
        if "<svg" not in line
        for found in EQUATION.finditer(line)
        if not line[found.end() :].lstrip("%‰").startswith("<!--=")
    ]
    assert bare == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_chinese_text_has_full_width_punctuation(path: Path):
    text = re.sub(r"```.*?```|`[^`]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert HALF_WIDTH.findall(text) == []


def test_pages_have_one_word_for_a_thing_too(library: Library):
    """The rule reads banks, questions and answers; the plan of studying is another thing, as shown."""
    words = {word: one.word for one in library.vocabulary.wording for word in one.avoid}
    known = sorted([*library.vocabulary.names, *words], key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, known)))
    pages = [p for p in TEXTS if p.suffix == ".md" and "develop" not in p.parts]
    found = {
        f"{path.name}: {word}"
        for path in pages
        if path.name != "studying.md"
        for word in pattern.findall(path.read_text("utf-8"))
        if word in words
    }
    assert found == set()


PAPERS = {"mx-a": 5, "mx-a-half": 5, "mx-b": 5, "mx-c": 3, "mx-d": 3, "mx-e": 3, "mx-0": 2}


@pytest.mark.parametrize(("name", "least"), PAPERS.items())
def test_an_exam_gives_papers_without_a_repeat(library: Library, name: str, least: int):
    exam = next(exam for exam in library.exams if exam.exam == name)
    assert papers_without_repeats(library, exam) >= least


def test_what_rests_on_our_own_rules_is_marked(library: Library):
    """「依本站示範的辦法」 in a stem or material, and no paper of a public exam draws it."""
    for item in (item for bank in library.banks for item in bank.current()):
        texts = [getattr(item, "material", ""), *(q.stem for q in item.questions_inside())]
        if re.search("依本站示範|本站示範的|依本站口徑", "".join(texts)):
            assert item.basis == "policy", item.id
    assert [exam.exam for exam in library.exams if exam.basis] == ["mx-d"]
