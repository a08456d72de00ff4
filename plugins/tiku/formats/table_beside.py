"""What columns beside a question and its answer say: of a number, of pairs, of a case, and what a
bank has besides.

What fits no question stays as it is, for the comments of its entry.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from tiku.formats.columns import PAIR_WHY, PROMPT
from tiku.formats.draft import Draft, Measured, Paired
from tiku.formats.paper import headings
from tiku.formats.paper.vocabulary import kind_in

OF_NUMBERS = ("tolerance", "unit", "formula")
BANK = "bank"
OF_CASES = ("case", "case-title", "material")
PLAIN_NUMBER = re.compile(r"\d{1,30}(?:\.\d{1,30})?")
OWN_ID = re.compile(r"[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*")
NAMED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id as the model has it."""
WITH_ID = re.compile(r"(.*\S)\s*\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")
NOT_A_TOPIC = re.compile(
    r"(?:sheet|工作表|表)\s*\d*|questions?|quiz|data|总表|汇总"
    r"|.*(?:题库|題庫|试题|試題|模板|範本|必答题|选答题|题目|題目|导入|匯入|考题|说明).*"
)
SHAPES = {
    "syllabus": NAMED,
    "sources": NAMED,
    "see": re.compile(r"[^\s#]{1,200}\.md(?:#[^\s#]{1,200})?"),
    "jurisdiction": NAMED,
    "as_of": re.compile(r"\d{4}-\d\d-\d\d"),
}
"""Fields of a bank, and what each of their words looks like."""
LISTS = ("syllabus", "sources", "see")
OPEN = ("open", "flashcard")
POINT = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)[:：]\s*(\S.*)")
BETWEEN = re.compile(r"[\s,，;；、|]+")


def measured(draft: Draft, values: dict[str, str]) -> Draft:
    """With how far off is still right, the unit and how it comes about."""
    beside = [name for name in values if name in OF_NUMBERS or name.startswith(PROMPT)]
    right, tolerance = draft.right, values.get("tolerance", "0")
    if isinstance(right, Measured) and PLAIN_NUMBER.fullmatch(tolerance):
        units = (values["unit"],) if "unit" in values else right.units
        far = Decimal(tolerance) if "tolerance" in values else right.tolerance
        formula = values.get("formula", "")
        right = replace(right, tolerance=far, units=units, formula=formula)
        beside = [name for name in beside if name not in OF_NUMBERS]
    elif isinstance(right, Paired):
        beside = [name for name in beside if name in OF_NUMBERS]
    return _keeping(replace(draft, right=right), values, beside)


def labelled(draft: Draft, values: dict[str, str]) -> Draft:
    """With the fields that a bank has besides; what does not look like one stays a comment."""
    ours: dict[str, object] = {}
    for name, shape in SHAPES.items():
        parts = [part for part in BETWEEN.split(values.get(name, "")) if part]
        if parts and all(shape.fullmatch(part) for part in parts):
            ours[name] = parts if name in LISTS else parts[0]
        elif parts:
            draft = _keeping(draft, values, [name])
    told = WITH_ID.fullmatch(values.get("objective", ""))
    if told:
        ours["objective"] = told[2]
    topic = told[1] if told else values.get("objective", draft.topic)
    return replace(draft, topic=topic, ours={**draft.ours, **ours, **_checklist(draft, values)})


def _checklist(draft: Draft, values: dict[str, str]) -> dict[str, object]:
    """A point a line, with its id in front where it has one."""
    points: dict[str, str] = {}
    for at, line in enumerate(values.get("checklist", "").split("\n"), 1):
        found = POINT.fullmatch(line.strip())
        if line.strip():
            points[found[1] if found else f"p-{at}"] = found[2] if found else line.strip()
    return {"checklist": points} if points and draft.kind in OPEN else {}


def named(draft: Draft, values: dict[str, str]) -> Draft:
    """With the ids of its choices and left sides, and what is wrong with pairs and verdicts."""
    whys = {
        f"pair {int(name[len(PAIR_WHY) :]) + 1}": text
        for name, text in values.items()
        if name.startswith(PAIR_WHY)
    }
    if "why-wrong" in values:
        whys["wrong"] = values["why-wrong"]
    ids = {name: tuple(values.get(name, "").split()) for name in ("choice-ids", "prompt-ids")}
    own = {name: told if _are_ids(told) else () for name, told in ids.items()}
    feedback = {**draft.feedback, **whys}
    return replace(
        draft, feedback=feedback, choice_ids=own["choice-ids"], prompt_ids=own["prompt-ids"]
    )


def _are_ids(told: Sequence[str]) -> bool:
    return len(set(told)) == len(told) and all(NAMED.fullmatch(one) for one in told)


def cased(draft: Draft, values: dict[str, str]) -> Draft:
    """With what it shares with others; an id of ours begins with its case's."""
    own, material = values.get("case", ""), values.get("material", "")
    if not material or not OWN_ID.fullmatch(own or "none"):
        return _keeping(draft, values, [name for name in OF_CASES if name in values])
    case = (own, values.get("case-title", ""))
    given = draft.given.removeprefix(f"{own}/")
    return replace(draft, material=material, case=case, given=given)


def _keeping(draft: Draft, values: dict[str, str], names: Iterable[str]) -> Draft:
    kept = tuple((name, values[name]) for name in names)
    return replace(draft, unknown=(*draft.unknown, *kept))


def gathered(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The questions of a case together: in a workbook they stand in the sheets of their kinds."""
    first: dict[object, int] = {}
    places = [
        first.setdefault((draft.case[0], draft.material) if draft.case[0] else at, at)
        for at, draft in enumerate(drafts)
    ]
    return tuple(drafts[at] for at in sorted(range(len(drafts)), key=lambda at: places[at]))


def apart(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Of several banks in one file each question says whose it was: a heading, or a comment."""
    banks = {text for draft in drafts for name, text in draft.unknown if name == BANK}
    return tuple(_of_bank(draft, len(banks) > 1) for draft in drafts)


def _of_bank(draft: Draft, several: bool) -> Draft:
    told = [text for name, text in draft.unknown if name == BANK]
    rest = tuple(one for one in draft.unknown if one[0] != BANK)
    if not told or not several:
        return replace(draft, unknown=rest)
    found = WITH_ID.fullmatch(told[0])
    title = found[1] if found else told[0]
    if draft.topic:
        return replace(draft, unknown=(*rest, (BANK, title)))
    return replace(draft, topic=title, unknown=rest)


def sheet_topic(name: str) -> str:
    """What a sheet is called, unless that names a kind, or nothing."""
    bare = name.strip()
    plain = (
        not bare or headings.is_kind(bare) or NOT_A_TOPIC.fullmatch(bare.lower()) or kind_in(bare)
    )
    return "" if plain else bare
