"""What a check says of files: one case a file in cases/checking/.

`files` are the texts (a name beginning with `page:` is a page below docs/), `problems` the
errors and warnings expected, in order: place, code, and a part of the sentence or hint.
"""

from pathlib import Path
from typing import get_args

import pytest
import yaml
from conftest import EN, ZH

from tiku import Checked, Severity, check
from tiku.model import KINDS
from tiku.model.exams import ExamKind

CASES = sorted((Path(__file__).parents[1] / "cases" / "checking").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    checked = check_texts(case["files"])
    told = [p for p in checked.problems if p.severity is not Severity.ADVICE]
    expected = [line.split(" ", 2) for line in case["problems"]]
    assert [f"{p.place} {p.code}" for p in told] == [" ".join(e[:2]) for e in expected]
    for problem, (_, _, *part) in zip(told, expected, strict=True):
        assert "".join(part) in f"{problem.message(ZH)} {problem.hint(ZH)}"


def check_texts(files: dict[str, str]) -> Checked:
    banks = {n: t.encode() for n, t in files.items() if not n.startswith("page:")}
    named = {n.removeprefix("page:"): t for n, t in files.items() if n.startswith("page:")}
    pages = {path: (f"docs/{path}", text) for path, text in named.items()}
    return check(banks, pages or None)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("number-with-unit", "write the number alone; its unit goes into unit"),
        ("points-with-unit", "write the number alone, as in 0.5 or 2"),
        (
            "whole-number-with-unit",
            "write a whole number alone, without unit or decimals, as in 30",
        ),
    ],
)
def test_a_number_is_explained_in_english_too(name: str, hint: str):
    path = next(path for path in CASES if path.stem == name)
    checked = check_texts(yaml.safe_load(path.read_text(encoding="utf-8"))["files"])
    told = [p for p in checked.problems if p.severity is Severity.ERROR]
    assert [problem.hint(EN) for problem in told] == [hint]


def test_an_exam_may_draw_every_kind():
    assert set(get_args(ExamKind)) == set(KINDS)


BYTES = {
    "not-utf8": (b"topic: t\ntitle: " + "主題".encode("big5"), "b.yml:2:8 not-utf8"),
    "nothing-at-all": (b"", "b.yml:1:1 empty-file"),
    "huge": (b"topic: t\n" * 300_000, "b.yml:1:1 file-too-large"),
    "control-character": (b"topic: t\ntitle: a\x07b\n", "b.yml:2:9 bad-character"),
    "nested-for-ever": (b"a: " + b"[" * 900, "b.yml:1:23 too-deep"),
    "nested-beyond-the-parser": (b"[" * 200_000, "b.yml:1:1001 yaml-syntax"),
    "nested-in-blocks": (b"- " * 50_000, "b.yml:1:41 too-deep"),
    "alias-bomb": (
        b"a: &a [x,x]\n"
        + b"".join(b"%c: &%c [*%c,*%c]\n" % (i, i, i - 1, i - 1) for i in range(98, 122)),
        "b.yml:2:8 yaml-alias",
    ),
}


@pytest.mark.timeout(5)
@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=BYTES)
def test_hostile_bytes_are_one_clear_error(data: bytes, expected: str):
    (problem,) = check({"b.yml": data}, None).problems
    assert f"{problem.place} {problem.code}" == expected


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    lines = ["topic: t", "title: 主題", "questions:", "  - id: q", "    stem: 題", "    answer: 對"]
    text = "\ufeff" + "\r\n".join(lines)
    checked = check({"b.yml": text.encode()}, None)
    assert not checked.has(Severity.ERROR)
    assert [q.stem for q in checked.library.questions()] == ["題"]


def test_what_is_missing_beyond_the_necessary_is_advice():
    files = {"b.yml": "topic: t\ntitle: 主題\nquestions:\n  - {id: q, stem: 題, answer: 對}\n"}
    (advice,) = check_texts(files).problems
    assert (advice.severity, f"{advice.place} {advice.code}") == ("advice", "b.yml:4:10 incomplete")
    assert advice.message(ZH) == "還可以補上：explanation、difficulty"
    kept = files | {"sources.yml": "sources:\n  - {id: book, title: 書}\n"}
    assert "sources" in check_texts(kept).problems[0].message(ZH)


def test_a_calendar_without_a_day_off_in_a_year_is_doubted():
    text = "id: c\ntitle: 日曆\nfirst: 2026-01-01\nlast: 2027-12-31\noff: [2026-01-01]\n"
    told = [f"{p.place} {p.code}" for p in check_texts({"calendars/c.yml": text}).problems]
    assert "calendars/c.yml:5:6 calendar-gap" in told
