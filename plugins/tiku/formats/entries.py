"""Drafts -> the entries of a bank: plain keys and values in the order in which they are written.

What our questions cannot say goes into the comments of its entry; what says the same in another
form is written in ours: blanks of one text are a case, a card is an open question.
"""

from collections.abc import Iterator, Sequence

from tiku.formats.draft import Draft, Measured
from tiku.formats.entry import Entry, Target, Value, explanation_of, prose, title_of
from tiku.formats.entry_kinds import MAKERS
from tiku.formats.ids import digest, named

DIFFICULTIES = {
    "easy": ("易", "容易", "简单", "簡單", "低", "较易", "較易", "easy", "1", "一星", "★"),
    "medium": ("中", "中等", "一般", "适中", "適中", "普通", "medium", "normal", "2", "★★"),
    "hard": ("难", "難", "困难", "困難", "高", "较难", "較難", "hard", "difficult", "3", "★★★"),
}


def entries(drafts: Sequence[Draft], target: Target) -> tuple[list[Entry], dict[str, str]]:
    """The entries in order, and the headings by the ids that entries name them with."""
    objectives = {
        _objective(draft): " ".join(draft.topic.split()) for draft in drafts if draft.topic
    }
    made: list[Entry] = []
    for names, group in _groups(drafts, target.topic):
        if group[0].material:
            made.append(_case(names, group, target))
        else:
            made.append(_entry(names[0], group[0], target))
    return made, objectives


def _groups(drafts: Sequence[Draft], topic: str) -> Iterator[tuple[list[str], list[Draft]]]:
    """Neighbours with the same material together, all others alone."""
    names = named(drafts, topic)
    at = 0
    while at < len(drafts):
        stop = at + 1
        material = drafts[at].material
        while material and stop < len(drafts) and drafts[stop].material == material:
            stop += 1
        yield names[at:stop], list(drafts[at:stop])
        at = stop


def _case(names: Sequence[str], drafts: Sequence[Draft], target: Target) -> Entry:
    material, (own, title) = drafts[0].material, drafts[0].case
    inner = [_entry(name, draft, target) for name, draft in zip(names, drafts, strict=True)]
    values: dict[str, Value] = {
        "id": own or f"c-{digest(material)}",
        "kind": "case",
        "title": title or title_of(material),
        "material": material if "stem" in drafts[0].ours else prose(material, target),
        "questions": inner,
    }
    return Entry(values)


def _entry(name: str, draft: Draft, target: Target) -> Entry:
    values: dict[str, Value] = {"id": name}
    values |= MAKERS[draft.kind](draft, target, name)
    if draft.hint and "questions" not in values:
        values["hint"] = prose(draft.hint, target)
    explanation = explanation_of(draft)
    if explanation and "questions" not in values:
        values["explanation"] = prose(explanation, target)
    if draft.topic:
        values["objective"] = _objective(draft)
    difficulty = difficulty_of(draft.difficulty)
    if difficulty:
        values["difficulty"] = difficulty
    tags = [tag for tag in draft.tags if tag in target.tags]
    if tags:
        values["tags"] = tags
    values |= _ours(draft, target)
    return Entry(values, list(_notes(draft, target)), draft)


def _objective(draft: Draft) -> str:
    """The id of a heading; a file of ours says its own."""
    return str(draft.ours.get("objective") or f"o-{digest(draft.topic)}")


def _ours(draft: Draft, target: Target) -> dict[str, Value]:
    """What a file of ours says in a bank's own fields, but for ids that nobody knows here."""
    kept: dict[str, Value] = {}
    for name, value in draft.ours.items():
        if isinstance(value, list):
            value = [own for own in value if _is_known(own, name, target)]
        if value and isinstance(value, str | list | dict) and _is_known(value, name, target):
            kept[name] = value
    return kept


def _is_known(own: object, name: str, target: Target) -> bool:
    return not isinstance(own, str) or name not in target.ids or own in target.ids[name]


def _strange(draft: Draft, target: Target) -> Iterator[str]:
    for name in target.ids:
        told = draft.ours.get(name)
        listed = told if isinstance(told, list) else [told] if told else []
        strange = [own for own in listed if not _is_known(own, name, target)]
        if strange:
            yield f"{name} {' '.join(map(str, strange))}"


def difficulty_of(text: str) -> str:
    """Our word for the file's; empty where it is unknown."""
    bare = text.strip().lower()
    return next((ours for ours, theirs in DIFFICULTIES.items() if bare in theirs), "")


def _notes(draft: Draft, target: Target) -> Iterator[str]:
    """What has no field of ours."""
    label = target.words.group("import.labels")
    if draft.points is not None:
        yield f"{label['points']} {draft.points:f}"
    tags = [tag for tag in draft.tags if tag not in target.tags]
    if tags:
        yield f"{label['tags']} {' '.join(tags)}"
    if draft.difficulty and not difficulty_of(draft.difficulty):
        yield f"{label['difficulty']} {draft.difficulty}"
    if draft.found and draft.right is None:
        yield f"{label['found']} {draft.found}"
    wrong = "" if draft.kind == "true-false" else draft.feedback.get("wrong", "")
    if wrong:
        yield f"{label['wrong']} {wrong}"
    if isinstance(draft.right, Measured) and len(draft.right.units) > 1:
        yield f"{label['units']} {' '.join(draft.right.units)}"
    yield from _strange(draft, target)
    for name, text in draft.unknown:
        yield f"{name} {text}"
