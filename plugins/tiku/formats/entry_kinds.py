"""A draft of each kind -> the fields of its entry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256

from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Said, Truth
from tiku.formats.entry import Entry, Target, Value, Word, explanation_of, prose, title_of
from tiku.text.folding import fold

LETTERS = "abcdefghijklmnopqrstuvwxyz"
BLANK = "____"
POINT = re.compile(r"\n+|[;；]|(?<=[。！？])(?=\S)")
POINT_NUMBER = re.compile(r"^\s*(?:[（(]\s*\d+\s*[)）]|\d+[.．、)]|[①-⑳]|[-•])\s*")
NUMBERED = re.compile(r"(?<=\S)(?=[（(]\d+[)）]|[①-⑳])")
LINES = re.compile(r"_{2,}|＿+")
MOST_POINTS = 12


def _choice_ids(
    name: str, texts: Sequence[str], told: Sequence[str], target: Target, mixed: bool
) -> list[str]:
    """The ids that the bank has for these texts, or that the file tells, else letters; a reworded
    one keeps its place's."""
    known = target.known.get(name, {})
    ids = [known.get(fold(text), "") for text in texts]
    for at, own in enumerate(told if len(told) <= len(texts) else ()):
        ids[at] = ids[at] or ("" if own in ids else own)
    spare = [own for own in known.values() if own not in ids]
    order = list(known.values())
    for at in range(len(ids)):
        if not ids[at] and at < len(order) and order[at] in spare:
            ids[at] = order[at]
            spare.remove(order[at])
    free = (letter for letter in _letters() if letter not in {*known.values(), *ids})
    ranked = sorted(range(len(ids)), key=lambda at: sha256(texts[at].encode()).hexdigest())
    for at in ranked if mixed else range(len(ids)):
        ids[at] = ids[at] or next(free)
    return ids


def _letters() -> Iterator[str]:
    yield from LETTERS
    number = 0
    while True:
        number += 1
        yield f"c-{number}"


def _choosing(draft: Draft, target: Target, name: str) -> dict[str, Value]:
    ids = _choice_ids(name, draft.choices, draft.choice_ids, target, target.shuffled)
    right = draft.right.indexes if isinstance(draft.right, Chosen) else ()
    taken = set(right)
    listed = dict(zip(ids, (prose(text, target) for text in draft.choices), strict=True))
    if target.shuffled:
        listed = dict(sorted(listed.items()))
    values: dict[str, Value] = {"kind": draft.kind, "stem": prose(draft.stem, target)}
    if listed:
        values["choices"] = listed
    if right:
        named_right: list[str] = [Word(ids[at]) for at in right]
        values["answer"] = named_right[0] if draft.kind == "single" else named_right
    why = {
        ids[int(at)]: prose(text, target)
        for at, text in draft.feedback.items()
        if at.isdecimal() and int(at) < len(ids) and int(at) not in taken
    }
    return values | ({"why": why} if why else {})


def _ordering(draft: Draft, target: Target, name: str) -> dict[str, Value]:
    ids = _choice_ids(name, draft.choices, draft.choice_ids, target, mixed=True)
    listed = dict(zip(ids, (prose(text, target) for text in draft.choices), strict=True))
    values: dict[str, Value] = {
        "kind": "ordering",
        "stem": prose(draft.stem, target),
        "choices": listed if draft.choice_ids else dict(sorted(listed.items())),
    }
    if isinstance(draft.right, Chosen):
        order: list[str] = [Word(ids[at]) for at in draft.right.indexes]
        values["answer"] = order
    return values


def _true_false(draft: Draft, target: Target, name: str) -> dict[str, Value]:
    values: dict[str, Value] = {"kind": "true-false", "stem": prose(draft.stem, target)}
    if isinstance(draft.right, Truth):
        values["answer"] = Word(str(draft.right.value).lower())
        if draft.feedback.get("wrong"):
            wrong = str(not draft.right.value).lower()
            values["why"] = {wrong: prose(draft.feedback["wrong"], target)}
    return values


def _numeric(draft: Draft, target: Target, name: str) -> dict[str, Value]:
    values: dict[str, Value] = {"kind": "numeric", "stem": prose(draft.stem, target)}
    if isinstance(draft.right, Measured):
        answer: dict[str, str] = {"value": number(draft.right.value)}
        if draft.right.tolerance:
            answer["tolerance"] = number(draft.right.tolerance)
        if draft.right.units:
            answer["unit"] = draft.right.units[0]
        if draft.right.formula:
            answer["formula"] = draft.right.formula
        values["answer"] = answer if len(answer) > 1 else answer["value"]
    return values


def number(value: Decimal) -> Word:
    """Without exponent and without zeros at the end."""
    text = f"{value:f}"
    return Word(text.rstrip("0").rstrip(".") if "." in text else text)


