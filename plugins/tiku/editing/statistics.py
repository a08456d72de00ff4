"""What a library holds, counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tiku.model import Bank, ChoiceQuestion, Exam, Library, Question, Single, TrueFalse
from tiku.model.exam_coverage import Demand, demands, papers_without_repeats, unasked_objectives
from tiku.model.facility import expected
from tiku.text.folding import fold


@dataclass(frozen=True, slots=True)
class Share:
    """So many of all."""

    found: int
    of: int

    @property
    def part(self) -> float:
        """0 to 1; 0 of nothing."""
        return self.found / self.of if self.of else 0.0


@dataclass(frozen=True, slots=True)
class Objectives:
    """What a bank says one can do after it, and what of it nothing asks."""

    of: int
    unasked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExamFigures:
    """A blueprint, and what the banks have for it."""

    exam: str
    title: str
    papers: int
    """Papers without repeats, apart from critical questions."""
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the questions asked today."""

    titles: Mapping[str, str]
    """Topic -> title of its bank."""
    topics: Mapping[str, Mapping[str, int]]
    """Title of a bank -> kind or difficulty -> questions."""
    objectives: Mapping[str, Objectives]
    """Title of a bank -> its objectives."""
    kinds: Mapping[str, int]
    difficulties: Mapping[str, int]
    facility: float
    """Expected share of right answers at the first try, of the questions with a difficulty."""
    explained: Share
    noted: Share
    """Wrong choices with a note on why."""
    sourced: Share
    reviewed: Share
    longest: Share
    """Single-choice questions whose key alone is the longest."""
    right: Share
    """Statements that are true."""
    places: Mapping[int, int]
    """Place of the key, from 1 -> single-choice questions."""
    ages: Mapping[str, int]
    """Months since a cited source was checked, in steps -> questions, by their oldest source."""
    exams: tuple[ExamFigures, ...]


AGES = (3, 6, 12)


def figures(library: Library, today: date) -> Figures:
    """Count everything."""
    asked = [question for bank in library.banks for question in _asked(bank)]
    singles = [q for q in asked if isinstance(q, Single) and set(q.answer) <= set(q.choices)]
    verdicts = [q.answer for q in asked if isinstance(q, TrueFalse)]
    wrong = [(q, c) for q in asked if isinstance(q, ChoiceQuestion) for c in q.distractors()]
    return Figures(
        titles={bank.topic: bank.title for bank in library.banks},
        topics={bank.title: _counted(_asked(bank)) for bank in library.banks},
        objectives={bank.title: _objectives(bank) for bank in library.banks},
        kinds=Counter(q.kind for q in asked),
        difficulties=Counter(q.difficulty or "" for q in asked),
        facility=_facility(asked),
        explained=Share(sum(bool(q.explanation) for q in asked), len(asked)),
        noted=Share(sum(bool(q.why.get(c)) for q, c in wrong), len(wrong)),
        sourced=Share(sum(bool(q.sources) for q in asked), len(asked)),
        reviewed=Share(sum(bool(q.reviewed) for q in asked), len(asked)),
        longest=Share(sum(map(_key_is_longest, singles)), len(singles)),
        right=Share(verdicts.count(True), len(verdicts)),
        places=Counter(list(q.choices).index(q.answer[0]) + 1 for q in singles if q.answer),
        ages=Counter(_age(q, library, today) for q in asked),
        exams=tuple(_exam(library, exam) for exam in library.exams),
    )


def _facility(asked: list[Question]) -> float:
    found = [expected(question, question.difficulty) for question in asked if question.difficulty]
    return sum(found) / len(found) if found else 0.0


def _asked(bank: Bank) -> list[Question]:
    return [question for item in bank.current() for question in item.questions_inside()]


def _objectives(bank: Bank) -> Objectives:
    return Objectives(len(bank.objectives), tuple(unasked_objectives(bank)))


def _exam(library: Library, exam: Exam) -> ExamFigures:
    papers = papers_without_repeats(library, exam)
    return ExamFigures(exam.exam, exam.title, papers, tuple(demands(library, exam)))


def _counted(questions: Iterable[Question]) -> Mapping[str, int]:
    counted: Counter[str] = Counter()
    for question in questions:
        counted.update((question.kind, question.difficulty or ""))
    return counted


def _key_is_longest(question: Single) -> bool:
    lengths = {choice: len(fold(text)) for choice, text in question.choices.items()}
    wrong = [lengths[choice] for choice in question.distractors()]
    return bool(question.answer and wrong) and lengths[question.answer[0]] > max(wrong)


def _age(question: Question, library: Library, today: date) -> str:
    """The step below which the oldest source cited was checked; `-` where nothing tells."""
    known = {s.id: s.checked for s in library.sources.sources} if library.sources else {}
    checked = [day for name in question.sources if (day := known.get(name))]
    if not checked:
        return "-"
    months = (today - min(checked)).days / 30.4
    return next((f"<{step}" for step in AGES if months < step), f"≥{AGES[-1]}")
