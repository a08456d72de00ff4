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


@pytest.mark.parametrize("source", [p for p in twins() if p.suffix == ".py"], ids=lambda p: p.stem)
def test_a_twin_is_compared_with_the_other_by_random_inputs(source: Path):
    other = re.search(r"\btwin\b.{0,12}?(\S+\.js)\b", source.read_text("utf-8")[:HEAD], re.DOTALL)
    assert other
    module = ".".join(("tiku", *source.relative_to(PACKAGE).with_suffix("").parts))
    comparing = [test for test in _tests("test_*.py") if _compares(test, module, other[1])]
    assert comparing, f"no test with random inputs imports {module} and runs {other[1]}"


def test_there_are_twins():
    assert len(twins()) >= 12


def _tests(suite: str) -> list[Path]:
    return [p for p in TESTS.rglob(suite) if "node_modules" not in p.parts and p != Path(__file__)]


def _opens(text: str, cases: str) -> bool:
    name = cases.rpartition("/")[2]
    return f'"{name}"' in text or f'{cases}"' in text


def _compares(test: Path, module: str, script: str) -> bool:
    """A test throws dice, imports one half, and runs a script beside it that imports the other."""
    text = test.read_text("utf-8")
    beside = [test.with_name(name) for name in re.findall(r'"([\w-]+\.js)"', text)]
    room, _, name = module.rpartition(".")
    imported = f"from {module} import" in text or re.search(
        rf"from {room} import.*\b{name}\b", text
    )
    throws = "random.Random(" in text or "hypothesis" in text
    return bool(imported and throws) and any(
        f"assets/{script.removeprefix('assets/')}" in one.read_text("utf-8")
        for one in beside
        if one.is_file()
    )
