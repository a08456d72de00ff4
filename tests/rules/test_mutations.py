"""Two thousand slips in a good bank: none crashes, each is named where it was made."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import GOOD, SLIPS, SOUND, overlooked

from tiku import Severity

EXAMPLES = 2000 // len(SLIPS) + 1


def test_the_bank_they_are_made_from_is_good():
    assert not SOUND.has(Severity.ERROR)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_named_on_its_line(name: str):
    @settings(max_examples=EXAMPLES, deadline=None)
    @given(st.integers(0, len(GOOD) - 1), st.integers(0, 200))
    def slips(at: int, extra: int) -> None:
        mutant = SLIPS[name](GOOD, at, extra)
        if mutant:
            said = overlooked(mutant)
            assert not said, f"line {at + 1}: {GOOD[at]}\n" + "\n".join(said)

    slips()
