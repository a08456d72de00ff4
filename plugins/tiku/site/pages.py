"""A library -> the pages made from it."""

import json
from collections.abc import Callable, Iterator

from markupsafe import Markup

from tiku.editing.skeletons import SKELETONS, skeleton
from tiku.locales import words
from tiku.model import Bank, Exam, Faq, Item, Library, Source, sitemap
from tiku.model.exam_coverage import most_points
from tiku.rendering import prose
from tiku.rendering.questions import Renderer, decimal, environment, number
from tiku.search.alphabetical import listing
from tiku.site.generated import Generated, parts

CATALOG = "catalog.json"
STUDY_STYLES = ("question/question.css", "question/kinds.css", "sets/sets.css")
PROGRESS_STYLES = (*STUDY_STYLES, "progress/progress.css")
WITH_FORM = ("single", "multiple", "true-false", "numeric", "text")
"""The kinds that the page to write questions offers."""


def generate(library: Library, renderer: Renderer) -> Iterator[Generated]:
    """A page per bank and exam; practice and progress; FAQ, glossary, metrics and sources where
    written; and one that lists everything."""
    for bank in library.banks:
        yield _page(sitemap.bank_page(bank.topic), "bank", renderer, bank=bank, kinds=_counts(bank))
    if library.banks:
        yield from _study(library, renderer)
        yield _writing(renderer)
    if library.faq:
        head = faq_json_ld(library.faq.entries)
        yield _page(sitemap.FAQ, "faq", renderer, head=head, groups=_grouped(library))
    if library.glossary:
        terms = library.glossary.terms
        yield _page(sitemap.GLOSSARY, "glossary", renderer, boost=4, terms=terms)
    if library.metrics:
        metrics = library.metrics.metrics
        names = {metric.id: metric.name for metric in metrics}
        yield _page(
            sitemap.METRICS, "metrics", renderer, metrics=metrics, names=names, answer=number
        )
    if library.sources:
        yield _page(sitemap.SOURCES, "sources", renderer, kinds=_by_kind(library, renderer))
    if groups := listing(library):
        yield _page(sitemap.A_TO_Z, "a-z", renderer, groups=groups)


def faq_json_ld(entries: tuple[Faq, ...]) -> str:
    """https://schema.org/FAQPage, safe inside a script element."""
    questions = [
        {
            "@type": "Question",
            "name": entry.question,
            "acceptedAnswer": {"@type": "Answer", "text": prose.plain(entry.answer)},
        }
        for entry in entries
    ]
    page = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions}
    data = json.dumps(page, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{data}</script>'


def holdings(library: Library) -> Markup:
    """How much of everything there is, as a list of numbers."""
    asked = [q for b in library.banks for i in b.current() for q in i.questions_inside()]
    counts = {
        "題目": len(asked),
        "主題": len(library.banks),
        "問答": len(library.faq.entries) if library.faq else 0,
        "詞條": len(library.glossary.terms) if library.glossary else 0,
        "出處": len(library.sources.sources) if library.sources else 0,
    }
    return Markup(environment("tiku.site").get_template("holdings.html").render(counts=counts))


def _page(
    path: str,
    template: str,
    renderer: Renderer,
    *,
    head: str = "",
    styles: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
    boost: int = 1,
    **values: object,
) -> Generated:
    found = parts(template, renderer, values)
    return Generated(path, found, head, styles, needs, boost)


def _study(library: Library, renderer: Renderer) -> Iterator[Generated]:
    """Where questions of all banks are worked through; without script they say where to read."""
    titles = {bank.topic: bank.title for bank in library.banks}
    yield _page(
        sitemap.PRACTICE,
        "practice",
        renderer,
        styles=STUDY_STYLES,
        needs=("practice/practice.js", CATALOG),
        banks=library.banks,
    )
    yield _page(
        sitemap.PROGRESS,
        "progress",
        renderer,
        styles=PROGRESS_STYLES,
        needs=("progress/dashboard.js", CATALOG),
    )
    if library.exams:
        yield _page(sitemap.EXAMS, "exams", renderer, exams=library.exams, total=_total(library))
    profiles = {p.id: p for p in library.scoring.profiles} if library.scoring else {}
    for exam in library.exams:
        yield _page(
            sitemap.exam_page(exam.exam),
            "exam",
            renderer,
            styles=STUDY_STYLES,
            needs=("exam/exam.js", CATALOG),
            exam=exam,
            profiles=profiles,
            titles=titles,
            syllabuses=library.vocabulary.syllabus if library.vocabulary else {},
            total=_total(library),
        )


def _writing(renderer: Renderer) -> Generated:
    """A form to write a question; without script the skeletons to copy."""
    return _page(
        sitemap.WRITE,
        "write",
        renderer,
        styles=("question/question.css", "sets/sets.css", "authoring/authoring.css"),
        needs=("authoring/authoring.js", "writing.json"),
        skeletons={kind: "\n".join(skeleton(kind, "new-question", "")) for kind in SKELETONS},
        with_form=WITH_FORM,
    )


def _total(library: Library) -> Callable[[Exam], str]:
    """The most points a paper gives."""
    return lambda exam: decimal(most_points(library, exam))


def _counts(bank: Bank) -> dict[str, int]:
    """Name of a kind -> how many, in the order of the kinds."""
    kinds = [item.kind for item in bank.current()]
    return {name: kinds.count(kind) for kind, name in words.KINDS.items() if kind in kinds}


def _grouped(library: Library) -> list[tuple[str, str, list[Faq]]]:
    """(id, heading, entries) of each group that has entries, and of those without a group."""
    assert library.faq is not None
    entries = library.faq.entries
    groups = [*library.faq.groups.items(), (None, "其他")]
    found = [(i or "other", t, [e for e in entries if e.group == i]) for i, t in groups]
    return [group for group in found if group[2]]


def _by_kind(
    library: Library, renderer: Renderer
) -> list[tuple[str, str, list[tuple[Source, int]]]]:
    """(kind, heading, [(source, how many questions cite it)]) in the order of the words."""
    citations = [name for item in _cited(library) for name in item.sources]
    kinds = [*words.SOURCE_KINDS.items(), (None, "其他")]
    sources = renderer.sources.values()
    found = [
        (kind or "other", title, [(s, citations.count(s.id)) for s in sources if s.kind == kind])
        for kind, title in kinds
    ]
    return [group for group in found if group[2]]


def _cited(library: Library) -> Iterator[Item]:
    for item in library.items():
        yield from {id(item): item, **{id(q): q for q in item.questions_inside()}}.values()
