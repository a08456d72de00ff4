"""Judgements that a table answers with 1, 2 or 0."""

from dataclasses import replace

from tiku.formats.draft import Draft, Said, Truth

FEWEST = 2


def numbered_truths(drafts: list[Draft]) -> list[Draft]:
    """Where every question without choices is answered 1, 2 or 0, these are judgements."""
    bare = [draft for draft in drafts if _is_bare(draft)]
    said = {_said(draft) for draft in bare}
    if (
        not bare
        or not (said <= {"1", "2"} or said <= {"0", "1"})
        or len(bare) == len(drafts) < FEWEST
    ):
        return drafts
    return [
        replace(draft, kind="true-false", right=Truth(_said(draft) == "1"), found="").doubting(
            "truefalse-by-number", text=_said(draft)
        )
        if _is_bare(draft)
        else draft
        for draft in drafts
    ]


def _is_bare(draft: Draft) -> bool:
    if draft.kind == "true-false":
        return draft.right is None and _said(draft) in ("0", "1", "2")
    return (
        draft.kind == "open"
        and isinstance(draft.right, Said)
        and not draft.stem.endswith(("？", "?"))
    )


def _said(draft: Draft) -> str:
    return draft.right.text if isinstance(draft.right, Said) else draft.found
