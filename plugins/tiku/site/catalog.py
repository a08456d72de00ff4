"""What the study pages load: the catalogue of all questions, and each topic's as HTML.

The catalogue is small and tells what a set or a paper can be drawn from; the pool of a topic is
fetched when one of its questions is shown. Of many questions the rows stand in files of their own,
those of each topic and those of all: whoever asks for a topic fetches no other.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from tiku.model import Bank, Exam, Item, Library, Question, Scoring, Section
from tiku.model.bank_pages import BankPage, homes, page_path, pages_of
from tiku.model.exam_coverage import shares, wanted_of
from tiku.model.sitemap import PRACTICE, exam_page, home
from tiku.rendering import links
from tiku.rendering.questions import Renderer

PATH = "catalog.json"
ROWS = "rows.json"
"""All rows, where they stand in files of their own."""
ENOUGH = 10_000
"""Questions whose rows stand in the catalogue itself."""
COLUMNS = (
    *("id", "topic", "kind", "difficulty", "objective", "syllabus", "tags", "basis", "revision"),
    "page",
)


def pool_path(topic: str, number: int = 1) -> str:
    """Where a topic's questions lie, beside the catalogue: a file for each page of its bank."""
    return page_path(f"pool/{topic}.html", number)


def pools(
    library: Library, renderer: Renderer, locate_from: Callable[[str], links.Locate]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """(path, what makes its content); `locate_from` a path gives addresses as seen from there."""
    moved = homes(library)

    def made(path: str, page: BankPage) -> bytes:
        return links.resolve(renderer.items(page.items), locate_from(path), moved).encode()

    for bank in library.banks:
        for page in pages_of(library, bank):
            path = pool_path(bank.topic, page.number)
            yield path, partial(made, path, page)


def standing_apart(files: Mapping[str, bytes], folder: str) -> str:
    """The whole for whoever asks by the address that stays, beside the folder of the rest."""
    data = json.loads(files[PATH])
    for topic in data["topics"].values():
        topic["pool"] = f"{folder}/{topic['pool']}"
        topic.pop("rows", None)
    if path := data.pop("rows", None):
        data["questions"] = json.loads(files[path])
    return _json(data)


def files(library: Library, renderer: Renderer, locate: links.Locate) -> Iterator[tuple[str, str]]:
    """(Path, JSON) of the catalogue and of the rows that are not in it.

    `locate` gives addresses as seen from the catalogue.
    """
    rows = {bank.topic: [*_rows(library, bank)] for bank in library.banks}
    every = [row for some in rows.values() for row in some]
    data = _catalog(library, renderer, locate)
    if len(every) <= ENOUGH:
        yield PATH, _json({**data, "questions": every})
        return
    for topic, told in data["topics"].items():
        told["rows"] = f"rows/{topic}.json"
        yield told["rows"], _json(rows[topic])
    yield PATH, _json({**data, "questions": (), "rows": ROWS})
    yield ROWS, _json(every)


def _catalog(library: Library, renderer: Renderer, locate: links.Locate) -> dict[str, Any]:
    """Topics, names of labels, COLUMNS of the rows, scoring and exams. Points are whole numbers of
    halves."""
    vocabulary, at = library.vocabulary, library.options.pages.at
    return {
        "topics": {
            bank.topic: _topic(bank, home(library, bank), renderer, locate)
            for bank in library.banks
        },
        "tags": dict(vocabulary.tags) if vocabulary else {},
        "syllabus": dict(vocabulary.syllabus) if vocabulary else {},
        "columns": COLUMNS,
        "scoring": {p.id: _profile(p) for p in library.scoring.profiles} if library.scoring else {},
        "exams": {
            exam.exam: _exam(exam, at(exam_page(exam.exam)), locate) for exam in library.exams
        },
        "practice": locate(at(PRACTICE)),
    }


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def halves(points: Decimal) -> int:
    """Points as a whole number: twice as many."""
    return int(points * 2)


def _topic(bank: Bank, path: str, renderer: Renderer, locate: links.Locate) -> dict[str, object]:
    return {
        "title": bank.title,
        "page": locate(path),
        "pool": pool_path(bank.topic),
        "objectives": {
            name: {"text": text, **_teaching(bank, name, renderer, locate)}
            for name, text in bank.objectives.items()
        },
    }


def _teaching(
    bank: Bank, objective: str, renderer: Renderer, locate: links.Locate
) -> dict[str, str]:
    """The page that most questions of the objective point to."""
    asked = [q for item in bank.current() for q in item.questions_inside()]
    seen = Counter(
        see.partition("#")[0] for q in asked if q.objective == objective for see in q.see
    )
    if not seen:
        return {}
    path = seen.most_common(1)[0][0]
    (link,) = renderer.see([path])
    return {"page": locate(path), "title": link.title}


def _rows(library: Library, bank: Bank) -> Iterator[list[str]]:
    for page in pages_of(library, bank):
        for item in page.items:
            for question in item.questions_inside():
                yield _row(bank, page, item, question)


def _row(bank: Bank, page: BankPage, item: Item, question: Question) -> list[str]:
    """A case's labels hold for its questions too; of the first page nothing need be said."""
    return [
        question.id,
        bank.topic,
        question.kind,
        question.difficulty or item.difficulty or "",
        question.objective or item.objective or "",
        " ".join(dict.fromkeys((*question.syllabus, *item.syllabus))),
        " ".join(dict.fromkeys((*question.tags, *item.tags))),
        question.basis or item.basis or "",
        question.revision(),
        str(page.number) if page.number > 1 else "",
    ]


def _profile(profile: Scoring) -> dict[str, object]:
    return {"title": profile.title, "rule": profile.rule, "partial": halves(profile.partial)}


def _exam(exam: Exam, path: str, locate: links.Locate) -> dict[str, object]:
    return {
        "title": exam.title,
        "page": locate(path),
        "minutes": exam.minutes,
        "pass": halves(exam.pass_mark),
        "adaptive": exam.adaptive,
        "critical": exam.critical,
        "syllabus": exam.syllabus,
        "basis": exam.basis or "",
        "sections": [_section(section) for section in exam.sections],
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "id": section.id,
        "title": section.title,
        "kinds": section.kinds,
        "count": section.count,
        "points": halves(section.points),
        "scoring": section.scoring,
        "size": section.sub_questions,
        "parts": [
            {"topic": topic, "count": count, "levels": dict(shares(section.difficulty, count))}
            for topic, count in wanted_of(section).items()
        ],
    }
