"""What a section asks for, in whole items: counted here, and sent to whoever draws papers."""

import json

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from tiku.model.exam_coverage import shares

CASES = json.loads((ROOT / "tests" / "cases" / "shares.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['percent']} of {case['count']}")
def test_shares_are_whole(case: dict):
    assert dict(shares(case["percent"], case["count"])) == case["shares"]


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 500))
def test_shares_add_up_and_miss_by_less_than_an_item(first: int, second: int, count: int):
    percent = {"easy": min(first, second), "medium": abs(first - second)}
    percent["hard"] = 100 - sum(percent.values())
    found = shares(percent, count)
    assert sum(found.values()) == count
    assert all(abs(found[name] - percent[name] * count / 100) < 1 for name in percent)
