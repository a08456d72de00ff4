"""No text of the site repeats the text it grew from.

cases/seed.txt holds, for every run of 13 characters of that text, ten digits of its SHA-256:
enough to find a repetition, not enough to read it.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT

LENGTH = 13
SEED = frozenset((Path(__file__).parents[1] / "cases" / "seed.txt").read_text().split())
NOT_READ = re.compile(r"[\s\W_]+")
# Names of things, which every text about them repeats.
PROPER = ("品質特徵型", "行為過程型", "工作結果型", "績效考評指標體系")
TEXTS = sorted([*(ROOT / "questions").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")])


def windows(text: str) -> Iterator[str]:
    """Every run of 13 letters and characters, whatever stands between them."""
    plain = NOT_READ.sub("", text)
    return (plain[i : i + LENGTH] for i in range(len(plain) - LENGTH + 1))


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:10]


def without_names(window: str) -> str:
    for name in PROPER:
        window = window.replace(name, "")
    return window


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_repeated(path: Path):
    found = [w for w in windows(path.read_text(encoding="utf-8")) if digest(w) in SEED]
    assert len(SEED) > 2000
    assert [w for w in found if len(without_names(w)) > LENGTH // 2] == []
