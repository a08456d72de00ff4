"""A question as a row: the columns that workbooks and comma-separated values share.

The names of the columns are the catalogue's; texts are what readers read, without markup.
"""

from collections.abc import Iterator, Mapping

from tiku.formats.writers import paper_text
from tiku.formats.writers.exported import Exported, letter
from tiku.locales.catalogue import Words

FEWEST_CHOICES = 4
COMMON = ("id", "kind", "stem")
BEHIND = (
    "answer",
    "tolerance",
    "unit",
    "formula",
    "explanation",
    "why-wrong",
    "hint",
    "checklist",
    "difficulty",
    "topic",
    "objective",
    "tags",
    "syllabus",
    "jurisdiction",
    "as-of",
    "see",
    "sources",
    "case",
    "case-title",
    "material",
    "choice-ids",
    "prompt-ids",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def names(questions: list[Exported], words: Words) -> list[str]:
    """The columns that these questions need, by what people call them."""
    column = words.group("export.column")
    return [_shown(key, column, words) for key in keys(questions)]


def keys(questions: list[Exported]) -> list[str]:
    """Names of ours: `choice-0`, `why-0`, `prompt-0`, `pair-why-0`, and those of the catalogue."""
    most = max((len(q.choices) for q in questions), default=0)
    most = max(most, FEWEST_CHOICES) if most else 0
    prompts = max((len(q.prompts) for q in questions), default=0)
    listed = [
        *COMMON,
        *(f"prompt-{at}" for at in range(prompts)),
        *(f"choice-{at}" for at in range(most)),
        *BEHIND,
        *(f"why-{at}" for at in range(most)),
        *(f"pair-why-{at}" for at in range(prompts)),
    ]
    cells = [_cells(question) for question in questions]
    needed = {key for found in cells for key, value in found.items() if value}
    always = {*COMMON, "answer", "explanation", *(f"choice-{at}" for at in range(most))}
    return [key for key in listed if key in needed | always]


def row(question: Exported, wanted: list[str], words: Words) -> list[str]:
    """The cells of these columns."""
    cells = _cells(question) | {"kind": words(f"labels.kinds.{question.kind}")}
    if question.difficulty:
        cells["difficulty"] = words(f"labels.difficulties.{question.difficulty}")
    if not question.number:
        cells["answer"] = _answer(question, words)
    return [cells.get(key, "") for key in wanted]


def _answer(question: Exported, words: Words) -> str:
    """As a key says it; words that hold what stands between words have lines of their own."""
    between = words("separators.choices").strip()
    if any(between in word for word in question.accepted):
        return "\n".join((*question.accepted, question.accepted[0]))
    return question.model.lines or paper_text.answer(question, words)


def _shown(key: str, column: Mapping[str, str], words: Words) -> str:
    name, _, at = key.rpartition("-")
    if not at.isdecimal():
        return column[key]
    sign = str(int(at) + 1) if name in ("prompt", "pair-why") else letter(int(at))
    return words(f"export.numbered.{name.removeprefix('pair-')}", sign=sign)


def _cells(q: Exported) -> dict[str, str]:
    cells = {
        "id": q.id,
        "kind": q.kind,
        "stem": q.stem.lines,
        "answer": "?",
        "explanation": q.explanation.lines,
        "hint": q.hint.lines,
        "difficulty": q.difficulty,
        "why-wrong": q.why_wrong.lines,
        "checklist": "\n".join(_points(q)),
        "topic": with_id(q.topic_title, q.topic),
        "objective": with_id(q.objective_title, q.objective),
        "tags": " ".join(q.tags),
        "syllabus": " ".join(q.syllabus),
        "jurisdiction": q.jurisdiction,
        "as-of": q.as_of.isoformat() if q.as_of else "",
        "see": "\n".join(q.references),
        "sources": " ".join(q.source_ids),
        "choice-ids": " ".join(choice.id for choice in q.in_view()),
        "prompt-ids": " ".join(prompt.id for prompt in q.prompts),
    }
    return cells | dict(_numbered(q)) | dict(_special(q))


def with_id(title: str, own: str) -> str:
    """A title to read, and the id that an import knows it by."""
    return f"{title} [{own}]" if own else ""


def _points(q: Exported) -> Iterator[str]:
    pairs = zip(q.point_ids, q.points, strict=True)
    return (f"{own}: {point.line}" for own, point in pairs)


def _numbered(q: Exported) -> Iterator[tuple[str, str]]:
    for at, choice in enumerate(q.in_view()):
        yield f"choice-{at}", choice.text.lines
        yield f"why-{at}", choice.why.lines
    for at, prompt in enumerate(q.prompts):
        yield f"prompt-{at}", prompt.text.lines
        yield f"pair-why-{at}", prompt.why.lines


def _special(q: Exported) -> Iterator[tuple[str, str]]:
    if q.number:
        yield "answer", f"{q.number.value:f}"
        yield "tolerance", f"{q.number.tolerance:f}" if q.number.tolerance else ""
        yield "unit", q.number.unit
        yield "formula", q.number.formula
    if q.case:
        yield "case", q.case.id
        yield "case-title", q.case.title
        yield "material", q.case.text.lines
