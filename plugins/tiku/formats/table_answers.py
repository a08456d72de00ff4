"""What a table's columns say is right, where an answer alone does not: print, counting from 0,
wrong choices with columns of their own."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tiku.formats.columns import CHOICE, INDEX, RIGHT, WRONG
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Said
from tiku.formats.paper import fields
from tiku.formats.paper.answers import LETTERS, ONLY_NUMBERS
from tiku.formats.paper.vocabulary import truth
from tiku.formats.table_headers import Cell, Row, header_of
from tiku.model.place import Place
from tiku.model.problem import Problem

FEWEST = 2
SIDED = re.compile(r"(?:^|,\s*)(Right|Wrong):")
LETTERS_ALONE = re.compile(r"[A-H](?:[\s,，、]?[A-H]){0,5}")
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, and what is to be doubted of it."""

    answer: str
    code: str = ""
    text: str = ""

    def doubted(self, draft: Draft) -> Draft:
        """A draft with that doubt, which says more than that there is no answer."""
        if not self.answer and self.code:
            rest = tuple(known for known in draft.doubts if known.code != "import-no-answer")
            draft = replace(draft, found=self.text, doubts=rest)
        return draft.doubting(self.code, text=self.text) if self.code else draft


def own_choices(values: Values) -> list[str]:
    """The choices that have columns; the answer is the first where only wrong ones have."""
    own = {int(name[len(CHOICE) :]): text for name, text in values.items() if _is_choice(name)}
    wrong = [
        choice
        for name, text in values.items()
        if _is_wrong(name)
        for choice in (fields.parted(text)[0] if name == WRONG else [text])
    ]
    if wrong and not own and values.get("answer"):
        return [values["answer"], *wrong]
    return [own.get(at, "") for at in range(max(own) + 1)] if own else []


def sided(values: dict[str, str]) -> dict[str, str]:
    """`Right:a, Wrong:b` in the answer's cell are choices (Sensei LMS)."""
    _, *parts = SIDED.split(values.get("answer", ""))
    if len(parts) < 2 * FEWEST:
        return values
    choices = {f"{CHOICE}{at}": text.strip() for at, text in enumerate(parts[1::2])}
    right = [at for at, side in enumerate(parts[::2]) if side == "Right"]
    return values | choices | {"answer": in_letters(right)}


def _is_choice(name: str) -> bool:
    return name.startswith(CHOICE)


def chosen_without_choices(draft: Draft) -> Draft:
    """With a doubt where letters answer a question whose choices no column has."""
    said = draft.right.text if draft.kind == "open" and isinstance(draft.right, Said) else ""
    return draft.doubting("no-choices") if LETTERS_ALONE.fullmatch(said) else draft


def _is_wrong(name: str) -> bool:
    return name.startswith(WRONG)


def unordered(rows: Sequence[Row], place: Callable[[int, int], Place]) -> Iterator[Problem]:
    """Where wrong choices have columns of their own, nothing says in what order they stood."""
    for number, row in rows:
        if any(map(_is_wrong, header_of(row).values())):
            yield doubt("choice-order-not-in-file", place(number, 1))


def counted_from(rows: Sequence[Values], name: str) -> int | None:
    """0 or 1, by which all numbers of a column name choices, and nothing tells where both do."""
    named = [own for own in (_named(values, name) for values in rows) if own]
    if not named:
        return 1
    zero = any(0 in numbers for numbers, _ in named)
    last = any(count in numbers for numbers, count in named)
    if zero and not any(max(numbers) >= count for numbers, count in named):
        return 0
    return None if name == INDEX and not last else 1


def _named(values: Values, name: str) -> tuple[list[int], int] | None:
    """The numbers that an answer consists of, and how many choices it has."""
    text = values.get(name, "")
    if not ONLY_NUMBERS.match(text):
        return None
    choices = own_choices(values) or fields.parted(values.get("choices", ""))[0]
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return (numbers, len(choices)) if len(choices) >= FEWEST else None


def told_by(
    values: Values, row: Sequence[Cell], header: Mapping[int, str], first: int | None
) -> Told:
    """What a row says is right, in letters where other columns, its print or numbers say it."""
    index = values.get(INDEX, "")
    answer = values.get("answer", index)
    ticked = [name for name in values if name.startswith(RIGHT) and is_right(values[name])]
    if ticked and not answer:
        return Told(in_letters([int(name[len(RIGHT) :]) for name in ticked]))
    if not answer:
        marked = in_letters(_printed(row, header))
        return Told(marked, "answer-by-format" if marked else "", marked)
    if any(map(_is_wrong, values)) and not any(map(_is_choice, values)):
        return Told(LETTERS[0])
    if first is None and answer == index:
        return Told("", "counted-from", index)
    zero = _zero_based(answer) if first == 0 else ""
    return Told(zero, "" if index else "counted-from-zero", answer) if zero else Told(answer)


def _zero_based(text: str) -> str:
    """`0` as A."""
    if not ONLY_NUMBERS.match(text):
        return ""
    return in_letters([int(number) for number in re.findall(r"\d+", text)])


def _printed(row: Sequence[Cell], header: Mapping[int, str]) -> list[int]:
    """The choices that are bold or coloured, where others are not."""
    own = [
        (int(name[len(CHOICE) :]), row[at].marked)
        for at, name in header.items()
        if _is_choice(name) and at < len(row) and row[at].text.strip()
    ]
    marked = [index for index, strong in own if strong]
    return marked if len(marked) < len(own) else []


def in_letters(indexes: Sequence[int]) -> str:
    """Choices as their letters."""
    return ",".join(LETTERS[at] for at in indexes if at < len(LETTERS))


def is_right(text: str) -> bool:
    """Whether a cell beside a choice says that it is right."""
    return text.strip() in ("1", "1.0", "100") or truth(text) is True
