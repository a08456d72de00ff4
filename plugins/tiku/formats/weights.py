"""Answers with weights in per cent, as Moodle's formats have them -> what is right."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from tiku.formats.draft import Chosen, Draft, Filled, Measured, Truth
from tiku.formats.paper.vocabulary import truth

FULL = 100.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """An answer, what it is worth, and what is said to whoever gives it."""

    text: str
    weight: float
    feedback: str = ""
    tolerance: str = ""


def chosen(draft: Draft, offered: Sequence[Weighed], single: bool) -> Draft:
    """Choices: the only full one, or all that add to the score."""
    right = tuple(at for at, own in enumerate(offered) if own.weight > 0)
    full = tuple(at for at in right if offered[at].weight >= FULL - 0.01)
    draft = replace(
        draft,
        kind="single" if single else "multiple",
        choices=tuple(own.text for own in offered),
        feedback={str(at): own.feedback for at, own in enumerate(offered) if own.feedback},
    )
    if len({round(offered[at].weight, 1) for at in right}) > 1:
        draft = partial(draft, [own for own in offered if 0 < own.weight < FULL])
    named = full if single else right
    if single and len(full) > 1:
        return replace(draft, found="、".join(offered[at].text for at in full)).doubting(
            "kind-conflict"
        )
    if not named:
        return draft.doubting("no-answer")
    return judged(replace(draft, right=Chosen(named)))


def _is_pair(draft: Draft) -> bool:
    return draft.kind == "single" and sorted(map(str, map(truth, draft.choices))) == [
        "False",
        "True",
    ]


def _judgement(draft: Draft, right: int) -> Draft | None:
    if not _is_pair(draft):
        return None
    said = {"right" if str(right) == at else "wrong": text for at, text in draft.feedback.items()}
    return replace(
        draft,
        kind="true-false",
        right=Truth(truth(draft.choices[right]) is True),
        choices=(),
        feedback=said,
    )


def judged(draft: Draft) -> Draft:
    """A choice between two words for true and false is a judgement."""
    if isinstance(draft.right, Chosen) and len(draft.right.indexes) == 1:
        return _judgement(draft, draft.right.indexes[0]) or draft
    return draft


def accepted(draft: Draft, answers: Sequence[Weighed]) -> Draft:
    """Words to be written: those that are worth all; less is doubted."""
    full = tuple(
        own.text for own in answers if own.weight >= FULL - 0.01 and own.text.strip() != "*"
    )
    draft = partial(
        replace(draft, kind="fill"), [own for own in answers if 0 < own.weight < FULL - 0.01]
    )
    if any("*" in text.replace("\\*", "") for text in full):
        draft = draft.doubting("wildcard", text="、".join(text for text in full if "*" in text))
    plain = tuple(text.replace("\\*", "*") for text in full)
    return replace(draft, right=Filled((plain,))) if full else draft.doubting("no-answer")


def measured(draft: Draft, answers: Sequence[Weighed], units: Sequence[str] = ()) -> Draft:
    """A number with how far off is still right."""
    full = [own for own in answers if own.weight >= FULL - 0.01 and own.text.strip() != "*"]
    draft = partial(
        replace(draft, kind="numeric"), [own for own in answers if 0 < own.weight < FULL - 0.01]
    )
    value = number(full[0].text) if full else None
    if value is None:
        return replace(draft, found=full[0].text if full else "").doubting("no-answer")
    if len(full) > 1:
        draft = draft.doubting("several-numbers", text="、".join(own.text for own in full[1:]))
    return replace(
        draft, right=Measured(value, number(full[0].tolerance) or Decimal(0), tuple(units))
    )


def partial(draft: Draft, part: Sequence[Weighed]) -> Draft:
    """Doubts answers that are worth something, not all."""
    if not part:
        return draft
    text = "、".join(
        f"{own.text}{f'±{own.tolerance}' if own.tolerance not in ('', '0') else ''} {own.weight:g}%"
        for own in part
    )
    return draft.doubting("partial-credit", text=text)


def number(text: str) -> Decimal | None:
    """A number as people write it: also with a comma, in full width, with an exponent."""
    try:
        value = Decimal(text.strip().replace("，", ",").replace(",", ".") or "x")
    except InvalidOperation:
        return None
    return value if value.is_finite() and -40 < value.adjusted() < 40 else None


def ranged(least: str, most: str) -> Measured | None:
    """Between two numbers."""
    low, high = number(least), number(most)
    if low is None or high is None or low > high:
        return None
    return Measured((low + high) / 2, (high - low) / 2)
