"""A question as a row: the columns that workbooks and comma-separated values share.

The names of the columns are the catalogue's; texts are what readers read, without markup.
"""

from collections.abc import Iterator, Mapping

from tiku.formats.writers import paper_text
from tiku.formats.writers.exported import LETTERS, Exported, Loss, loss, losses_as_text
from tiku.locales.catalogue import Words

FEWEST_CHOICES = 4
COMMON = ("id", "kind", "stem")
BEHIND = (
    "answer",
    "tolerance",
    "unit",
    "explanation",
    "hint",
    "difficulty",
    "topic",
    "objective",
    "tags",
    "syllabus",
    "see",
    "sources",
    "case",
    "case-title",
    "material",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def names(questions: list[Exported], words: Words) -> list[str]:
    """The columns that these questions need, by what people call them."""
    column = words.group("export.column")
    return [_shown(key, column, words) for key in keys(questions)]


def keys(questions: list[Exported]) -> list[str]:
    """Names of ours: `choice-0`, `why-0`, `prompt-0`, and those of the catalogue."""
    most = max((len(q.choices) for q in questions), default=0)
    most = max(most, FEWEST_CHOICES) if most else 0
    prompts = max((len(q.prompts) for q in questions), default=0)
    listed = [
        *COMMON,
        *(f"prompt-{at}" for at in range(prompts)),
        *(f"choice-{at}" for at in range(most)),
        *BEHIND,
        *(f"why-{at}" for at in range(most)),
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
        cells["answer"] = question.model.lines or paper_text.answer(question, words)
    return [cells.get(key, "") for key in wanted]


def losses(question: Exported) -> Iterator[Loss]:
    """What no cell holds."""
    yield from losses_as_text(question)
    if any(prompt.why.markdown for prompt in question.prompts):
        yield loss("no-why", question)


def _shown(key: str, column: Mapping[str, str], words: Words) -> str:
    name, _, at = key.rpartition("-")
    if not at.isdecimal():
        return column[key]
    sign = str(int(at) + 1) if name == "prompt" else LETTERS[int(at)]
    return words(f"export.numbered.{name}", sign=sign)


def _cells(q: Exported) -> dict[str, str]:
    cells = {
        "id": q.id,
        "kind": q.kind,
        "stem": q.stem.lines,
        "answer": "?",
        "explanation": q.explanation.lines,
        "hint": q.hint.lines,
        "difficulty": q.difficulty,
        "topic": q.topic_title,
        "objective": q.objective_title,
        "tags": " ".join(q.tags),
        "syllabus": " ".join(q.syllabus),
        "see": "\n".join(q.references),
        "sources": " ".join(q.source_ids),
    }
    return cells | dict(_numbered(q)) | dict(_special(q))


def _numbered(q: Exported) -> Iterator[tuple[str, str]]:
    for at, choice in enumerate(q.in_view()):
        yield f"choice-{at}", choice.text.lines
        yield f"why-{at}", choice.why.lines
    for at, prompt in enumerate(q.prompts):
        yield f"prompt-{at}", prompt.text.lines


def _special(q: Exported) -> Iterator[tuple[str, str]]:
    if q.number:
        yield "answer", f"{q.number.value:f}"
        yield "tolerance", f"{q.number.tolerance:f}" if q.number.tolerance else ""
        yield "unit", q.number.unit
    if q.case:
        yield "case", q.case.id
        yield "case-title", q.case.title
        yield "material", q.case.text.lines
