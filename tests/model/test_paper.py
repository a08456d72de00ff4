"""A paper drawn here is the paper that the site draws."""

import json

import pytest
from conftest import ROOT

from tiku.model.paper import draw
from tiku.model.shuffling import shuffled
from tiku.rules.check import check

CASES_FOLDER = ROOT / "tests" / "cases"
CASES = json.loads((CASES_FOLDER / "papers.json").read_text("utf-8"))
BANKS = {name: json.dumps(bank).encode() for name, bank in CASES["banks"].items()}


@pytest.mark.parametrize("seed", CASES["papers"])
def test_a_paper_is_that_of_the_site(seed: str):
    library = check(BANKS, None).library
    drawn = draw(library, library.exams[0], seed)
    assert [item.id for _, item in drawn] == CASES["papers"][seed]


@pytest.mark.parametrize("case", json.loads((CASES_FOLDER / "shuffles.json").read_text("utf-8")))
def test_choices_are_shuffled_as_the_site_shuffles_them(case: dict):
    assert "".join(shuffled(case["items"], case["seed"])) == case["shuffled"]
