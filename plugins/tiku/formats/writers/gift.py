"""GIFT, Moodle's text format: https://docs.moodle.org/en/GIFT_format."""

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape

from tiku.formats.writers.exported import Bundle, Choice, Exported, Loss, Rich, Written, loss
from tiku.locales.catalogue import Words

SPECIAL = re.compile(r"([~=#{}:\\])")
PERCENT = 100
MOST_RIGHT = 10
"""Moodle has no fraction for a share of more."""
ARROW = "→"


def write(bundle: Bundle) -> Written:
    """Questions apart by an empty line, their topics as categories."""
    blocks, topic = [], ""
    for question in bundle.questions:
        if question.topic_title != topic:
            topic = question.topic_title
            blocks.append(f"$CATEGORY: $course$/{_category(topic)}")
        if len(question.right) <= MOST_RIGHT or question.kind != "multiple":
            blocks.append(_question(question, bundle.words))
    losses = tuple(told for question in bundle.questions for told in _losses(question))
    left_out = tuple(str(told.details["id"]) for told in losses if told.own == "too-many-right")
    return Written(("\n\n".join(blocks) + "\n").encode(), losses, left_out)


def escaped(text: str) -> str:
    """What means something to GIFT means itself; one line."""
    return SPECIAL.sub(r"\\\1", text).replace("\r", "").replace("\n", "\\n")


def rich(text: Rich) -> str:
    """With its format in front, so that nothing in it is taken for one."""
    if not text.markdown:
        return ""
    if text.is_plain:
        return f"[plain]{escaped(text.lines)}"
    return f"[html]{escaped(text.html)}"


def _category(title: str) -> str:
    return escaped(title.replace("/", "//"))


def _question(question: Exported, words: Words) -> str:
    about = " ".join(
        (f"[id:{question.id}]", *(f"[tag:{tag}]" for tag in _tags(question))),
    )
    title = escaped(question.id)
    inside = KINDS[question.kind](question)
    general = rich(_general(question))
    ending = f"\n####{general}" if general else ""
    return f"// {about}\n::{title}::{rich(_stem(question, words))}{{{inside}{ending}\n}}"


def _tags(question: Exported) -> tuple[str, ...]:
    return tuple(tag for tag in (*question.tags, question.difficulty) if tag)


def _stem(question: Exported, words: Words) -> Rich:
    """With what the format has no place for: the case's material, and the unit."""
    stem = question.stem
    if question.number and question.number.unit:
        unit = words("export.unit", unit=question.number.unit)
        html = stem.html.removesuffix("</p>") + escape(unit, quote=False) + "</p>"
        stem = Rich(stem.markdown + unit, html)
    if question.case:
        text = question.case.text
        stem = Rich(f"{text.markdown}\n\n{stem.markdown}", f"{text.html}\n{stem.html}")
    return stem


def _general(question: Exported) -> Rich:
    parts = [question.explanation, question.model]
    found = [part for part in parts if part.markdown]
    return Rich(
        "\n\n".join(part.markdown for part in found), "\n".join(part.html for part in found)
    )


def _choosing(question: Exported) -> str:
    wrong = -PERCENT if question.kind == "multiple" else 0
    right = PERCENT / max(len(question.right), 1)
    return "".join(f"\n{_option(c, right, wrong)}" for c in question.in_view())


def _option(choice: Choice, right: float, wrong: int) -> str:
    why = f"#{rich(choice.why)}" if choice.why.markdown else ""
    if choice.is_right and right == PERCENT:
        return f"={rich(choice.text)}{why}"
    weight = right if choice.is_right else wrong
    return f"~{f'%{weight:.5g}%' if weight else ''}{rich(choice.text)}{why}"


def _judged(question: Exported) -> str:
    why = f"#{rich(question.why_wrong)}" if question.why_wrong.markdown else ""
    return f"{str(question.truth).upper()}{why}"


def _number(question: Exported) -> str:
    number = question.number
    assert number is not None
    return f"#{number.value:f}:{number.tolerance:f}"


def _short_answers(question: Exported) -> str:
    """A star stands for anything unless it is escaped for Moodle too."""
    wild = "\\*"
    return "".join(f"\n={_side(word.replace('*', wild))}" for word in question.accepted)


def _pairs(question: Exported) -> str:
    texts = {choice.id: choice.text for choice in question.choices}
    pairs = [(_arrow(rich(own.text)), texts[own.choice].line) for own in question.prompts]
    pairs += [("", choice.text.line) for choice in question.choices if not choice.is_right]
    return "".join(f"\n={left} -> {_side(right)}" for left, right in pairs)


def _side(text: str) -> str:
    return _arrow(escaped(text))


def _arrow(text: str) -> str:
    """What stands between the sides of a pair cannot be escaped."""
    return text.replace("->", ARROW)


def _in_order(question: Exported) -> str:
    """The format has none: places are matched with what stands there."""
    pairs = enumerate(question.choices, 1)
    return "".join(f"\n={place} -> {_side(choice.text.line)}" for place, choice in pairs)


def _essay(question: Exported) -> str:
    return ""


KINDS: Mapping[str, Callable[[Exported], str]] = {
    "single": _choosing,
    "multiple": _choosing,
    "true-false": _judged,
    "numeric": _number,
    "text": _short_answers,
    "matching": _pairs,
    "ordering": _in_order,
    "open": _essay,
}


def _losses(question: Exported) -> Iterator[Loss]:
    if question.pictures():
        yield loss("no-pictures", question)
    if question.case:
        yield loss("case-in-stem", question)
    if question.kind == "ordering":
        yield loss("ordering-as-matching", question)
    if question.kind == "multiple" and len(question.right) > MOST_RIGHT:
        yield loss("too-many-right", question, most=MOST_RIGHT)
    elif question.kind == "multiple" and not question.is_shared:
        yield loss("points-by-share", question)
    if question.number and question.number.unit:
        yield loss("unit-in-stem", question)
    if question.kind in ("text", "matching", "ordering") and _has_arrow(question):
        yield loss("arrow", question)
    if question.points:
        yield loss("no-checklist", question)
    if question.hint.markdown:
        yield loss("no-hint", question)
    if any(prompt.why.markdown for prompt in question.prompts):
        yield loss("no-why", question)


def _has_arrow(question: Exported) -> bool:
    texts = [choice.text.line for choice in question.choices]
    texts += [prompt.text.line for prompt in question.prompts]
    return any("->" in text for text in (*texts, *question.accepted))
