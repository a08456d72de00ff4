"""A question is as easy as its label says."""

from collections.abc import Iterator
from dataclasses import replace

from tiku.model import Library, Question
from tiku.model.facility import expected, label_of
from tiku.model.problem import Problem
from tiku.rules.rule import error, rule, warning


@rule(error("no-share"), warning("difficulty-differs"))
def labels_agree_with_facility(library: Library) -> Iterator[Problem]:
    """Where somebody judged, or counted, how many answer rightly."""
    for question in library.questions():
        if question.facility is None:
            continue
        place, facility = question.origin.place("facility"), float(question.facility)
        if not 0 < facility <= 1:
            yield Problem("no-share", place, {"value": f"{facility:g}"})
        elif question.difficulty and question.difficulty != label_of(question, facility):
            yield Problem("difficulty-differs", place, _details(question, facility))


def _details(question: Question, facility: float) -> dict[str, object]:
    label = question.difficulty
    assert label, "it differs from one"
    usual = expected(replace(question, facility=None), label)
    meant = label_of(question, facility)
    return {"facility": f"{facility:g}", "label": label, "usual": f"{usual:.2f}", "meant": meant}
