"""A paper's lines -> drafts."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Reading
from tiku.formats.paper.assemble import assemble
from tiku.formats.paper.settle import settle, with_doubt_of_lost_choices
from tiku.formats.paper.tidy import tidy
from tiku.model.place import Place
from tiku.text.folding import fold

Raw = tuple[int, str, bool]


def read_lines(lines: Iterable[Raw], place: Callable[[int], Place]) -> Reading:
    """From (number, text, whether it is in bold or red)."""
    paper = assemble(tidy(lines))
    drafts = [settle(raw, place, paper.noisy) for raw in paper.questions]
    problems = [doubt(code, place(line), text=what) for code, what, line in paper.doubts]
    if paper.noisy:
        drafts = with_doubt_of_lost_choices(drafts)
        problems.append(doubt("ocr-noise", place(1)))
    return Reading(tuple(contradicted(drafts)), tuple(problems))


def contradicted(drafts: Iterable[Draft]) -> list[Draft]:
    """The same question twice with different answers: both are doubted."""
    drafts = list(drafts)
    answers: defaultdict[object, dict[object, Draft]] = defaultdict(dict)
    for draft in drafts:
        if draft.right is not None:
            answers[_asks(draft)].setdefault(_says(draft), draft)
    return [_doubted(draft, answers[_asks(draft)]) for draft in drafts]


def _doubted(draft: Draft, answers: dict[object, Draft]) -> Draft:
    if draft.right is None or len(answers) < 2:
        return draft
    own = _says(draft)
    other = next(first for said, first in answers.items() if said != own)
    return draft.doubting("answer-conflict", text=str(other.place))


def _asks(draft: Draft) -> object:
    return draft.kind, fold(draft.stem), draft.material, frozenset(map(fold, draft.choices))


def _says(draft: Draft) -> object:
    """The answer, whatever the order of the choices."""
    indexes = getattr(draft.right, "indexes", None)
    if indexes is None or draft.kind == "ordering":
        return draft.right
    return frozenset(fold(draft.choices[index]) for index in indexes)
