"""What a difficulty stands for, by kind."""

import pytest

from tiku.model import Ordering, Single, TrueFalse
from tiku.model.facility import expected, label_of

FOUR = dict.fromkeys("abcd", "")


@pytest.mark.parametrize(
    ("question", "label", "facility"),
    [
        (Single(choices=FOUR, answer=("a",)), "medium", 0.625),
        (Single(choices=FOUR, answer=("a",)), "hard", 0.4375),
        (TrueFalse(answer=True), "medium", 0.75),
        (Ordering(choices=FOUR, answer=tuple("abcd")), "easy", 0.76),
    ],
)
def test_a_label_stands_for_the_share_that_knows_and_the_luck_of_the_others(
    question: Single | TrueFalse | Ordering, label: str, facility: float
):
    assert expected(question, label) == pytest.approx(facility, abs=0.001)
    assert label_of(question, facility) == label
