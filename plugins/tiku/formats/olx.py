"""Open edX problems (OLX): https://docs.openedx.org/en/latest/educators/olx/."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from tiku.formats import weights, xml_tree
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Measured, Reading
from tiku.formats.markup import of_node
from tiku.formats.media import Gallery, doubted
from tiku.formats.source import Source
from tiku.formats.xml_tree import Node

HINTS = ("choicehint", "compoundhint", "optionhint", "correcthint", "description")
LIST = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
EXPLANATION = re.compile(r"^(?:Explanation|Solution|解析|解释|說明)\s*+[:：]?\s*", re.IGNORECASE)


def _below(node: Node) -> Iterator[Node]:
    for child in node.nodes():
        yield child
        yield from _below(child)


def read(source: Source) -> Reading:
    """Each response of a problem is a question."""
    root = xml_tree.parse(source)
    gallery = Gallery()
    problems = [root] if root.tag == "problem" else list(root.all("problem"))
    drafts: list[Draft] = []
    skipped = []
    for problem in problems:
        found = list(_questions(source, problem, gallery))
        if not found:
            skipped.append(
                doubt(
                    "text-only-skipped",
                    source.place(problem.line),
                    text=problem.get("display_name"),
                )
            )
        drafts += found
    return Reading(tuple(drafts), tuple(skipped), gallery.kept)


def _questions(source: Source, problem: Node, gallery: Gallery) -> Iterator[Draft]:
    responses = [node for node in _below(problem) if node.tag.endswith("response")]
    hints = [of_node(hint, gallery) for hint in problem.all("hint")]
    name = problem.get("url_name")
    pending: list[str] = []
    stems = {id(node): text for node, text in _leads(problem, responses, gallery, pending)}
    shared = [of_node(node, gallery) for node in problem.nodes("solution")]
    for at, node in enumerate(responses):
        inner = [of_node(own, gallery) for own in node.all("solution")]
        behind = _solution_behind(problem, node, gallery)
        explanation = inner or behind or (shared if len(responses) == 1 else [])
        draft = Draft(
            place=source.place(node.line),
            kind="open",
            stem=_stem(node, gallery) or stems.get(id(node), ""),
            given=f"{name}-{at + 1}" if name and len(responses) > 1 else name,
            topic=problem.get("display_name").strip(),
            hint="\n".join(hints) if at == 0 else "",
            explanation=EXPLANATION.sub("", "\n".join(explanation)).strip(),
        )
        make = KINDS.get(node.tag)
        made = (
            make(node, draft, gallery)
            if make
            else draft.doubting("kind-not-supported", text=node.tag)
        )
        yield doubted(made, gallery.take_missing())


def _leads(
    node: Node, responses: list[Node], gallery: Gallery, pending: list[str]
) -> Iterator[tuple[Node, str]]:
    """The paragraphs and labels in front of a response that has none inside."""
    for child in node.nodes():
        if child in responses:
            yield child, "\n".join(pending)
            pending.clear()
        elif child.tag in ("solution", "demandhint"):
            continue
        elif any(own in responses for own in _below(child)):
            yield from _leads(child, responses, gallery, pending)
        else:
            text = of_node(child, gallery)
            pending += [text] if text else []


def _solution_behind(problem: Node, response: Node, gallery: Gallery) -> list[str]:
    """A solution right below the problem belongs to the response before it."""
    own: Node | None = None
    found = []
    for child in problem.nodes():
        if child.tag.endswith("response"):
            own = child
        elif child.tag == "solution" and own is response:
            found.append(of_node(child, gallery))
    return found


def _stem(node: Node, gallery: Gallery) -> str:
    parts = [
        of_node(own, gallery) for own in node.nodes() if own.tag in ("label", "p", "div", "pre")
    ]
    return "\n".join(part for part in parts if part)


def _choosing(node: Node, draft: Draft, gallery: Gallery) -> Draft:
    choices = list(node.all("choice"))
    right = tuple(at for at, own in enumerate(choices) if own.get("correct").lower() == "true")
    several = node.tag == "choiceresponse"
    draft = replace(
        draft,
        kind="multiple" if several else "single",
        choices=tuple(of_node(own, gallery, HINTS) for own in choices),
        feedback=_said(choices, gallery) if not several else {},
    )
    if any(own.get("correct").lower() == "partial" for own in choices):
        draft = draft.doubting("partial-credit")
    if several:
        told = [of_node(hint, gallery) for hint in node.all("choicehint", "compoundhint")]
        draft = replace(draft, unknown=tuple(("hint", text) for text in told if text))
    if not right:
        return draft.doubting("no-answer")
    if not several and len(right) > 1:
        return draft.doubting("kind-conflict")
    return weights.judged(replace(draft, right=Chosen(right)))


def _said(choices: list[Node], gallery: Gallery) -> dict[str, str]:
    said = {}
    for at, own in enumerate(choices):
        hints = [of_node(hint, gallery) for hint in own.all("choicehint", "optionhint")]
        if hints:
            said[str(at)] = "\n".join(hints)
    return said


def _options(node: Node, draft: Draft, gallery: Gallery) -> Draft:
    """The list as an attribute, or an element each."""
    owner = next(node.all("optioninput"), node)
    nodes = list(owner.all("option"))
    if nodes:
        texts = tuple(of_node(own, gallery, HINTS) for own in nodes)
        right = tuple(at for at, own in enumerate(nodes) if own.get("correct").lower() == "true")
    else:
        texts = tuple(
            (one or other).replace("\\'", "'") for one, other in LIST.findall(owner.get("options"))
        )
        right = (texts.index(owner.get("correct")),) if owner.get("correct") in texts else ()
    draft = replace(draft, kind="single", choices=texts, feedback=_said(nodes, gallery))
    return (
        weights.judged(replace(draft, right=Chosen(right)))
        if len(right) == 1
        else draft.doubting("no-answer")
    )


def _numeric(node: Node, draft: Draft, gallery: Gallery) -> Draft:
    answer = node.get("answer").strip()
    draft = replace(draft, kind="numeric")
    between = re.fullmatch(r"[\[(]\s*([^,]+),\s*([^,]+)[\])]", answer)
    if between:
        found = weights.ranged(between[1], between[2])
        return (
            replace(draft, right=found)
            if found
            else draft.doubting("answer-unreadable", text=answer)
        )
    value = weights.number(answer)
    if value is None:
        return replace(draft, found=answer).doubting(
            "answer-unreadable" if answer else "no-answer", text=answer
        )
    return replace(draft, right=Measured(value, _tolerance(node, value)))


def _tolerance(node: Node, value: Decimal) -> Decimal:
    for own in node.all("responseparam"):
        text = own.get("default").strip()
        found = weights.number(text.removesuffix("%"))
        if own.get("type") == "tolerance" and found is not None:
            return abs(value * found / 100) if text.endswith("%") else found
    return Decimal(0)


def _string(node: Node, draft: Draft, gallery: Gallery) -> Draft:
    more = [own.get("answer") or own.text() for own in node.all("additional_answer", "or_answer")]
    accepted = tuple(text.strip() for text in (node.get("answer"), *more) if text.strip())
    draft = replace(draft, kind="fill")
    if "regexp" in node.get("type"):
        draft = draft.doubting("wildcard", text="、".join(accepted))
    return replace(draft, right=Filled((accepted,))) if accepted else draft.doubting("no-answer")


KINDS: Mapping[str, Callable[[Node, Draft, Gallery], Draft]] = {
    "multiplechoiceresponse": _choosing,
    "choiceresponse": _choosing,
    "optionresponse": _options,
    "numericalresponse": _numeric,
    "stringresponse": _string,
}
