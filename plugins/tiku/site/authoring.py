"""What the page to write questions loads: what it can say, and whatever a question may name.

The patterns are the rules' own, so that the page finds what they find; they are written so that
Python and JavaScript read them alike.
"""

import json
from collections.abc import Callable, Iterator

from tiku.loading.scalars import REFERENCE
from tiku.locales.catalogue import Words
from tiku.model import Bank, Library, Page, Source
from tiku.rendering import links, prose
from tiku.rendering.edit_links import Repository
from tiku.rules import choices, explanations, identity, severity_of, validity
from tiku.text import typography

PATH = "writing.json"
CHECKED = (
    *("bad-id", "duplicate-id", "duplicate-topic", "no-stem", "no-answer", "no-choices"),
    *("one-choice", "duplicate-choice", "several-answers"),
    *("one-answer", "no-distractor", "not-number", "negative-tolerance", "empty-variant"),
    *("above-choice", "choice-names-letter", "letter-in-explanation", "half-width"),
    *("law-without-jurisdiction", "law-without-date"),
    *("bad-reference", "unknown-page", "unknown-clause", "incomplete"),
)
"""What assets/writing/ can find."""
PATTERNS = {
    "above": choices.ABOVE,
    "tail": choices.TAIL,
    "several": choices.SEVERAL,
    "choiceLetter": choices.LETTER,
    "letter": explanations.LETTER,
    "reference": REFERENCE,
    "noProse": typography.NO_PROSE,
    "lineBreak": prose.CHINESE_BREAK,
    "bold": prose.BOLD,
}


def files(
    library: Library,
    repository: Repository | None,
    locate_from: Callable[[str], links.Locate],
    words: Words,
) -> Iterator[tuple[str, str]]:
    """(path, text); `locate_from` a path gives addresses as seen from there."""
    if library.banks:
        yield PATH, _lists(library, repository, locate_from(PATH), words)


def _lists(
    library: Library, repository: Repository | None, locate: links.Locate, words: Words
) -> str:
    vocabulary, sources = library.vocabulary, library.sources
    data = {
        "messages": {code: _said(code, words) for code in CHECKED},
        "patterns": {name: pattern.pattern for name, pattern in PATTERNS.items()},
        "halfWidth": [pattern.pattern for pattern in typography.HALF_WIDTH],
        "fields": sorted(identity.FIELDS),
        "banks": {bank.topic: _bank(bank, repository) for bank in library.banks},
        "sources": [_source(source, words) for source in (sources.sources if sources else ())],
        "pages": {path: _page(path, page, locate) for path, page in (library.pages or {}).items()},
        "jurisdictions": dict(vocabulary.jurisdiction) if vocabulary else {},
        "syllabus": dict(vocabulary.syllabus) if vocabulary else {},
        "tags": dict(vocabulary.tags) if vocabulary else {},
        "new": repository.new_file if repository else "",
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _said(code: str, words: Words) -> tuple[str, str, str]:
    texts = words.group(f"messages.{code}")
    return severity_of(code), texts["text"], texts["hint"]


def _bank(bank: Bank, repository: Repository | None) -> dict[str, object]:
    """`taken`: the ids of retired questions too."""
    return {
        "title": bank.title,
        "objectives": dict(bank.objectives),
        "taken": [item.id for item in bank.questions],
        "edit": repository.edit(bank.origin.place().file) if repository else "",
    }


def _source(source: Source, words: Words) -> dict[str, object]:
    return {
        "id": source.id,
        "title": source.title,
        "kind": words(f"labels.source-kinds.{source.kind or 'other'}"),
        "confidence": words.group("labels.confidences").get(source.confidence or "", ""),
        "cited": source.confidence != "unconfirmed",
        "law": source.kind in validity.LEGAL,
        "jurisdiction": source.jurisdiction or "",
    }


def _page(path: str, page: Page, locate: links.Locate) -> dict[str, object]:
    return {"title": page.title, "address": locate(path), "clauses": page.telling()}
