"""JSON as `tiku export json` writes it; every field of a question comes back as it was."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from tiku.formats import json_quiz
from tiku.formats.draft import (
    Chosen,
    Draft,
    Filled,
    Kind,
    Measured,
    Paired,
    Reading,
    Right,
    Said,
    Truth,
    Unreadable,
)
from tiku.formats.entry import Value, Word
from tiku.formats.source import Source
from tiku.formats.weights import number

Object = Mapping[str, Any]
VERSION = 1
KINDS: dict[str, Kind] = {
    "single": "single",
    "multiple": "multiple",
    "true-false": "true-false",
    "numeric": "numeric",
    "text": "fill",
    "matching": "matching",
    "ordering": "ordering",
    "open": "open",
}
"""Ours -> a draft's."""


def read(source: Source) -> Reading:
    """A selection of version 1; what is not ours is read by the names that it gives its parts."""
    text, problems = source.text()
    try:
        told = json.loads(text, parse_float=str, parse_int=str)
        if not isinstance(told, dict) or told.get("format") != "tiku":
            found = json_quiz.read(source, told, text)
            return Reading(found.drafts, (*problems, *found.problems))
        if int(told["version"]) != VERSION:
            raise Unreadable("foreign", source.place(), kind="json")
        drafts = [_draft(source, told, q) for q in told["questions"] if q["kind"] in KINDS]
    except (TypeError, KeyError, AttributeError, IndexError) as error:
        raise Unreadable("foreign", source.place(), kind="json") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable("bad-json", source.place(), why=str(error)) from error
    return Reading(tuple(drafts), tuple(problems))


def _draft(source: Source, told: Object, q: Object) -> Draft:
    choices = q.get("choices", [])
    case = q.get("case", {})
    return Draft(
        place=source.place(),
        kind=KINDS[q["kind"]],
        stem=_text(q.get("stem")),
        given=str(q["id"]).rpartition("/")[2],
        choices=tuple(_text(one["text"]) for one in choices if q["kind"] != "matching"),
        right=_right(q),
        explanation=_text(q.get("explanation")),
        feedback={str(at): _text(one["why"]) for at, one in enumerate(choices) if "why" in one},
        hint=_text(q.get("hint")),
        material=_text(case.get("material")),
        topic=str(told.get("objectives", {}).get(q.get("objective"), "")),
        difficulty=str(q.get("difficulty", "")),
        tags=tuple(map(str, q.get("tags", []))),
        points=number(str(q["points"])) if "points" in q else None,
        case=(str(case["id"]), str(case["title"])) if case else ("", ""),
        ours=dict(_ours(q)),
    )


def _text(value: Object | None) -> str:
    return str(value["markdown"]) if value else ""


def _right(q: Object) -> Right | None:
    answer, kind = q.get("answer"), q["kind"]
    ids = [one["id"] for one in q.get("choices", [])]
    if answer is None:
        return None
    if kind == "matching":
        texts = {one["id"]: _text(one["text"]) for one in q["choices"]}
        pairs = [(_text(p["text"]), texts[answer[p["id"]]]) for p in q["prompts"]]
        extra = [texts[name] for name in ids if name not in answer.values()]
        return Paired(tuple(pairs), tuple(extra))
    if ids:
        return Chosen(tuple(ids.index(name) for name in answer))
    if kind == "numeric":
        value, tolerance = number(answer["value"]), number(answer.get("tolerance", "0"))
        unit = (answer["unit"],) if "unit" in answer else ()
        formula = str(answer.get("formula", ""))
        return None if value is None else Measured(value, tolerance or Decimal(0), unit, formula)
    if kind == "true-false":
        return Truth(answer is True)
    return Said(_text(answer)) if kind == "open" else Filled((tuple(map(str, answer)),))


def _ours(q: Object) -> Iterator[tuple[str, Value]]:
    """The fields as a bank has them: with their own ids, references, sources and line breaks."""
    yield from ((name, _text(q[name])) for name in ("stem", "hint", "explanation") if name in q)
    if q["kind"] == "open" and "answer" in q:
        yield "answer", _text(q["answer"])
    if "prompts" in q:
        yield "prompts", _listed(q["prompts"], "text")
    if "choices" in q:
        yield "choices", _listed(q["choices"], "text")
        yield from _key(q)
    if why := _listed(q.get("prompts") or q.get("choices", []), "why"):
        yield "why", why
    if "why" in q:
        yield "why", {str(q.get("answer") is not True).lower(): _text(q["why"])}
    if "checklist" in q:
        points = (" ".join(_text(one).split()) for one in q["checklist"])
        yield "checklist", dict(zip(map(str, q["checklist_ids"]), points, strict=True))
    yield from _cited(q)


def _key(q: Object) -> Iterator[tuple[str, Value]]:
    answer = q.get("answer")
    if isinstance(answer, Mapping):
        yield "answer", {str(name): Word(own) for name, own in answer.items()}
    elif answer:
        named: list[str] = [Word(own) for own in answer]
        yield "answer", named[0] if q["kind"] == "single" else named


def _listed(parts: list[Object], name: str) -> dict[str, str]:
    return {str(one["id"]): _text(one[name]) for one in parts if name in one}


def _cited(q: Object) -> Iterator[tuple[str, Value]]:
    if "see" in q:
        yield "see", [str(one["reference"]) for one in q["see"]]
    if "sources" in q:
        yield "sources", [str(one["id"]) for one in q["sources"]]
    for name in ("syllabus", "tags"):
        if name in q:
            yield name, [str(one) for one in q[name]]
    for name in ("objective", "basis", "jurisdiction", "as_of", "reviewed", "expires", "facility"):
        if name in q:
            yield name, str(q[name])
    if "ignore" in q:
        yield "ignore", {str(code): str(why) for code, why in q["ignore"].items()}
