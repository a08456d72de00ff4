"""JSON for programs: every field of ours, with its texts as Markdown, HTML and plain text.

The shape is told in docs/develop/exchange.md; `version` grows when a field changes its meaning or
goes, not when one is added.
"""

import json
from typing import TypeAlias

from tiku.formats.writers.exported import Bundle, Exported, Material, Paper, Rich, Written

VERSION = 1
Json: TypeAlias = "dict[str, Json] | list[Json] | str | bool | int | None"


def write(bundle: Bundle) -> Written:
    """One object, its questions in order."""
    told: Json = {
        "format": "tiku",
        "version": VERSION,
        "title": bundle.title,
        "language": bundle.language,
        "changed": bundle.changed.isoformat(),
        "exam": _paper(bundle.paper),
        "topics": {q.topic: q.topic_title for q in bundle.questions},
        "objectives": {q.objective: q.objective_title for q in bundle.questions if q.objective},
        "questions": [_question(question) for question in bundle.questions],
    }
    text = json.dumps(_without_nothing(told), ensure_ascii=False, indent=1)
    return Written(f"{text}\n".encode())


def _question(q: Exported) -> dict[str, Json]:
    return {
        "id": q.id,
        "kind": q.kind,
        "revision": q.revision,
        "case": _case(q.case),
        "stem": _text(q.stem),
        "prompts": [_prompt(q, at) for at in range(len(q.prompts))],
        "choices": [
            {"id": choice.id, "text": _text(choice.text), "why": _text(choice.why)}
            for choice in q.in_view()
        ],
        "answer": _answer(q),
        "why": _text(q.why_wrong),
        "checklist": [_text(point) for point in q.points],
        "checklist_ids": list(q.point_ids),
        "hint": _text(q.hint),
        "explanation": _text(q.explanation),
        **_classified(q),
        **_cited(q),
        "section": q.section,
        "points": str(q.worth) if q.section else "",
    }


def _classified(q: Exported) -> dict[str, Json]:
    return {
        "topic": q.topic,
        "objective": q.objective,
        "difficulty": q.difficulty,
        "tags": list(q.tags),
        "syllabus": list(q.syllabus),
        "basis": q.basis,
        "jurisdiction": q.jurisdiction,
        "as_of": q.as_of.isoformat() if q.as_of else "",
        **_looked_after(q),
    }


def _looked_after(q: Exported) -> dict[str, Json]:
    """What whoever looks after a bank notes of a question."""
    return {
        "reviewed": q.reviewed.isoformat() if q.reviewed else "",
        "expires": q.expires.isoformat() if q.expires else "",
        "facility": f"{q.facility:f}" if q.facility is not None else "",
        "ignore": {**q.ignore},
    }


def _cited(q: Exported) -> dict[str, Json]:
    return {
        "see": [
            {"reference": reference, "title": link.title, "address": link.address}
            for reference, link in zip(q.references, q.see, strict=True)
        ],
        "sources": [
            {"id": name, "title": title}
            for name, title in zip(q.source_ids, q.sources, strict=False)
        ],
    }


def _paper(paper: Paper | None) -> Json:
    if paper is None:
        return None
    return {
        "id": paper.exam,
        "seed": paper.seed,
        "minutes": paper.minutes,
        "pass_mark": str(paper.pass_mark),
    }


def _case(case: Material | None) -> Json:
    if case is None:
        return None
    return {"id": case.id, "title": case.title, "material": _text(case.text)}


def _prompt(q: Exported, at: int) -> dict[str, Json]:
    prompt = q.prompts[at]
    return {"id": prompt.id, "text": _text(prompt.text), "why": _text(prompt.why)}


def _text(text: Rich) -> Json:
    if not text.markdown:
        return None
    return {"markdown": text.markdown, "html": text.html, "text": text.lines}


def _answer(q: Exported) -> Json:
    """Ids of choices; true or false; a number; words that are accepted; a model answer."""
    if q.kind == "matching":
        return {prompt.id: prompt.choice for prompt in q.prompts}
    if q.choices:
        return [choice.id for choice in q.right]
    if q.number:
        number = q.number
        return {
            "value": f"{number.value:f}",
            "tolerance": f"{number.tolerance:f}",
            "unit": number.unit,
            "formula": number.formula,
        }
    if q.truth is not None:
        return q.truth
    return list(q.accepted) if q.accepted else _text(q.model)


def _without_nothing(value: Json) -> Json:
    """What is not said is not there; False and 0 are said."""
    if isinstance(value, dict):
        kept = {key: _without_nothing(part) for key, part in value.items()}
        return {key: part for key, part in kept.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [_without_nothing(part) for part in value]
    return value
