"""What is said in Python and in JavaScript is held together by a file of cases that both open."""

import re
from pathlib import Path

import pytest
from conftest import ROOT

TESTS = ROOT / "tests"
PACKAGE = ROOT / "plugins" / "tiku"
TWIN = re.compile(
    r"\btwin\b.{0,12}?(\S+\.(?:py|js))\b.*?both read tests/cases/(\S+\.json)", re.DOTALL
)
HEAD = 800


def twins() -> list[Path]:
    sources = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js")]
    return sorted(p for p in sources if re.search(r"\btwin\b", p.read_text("utf-8")[:HEAD]))


@pytest.mark.parametrize("source", twins(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_twin_names_the_other_and_the_cases_that_both_suites_open(source: Path):
    head = re.sub(r"\n(?://)?\s*", " ", source.read_text("utf-8")[:HEAD])
    found = TWIN.search(head)
    assert found, "say: the twin of PATH; both read tests/cases/FILE.json"
    other, cases = found.groups()
    assert (PACKAGE / other).is_file()
    assert source.relative_to(PACKAGE).as_posix() in (PACKAGE / other).read_text("utf-8")[:HEAD]
    assert (TESTS / "cases" / cases).is_file()
    for suite in ("*.py", "*.test.js"):
        opening = [p for p in _tests(suite) if _opens(p.read_text("utf-8"), cases)]
        assert opening, f"no test in {suite} opens {cases}"


def test_there_are_twins():
    assert len(twins()) >= 12


def _tests(suite: str) -> list[Path]:
    return [p for p in TESTS.rglob(suite) if "node_modules" not in p.parts and p != Path(__file__)]


def _opens(text: str, cases: str) -> bool:
    name = cases.rpartition("/")[2]
    return f'"{name}"' in text or f'{cases}"' in text
