"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format."""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from html import unescape

from tiku.formats import gaps, weights, xml_tree
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Paired, Reading, Said, Truth
from tiku.formats.markup import escaped, markdown
from tiku.formats.media import Gallery, doubted
from tiku.formats.source import Source
from tiku.formats.weights import Weighed
from tiku.formats.xml_tree import Node
from tiku.model.problem import Problem

PLUGIN = "@@PLUGINFILE@@/"
CONTEXT = re.compile(
    r"^(?:\$[\w$]*\$|top|(?:Default for|默认|預設).*|.*(?:的默认|默认类别|的預設|預設類別))$"
)
STANDARD = frozenset(
    (
        "Your answer is correct.",
        "Your answer is partially correct.",
        "Your answer is incorrect.",
        "您的答案正确。",
        "您的答案部分正确。",
        "您的答案错误。",
        "你的答案正確。",
        "你的答案部分正確。",
        "你的答案不正確。",
    )
)
SLOT = re.compile(r"\[\[(\d{1,3})[^\]]*\]\]")
OURS = ("difficulty", "syllabus")
"""What the first part of a tag of ours names."""
MATERIAL = re.compile(
    r'<div class="tiku-material" id="([a-z0-9-]{1,200})"><p><strong>([^<]{0,400})</strong></p>'
    r"(.*)</div>\n(.*)",
    re.DOTALL,
)
FALSE = frozenset(("false", "错误", "错", "錯誤", "錯"))


@dataclass(slots=True)
class _Reader:
    source: Source
    gallery: Gallery
    files: dict[str, bytes]

    def html(self, node: Node | None) -> str:
        """A text element with its format."""
        if node is None:
            return ""
        text = node.text("text") if node.first("text") else "".join(node.strings()).strip()
        form = node.get("format", "html")
        if form == "markdown":
            return text
        return (
            markdown(text, self.gallery)
            if form in ("html", "moodle_auto_format")
            else escaped(text)
        )

    def look(self, name: str) -> bytes | None:
        return self.files.get(name.removeprefix(PLUGIN).lstrip("/"))

    def answers(self, question: Node, plain: bool = False) -> list[Weighed]:
        return [
            Weighed(
                own.text("text") if plain else self.html(own),
                _float(own.get("fraction", "0")),
                self.html(own.first("feedback")),
                own.text("tolerance"),
            )
            for own in question.nodes("answer")
        ]


def read(source: Source) -> Reading:
    """Every question; what has no answer to be given is told and left out."""
    root = xml_tree.parse(source)
    reader = _Reader(source, Gallery(), {})
    reader.gallery.look = reader.look
    drafts: list[Draft] = []
    problems: list[Problem] = []
    topic = ""
    for question in root.nodes("question"):
        kind = question.get("type")
        if kind == "category":
            topic = _category(question.text("category"))
        elif kind == "description":
            place = source.place(question.line)
            problems.append(
                doubt(
                    "description-skipped",
                    place,
                    text=reader.html(question.first("questiontext"))[:40],
                )
            )
        else:
            drafts.append(_question(reader, question, kind, topic))
    return Reading(tuple(drafts), tuple(problems), reader.gallery.kept)


def _category(path: str) -> str:
    """Without the context that Moodle puts in front."""
    names = [name.replace("\0", "/").strip() for name in path.replace("//", "\0").split("/")]
    return "/".join(name for name in names if name and not CONTEXT.match(name))


def _question(reader: _Reader, question: Node, kind: str, topic: str) -> Draft:
    reader.files = _files(question)
    text = question.first("questiontext")
    said = {
        name: reader.html(question.first(element))
        for name, element in (("right", "correctfeedback"), ("wrong", "incorrectfeedback"))
    }
    draft = Draft(
        place=reader.source.place(question.line),
        kind="open",
        stem=reader.html(text),
        given=question.text("idnumber"),
        explanation=reader.html(question.first("generalfeedback")),
        feedback={name: told for name, told in said.items() if told and told not in STANDARD},
        topic=topic,
        points=_points(question.text("defaultgrade")),
        tags=tuple(tag.text() for tag in (question.first("tags") or question).nodes("tag")),
        hint=reader.html(question.first("hint")),
        unknown=(("name", question.text("name")),) if question.text("name") else (),
    )
    make = KINDS.get(kind)
    made = (
        make(reader, question, draft) if make else draft.doubting("kind-not-supported", text=kind)
    )
    made = replace(made, feedback={**draft.feedback, **made.feedback})
    if question.text("hidden") == "1":
        made = made.doubting("hidden")
    return doubted(_ours(reader, made, text), reader.gallery.take_missing())


def _ours(reader: _Reader, draft: Draft, asked: Node | None) -> Draft:
    """With what `tiku export moodle` says in tags, and puts before the stem."""
    named = [tag.partition(":") for tag in draft.tags]
    told = {name: [own for head, _, own in named if head == name and own] for name in OURS}
    ours: dict[str, object] = {"syllabus": told["syllabus"]} if told["syllabus"] else {}
    draft = replace(
        draft,
        tags=tuple(tag for tag in draft.tags if tag.partition(":")[0] not in OURS),
        difficulty="".join(told["difficulty"][:1]),
        ours=ours,
    )
    found = MATERIAL.fullmatch(asked.text("text")) if asked else None
    if found is None:
        return draft
    material, stem = (markdown(html, reader.gallery) for html in found.groups()[2:])
    given = draft.given.removeprefix(f"{found[1]}/")
    case = (found[1], unescape(found[2]))
    return replace(draft, stem=stem, material=material, case=case, given=given)


