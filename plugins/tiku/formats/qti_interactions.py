"""The interactions of a QTI item, each as a draft of a question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tiku.formats import weights
from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Said
from tiku.formats.markup import of_node
from tiku.formats.media import Gallery
from tiku.formats.source import Source
from tiku.formats.xml_tree import Node

INLINE = ("textEntryInteraction", "inlineChoiceInteraction")
SAID = ("prompt", "feedbackInline", "feedbackBlock", "rubricBlock", "modalFeedback")


@dataclass(slots=True)
class Response:
    """What a declaration says is right."""

    values: list[str] = field(default_factory=list)
    mapped: dict[str, float] = field(default_factory=dict)
    base: str = ""
    cardinality: str = "single"


@dataclass(slots=True)
class Item:
    source: Source
    root: Node
    gallery: Gallery
    responses: dict[str, Response]
    body: Node

    def text(self, node: Node | None, without: tuple[str, ...] = SAID) -> str:
        return of_node(node, self.gallery, without) if node else ""


def answered(item: Item, own: Node, draft: Draft) -> Draft:
    make = KINDS.get(own.tag)
    response = item.responses.get(own.get("responseIdentifier"), Response())
    return (
        make(item, own, response, draft)
        if make
        else draft.doubting("kind-not-supported", text=own.tag)
    )


def _choices(item: Item, own: Node, tag: str = "simpleChoice") -> tuple[list[str], list[str]]:
    nodes = list(own.all(tag))
    return [node.get("identifier") for node in nodes], [item.text(node) for node in nodes]


def _choosing(item: Item, own: Node, response: Response, draft: Draft) -> Draft:
    tag = "hottext" if own.tag == "hottextInteraction" else "simpleChoice"
    idents, texts = _choices(item, own, tag)
    draft = _with_sentence(item, own, draft) if tag == "hottext" else draft
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


def _with_sentence(item: Item, own: Node, draft: Draft) -> Draft:
    """What is marked stands in a text, which is a part of what is asked."""
    parts = [item.text(part, ()) for part in own.nodes() if part.tag != "prompt"]
    return replace(draft, stem="\n".join(filter(None, (draft.stem, *parts))))


def _inline_feedback(item: Item, own: Node, tag: str) -> dict[str, str]:
    said = {}
    for at, node in enumerate(own.all(tag)):
        inline = [item.text(part, ()) for part in node.all("feedbackInline", "feedbackBlock")]
        if inline:
            said[str(at)] = "\n".join(inline)
    return said


def _ordering(item: Item, own: Node, response: Response, draft: Draft) -> Draft:
    """The choices in their right order; the file has them as they are shown."""
    idents, texts = _choices(item, own)
    draft = replace(draft, kind="ordering", choices=tuple(texts))
    if sorted(response.values) != sorted(idents):
        return draft.doubting("no-answer")
    ordered = tuple(texts[idents.index(value)] for value in response.values)
    return replace(draft, choices=ordered, right=Chosen(tuple(range(len(ordered)))))


def _matching(item: Item, own: Node, response: Response, draft: Draft) -> Draft:
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


def _gap_match(item: Item, own: Node, response: Response, draft: Draft) -> Draft:
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


def _extended(item: Item, own: Node, response: Response, draft: Draft) -> Draft:
    rubric = [
        item.text(node, ()) for node in item.root.all("rubricBlock") if "scorer" in node.get("view")
    ]
    if rubric or response.values:
        return replace(draft, right=Said("\n".join(rubric or response.values)))
    return draft.doubting("no-answer")


def _slider(item: Item, own: Node, response: Response, draft: Draft) -> Draft:
    value = weights.number(response.values[0]) if response.values else None
    draft = replace(draft, kind="numeric")
    return (
        replace(draft, right=Measured(value)) if value is not None else draft.doubting("no-answer")
    )


def blanks(item: Item, base: Draft, inline: list[Node]) -> Draft:
    """A text with gaps; a number alone is a calculation."""
    stem = _with_blanks(item, item.body, INLINE, SAID)
    responses = [item.responses.get(own.get("responseIdentifier"), Response()) for own in inline]
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


def _measured(item: Item, response: Response) -> Measured | None:
    value = weights.number(response.values[0]) if response.values else None
    tolerance = Decimal(0)
    for own in item.root.all("equal"):
        parts = own.get("tolerance").split()
        found = (
            weights.number(parts[0]) if parts and own.get("toleranceMode") == "absolute" else None
        )
        tolerance = found or tolerance
    tolerance = tolerance or _half_of_bounds(item, response)
    return Measured(value, tolerance) if value is not None else None


def _half_of_bounds(item: Item, response: Response) -> Decimal:
    """Of the conditions that its value is at least and at most something; else 0."""
    for both in item.root.all("and"):
        ends = [both.first(name) for name in ("gte", "lte")]
        asked = [end.first("variable") if end else None for end in ends]
        if all(one and item.responses.get(one.get("identifier")) is response for one in asked):
            least, most = (weights.number(end.text("baseValue")) for end in ends if end)
            if least is not None and most is not None:
                return (most - least) / 2
    return Decimal(0)


def _with_blanks(item: Item, node: Node, gaps: tuple[str, ...], without: tuple[str, ...]) -> str:
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


KINDS: Mapping[str, Callable[[Item, Node, Response, Draft], Draft]] = {
    "choiceInteraction": _choosing,
    "hottextInteraction": _choosing,
    "orderInteraction": _ordering,
    "matchInteraction": _matching,
    "gapMatchInteraction": _gap_match,
    "extendedTextInteraction": _extended,
    "sliderInteraction": _slider,
}
