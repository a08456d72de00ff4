"""QTI 1.2, as Canvas, Common Cartridge and older systems export it.

https://www.imsglobal.org/question/qtiv1p2/imsqti_asi_bindv1p2.html
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tiku.formats import archive, weights, xml_tree
from tiku.formats.archive import Archive
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Reading, merged
from tiku.formats.markup import escaped, markdown
from tiku.formats.media import Gallery, doubted
from tiku.formats.qti1_conditions import rewarded
from tiku.formats.source import Source
from tiku.formats.xml_tree import Node
from tiku.model.problem import Problem

BASE = re.compile(r"^\$(?:IMS[-_]CC[-_]FILEBASE|IMS_CC_FILEBASE)\$/")
SLOT = re.compile(r"\[([^\[\]\s]{1,60})\]")
GENERAL = ("general_fb", "general", "solution")
ESSAY = ("essay_question", "cc.essay.v0p1", "file_upload_question")


@dataclass(slots=True)
class _Item:
    """An item's parts: texts, what may be chosen, and which answers earn points."""

    node: Node
    reader: "_Reader"
    kind: str
    draft: Draft
    lists: list[tuple[str, str, list[tuple[str, str]]]] = field(default_factory=list)
    """(response, its own text, (ident, text) of each choice)."""
    right: dict[str, list[str]] = field(default_factory=dict)
    wrong: dict[str, set[str]] = field(default_factory=dict)
    worth: dict[tuple[str, str], float] = field(default_factory=dict)


@dataclass(slots=True)
class _Reader:
    source: Source
    gallery: Gallery

    def text(self, node: Node | None) -> str:
        """Of a `material` and what stands for one."""
        if node is None:
            return ""
        parts = []
        for own in node.all("mattext", "matimage"):
            if own.tag == "matimage":
                parts.append(f"![]({self.gallery.name(own.get('uri'))})")
            elif own.get("texttype", "text/plain") == "text/html" or "<" in own.text():
                parts.append(markdown("".join(own.strings()), self.gallery))
            else:
                parts.append(escaped(own.text()))
        return "\n".join(part for part in parts if part)


def read_package(parts: Archive) -> Reading:
    """Every assessment of a package."""
    readings = [Reading(problems=tuple(parts.problems))]
    for name in parts.names(".xml", ".dat", ".qti"):
        part = parts.read(name)
        if b"questestinterop" in part.data[:4096]:
            readings.append(_read(part, Gallery(_finder(parts, name))))
    return merged(readings)


def _finder(parts: Archive, name: str) -> Callable[[str], bytes | None]:
    def look(reference: str) -> bytes | None:
        bare = BASE.sub("", reference).split("?")[0]
        path = parts.beside(name, bare) or parts.beside("web_resources/x", bare)
        return parts.read(path).data if path else None

    return look


def read(source: Source) -> Reading:
    """A package, or a file alone."""
    if archive.is_zip(source.data):
        return read_package(archive.opened(source))
    return _read(source, Gallery())


def _read(source: Source, gallery: Gallery) -> Reading:
    root = xml_tree.parse(source)
    reader = _Reader(source, gallery)
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for topic, node in _items(root, ""):
        item = _item(reader, node, topic)
        if item.kind == "text_only_question" or not _has_response(node):
            problems.append(
                doubt("text-only-skipped", source.place(node.line), text=item.draft.stem[:40])
            )
        else:
            drafts.append(doubted(_decided(item), gallery.take_missing()))
    return Reading(tuple(drafts), tuple(problems), gallery.kept)


def _items(node: Node, topic: str) -> Iterator[tuple[str, Node]]:
    for child in node.nodes():
        if child.tag == "item":
            yield topic, child
        elif child.tag in ("assessment", "section", "objectbank"):
            title = child.get("title").strip()
            yield from _items(child, "/".join(part for part in (topic, title) if part))


def _has_response(node: Node) -> bool:
    return (
        next(node.all("response_lid", "response_str", "response_num", "response_grp"), None)
        is not None
    )


def _item(reader: _Reader, node: Node, topic: str) -> _Item:
    about = {own.text("fieldlabel"): own.text("fieldentry") for own in node.all("qtimetadatafield")}
    presentation = node.first("presentation") or node
    flow = presentation.first("flow") or presentation
    stem = "\n".join(
        text
        for own in flow.nodes()
        if own.tag in ("material", "flow")
        for text in [reader.text(own)]
        if text and not _has_response(own)
    )
    given = about.get("assessment_question_identifierref", "") or node.get("ident")
    draft = Draft(
        place=reader.source.place(node.line),
        kind="open",
        stem=stem,
        given=node.get("ident") or given,
        topic=topic,
        points=_points(about.get("points_possible", about.get("cc_weighting", ""))),
    )
    item = _Item(node, reader, about.get("question_type", about.get("cc_profile", "")), draft)
    for own in presentation.all("response_lid"):
        labels = [(label.get("ident"), reader.text(label)) for label in own.all("response_label")]
        item.lists.append((own.get("ident"), reader.text(own.first("material")), labels))
    _score(item)
    explanation, told = _feedback(item)
    item.draft = replace(item.draft, explanation=explanation, feedback=told)
    return item


def _points(text: str) -> Decimal | None:
    value = weights.number(text) if text else None
    return value.normalize() if value else None


def _score(item: _Item) -> None:
    """Which answers a condition that adds points names, and which it forbids."""
    for worth, response, value, positive in rewarded(item.node):
        if positive:
            item.right.setdefault(response, []).append(value)
            item.worth[response, value] = max(worth, item.worth.get((response, value), 0))
        else:
            item.wrong.setdefault(response, set()).add(value)


