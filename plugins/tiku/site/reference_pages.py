"""Pages of what everybody looks up: answers, terms, metrics, sources."""

import json
from collections.abc import Callable, Iterator

from markupsafe import Markup

from tiku.locales.catalogue import Words
from tiku.model import Faq, Item, Library, Metric, Source, Worked, sitemap
from tiku.model.metric_tools import tool_of
from tiku.rendering import prose, tools
from tiku.rendering.environment import saying
from tiku.rendering.kinds import number
from tiku.rendering.questions import Renderer
from tiku.site.generated import Generated, Making


def faq(making: Making) -> Iterator[Generated]:
    """Questions of readers, in groups."""
    if entries := making.library.faq:
        head = faq_json_ld(entries.entries)
        groups = _grouped(making.library, making.renderer.words)
        yield making.page(sitemap.FAQ, "faq", head=head, groups=groups)


def glossary(making: Making) -> Iterator[Generated]:
    """Every term; a theme's own search finds them first."""
    if found := making.library.glossary:
        yield making.page(sitemap.GLOSSARY, "glossary", boost=4, terms=found.terms)


def metrics(making: Making) -> Iterator[Generated]:
    """A card each."""
    if found := making.library.metrics:
        yield making.page(
            sitemap.METRICS,
            "metrics",
            metrics=found.metrics,
            titles={metric.id: metric.name for metric in found.metrics},
            worked=_worked(making.renderer.words),
            counting=_counting(making.library, making.renderer),
        )


def sources(making: Making) -> Iterator[Generated]:
    """By their kinds, with how sure each is."""
    if making.library.sources:
        kinds = _by_kind(making.library, making.renderer)
        facts = _facts(making.renderer.words)
        yield making.page(sitemap.SOURCES, "sources", kinds=kinds, facts=facts)


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


def _counting(library: Library, renderer: Renderer) -> Callable[[Metric], Markup]:
    """A small tool for a card that counts."""

    def rendered(metric: Metric) -> Markup:
        tool = tool_of(metric, renderer.words)
        return tools.rendered(tool, library, renderer) if tool else Markup("")

    return rendered


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

    say = saying(words)

    def told(source: Source, cited: int) -> list[str]:
        confidence = words.group("labels.confidences").get(source.confidence or "")
        return [
            say("sources.confidence", confidence=confidence) if confidence else "",
            say("sources.checked", date=source.checked) if source.checked else "",
            say("sources.as-of", date=source.as_of) if source.as_of else "",
            say("sources.cited", number=cited) if cited else "",
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
