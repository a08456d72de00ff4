"""A reading as cases write it: what is there, and the codes of what is doubted."""

from tiku.formats.draft import Chosen, Draft, Filled, Measured, Paired, Reading, Said, Truth

SAID = (
    "number",
    "given",
    "choices",
    "explanation",
    "hint",
    "material",
    "topic",
    "difficulty",
    "tags",
)


def compact(reading: Reading, form: str) -> dict:
    """Without what is empty."""
    return {
        "form": form,
        "told": [f"{p.code.removeprefix('import-')}:{p.place.line}" for p in reading.problems],
        "questions": [_question(draft) for draft in reading.drafts],
    }


def _question(draft: Draft) -> dict:
    own = {"line": draft.place.line, "kind": draft.kind, "stem": draft.stem, "right": _right(draft)}
    for name in SAID:
        value = getattr(draft, name)
        if value:
            own[name] = list(value) if isinstance(value, tuple) else value
    if draft.points is not None:
        own["points"] = f"{draft.points:f}"
    if draft.feedback:
        own["feedback"] = dict(draft.feedback)
    if draft.found and draft.right is None:
        own["found"] = draft.found
    if draft.doubts:
        own["doubts"] = [p.code.removeprefix("import-") for p in draft.doubts]
    return own


def _right(draft: Draft) -> object:
    match draft.right:
        case Chosen(indexes):
            return list(indexes)
        case Truth(value):
            return value
        case Filled(blanks, offered):
            return (
                [list(blank) for blank in blanks]
                if not offered
                else {
                    "blanks": [list(blank) for blank in blanks],
                    "offered": [list(own) for own in offered],
                }
            )
        case Said(text):
            return text
        case Paired(pairs, extra):
            return {"pairs": [list(pair) for pair in pairs], "extra": list(extra)}
        case Measured(value, tolerance, units):
            return {"value": f"{value:f}", "tolerance": f"{tolerance:f}", "units": list(units)}
    return None
