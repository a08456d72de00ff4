"""What each rule objects to and what it lets pass: one code a file in cases/rules/.

`bad` and `good` are questions, whole banks, or the page p.md where they begin with front matter;
docs/develop/rules.md shows the same examples.
"""

import json
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, ZH

from tiku import Checked, Severity, check
from tiku.rules import DOUBTFUL

sys.path.insert(0, str(ROOT / "benchmarks"))
import labelled

CASES = sorted((Path(__file__).parents[1] / "cases" / "rules").glob("*.yml"))
WORDINGS = ROOT / "tests" / "cases" / "above.json"
TODAY = date(2026, 11, 25)
LEAST = 0.8
SHARED = ("sources", "glossary", "clauses")


def judged(case: dict[str, str], which: str) -> Checked:
    text = case[which]
    page = text if text.startswith("---") else case.get("page")
    if not text.startswith(("topic:", "---")):
        text = f"topic: t\ntitle: 主題\nquestions:\n{text}"
    files = {f"{name}.yml": case[name] for name in SHARED if name in case}
    files |= {} if text == page else {"b.yml": text}
    pages = {"p.md": ("p.md", page)} if page else None
    return check({n: t.encode() for n, t in files.items()}, pages, TODAY, doubtful=True)


@pytest.mark.parametrize("told", [True, False])
def test_a_choice_that_speaks_of_the_others_is_told_in_all_its_wordings(told: bool):
    choices = json.loads(WORDINGS.read_text(encoding="utf-8"))["told" if told else "kept"]
    questions = [
        {
            "id": f"q-{n}",
            "stem": "問",
            "choices": {"a": "早", "b": "晚", "c": choice},
            "answer": "a",
        }
        for n, choice in enumerate(choices)
    ]
    bank = json.dumps({"topic": "t", "title": "T", "questions": questions})
    found = {
        p.details["text"]
        for p in check({"b.yml": bank.encode()}, None).problems
        if p.code == "above-choice"
    }
    assert sorted(set(choices) - found) == ([] if told else sorted(choices))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_bad_example_is_told_and_the_good_one_is_not(path: Path):
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert path.stem in {problem.code for problem in judged(case, "bad").problems}
    good = judged(case, "good")
    assert path.stem not in {problem.code for problem in good.problems}
    assert not good.has(Severity.ERROR), [problem.line(ZH) for problem in good.problems]


def test_half_of_three_hundred_labelled_questions_are_good():
    everything = [q for found in labelled.questions().values() for q in found]
    assert len(everything) >= 300
    assert 0.45 <= sum("flaws" not in q for q in everything) / len(everything) <= 0.55


MEASURED = labelled.measure()


@pytest.mark.parametrize("code", MEASURED)
def test_a_rule_is_on_by_default_where_four_of_five_objections_are_right(code: str):
    precision = MEASURED[code].precision
    assert precision is not None
    assert (precision >= LEAST) == (code not in DOUBTFUL), MEASURED[code].wrong


def test_doubtful_rules_run_only_when_asked_for():
    case = yaml.safe_load((CASES[0].parent / "echoed-stem.yml").read_text(encoding="utf-8"))
    bank = f"topic: t\ntitle: 主題\nquestions:\n{case['bad']}".encode()
    told = {problem.code for problem in check({"b.yml": bank}, None).problems}
    assert "echoed-stem" not in told


def test_without_a_day_nothing_is_said_of_what_may_have_expired():
    text = "topic: t\ntitle: 主題\nquestions:\n  - {id: q, stem: 題, answer: 對, expires: 2020-01-01}\n"
    files = {"b.yml": text.encode()}
    assert "expired" not in {problem.code for problem in check(files, None).problems}
    assert "expired" in {problem.code for problem in check(files, None, TODAY).problems}


def test_an_ignored_rule_is_silent_for_that_question_only():
    text = (
        "topic: t\ntitle: 主題\nquestions:\n"
        "  - {id: a, stem: 匿名可以不登記嗎？, answer: false, ignore: {statement-asks: 原話}}\n"
        "  - {id: b, stem: 口頭可以不登記嗎？, answer: false}\n"
    )
    problems = check({"b.yml": text.encode()}, None).problems
    assert [p.place.line for p in problems if p.code == "statement-asks"] == [5]
