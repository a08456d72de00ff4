"""What can be referred to on the pages made from a library."""

from tiku.model import Bank, Case, Item, Library, Page


def addresses(library: Library) -> dict[str, Page]:
    """Path -> page, whose clauses are the ids of its questions, entries, terms or sources."""
    pages = {f"exam/{exam.exam}.md": Page(exam.title) for exam in library.exams}
    if library.exams:
        pages["exams.md"] = Page("模擬考")
    if library.banks:
        pages |= {"practice.md": Page("練習"), "progress.md": Page("進度")}
    pages |= {f"bank/{bank.topic}.md": Page(bank.title, _items(bank)) for bank in library.banks}
    if library.faq:
        pages["faq.md"] = Page("常見問答", {e.id: e.question for e in library.faq.entries})
    if library.glossary:
        pages["glossary.md"] = Page("詞彙表", {t.id: t.term for t in library.glossary.terms})
    if library.metrics:
        pages["metrics.md"] = Page("指標卡", {m.id: m.name for m in library.metrics.metrics})
    if library.sources:
        pages["sources.md"] = Page("出處", {s.id: s.title for s in library.sources.sources})
    return pages


def _items(bank: Bank) -> dict[str, str]:
    """Stems are too long for the title of a link; a case has its own."""
    questions: list[Item] = [q for item in bank.current() for q in item.questions_inside()]
    cases = [item for item in bank.current() if isinstance(item, Case)]
    return {**{q.id: "" for q in questions}, **{case.id: case.title for case in cases}}
