"""A row of a sheet that we wrote: what its columns say is what is meant, however it looks.

Rows of strangers are read as papers are, where `（5分）` behind a stem is its points and a bracket
may be a blank.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tiku.formats import told_answers
from tiku.formats.draft import Chosen, Draft, Filled, Right, Said, Truth
from tiku.formats.paper.vocabulary import truth
from tiku.formats.table_beside import BANK, WITH_ID
from tiku.model.place import Place

A = ord("A")


def is_ours(values: Mapping[str, str]) -> bool:
    """Whether it says its kind in our words, and its bank with the id."""
    return values.get("kind", "") in told_answers.KINDS and bool(
        WITH_ID.fullmatch(values.get(BANK, ""))
    )


def read(values: Mapping[str, str], texts: Sequence[str], place: Place) -> Draft | None:
    """None where a row is not ours, or says something that only a person can mend."""
    if not is_ours(values) or not all(texts):
        return None
    kind = told_answers.KINDS[values["kind"]]
    draft = Draft(
        place=place,
        kind=kind,
        stem=values["stem"],
        choices=tuple(texts) if kind != "matching" else (),
        explanation=values.get("explanation", ""),
        difficulty=values.get("difficulty", ""),
    )
    prompts = [text for name, text in values.items() if name.startswith("prompt:")]
    right = _right(draft, values.get("answer", ""), prompts, texts)
    return replace(draft, right=right) if right else None


def _right(draft: Draft, answer: str, prompts: Sequence[str], texts: Sequence[str]) -> Right | None:
    if draft.kind == "matching":
        return told_answers.paired(answer, prompts, texts)
    if draft.choices:
        return _chosen(draft, [ord(letter) - A for letter in answer.strip()])
    if draft.kind == "true-false":
        judged = truth(answer)
        return None if judged is None else Truth(judged)
    if draft.kind == "numeric":
        found = told_answers.measured(answer)
        return found[0] if found else None
    if draft.kind == "fill":
        lines = tuple(dict.fromkeys(answer.split("\n")))
        return Filled((lines,)) if "\n" in answer else told_answers.accepted(answer)
    return Said(answer) if draft.kind == "open" else None


def _chosen(draft: Draft, indexes: Sequence[int]) -> Chosen | None:
    """Of a question that asks for an order, all."""
    within = all(0 <= at < len(draft.choices) for at in indexes)
    least = len(draft.choices) if draft.kind == "ordering" else 1
    most = 1 if draft.kind == "single" else len(draft.choices)
    whole = len(set(indexes)) == len(indexes) and least <= len(indexes) <= most
    return Chosen(tuple(indexes)) if within and whole else None
