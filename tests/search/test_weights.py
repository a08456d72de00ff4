"""What the search weighs by is written in both halves: a number that is changed in one is told."""

import re

import pytest
from conftest import ROOT

from tiku.search import ranking, shards

ASSETS = ROOT / "plugins" / "tiku" / "assets" / "search"
RANKING = (ASSETS / "ranking.js").read_text(encoding="utf-8")
SHARDS = (ASSETS / "shards.js").read_text(encoding="utf-8")
NUMBERS = ["LENGTH", "REPEATED", "OTHER_COLUMNS", "OTHER_NAME", "COVERAGE"]


def written(script: str, name: str) -> str:
    found = re.search(rf"const {name} = (.+);", script)
    assert found, name
    return found[1]


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_of_the_ranking(name: str):
    assert float(written(RANKING, name)) == getattr(ranking, name)


@pytest.mark.parametrize("name", ["COLUMNS", "PRIORS"])
def test_a_table_of_the_ranking(name: str):
    pairs = re.findall(r"(\w+): ([\d.]+)", written(RANKING, name))
    assert {key: float(value) for key, value in pairs} == getattr(ranking, name)


@pytest.mark.parametrize("name", ["LINKING", "AUXILIARY"])
def test_the_words_of_the_ranking(name: str):
    assert written(RANKING, name).strip("/") == getattr(ranking, name).pattern


def test_the_form_of_the_shards():
    assert int(written(SHARDS, "PRECISION")) == shards.PRECISION
    assert written(SHARDS, "CALLED") == f'"{shards.CALLED}"'