def _matching(draft: Draft, target: Target, name: str) -> dict[str, Value]:
    values: dict[str, Value] = {"kind": "matching", "stem": prose(draft.stem, target)}
    if isinstance(draft.right, Paired):
        rights = draft.right.right_sides()
        told = _choice_ids(name, rights, draft.choice_ids, target, mixed=True)
        ids = dict(zip(rights, told, strict=True))
        prompts = dict(zip(_prompt_ids(draft), draft.right.pairs, strict=True))
        listed = {ids[right]: prose(right, target) for right in rights}
        values["prompts"] = {own: prose(left, target) for own, (left, _) in prompts.items()}
        values["choices"] = listed if draft.right.offered else dict(sorted(listed.items()))
        values["answer"] = {own: Word(ids[right]) for own, (_, right) in prompts.items()}
        values |= _pair_whys(draft, list(prompts))
    return values


def _prompt_ids(draft: Draft) -> list[str]:
    """The file's own, if it has one for each."""
    count = len(draft.right.pairs) if isinstance(draft.right, Paired) else 0
    numbered = [f"p-{at}" for at in range(1, count + 1)]
    return list(draft.prompt_ids) if len(draft.prompt_ids) == count else numbered


def _pair_whys(draft: Draft, names: Sequence[str]) -> dict[str, Value]:
    said = {name: draft.feedback.get(f"pair {at}", "") for at, name in enumerate(names, 1)}
    why = {name: text for name, text in said.items() if text}
    return {"why": why} if why else {}


def _open(draft: Draft, target: Target, name: str) -> dict[str, Value]:
    values: dict[str, Value] = {"kind": "open", "stem": prose(draft.stem, target)}
    if isinstance(draft.right, Said):
        values["answer"] = prose(draft.right.text, target)
        values["checklist"] = {
            f"p-{at}": text for at, text in enumerate(points(draft.right.text), 1)
        }
    return values


def points(text: str) -> list[str]:
    """What a good answer says, point by point, as far as its own marks tell."""
    parts = [POINT_NUMBER.sub("", part).strip() for part in POINT.split(NUMBERED.sub("\n", text))]
    kept = list(dict.fromkeys(part for part in parts if part))
    return kept if 1 < len(kept) <= MOST_POINTS else [" ".join(text.split())]


def _fill(draft: Draft, target: Target, name: str) -> dict[str, Value]:
    right = draft.right if isinstance(draft.right, Filled) else Filled(())
    stem = LINES.sub(BLANK, draft.stem)
    count = max(len(right.blanks), stem.count(BLANK))
    if count <= 1:
        return _blank(prose(stem, target), right, 0)
    return _blanks(replace(draft, stem=stem), right, count, target)


def _blank(stem: str, right: Filled, at: int) -> dict[str, Value]:
    """One blank: to be written, or picked from what is offered."""
    accepted = right.blanks[at] if at < len(right.blanks) else ()
    offered = right.offered[at] if at < len(right.offered) else ()
    if offered and accepted and set(accepted) <= set(offered):
        ids = dict(zip(offered, _letters(), strict=False))
        named_right: list[str] = [Word(ids[text]) for text in dict.fromkeys(accepted)]
        answer: Value = named_right[0] if len(named_right) == 1 else named_right
        kind = "single" if len(named_right) == 1 else "multiple"
        return {
            "kind": kind,
            "stem": stem,
            "choices": {ids[text]: text for text in offered},
            "answer": answer,
        }
    values: dict[str, Value] = {"kind": "text", "stem": stem}
    if accepted:
        values["answer"] = list(dict.fromkeys(accepted))
    return values


def _blanks(draft: Draft, right: Filled, count: int, target: Target) -> dict[str, Value]:
    """Several blanks: the text is the material, each blank a question about it."""
    parts = draft.stem.split(BLANK)
    text = "".join(
        f"{part}（{at}）{BLANK}" if at < len(parts) else part for at, part in enumerate(parts, 1)
    )
    inner = []
    for at in range(count):
        values: dict[str, Value] = {
            "id": f"blank-{at + 1}",
            **_blank(target.words("import.blank", number=at + 1), right, at),
        }
        inner.append(Entry(values))
    if draft.hint:
        inner[0].values["hint"] = prose(draft.hint, target)
    explanation = explanation_of(draft)
    if explanation:
        inner[-1].values["explanation"] = prose(explanation, target)
    return {
        "kind": "case",
        "title": title_of(draft.stem),
        "material": prose(text, target),
        "questions": inner,
    }


MAKERS = {
    "single": _choosing,
    "multiple": _choosing,
    "ordering": _ordering,
    "true-false": _true_false,
    "numeric": _numeric,
    "matching": _matching,
    "open": _open,
    "flashcard": _open,
    "fill": _fill,
}
