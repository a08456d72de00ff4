"""What counts as the same text; assets/core/folding.js reads the same cases."""

import json
from pathlib import Path

import pytest

from tiku.text.folding import fold

CASES = json.loads(
    (Path(__file__).parents[1] / "cases" / "folding.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['a']}~{case['b']}")
def test_case(case: dict):
    assert (fold(case["a"]) == fold(case["b"])) is case["same"]
