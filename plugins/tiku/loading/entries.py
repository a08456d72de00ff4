"""Nodes -> model; collects every problem, never stops at the first.

What a field takes follows from its type in the model, so that a new field is written once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from tiku.loading.scalars import BOOLEANS, ID, NOTHING, SCALARS, Problems, Read, one_of
from tiku.loading.yaml_reader import Node, Record, Scalar, Sequence
from tiku.locales.catalogue import DERIVED, languages
from tiku.locales.catalogue import load as load_words
from tiku.model import KINDS, Case, ChoiceQuestion, Entry, Id, Item, Ordering, Prose
from tiku.model.fields import (
    AnyItem,
    ListOf,
    MapOf,
    OneOf,
    RecordOf,
    Shape,
    fields_of,
)
from tiku.model.fields import (
    Scalar as OneValue,
)
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.patterns import on_demand
from tiku.text.suggestions import closest
from tiku.text.variants import canonical

TELLING = {"prompts": "matching", "checklist": "open"}
"""A key that one kind alone has -> the kind, which is to be written all the same."""

JOINT = on_demand("[，、；,\\s［］【】()（）“”‘’「」]+")
"""What stands between ids where it was typed with full-width keys, or around them in a letter."""

E = TypeVar("E", bound=Entry)


def load(cls: type[E], node: Node, problems: Problems) -> E | None:
    """The record `node` as a `cls`; None only where it is no record at all."""
    if isinstance(node, Record):
        return _entry(cls, node, problems)
    problems.append(_not_record(cls, cls.__name__.lower(), node))
    return None


def _entry(cls: type[E], node: Record, problems: Problems) -> E:
    readers = _readers(cls)  # type: ignore[arg-type]
    values: dict[str, Any] = {}
    for key, at in node.keys.items():
        field = key if key in readers else _unknown_key(key, at, list(readers), problems)
        if field not in readers or key not in node.values or field in values:
            continue
        value = readers[field](field, node.values[key], problems)
        if value is not NOTHING:
            values[field] = value
    return cls(origin=node.places(), **values)


def _unknown_key(key: str, at: Place, known: list[str], problems: Problems) -> str:
    """Reported; read on as the key that was meant, so that one slip is not told twice."""
    meant = closest(key, known)
    details = {"key": key, "known": known, "near": meant}
    problems.append(Problem("unknown-key", at, details))
    return meant


@cache
def _readers(cls: type[Entry]) -> Mapping[str, Read]:
    readers = {field.name: _reader(field.shape) for field in fields_of(cls)}
    return {"kind": _ignore, **readers} if issubclass(cls, Item) else readers


def _reader(shape: Shape) -> Read:
    match shape:
        case OneValue(type=kind):
            return SCALARS[kind]
        case OneOf(words=known):
            return one_of(known)
        case ListOf(shape=one):
            return _list_of(_reader(one))
        case MapOf(shape=one):
            return _mapping_to(_reader(one), texts=one in (OneValue(str), OneValue(Prose)))
        case RecordOf(cls=cls):
            return _record_of(cls)
        case AnyItem():
            return _item


def _ignore(_key: str, _node: Node, _problems: Problems) -> object:
    return NOTHING


def _list_of(read_one: Read) -> Read:
    """A list; a list of one may be written without brackets."""

    def read(key: str, node: Node, problems: Problems) -> object:
        if isinstance(node, Record):
            problems.append(Problem("not-list", node.at, {"key": key}))
            return NOTHING
        nodes = node.items if isinstance(node, Sequence) else [node]
        values = [read_one(key, one, problems) for one in nodes if not _unwritten(one)]
        return tuple(value for value in values if value is not NOTHING)

    return read


def _unwritten(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.quoted and not node.text


def _mapping_to(read_one: Read, *, texts: bool) -> Read:
    """A record with keys of the author's own; an empty text stays, for the rules to see."""

    def read(key: str, node: Node, problems: Problems) -> object:
        if _unwritten(node):
            return NOTHING
        if not isinstance(node, Record):
            code = "not-named" if texts else "not-record"
            problems.append(Problem(code, node.at, {"key": key}))
            return NOTHING
        for own, at in node.keys.items():
            if not ID.fullmatch(own):
                problems.append(Problem("bad-id", at, {"text": own}))
        values = {own: read_one(own, one, problems) for own, one in node.values.items()}
        empty = "" if texts else NOTHING
        read = {own: empty if value is NOTHING else value for own, value in values.items()}
        return {own: value for own, value in read.items() if value is not NOTHING}

    return read


def _record_of(cls: type[Entry]) -> Read:
    """A record; one with a `shorthand` may be written as that field's value alone."""

    def read(key: str, node: Node, problems: Problems) -> object:
        shorthand = getattr(cls, "shorthand", None)
        if _unwritten(node):
            return NOTHING
        if isinstance(node, Scalar) and shorthand:
            return _entry(cls, Record(node.at, {shorthand: node.at}, {shorthand: node}), problems)
        if not isinstance(node, Record):
            problems.append(_not_record(cls, key, node))
            return NOTHING
        return _entry(cls, node, problems)

    return read


