"""A library -> the pages made from it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from tiku.editing.skeletons import SKELETONS, skeleton
from tiku.locales.catalogue import Words
from tiku.model import (
    Bank,
    Calendar,
    Exam,
    Faq,
    Flow,
    Id,
    Item,
    Library,
    Metric,
    Scoring,
    Section,
    Source,
    Worked,
    sitemap,
)
from tiku.model.exam_coverage import most_points
from tiku.model.metric_tools import tool_of
from tiku.rendering import flow_pictures, prose, tools
from tiku.rendering.environment import decimal, environment, saying
from tiku.rendering.questions import Renderer, number
from tiku.search.alphabetical import listing, order_of
from tiku.site.downloads import Download
from tiku.site.generated import Generated, parts

CATALOG = "catalog.json"
Offered = Mapping[str, tuple[Download, ...]]
"""Page -> what may be taken along."""
STUDY_STYLES = ("question/question.css", "question/kinds.css", "sets/sets.css")
PROGRESS_STYLES = (*STUDY_STYLES, "progress/progress.css")
WITH_FORM = ("single", "multiple", "true-false", "numeric", "text")
"""The kinds that the page to write questions offers."""


def generate(
    library: Library, renderer: Renderer, editions: bool = False, offered: Offered | None = None
) -> Iterator[Generated]:
    """A page per bank and exam; practice and progress; FAQ, glossary, metrics and sources where
    written; and one that lists everything."""
    yield from _banks(library, renderer, offered or {})
    yield from _shared(library, renderer)
    yield from _lists(library, renderer, editions)


def _banks(library: Library, renderer: Renderer, offered: Offered) -> Iterator[Generated]:
    for bank in library.banks:
        yield _page(
            sitemap.bank_page(bank.topic),
            "bank",
            renderer,
            bank=bank,
            kinds=_counts(bank, renderer.words),
            offered=offered.get(sitemap.bank_page(bank.topic), ()),
        )
    if library.banks:
        yield from _study(library, renderer, offered)
        yield _writing(renderer)


def _shared(library: Library, renderer: Renderer) -> Iterator[Generated]:
    """What the shared files hold, where they were written."""
    if library.faq:
        head = faq_json_ld(library.faq.entries)
        yield _page(
            sitemap.FAQ, "faq", renderer, head=head, groups=_grouped(library, renderer.words)
        )
    if library.glossary:
        terms = library.glossary.terms
        yield _page(sitemap.GLOSSARY, "glossary", renderer, boost=4, terms=terms)
    if library.metrics:
        metrics = library.metrics.metrics
        names = {metric.id: metric.name for metric in metrics}
        yield _page(
            sitemap.METRICS,
            "metrics",
            renderer,
            metrics=metrics,
            titles=names,
            worked=_worked(renderer.words),
            counting=_counting(library, renderer),
        )
    for flow in library.flows:
        yield _flow(flow, library, renderer)
        if flow.card:
            states = [flow.by_id()[name] for name in flow.card]
            path = sitemap.card_page(flow.id)
            yield _page(path, "flow-card", renderer, flow=flow, states=states)
    if library.tools:
        yield _page(
            sitemap.TOOLS,
            "tools",
            renderer,
            tools=library.tools,
            placed=lambda tool: tools.rendered(tool, library, renderer),
        )
    if library.sources:
        yield _page(
            sitemap.SOURCES,
            "sources",
            renderer,
            kinds=_by_kind(library, renderer),
            facts=_facts(renderer.words),
        )


def _lists(library: Library, renderer: Renderer, editions: bool) -> Iterator[Generated]:
    """Of everything; for another edition in its own order, too."""
    order = order_of(renderer.words.language)
    if groups := listing(library, order):
        yield _page(sitemap.A_TO_Z, "a-z", renderer, groups=groups, order=order)
    if editions:
        groups = listing(library, "pinyin")
        page = _page(sitemap.A_TO_Z_BY_PINYIN, "a-z", renderer, groups=groups, order="pinyin")
        yield replace(page, hidden=True)


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


def holdings(library: Library, words: Words) -> Markup:
    """How much of everything there is, as a list of numbers."""
    asked = [q for b in library.banks for i in b.current() for q in i.questions_inside()]
    counts = {
        "questions": len(asked),
        "topics": len(library.banks),
        "answers": len(library.faq.entries) if library.faq else 0,
        "terms": len(library.glossary.terms) if library.glossary else 0,
        "sources": len(library.sources.sources) if library.sources else 0,
    }
    return Markup(
        environment(words, "tiku.site").get_template("holdings.html").render(counts=counts)
    )


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


def _study(library: Library, renderer: Renderer, offered: Offered) -> Iterator[Generated]:
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
    profiles: dict[Id | None, Scoring] = (
        {p.id: p for p in library.scoring.profiles} if library.scoring else {}
    )
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
            syllabus=[renderer.syllabuses[name] for name in exam.syllabus],
            told=_section(profiles, renderer.words),
            total=_total(library),
            offered=offered.get(sitemap.exam_page(exam.exam), ()),
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


def _counting(library: Library, renderer: Renderer) -> Callable[[Metric], Markup]:
    """A small tool for a card that counts."""

    def rendered(metric: Metric) -> Markup:
        tool = tool_of(metric, renderer.words)
        return tools.rendered(tool, library, renderer) if tool else Markup("")

    return rendered


def _flow(flow: Flow, library: Library, renderer: Renderer) -> Generated:
    """Gone through one state at a time; without script all of them."""
    known: dict[str, Calendar] = {calendar.id: calendar for calendar in library.calendars}
    calendars = [tools.calendar_of(known[name]) for name in flow.calendars if name in known]
    title = renderer.words("flows.picture", title=flow.title)
    return _page(
        sitemap.flow_page(flow.id),
        "flow",
        renderer,
        styles=("flows/flow.css",),
        needs=("flows/flow.js",),
        flow=flow,
        calendars=json.dumps(calendars, ensure_ascii=False, separators=(",", ":")),
        titles=[calendar["title"] for calendar in calendars],
        names={state.id: state.title for state in flow.states},
        picture=flow_pictures.svg(flow, title),
    )


def _total(library: Library) -> Callable[[Exam], str]:
    """The most points a paper gives."""
    return lambda exam: decimal(most_points(library, exam))


def _counts(bank: Bank, words: Words) -> list[str]:
    """How many of a kind, in the order of the kinds."""
    kinds = [item.kind for item in bank.current()]
    return [
        words("bank.kind", kind=name, number=kinds.count(kind))
        for kind, name in words.group("labels.kinds").items()
        if kind in kinds
    ]


def _section(profiles: Mapping[Id | None, Scoring], words: Words) -> Callable[[Section], Markup]:
    """What a section asks, of which kinds, and how it is marked."""
    say = saying(words)

    def told(section: Section) -> Markup:
        return say(
            "exam.section-of-cases" if "case" in section.kinds else "exam.section",
            title=Markup("<strong>{}</strong>").format(section.title),
            kinds=[words(f"labels.kinds.{kind}") for kind in section.kinds],
            count=section.count,
            points=decimal(section.points),
            scoring=profiles[section.scoring].title,
        )

    return told


def _worked(words: Words) -> Callable[[Worked], Markup]:
    """An example, with what it comes to and how."""
    say = saying(words)

    def told(example: Worked) -> Markup:
        text, result = prose.inline(example.text), example.result
        if result is None:
            return text
        values = {"text": text, "result": Markup("<b>{}</b>").format(number(result))}
        if not result.formula:
            return say("metrics.comes-to", **values)
        formula = Markup("<code>{}</code>").format(result.formula)
        return say("metrics.comes-to-by", formula=formula, **values)

    return told


def _facts(words: Words) -> Callable[[Source, int], list[str]]:
    """How sure a source is, when it was checked, and how many questions cite it."""

    def told(source: Source, cited: int) -> list[str]:
        confidence = words.group("labels.confidences").get(source.confidence or "")
        return [
            words("sources.confidence", confidence=confidence) if confidence else "",
            words("sources.checked", date=source.checked) if source.checked else "",
            words("sources.as-of", date=source.as_of) if source.as_of else "",
            words("sources.cited", number=cited) if cited else "",
        ]

    return told


def _grouped(library: Library, words: Words) -> list[tuple[str, str, list[Faq]]]:
    """(id, heading, entries) of each group that has entries, and of those without a group."""
    assert library.faq is not None
    entries = library.faq.entries
    groups = [*library.faq.groups.items(), (None, words("page.other"))]
    found = [(i or "other", t, [e for e in entries if e.group == i]) for i, t in groups]
    return [group for group in found if group[2]]


def _by_kind(
    library: Library, renderer: Renderer
) -> list[tuple[str, str, list[tuple[Source, int]]]]:
    """(kind, heading, [(source, how many questions cite it)]) in the order of the words."""
    citations = [name for item in _cited(library) for name in item.sources]
    kinds = renderer.words.group("labels.source-kinds")
    sources = renderer.sources.values()
    found = [
        (k, title, [(s, citations.count(s.id)) for s in sources if (s.kind or "other") == k])
        for k, title in kinds.items()
    ]
    return [group for group in found if group[2]]


def _cited(library: Library) -> Iterator[Item]:
    for item in library.items():
        yield from {id(item): item, **{id(q): q for q in item.questions_inside()}}.values()
