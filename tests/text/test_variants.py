"""One word in two scripts; assets/core/variants.js reads the same cases."""

import json

import pytest
from conftest import ROOT

from tiku.text.conversion import simplified_characters
from tiku.text.variants import PAIRS, canonical, spellings

CASES = json.loads((ROOT / "tests" / "cases" / "variants.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['a']}~{case['b']}")
def test_case(case: dict):
    assert (canonical(case["a"]) == canonical(case["b"])) is case["same"]


@pytest.mark.parametrize(
    ("written", "also"),
    [("萬元", "万元"), ("万元", "萬元"), ("分钟", "分鐘"), ("件", "件"), ("%", "%")],
)
def test_a_word_is_spelt_in_both_scripts(written: str, also: str):
    assert spellings(written)[0] == written
    assert also in spellings(written)


def is_common(simplified: str) -> bool:
    """In the first level of GB 2312: the 3,755 characters that are used most."""
    return simplified.encode("gb2312", "replace")[0] in range(0xB0, 0xD8)


def test_the_pairs_are_those_of_opencc():
    pairs = sorted(pair for pair in simplified_characters().items() if is_common(pair[1]))
    assert "".join(map("".join, pairs)) == PAIRS