def _not_record(cls: type[Entry], key: str, node: Node) -> Problem:
    details = {"key": key, "fields": [f"{name}:" for name in _readers(cls)]}  # type: ignore[arg-type]
    return Problem("not-record-of", node.at, details)


def _item(key: str, node: Node, problems: Problems) -> object:
    if not isinstance(node, Record):
        problems.append(Problem("not-record", node.at, {"key": key}))
        return NOTHING
    return load_item(node, problems)


def load_item(node: Record, problems: Problems) -> Item:
    """A question or case of the kind that it says it is, or else looks like."""
    cls = _kind(node, problems)
    before = len(problems)
    item = _entry(cls, node, problems)
    problems[before:] = told = [*_in_terms_of_choices(node, problems[before:])]
    item = _as_meant(item, told)
    return _with_own_ids(item) if isinstance(item, Case) else item


def _in_terms_of_choices(node: Record, problems: Problems) -> Iterator[Problem]:
    """An answer that cannot be an id, such as the text of a choice, names none of the choices."""
    choices, answer = node.values.get("choices"), node.values.get("answer")
    if not isinstance(choices, Record) or answer is None:
        yield from problems
        return
    for problem in problems:
        if problem.code != "bad-id" or not _holds(answer, problem.place):
            yield problem
        elif parts := _joined(str(problem.details["text"]), choices):
            details = {
                "answer": problem.details["text"],
                "parts": parts,
                "meant": f"[{', '.join(parts)}]",
            }
            yield Problem("joined-answers", problem.place, details)
        else:
            meant = [own for own, one in choices.values.items() if _says(one, problem.details)]
            details = {"answer": problem.details["text"], "known": list(choices.keys)}
            yield Problem("unknown-choice", problem.place, details | {"near": "".join(meant[:1])})


def _as_meant(item: Item, told: Problems) -> Item:
    """With the answers that were told to be joined, so that they are not missed as well."""
    joined = [list(one.details["parts"]) for one in told if one.code == "joined-answers"]  # type: ignore[call-overload]
    if not joined or not isinstance(item, ChoiceQuestion | Ordering) or item.answer:
        return item
    return replace(item, answer=tuple(part for parts in joined for part in parts))


def _joined(written: str, choices: Record) -> list[str]:
    """The ids that stand there, where full-width marks make one word of them."""
    parts = [part for part in JOINT.split(written) if part]
    return parts if parts != [written] and set(parts) <= {*choices.keys} else []


def _holds(node: Node, place: Place) -> bool:
    """Whether a value stands at this place."""
    if isinstance(node, Sequence):
        return any(item.at == place for item in node.items)
    if isinstance(node, Record):
        return any(value.at == place for value in node.values.values())
    return node.at == place


def _says(node: Node, details: Mapping[str, object]) -> bool:
    return isinstance(node, Scalar) and node.text == details["text"]


def _kind(node: Record, problems: Problems) -> type[Item]:
    written = node.values.get("kind")
    if written is None or _unwritten(written):
        problems += _kind_left_out(node)
        return kind_by_shape(node)
    name = written.text if isinstance(written, Scalar) else "?"
    if name in KINDS:
        return KINDS[name]
    meant = _named(name) or closest(name, KINDS)
    details = {"text": name, "known": list(KINDS), "near": meant}
    problems.append(Problem("unknown-kind", written.at, details))
    return kind_by_shape(node)


def _named(written: str) -> str:
    """The kind that some language of ours calls so, or whose name begins so."""
    for language in (name for name in languages() if name not in DERIVED):
        for kind, name in load_words(language).group("labels.kinds").items():
            if written and canonical(name).startswith(canonical(written)):
                return kind
    return ""


def _kind_left_out(node: Record) -> Iterator[Problem]:
    """Of a question that cannot be anything else."""
    for key, kind in TELLING.items():
        if key in node.keys:
            yield Problem("no-kind", node.keys[key], {"key": key, "kind": kind})


def kind_by_shape(node: Record) -> type[Item]:
    """What an entry is that does not say so."""
    answer = node.values.get("answer")
    if "questions" in node.keys or "material" in node.keys:
        return KINDS["case"]
    for key, kind in TELLING.items():
        if key in node.keys:
            return KINDS[kind]
    if "choices" in node.keys or answer is None:
        return KINDS["multiple" if isinstance(answer, Sequence) else "single"]
    if isinstance(answer, Record):
        return KINDS["numeric"]
    if isinstance(answer, Scalar) and answer.text.lower() in BOOLEANS:
        return KINDS["true-false"]
    return KINDS["text"]


def _with_own_ids(case: Case) -> Case:
    """The ids of a case's questions carry the case's, so that they are unique over all banks."""
    own = (replace(q, id=Id(f"{case.id}/{q.id}")) if q.id else q for q in case.questions)
    return replace(case, questions=tuple(own))
