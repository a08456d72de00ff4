"""QTI 2.1, 2.2 and 3.0: one reader, for 3.0 only renames the elements of 2.x.

https://www.imsglobal.org/spec/qti/v3p0/impl
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from tiku.formats import archive, weights, xml_tree
from tiku.formats.archive import Archive
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Reading
from tiku.formats.media import Gallery, doubted
from tiku.formats.qti_interactions import INLINE, SAID, Item, Response, answered, blanks
from tiku.formats.source import Source
from tiku.formats.xml_tree import Node
from tiku.model.problem import Problem

ITEM, TEST = "assessmentItem", "assessmentTest"
KNOWN = frozenset(
    (
        *INLINE,
        "choiceInteraction",
        "orderInteraction",
        "matchInteraction",
        "associateInteraction",
        "gapMatchInteraction",
        "extendedTextInteraction",
        "hottextInteraction",
        "sliderInteraction",
    )
)
SHORT_LEAD = 15
"""A lead above a prompt that is no longer than this says nothing: please read."""


def _camel(tag: str) -> str:
    bare = tag.removeprefix("qti-")
    if bare == tag:
        return tag
    return re.sub(r"-(\w)", lambda found: found[1].upper(), bare)


def _renamed(node: Node) -> Node:
    """3.0's `qti-choice-interaction` as 2.x's `choiceInteraction`."""
    node.tag = _camel(node.tag)
    node.attributes = {
        re.sub(r"-(\w)", lambda found: found[1].upper(), name): value
        for name, value in node.attributes.items()
    }
    for child in node.nodes():
        _renamed(child)
    return node


def read(source: Source) -> Reading:
    """A package in the order of its test, or an item alone."""
    if archive.is_zip(source.data):
        return read_package(archive.opened(source))
    root = _renamed(xml_tree.parse(source))
    return _reading([(source, root, "", 1)], Gallery(), [])


def read_package(parts: Archive) -> Reading:
    """Every item that the manifest or a test names."""
    gallery = Gallery()
    problems: list[Problem] = list(parts.problems)
    items = [
        (source, root, topic, at)
        for at, (source, root, topic) in enumerate(_items(parts, problems), 1)
    ]
    return _reading(items, gallery, problems, parts)


def _reading(
    items: list[tuple[Source, Node, str, int]],
    gallery: Gallery,
    problems: list[Problem],
    parts: Archive | None = None,
) -> Reading:
    drafts: list[Draft] = []
    for source, root, topic, number in items:
        if parts is not None:
            gallery.look = _finder(parts, source)
        found = _item_drafts(source, root, gallery, topic, str(number) if parts else "")
        if not found:
            problems.append(
                doubt("text-only-skipped", source.place(root.line), text=root.get("title"))
            )
        drafts += found
    return Reading(tuple(drafts), tuple(problems), gallery.kept)


def _finder(parts: Archive, source: Source) -> Callable[[str], bytes | None]:
    inside = source.name.rpartition("[")[2].rstrip("]")

    def look(reference: str) -> bytes | None:
        path = parts.beside(inside, reference)
        return parts.read(path).data if path else None

    return look


def _items(parts: Archive, problems: list[Problem]) -> Iterator[tuple[Source, Node, str]]:
    roots: dict[str, tuple[Source, Node]] = {}
    for name in parts.names(".xml", ".qti"):
        part = parts.read(name)
        if b"ssessment" in part.data[:65536] and b"imsmanifest" not in name.lower().encode():
            root = _renamed(xml_tree.parse(part))
            if root.tag in (ITEM, TEST):
                roots[name] = (part, root)
    named: set[str] = set()
    for name, (part, root) in roots.items():
        if root.tag == TEST:
            for topic, reference, line in _references(root):
                path = parts.beside(name, reference)
                if path in roots:
                    named.add(path)
                    yield *roots[path], topic
                else:
                    problems.append(doubt("part-missing", part.place(line), part=reference))
    for name, (part, root) in roots.items():
        if root.tag == ITEM and name not in named:
            yield part, root, ""


def _references(test: Node) -> Iterator[tuple[str, str, int]]:
    """(topic, href, line) of the items of a test, below the titles of their sections."""

    def walk(node: Node, titles: tuple[str, ...]) -> Iterator[tuple[str, str, int]]:
        for child in node.nodes():
            if child.tag == "assessmentItemRef":
                yield "/".join(titles), child.get("href"), child.line
            elif child.tag in ("testPart", "assessmentSection"):
                title = child.get("title").strip()
                yield from walk(child, (*titles, title) if title else titles)

    yield from walk(test, ())


def _item_drafts(
    source: Source, root: Node, gallery: Gallery, topic: str, number: str
) -> list[Draft]:
    body = root.first("itemBody")
    if root.tag != ITEM or body is None:
        return []
    item = Item(source, root, gallery, _responses(root), body)
    interactions = list(body.all(*_interaction_tags(body)))
    base = Draft(
        place=source.place(root.line),
        kind="open",
        stem="",
        number=number,
        given=root.get("identifier"),
        topic=topic,
        points=_points(root),
        unknown=(("title", root.get("title")),) if root.get("title") else (),
    )
    inline = [own for own in interactions if own.tag in INLINE]
    if inline and len(inline) == len(interactions):
        drafts = [blanks(item, base, inline)]
    else:
        drafts = _separate(item, base, interactions)
    return [
        doubted(draft, gallery.take_missing() if at == 0 else ())
        for at, draft in enumerate(map(_told(item), drafts))
    ]


def _interaction_tags(body: Node) -> set[str]:
    def tags(node: Node) -> Iterator[str]:
        for child in node.nodes():
            yield child.tag
            yield from tags(child)

    return {tag for tag in tags(body) if tag.endswith("Interaction")} | KNOWN


def _responses(root: Node) -> dict[str, Response]:
    found = {}
    for own in root.nodes("responseDeclaration"):
        correct = own.first("correctResponse")
        mapping = own.first("mapping")
        found[own.get("identifier")] = Response(
            [value.text() for value in (correct.nodes("value") if correct else ())],
            {
                entry.get("mapKey"): _float(entry.get("mappedValue"))
                for entry in (mapping.nodes("mapEntry") if mapping else ())
            },
            own.get("baseType"),
            own.get("cardinality", "single"),
        )
    return found


def _float(text: str) -> float:
    value = weights.number(text)
    return float(value) if value is not None else 0.0


def _points(root: Node) -> Decimal | None:
    for own in root.nodes("outcomeDeclaration"):
        if own.get("identifier") == "MAXSCORE":
            value = weights.number(own.text())
            return value.normalize() if value else None
    return None


def _separate(item: Item, base: Draft, interactions: list[Node]) -> list[Draft]:
    """Each interaction is a question; with several, the body is what they share."""
    lead = item.text(item.body, (*SAID, *(own.tag for own in interactions)))
    drafts = []
    for own in interactions:
        prompt = item.text(own.first("prompt"))
        several = len(interactions) > 1
        kept = lead and (several or not prompt or len(lead) > SHORT_LEAD or "![" in lead)
        alone = not prompt
        draft = replace(
            base,
            place=item.source.place(own.line),
            stem=lead if alone and not several else prompt,
            material=lead if kept and not (alone and not several) else "",
        )
        drafts.append(answered(item, own, draft))
    if len(drafts) > 1:
        drafts = [replace(draft, given=f"{base.given}-{at}") for at, draft in enumerate(drafts, 1)]
    return drafts


def _told(item: Item) -> Callable[[Draft], Draft]:
    """Feedback that a player would show behind the item."""
    said = {
        str(node.get("identifier")): item.text(node, ())
        for node in item.root.all("modalFeedback", "feedbackBlock")
        if node.get("showHide", "show") == "show"
    }
    choices = item.body.all("simpleChoice")
    places = {str(node.get("identifier")): str(at) for at, node in enumerate(choices)}

    def tell(draft: Draft) -> Draft:
        has_choices = draft.kind in ("single", "multiple")
        own = {name for name in said if name in places and has_choices}
        of_choices = {places[name]: said[name] for name in own}
        general, feedback = _sorted({n: text for n, text in said.items() if n not in own})
        return replace(
            draft,
            explanation=general,
            feedback={**draft.feedback, **of_choices, **feedback},
        )

    return tell


def _sorted(said: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """What is said in any case, and what when it is right or wrong; by the names it goes by."""
    by_kind: dict[str, list[str]] = {"general": [], "right": [], "wrong": []}
    for name, text in said.items():
        low = name.lower()
        by_kind["right" if low in RIGHT else "wrong" if low in WRONG else "general"].append(text)
    general = "\n".join(by_kind.pop("general"))
    return general, {key: "\n".join(texts) for key, texts in by_kind.items() if texts}


RIGHT = frozenset(("correct", "right", "true"))
WRONG = frozenset(("incorrect", "wrong", "false"))
