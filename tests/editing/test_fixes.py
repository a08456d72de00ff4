"""What `tiku check --fix` changes in a file, and that it leaves the rest alone."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli import tiku

from tiku import check
from tiku.editing.fixes import FIXES, mend

CASES = sorted((Path(__file__).parents[1] / "cases" / "mending").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    bank = tmp_path / "bank.yml"
    bank.write_text(case["before"], encoding="utf-8")
    done = tiku("check", "bank.yml", "--fix", cwd=tmp_path)
    assert "Traceback" not in done.stderr
    assert bank.read_text(encoding="utf-8") == case["after"]


def test_windows_line_ends_and_a_byte_order_mark_stay(tmp_path: Path):
    text = "\ufefftopic: t\r\ntitle: 主題\r\nquestions:\r\n  - id: q\r\n    stem: 甲,乙\r\n    answer: 對\r\n"
    bank = tmp_path / "bank.yml"
    bank.write_bytes(text.encode())
    done = tiku("check", "bank.yml", "--fix", cwd=tmp_path)
    assert bank.read_bytes() == text.replace("甲,乙", "甲，乙").encode()
    assert done.stderr == "修正了 1 處\n"


def test_without_fix_nothing_is_written(tmp_path: Path):
    bank = tmp_path / "bank.yml"
    text = "topic: t\ntitle: 主題\nquestions:\n  - {id: q, stem: '甲,乙', answer: 對}\n"
    bank.write_text(text, encoding="utf-8")
    tiku("check", "bank.yml", cwd=tmp_path)
    assert bank.read_text(encoding="utf-8") == text


PIECES = [
    "甲",
    "乙丙",
    ",",
    ":",
    "?",
    "(",
    ")",
    " ",
    "%",
    "5",
    "&lt;",
    "&#58;",
    "\u00a0",
    "\u200b",
    "`",
    "，",
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join), st.sampled_from("'\"|")
)
def test_whatever_is_mended_reads_as_its_text_mended(stem: str, style: str):
    written = f"|\n      {stem}" if style == "|" else f"{style}{stem}{style}"
    text = f"topic: t\ntitle: 主題\nquestions:\n  - id: q # 註,解\n    stem: {written}\n    answer: 對\n"
    for _ in range(5):
        checked = check({"b.yml": text.encode()}, None)
        text, count = mend("b.yml", text, checked.problems, checked.library)
        if not count:
            break
    again = check({"b.yml": text.encode()}, None)
    left = {problem.code for problem in again.problems if problem.code in FIXES}
    # What is stripped when it is read cannot be found again in the file.
    assert left == set() or "&#58;" in stem or stem != stem.strip()
    assert text.endswith("\n    answer: 對\n")
    assert text.startswith("topic: t\ntitle: 主題\nquestions:\n  - id: q # 註,解\n    stem: ")
