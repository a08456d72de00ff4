"""QTI 2.1, 2.2 and 3.0: one reader, for 3.0 only renames the elements of 2.x.

https://www.imsglobal.org/spec/qti/v3p0/impl
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tiku.formats import archive, weights, xml_tree
from tiku.formats.archive import Archive
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Reading, Said
from tiku.formats.markup import of_node
from tiku.formats.media import Gallery, doubted
from tiku.formats.source import Source
from tiku.formats.xml_tree import Node
from tiku.model.problem import Problem

ITEM, TEST = "assessmentItem", "assessmentTest"
INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
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
SAID = ("prompt", "feedbackInline", "feedbackBlock", "rubricBlock", "modalFeedback")
SHORT_LEAD = 15
"""A lead above a prompt that is no longer than this says nothing: please read."""


@dataclass(slots=True)
class _Response:
    """What a declaration says is right."""

    values: list[str] = field(default_factory=list)
    mapped: dict[str, float] = field(default_factory=dict)
    base: str = ""
    cardinality: str = "single"


@dataclass(slots=True)
class _Item:
    source: Source
    root: Node
    gallery: Gallery
    responses: dict[str, _Response]
    body: Node

    def text(self, node: Node | None, without: tuple[str, ...] = SAID) -> str:
        return of_node(node, self.gallery, without) if node else ""


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
    item = _Item(source, root, gallery, _responses(root), body)
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
        drafts = [_blanks(item, base, inline)]
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


def _responses(root: Node) -> dict[str, _Response]:
    found = {}
    for own in root.nodes("responseDeclaration"):
        correct = own.first("correctResponse")
        mapping = own.first("mapping")
        found[own.get("identifier")] = _Response(
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


def _separate(item: _Item, base: Draft, interactions: list[Node]) -> list[Draft]:
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
        drafts.append(_answered(item, own, draft))
    if len(drafts) > 1:
        drafts = [replace(draft, given=f"{base.given}-{at}") for at, draft in enumerate(drafts, 1)]
    return drafts


def _answered(item: _Item, own: Node, draft: Draft) -> Draft:
    make = KINDS.get(own.tag)
    response = item.responses.get(own.get("responseIdentifier"), _Response())
    return (
        make(item, own, response, draft)
        if make
        else draft.doubting("kind-not-supported", text=own.tag)
    )


def _choices(item: _Item, own: Node, tag: str = "simpleChoice") -> tuple[list[str], list[str]]:
    nodes = list(own.all(tag))
    return [node.get("identifier") for node in nodes], [item.text(node) for node in nodes]


def _choosing(item: _Item, own: Node, response: _Response, draft: Draft) -> Draft:
    tag = "hottext" if own.tag == "hottextInteraction" else "simpleChoice"
    idents, texts = _choices(item, own, tag)
    single = response.cardinality == "single" or own.get("maxChoices") == "1"
    draft = replace(draft, kind="single" if single else "multiple", choices=tuple(texts))
    draft = replace(draft, feedback=_inline_feedback(item, own, tag))
    right = [value for value in response.values if value in idents]
    if not right:
        right = [key for key, worth in response.mapped.items() if worth > 0 and key in idents]
    worth = {round(value, 3) for key, value in response.mapped.items() if value > 0}
    least = min(response.mapped.values(), default=0)
    if least < 0 or len(worth) > 1:
        named = [
            f"{texts[idents.index(key)]} {value:g}"
            for key, value in response.mapped.items()
            if key in idents and (value < 0 or len(worth) > 1)
        ]
        draft = draft.doubting("partial-credit", text="、".join(named))
    if not right:
        return draft.doubting("no-answer")
    if single and len(right) > 1:
        return replace(draft, found="、".join(right)).doubting("kind-conflict")
    return weights.judged(replace(draft, right=Chosen(tuple(sorted(map(idents.index, right))))))


def _inline_feedback(item: _Item, own: Node, tag: str) -> dict[str, str]:
    said = {}
    for at, node in enumerate(own.all(tag)):
        inline = [item.text(part, ()) for part in node.all("feedbackInline", "feedbackBlock")]
        if inline:
            said[str(at)] = "\n".join(inline)
    return said


def _ordering(item: _Item, own: Node, response: _Response, draft: Draft) -> Draft:
    """The choices in their right order; the file has them as they are shown."""
    idents, texts = _choices(item, own)
    draft = replace(draft, kind="ordering", choices=tuple(texts))
    if sorted(response.values) != sorted(idents):
        return draft.doubting("no-answer")
    ordered = tuple(texts[idents.index(value)] for value in response.values)
    return replace(draft, choices=ordered, right=Chosen(tuple(range(len(ordered)))))


def _matching(item: _Item, own: Node, response: _Response, draft: Draft) -> Draft:
    sets = [_choices(item, side, "simpleAssociableChoice") for side in own.nodes("simpleMatchSet")]
    draft = replace(draft, kind="matching")
    if len(sets) != 2:
        return draft.doubting("kind-not-supported", text=own.tag)
    (lefts, left_texts), (rights, right_texts) = sets
    pairs = dict(value.split()[:2] for value in response.values if len(value.split()) == 2)
    found = [
        (left_texts[at], right_texts[rights.index(pairs[left])])
        for at, left in enumerate(lefts)
        if pairs.get(left) in rights
    ]
    if len(found) < len(lefts) or not found:
        return draft.doubting("no-answer")
    extra = tuple(
        text for right, text in zip(rights, right_texts, strict=True) if right not in pairs.values()
    )
    return replace(draft, right=Paired(tuple(found), extra))


def _gap_match(item: _Item, own: Node, response: _Response, draft: Draft) -> Draft:
    words = {node.get("identifier"): item.text(node) for node in own.all("gapText", "gapImg")}
    gaps = [node.get("identifier") for node in own.all("gap")]
    pairs = {
        value.split()[1]: value.split()[0] for value in response.values if len(value.split()) == 2
    }
    text = _with_blanks(item, own, ("gap",), (*SAID, "gapText", "gapImg"))
    draft = replace(draft, kind="fill", stem="\n".join(part for part in (draft.stem, text) if part))
    if not gaps or any(pairs.get(gap) not in words for gap in gaps):
        return draft.doubting("no-answer")
    offered = tuple(tuple(words.values()) for _ in gaps)
    return replace(draft, right=Filled(tuple((words[pairs[gap]],) for gap in gaps), offered))


def _extended(item: _Item, own: Node, response: _Response, draft: Draft) -> Draft:
    rubric = [
        item.text(node, ()) for node in item.root.all("rubricBlock") if "scorer" in node.get("view")
    ]
    if rubric or response.values:
        return replace(draft, right=Said("\n".join(rubric or response.values)))
    return draft.doubting("no-answer")


def _slider(item: _Item, own: Node, response: _Response, draft: Draft) -> Draft:
    value = weights.number(response.values[0]) if response.values else None
    draft = replace(draft, kind="numeric")
    return (
        replace(draft, right=Measured(value)) if value is not None else draft.doubting("no-answer")
    )


def _blanks(item: _Item, base: Draft, inline: list[Node]) -> Draft:
    """A text with gaps; a number alone is a calculation."""
    stem = _with_blanks(item, item.body, INLINE, SAID)
    responses = [item.responses.get(own.get("responseIdentifier"), _Response()) for own in inline]
    if (
        len(inline) == 1
        and responses[0].base in ("float", "integer")
        and inline[0].tag == INLINE[0]
    ):
        number = _measured(item, responses[0])
        draft = replace(base, kind="numeric", stem=stem)
        return replace(draft, right=number) if number else draft.doubting("no-answer")
    draft = replace(base, kind="fill", stem=stem)
    blanks, offered = [], []
    for own, response in zip(inline, responses, strict=True):
        labels = dict(zip(*_choices(item, own, "inlineChoice"), strict=True))
        best = max(response.mapped.values(), default=0)
        more = [key for key, worth in response.mapped.items() if worth == best > 0]
        less = [f"{key} {worth:g}" for key, worth in response.mapped.items() if 0 < worth < best]
        draft = draft.doubting("partial-credit", text="、".join(less)) if less else draft
        accepted = dict.fromkeys([*response.values, *more])
        blanks.append(tuple(labels.get(value, value) for value in accepted))
        offered.append(tuple(labels.values()))
    if not all(blanks):
        return draft.doubting("no-answer")
    return replace(draft, right=Filled(tuple(blanks), tuple(offered) if any(offered) else ()))


def _measured(item: _Item, response: _Response) -> Measured | None:
    value = weights.number(response.values[0]) if response.values else None
    tolerance = Decimal(0)
    for own in item.root.all("equal"):
        parts = own.get("tolerance").split()
        found = (
            weights.number(parts[0]) if parts and own.get("toleranceMode") == "absolute" else None
        )
        tolerance = found or tolerance
    return Measured(value, tolerance) if value is not None else None


def _with_blanks(item: _Item, node: Node, gaps: tuple[str, ...], without: tuple[str, ...]) -> str:
    """The text with `____` where gaps stand."""

    def blanked(own: Node) -> Node:
        children: list[Node | str] = []
        for child in own.children:
            if isinstance(child, str):
                children.append(child)
            else:
                children.append("____" if child.tag in gaps else blanked(child))
        return Node(own.tag, own.space, own.attributes, own.line, children)

    return item.text(blanked(node), without)


def _told(item: _Item) -> Callable[[Draft], Draft]:
    """Feedback that a player would show behind the item."""
    said = {
        node.get("identifier"): item.text(node, ())
        for node in item.root.all("modalFeedback", "feedbackBlock")
        if node.get("showHide", "show") == "show"
    }

    def tell(draft: Draft) -> Draft:
        by_kind: dict[str, list[str]] = {}
        for name, text in said.items():
            key = (
                "right"
                if name.lower() in RIGHT
                else "wrong"
                if name.lower() in WRONG
                else "general"
            )
            by_kind.setdefault(key, []).append(text)
        feedback = {key: "\n".join(texts) for key, texts in by_kind.items() if key != "general"}
        return replace(
            draft,
            explanation="\n".join(by_kind.get("general", ())),
            feedback={**draft.feedback, **feedback},
        )

    return tell


RIGHT = frozenset(("correct", "right", "true"))
WRONG = frozenset(("incorrect", "wrong", "false"))
KINDS: Mapping[str, Callable[[_Item, Node, _Response, Draft], Draft]] = {
    "choiceInteraction": _choosing,
    "hottextInteraction": _choosing,
    "orderInteraction": _ordering,
    "matchInteraction": _matching,
    "gapMatchInteraction": _gap_match,
    "extendedTextInteraction": _extended,
    "sliderInteraction": _slider,
}
