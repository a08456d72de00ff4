"""Each kind is known wherever kinds are told apart, and its revision follows its key."""

from pathlib import Path

import pytest
from conftest import ZH

from tiku import check
from tiku.model import KINDS
from tiku.rendering.kinds import PARTS

CASES = Path(__file__).parents[1] / "cases" / "marking"
SMALL_BANK = Path(__file__).parents[1] / "small-site" / "questions" / "kinds.yml"

QUESTIONS = {
    "single": "{choices: {a: 甲, b: 乙}, answer: a}",
    "multiple": "{choices: {a: 甲, b: 乙, c: 丙}, answer: [a, b]}",
    "true-false": "{answer: true}",
    "numeric": "{answer: {value: 8, tolerance: 1}}",
    "text": "{answer: [甲]}",
    "matching": "{prompts: {p: 子, q: 丑}, choices: {a: 甲, b: 乙, c: 丙}, answer: {p: a, q: b}}",
    "ordering": "{choices: {a: 甲, b: 乙, c: 丙}, answer: [b, a, c]}",
    "open": "{answer: 參考, checklist: {x: 一, y: 二}}",
}
REKEYED = {
    "single": ("answer: a", "answer: b"),
    "multiple": ("[a, b]", "[a, c]"),
    "true-false": ("true", "false"),
    "numeric": ("tolerance: 1", "tolerance: 2"),
    "text": ("[甲]", "[甲, 乙]"),
    "matching": ("q: b}", "q: c}"),
    "ordering": ("[b, a, c]", "[a, b, c]"),
    "open": ("y: 二", "z: 二"),
}
REWORDED = {
    "single": ("{a: 甲, b: 乙}", "{b: 一, a: 二}"),
    "multiple": ("[a, b]", "[b, a]"),
    "true-false": ("{answer", "{explanation: 因為, answer"),
    "numeric": ("tolerance: 1", "tolerance: 1, unit: 件"),
    "text": ("{answer", "{explanation: 因為, answer"),
    "matching": ("{p: a, q: b}", "{q: b, p: a}"),
    "ordering": ("{a: 甲, b: 乙, c: 丙}", "{c: 一, a: 二, b: 三}"),
    "open": ("參考, checklist: {x: 一, y: 二}", "別的, checklist: {y: 一, x: 二}"),
}
ANSWERED = [kind for kind in KINDS if kind != "case"]


def revision(kind: str, fields: str) -> str:
    question = f"{{id: q, kind: {kind}, stem: 題, {fields[1:]}"
    text = f"topic: t\ntitle: 主題\nquestions:\n  - {question}\n"
    checked = check({"b.yml": text.encode()}, None)
    assert [p for p in checked.problems if p.severity != "advice"] == []
    (found,) = checked.library.questions()
    return found.revision()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_a_name_and_an_example(kind: str):
    assert kind in ZH.group("labels.kinds")
    banks = {"kinds.yml": SMALL_BANK.read_bytes()}
    assert kind in {item.kind for item in check(banks, None).library.items()}


def test_a_kind_that_is_answered_has_its_parts_on_a_page():
    assert list(PARTS) == list(ANSWERED)


@pytest.mark.parametrize("kind", ANSWERED)
def test_a_kind_has_cases_of_marking(kind: str):
    assert (CASES / f"{kind}.json").is_file()


@pytest.mark.parametrize("kind", ANSWERED)
def test_another_key_is_another_revision(kind: str):
    fields = QUESTIONS[kind]
    assert revision(kind, fields.replace(*REKEYED[kind])) != revision(kind, fields)


@pytest.mark.parametrize("kind", ANSWERED)
def test_other_words_are_the_same_revision(kind: str):
    fields = QUESTIONS[kind]
    changed = fields.replace(*REWORDED[kind])
    assert changed != fields
    assert revision(kind, changed) == revision(kind, fields)