def _files(question: Node) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for file in question.all("file"):
        name = f"{file.get('path', '/')}{file.get('name')}".lstrip("/")
        try:
            files[name] = base64.b64decode(file.text(), validate=False)
        except (binascii.Error, ValueError):
            continue
    return files


def _multichoice(reader: _Reader, question: Node, draft: Draft) -> Draft:
    single = question.text("single") in ("true", "1", "")
    return weights.chosen(draft, reader.answers(question), single)


def _true_false(reader: _Reader, question: Node, draft: Draft) -> Draft:
    draft = replace(draft, kind="true-false")
    found = reader.answers(question, plain=True)
    right = next((own for own in found if own.weight > 0), None)
    if right is None:
        return draft.doubting("no-answer")
    told = {"right" if own is right else "wrong": own.feedback for own in found if own.feedback}
    return replace(draft, right=Truth(right.text.strip().lower() not in FALSE), feedback=told)


def _short(reader: _Reader, question: Node, draft: Draft) -> Draft:
    return weights.accepted(draft, reader.answers(question, plain=True))


def _numeric(reader: _Reader, question: Node, draft: Draft) -> Draft:
    units = [unit.text("unit_name") for unit in (question.first("units") or question).nodes("unit")]
    return weights.measured(draft, reader.answers(question, plain=True), units)


def _calculated(reader: _Reader, question: Node, draft: Draft) -> Draft:
    formula = "、".join(own.text for own in reader.answers(question, plain=True))
    sets = question.text("dataset_definitions", "dataset_definition", "itemcount") or "0"
    draft = replace(draft, kind="numeric", found=formula)
    return draft.doubting("calculated-not-supported", text=f"{formula} × {sets}")


def _matching(reader: _Reader, question: Node, draft: Draft) -> Draft:
    pairs = [(reader.html(own), _right_side(reader, own)) for own in question.nodes("subquestion")]
    return paired(draft, pairs)


def _right_side(reader: _Reader, own: Node) -> str:
    """Plain text, but for pairs to drag, which say that it is HTML."""
    answer = own.first("answer")
    if answer is not None and answer.get("format") == "html":
        return reader.html(answer)
    return own.text("answer", "text")


def paired(draft: Draft, pairs: list[tuple[str, str]]) -> Draft:
    """A right side without a left one belongs to nothing."""
    own = tuple(pair for pair in pairs if pair[0])
    extra = tuple(right for left, right in pairs if not left and right)
    draft = replace(draft, kind="matching")
    return replace(draft, right=Paired(own, extra)) if own else draft.doubting("no-answer")


def _cloze(reader: _Reader, question: Node, draft: Draft) -> Draft:
    text, found = gaps.cut(question.text("questiontext", "text"))
    draft = replace(draft, kind="fill", stem=markdown(text, reader.gallery))
    if not found:
        return draft.doubting("no-answer")
    for gap in found:
        draft = weights.partial(draft, [own for own in gap.answers if 0 < own.weight < 100])
    blanks = tuple(
        tuple(own.text for own in gap.answers if own.weight >= 100 and own.text != "*")
        for gap in found
    )
    offered = tuple(tuple(own.text for own in gap.answers) if gap.picked else () for gap in found)
    told = "；".join(own.feedback for gap in found for own in gap.answers if own.feedback)
    draft = replace(draft, right=Filled(blanks, offered if any(offered) else ()))
    return replace(draft, unknown=(*draft.unknown, ("feedback", told))) if told else draft


def _select(element: str) -> Callable[[_Reader, Node, Draft], Draft]:
    def make(reader: _Reader, question: Node, draft: Draft) -> Draft:
        own = [(node.text("text"), node.text("group")) for node in question.nodes(element)]
        slots = [int(slot) - 1 for slot in SLOT.findall(draft.stem)]
        draft = replace(draft, kind="fill", stem=SLOT.sub("____", draft.stem))
        if not slots or any(not 0 <= slot < len(own) for slot in slots):
            return draft.doubting("no-answer")
        offered = tuple(
            tuple(text for text, group in own if group == own[slot][1]) for slot in slots
        )
        return replace(draft, right=Filled(tuple((own[slot][0],) for slot in slots), offered))

    return make


def _ordering(reader: _Reader, question: Node, draft: Draft) -> Draft:
    texts = tuple(own.text for own in reader.answers(question))
    return replace(draft, kind="ordering", choices=texts, right=Chosen(tuple(range(len(texts)))))


def _essay(reader: _Reader, question: Node, draft: Draft) -> Draft:
    model = reader.html(question.first("graderinfo"))
    return replace(draft, right=Said(model)) if model else draft.doubting("no-answer")


KINDS: Mapping[str, Callable[[_Reader, Node, Draft], Draft]] = {
    "multichoice": _multichoice,
    "multichoiceset": _multichoice,
    "truefalse": _true_false,
    "shortanswer": _short,
    "numerical": _numeric,
    "calculated": _calculated,
    "calculatedsimple": _calculated,
    "calculatedmulti": _calculated,
    "matching": _matching,
    "ddmatch": _matching,
    "cloze": _cloze,
    "multianswer": _cloze,
    "gapselect": _select("selectoption"),
    "ddwtos": _select("dragbox"),
    "ordering": _ordering,
    "essay": _essay,
}


def _points(text: str) -> Decimal | None:
    value = weights.number(text) if text else None
    return value.normalize() if value else None


def _float(text: str) -> float:
    value = weights.number(text)
    return float(value) if value is not None else 0.0
