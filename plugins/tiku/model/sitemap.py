"""The pages made from a library: their paths below docs/, and what can be referred to there."""

from tiku.model import Bank, Case, Item, Library, Page

A_TO_Z = "a-z.md"
EXAMS = "exams.md"
FAQ = "faq.md"
GLOSSARY = "glossary.md"
METRICS = "metrics.md"
PRACTICE = "practice.md"
PROGRESS = "progress.md"
SOURCES = "sources.md"
WRITE = "write.md"


def bank_page(topic: str) -> str:
    """Where a topic's questions stand."""
    return f"bank/{topic}.md"


def exam_page(exam: str) -> str:
    """Where an exam is sat."""
    return f"exam/{exam}.md"


def addresses(library: Library) -> dict[str, Page]:
    """Path -> page, whose clauses are the ids of its questions, entries, terms or sources."""
    pages = {exam_page(exam.exam): _made(exam.title) for exam in library.exams}
    if library.exams:
        pages[EXAMS] = _made("模擬考")
    if library.banks:
        pages |= {PRACTICE: _made("練習"), PROGRESS: _made("進度")}
    pages |= {bank_page(bank.topic): _made(bank.title, _items(bank)) for bank in library.banks}
    if library.faq:
        pages[FAQ] = _made("常見問答", {e.id: e.question for e in library.faq.entries})
    if library.glossary:
        pages[GLOSSARY] = _made("詞彙表", {t.id: t.term for t in library.glossary.terms})
    if library.metrics:
        pages[METRICS] = _made("指標卡", {m.id: m.name for m in library.metrics.metrics})
    if library.sources:
        pages[SOURCES] = _made("出處", {s.id: s.title for s in library.sources.sources})
    return pages


def _made(title: str, clauses: dict[str, str] | None = None) -> Page:
    return Page(title, clauses or {}, is_generated=True)


def _items(bank: Bank) -> dict[str, str]:
    """Stems are too long for the title of a link; a case has its own."""
    questions: list[Item] = [q for item in bank.current() for q in item.questions_inside()]
    cases = [item for item in bank.current() if isinstance(item, Case)]
    return {**{q.id: "" for q in questions}, **{case.id: case.title for case in cases}}
