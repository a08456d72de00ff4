"""Every blueprint adds up, and the banks can fill it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tiku.model import DIFFICULTIES, Exam, Item, Library, Open, Section
from tiku.model.exam_coverage import Demand, demands, drawable, most_points
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.rules.rule import EVERY_FILE, error, rule, warning
from tiku.text.suggestions import closest

HALF = Decimal("0.5")


@rule(error("exam-needs"))
def exams_are_complete(library: Library) -> Iterator[Problem]:
    """A name, a time, a pass mark, sections, and in each what to draw."""
    for exam in library.exams:
        for key in ("exam", "title", "minutes", "pass_mark", "sections"):
            if not getattr(exam, key):
                yield Problem("exam-needs", exam.origin.place(key), {"key": key})
        for section in exam.sections:
            for key in ("id", "title", "kinds", "count", "scoring"):
                if not getattr(section, key):
                    yield Problem("exam-needs", section.origin.place(key), {"key": key})


@rule(error("exam-twice"))
def exam_names_are_unique(library: Library) -> Iterator[Problem]:
    """Papers in a reader's history name the exam and the section."""
    exams = Counter(exam.exam for exam in library.exams)
    for exam in library.exams:
        if exam.exam and exams[exam.exam] > 1:
            yield Problem("exam-twice", exam.origin.place("exam"), {"id": exam.exam})
        sections = Counter(section.id for section in exam.sections)
        for section in exam.sections:
            if section.id and sections[section.id] > 1:
                yield Problem("exam-twice", section.origin.place("id"), {"id": section.id})


@rule(
    error("topics-differ-from-count"),
    error("difficulty-not-hundred"),
    error("not-half-points"),
    error("pass-mark-too-high"),
    warning("sub-questions-vary"),
    error("open-in-exam"),
)
def exams_add_up(library: Library) -> Iterator[Problem]:
    """Topics to the count, difficulties to a hundred, points in halves, a mark one can reach."""
    for exam in library.exams:
        for section in exam.sections:
            yield from _sums(section)
            items = drawable(library, exam, section)
            yield from _sizes(items, section)
            yield from _open(items, section)
        yield from _pass_mark(library, exam)


@rule(
    error("unknown-topic", needs=EVERY_FILE),
    error("not-a-difficulty"),
    error("unknown-scoring", needs=EVERY_FILE),
    error("unknown-question", needs=EVERY_FILE),
    error("critical-in-no-section", needs=EVERY_FILE),
)
def exams_name_what_exists(library: Library) -> Iterator[Problem]:
    """Topics, profiles, difficulties, and critical questions that are still asked."""
    topics = [bank.topic for bank in library.banks]
    profiles = [p.id for p in library.scoring.profiles] if library.scoring else []
    for exam in library.exams:
        for section in exam.sections:
            place = section.origin.place
            if topics:
                for topic in section.topics:
                    yield from _known("unknown-topic", topic, topics, place("topics", topic))
            for level in section.difficulty:
                at = place("difficulty", level)
                yield from _known("not-a-difficulty", level, list(DIFFICULTIES), at)
            if section.scoring:
                yield from _known("unknown-scoring", section.scoring, profiles, place("scoring"))
        yield from _critical(library, exam)


@rule(error("exam-not-filled", needs=EVERY_FILE))
def exams_can_be_filled(library: Library) -> Iterator[Problem]:
    """Each section finds its questions, beside those that sections before it take."""
    for exam in library.exams if library.banks else ():
        for demand in demands(library, exam):
            if demand.missing:
                yield _missing(demand)


def _sums(section: Section) -> Iterator[Problem]:
    place, topics = section.origin.place, sum(section.topics.values())
    if section.topics and section.count and topics != section.count:
        details = {"sum": topics, "count": section.count}
        yield Problem("topics-differ-from-count", place("topics"), details)
    percent = sum(section.difficulty.values())
    if section.difficulty and percent != 100:
        yield Problem("difficulty-not-hundred", place("difficulty"), {"sum": percent})
    if section.points <= 0 or section.points % HALF:
        yield Problem("not-half-points", place("points"), {"value": f"{section.points:f}"})


def _open(items: list[Item], section: Section) -> Iterator[Problem]:
    """Nobody but the reader can mark it: a section says so, or has none."""
    for item in () if section.self_graded else items:
        if any(isinstance(question, Open) for question in item.questions_inside()):
            yield Problem("open-in-exam", section.origin.place("kinds"), {"id": item.id})


def _pass_mark(library: Library, exam: Exam) -> Iterator[Problem]:
    place = exam.origin.place("pass_mark")
    if exam.pass_mark < 0 or exam.pass_mark % HALF:
        yield Problem("not-half-points", place, {"value": f"{exam.pass_mark:f}"})
    total = most_points(library, exam)
    if total and exam.pass_mark > total:
        yield Problem("pass-mark-too-high", place, {"value": exam.pass_mark, "total": total})


def _sizes(items: list[Item], section: Section) -> Iterator[Problem]:
    """Cases with another number of questions than most that the section can draw."""
    sizes = [(item, len(item.questions_inside())) for item in items]
    usual = Counter(size for _, size in sizes).most_common(1)[0][0] if sizes else 0
    for item, size in sizes:
        if size != usual:
            details = {"id": item.id, "size": size, "usual": usual, "where": item.origin.place()}
            yield Problem("sub-questions-vary", section.origin.place("kinds"), details)


def _known(code: str, name: str, known: Sequence[str], place: Place) -> Iterator[Problem]:
    if name not in known:
        details = {"id": name, "known": known, "near": closest(name, known)}
        yield Problem(code, place, details)


def _critical(library: Library, exam: Exam) -> Iterator[Problem]:
    """A critical question is drawn first, so a section must be able to take it."""
    if not library.banks:
        return
    items = {i.id: i for section in exam.sections for i in drawable(library, exam, section)}
    known = {q.id: q for q in library.questions()}
    for index, wanted in enumerate(exam.critical):
        place = exam.origin.place("critical", index)
        if wanted not in known:
            yield Problem("unknown-question", place, {"id": wanted, "near": closest(wanted, known)})
        elif wanted not in items:
            yield Problem("critical-in-no-section", place, {"id": wanted})


def _missing(demand: Demand) -> Problem:
    topic, place = demand.topic, demand.section.origin.place
    details = {
        "kinds": [*([topic] if topic else []), *demand.section.kinds],
        "count": demand.count,
        "there": demand.there,
        "missing": demand.missing,
    }
    path = ("topics", topic) if topic else ("count",)
    return Problem("exam-not-filled", place(*path), details)
