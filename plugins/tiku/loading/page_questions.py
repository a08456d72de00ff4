"""Questions that stand in a ```quiz fence themselves, instead of the name of some in a bank."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from tiku.loading import entries
from tiku.loading.task_list import is_task_list, nodes
from tiku.loading.yaml_reader import Node, Record, Scalar, Sequence
from tiku.model import Draw, Entry, Id, Item, Page, PageBank
from tiku.model.fields import fields_of
from tiku.model.place import Place
from tiku.model.problem import Problem, Severity
from tiku.text.folding import fold

DIGITS = 10
ASKING = ("stem", "title")
"""What a question or a case has, and a draw has not."""


def written(text: str, at: Place, problems: list[Problem]) -> list[Record] | None:
    """The questions of a fence that is no YAML; None where it is."""
    return list(nodes(text, at, problems)) if is_task_list(text) else None


def asked(root: Node) -> list[Record]:
    """The questions among the YAML of a fence; none where it names some in a bank."""
    found = root.items if isinstance(root, Sequence) else [root]
    records = [node for node in found if isinstance(node, Record)]
    return records if any(key in node.keys for node in records for key in ASKING) else []


def load(records: list[Record], path: str, problems: list[Problem]) -> tuple[Item, ...]:
    """`path`: of the page below docs/; a question without a name is known by it and its stem."""
    for record in records:
        problems += _named(record, path)
    return tuple(entries.load_item(record, problems) for record in records)


def taken(records: Iterable[Record], cls: type[Entry]) -> Record:
    """The fields of `cls` that stand among those of the questions, taken out of them."""
    records = list(records)
    found = Record(records[0].at)
    for record in records:
        for name in (field.name for field in fields_of(cls) if field.name in record.keys):
            found.keys[name] = record.keys.pop(name)
            if name in record.values:
                found.values[name] = record.values.pop(name)
    return found


def drawn(items: tuple[Item, ...], at: Place, asked: Draw) -> Draw:
    """What shows them where they stand, asked in this way."""
    return replace(asked, ids=tuple(item.id for item in items), origin=Record(at).places())


def page_banks(pages: Mapping[str, Page]) -> Iterator[PageBank]:
    """Path -> page. The questions of each page that has some are a bank of their own."""
    for path, page in pages.items():
        if page.questions:
            at = page.questions[0].origin.place()
            named = {"topic": at, "title": at}
            texts = {key: Scalar(at, "", quoted=False) for key in named}
            origin = Record(at, named, {**texts}).places()
            topic, title = _topic(path), page.title
            yield PageBank(
                topic=topic, title=title, questions=page.questions, path=path, origin=origin
            )


def _topic(path: str) -> Id:
    """Letters of a path that an id may have; the rest of it as a digest."""
    stem = path.removesuffix(".md").removesuffix("/index").lower()
    slug = "-".join(re.findall("[a-z0-9]+", stem)) or "page"
    is_whole = re.fullmatch("[a-z0-9/-]+", stem)
    return Id(slug if is_whole else f"{slug}-{sha256(path.encode()).hexdigest()[:4]}")


def _named(record: Record, path: str) -> Iterator[Problem]:
    """With an id where its author gave none: a case's questions too."""
    inside = record.values.get("questions")
    for node in inside.items if isinstance(inside, Sequence) else ():
        if isinstance(node, Record):
            yield from _named(node, path)
    asking = next((record.values[key] for key in ASKING if key in record.values), None)
    if "id" not in record.keys and isinstance(asking, Scalar):
        known_by = "\n".join((path, fold(asking.text)))
        own = Id(f"q-{sha256(known_by.encode()).hexdigest()[:DIGITS]}")
        record.keys["id"] = asking.at
        record.values["id"] = Scalar(asking.at, own, quoted=False)
        yield Problem("unnamed-question", asking.at, {"id": own}, Severity.WARNING)