def _feedback(item: _Item) -> tuple[str, dict[str, str]]:
    """General feedback explains; that of a choice goes with it."""
    told: dict[str, str] = {}
    explanation = ""
    own = {
        ident: str(at) for _, _, labels in item.lists[:1] for at, (ident, _) in enumerate(labels)
    }
    for node in item.node.nodes("itemfeedback"):
        name, text = node.get("ident"), item.reader.text(node)
        bare = name.removesuffix("_fb")
        if name in GENERAL or node.first("solution"):
            explanation = text or explanation
        elif name in ("correct_fb", "general_correct_fb"):
            told["right"] = text
        elif name in ("general_incorrect_fb", "incorrect_fb"):
            told["wrong"] = text
        elif bare in own:
            told[own[bare]] = text
    return explanation, {at: text for at, text in told.items() if text}


def _decided(item: _Item) -> Draft:
    slots = SLOT.findall(item.draft.stem)
    named = {text: at for at, (_, text, _) in enumerate(item.lists)}
    if item.kind in ESSAY:
        return item.draft.doubting("no-answer")
    if len(item.lists) > 1 and all(slot in named for slot in slots) and slots:
        return _slotted(item, slots)
    if len(item.lists) > 1:
        return _matching(item)
    if item.lists:
        return _choosing(item)
    return _written(item)


def _choosing(item: _Item) -> Draft:
    response, _, labels = item.lists[0]
    cardinality = next(item.node.all("response_lid")).get("rcardinality", "Single")
    right = [ident for ident, _ in labels if ident in item.right.get(response, ())]
    single = cardinality.lower() != "multiple" and "multiple_answers" not in item.kind
    draft = replace(
        item.draft,
        kind="ordering" if cardinality.lower() == "ordered" else "single" if single else "multiple",
        choices=tuple(text for _, text in labels),
    )
    idents = [ident for ident, _ in labels]
    if draft.kind == "ordering":
        right = [ident for ident in item.right.get(response, ()) if ident in idents]
    if single and len(right) > 1:
        best = max(item.worth.get((response, ident), 0) for ident in right)
        part = [ident for ident in right if item.worth.get((response, ident), 0) < best]
        right = [ident for ident in right if ident not in part]
        draft = (
            draft.doubting("partial-credit", text="、".join(dict(labels)[ident] for ident in part))
            if part
            else draft
        )
    if not right or (single and len(right) > 1):
        return draft.doubting("no-answer" if not right else "kind-conflict")
    return weights.judged(replace(draft, right=Chosen(tuple(map(idents.index, right)))))


def _slotted(item: _Item, slots: list[str]) -> Draft:
    """Blanks by name: what is offered in them is either accepted or to be picked from."""
    by_name = {text: (response, dict(labels)) for response, text, labels in item.lists}
    picked = "dropdown" in item.kind or (
        "blanks" not in item.kind and any(len(labels) > 1 for _, labels in by_name.values())
    )
    blanks, offered, unscored = [], [], []
    for slot in slots:
        response, labels = by_name[slot]
        scored = [labels[ident] for ident in item.right.get(response, ()) if ident in labels]
        rest = [text for text in labels.values() if text not in scored]
        blanks.append(tuple(scored) if picked else (*scored, *rest))
        offered.append(tuple(labels.values()) if picked else ())
        unscored += [] if picked else rest
    stem = SLOT.sub(lambda found: "____" if found[1] in by_name else found[0], item.draft.stem)
    draft = replace(
        item.draft,
        kind="fill",
        stem=stem,
        right=Filled(tuple(blanks), tuple(offered) if picked else ()),
    )
    return draft.doubting("scoring-incomplete", text="、".join(unscored)) if unscored else draft


def _matching(item: _Item) -> Draft:
    pairs, used = [], set()
    texts = {ident: text for _, _, labels in item.lists for ident, text in labels}
    for response, left, labels in item.lists:
        right = next(
            (ident for ident in item.right.get(response, ()) if ident in dict(labels)), None
        )
        if right is not None:
            pairs.append((left, dict(labels)[right]))
            used.add(dict(labels)[right])
    draft = replace(item.draft, kind="matching")
    if len(pairs) < len(item.lists):
        return draft.doubting("no-answer")
    extra = tuple(dict.fromkeys(text for text in texts.values() if text not in used))
    return replace(draft, right=Paired(tuple(pairs), extra))


def _written(item: _Item) -> Draft:
    numeric = _number(item)
    if numeric is not None:
        return replace(item.draft, kind="numeric", right=numeric)
    answers = [value for values in item.right.values() for value in values]
    by_blank: Mapping[str, list[str]] = item.right
    if not answers:
        long = next(item.node.all("render_fib"), None)
        short = item.kind in ("short_answer_question",) or (
            long is not None and long.get("rows") == "1"
        )
        return replace(item.draft, kind="fill" if short else "open").doubting("no-answer")
    blanks = tuple(tuple(dict.fromkeys(values)) for values in by_blank.values())
    return replace(item.draft, kind="fill", right=Filled(blanks))


def _number(item: _Item) -> Measured | None:
    least = [own.text() for own in item.node.all("vargte", "vargt")]
    most = [own.text() for own in item.node.all("varlte", "varlt")]
    decimal = any(
        own.get("fibtype").lower() in ("decimal", "integer") for own in item.node.all("render_fib")
    )
    if least and most:
        return weights.ranged(least[0], most[0])
    exact = next((value for values in item.right.values() for value in values), "")
    value = weights.number(exact) if decimal or item.kind.startswith("numerical") else None
    return Measured(value) if value is not None else None
