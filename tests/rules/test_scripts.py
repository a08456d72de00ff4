"""Rules know what is said, not in which script or language it is written."""

import json
import re

import pytest
from test_rules import labelled

from tiku import check
from tiku.text.conversion import simplified
from tiku.text.scripts import both

OF_ONE_SCRIPT = {"mixed-script", "conversion-trap"}


def found(lines: list[str]) -> list[set[str]]:
    files = {"b.yml": "\n".join(["topic: t", "title: t", "questions:", *lines]).encode()}
    codes: list[set[str]] = [set() for _ in lines]
    for problem in check(files, None).problems:
        if problem.place.line > 3 and problem.code not in OF_ONE_SCRIPT:
            codes[problem.place.line - 4].add(problem.code)
    return codes


@pytest.mark.parametrize("name", [name for name in labelled.questions() if name != "english"])
def test_what_is_wrong_in_traditional_is_wrong_in_simplified(name: str):
    asked = [labelled.as_written(question) for question in labelled.questions()[name]]
    lines = [f"- {json.dumps(question, ensure_ascii=False)}" for question in asked]
    ours, theirs = found(lines), found(list(map(simplified, lines)))
    differ = [(line, a ^ b) for line, a, b in zip(lines, ours, theirs, strict=True) if a != b]
    assert differ == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"選項[甲乙]", "选项甲"),
        (r"(?:關於|[為無])\\d", "关于1"),
        (r"[^關]", "开"),
        (r"以上皆是", "以上皆是"),
    ],
)
def test_a_pattern_for_both_scripts(pattern: str, text: str):
    wide = re.compile(both(pattern.replace("\\\\", "\\")))
    assert wide.fullmatch(text)


@pytest.mark.parametrize("verdict", ["正确", "错误", "对", "错", "正確", "錯誤", "對", "錯"])
def test_a_verdict_in_either_script(verdict: str):
    text = f"topic: t\ntitle: t\nquestions:\n  - {{id: a, stem: 题, answer: {verdict}}}\n"
    ((question,),) = (
        bank.questions for bank in check({"b.yml": text.encode()}, None).library.banks
    )
    assert question.kind == "true-false"


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("之后要去哪里，最后的手段是什么", set()),  # a Simplified bank
        ("A call ( ) is logged, isn't it; why (now)?", set()),
        ("客人（ ）來電", {"half-width"}),
    ],
)
def test_chinese_typing_is_for_chinese(stem: str, told: set[str]):
    hint = "这题说的是规则" if "后" in stem else stem
    question = json.dumps(
        {"id": "a", "stem": stem, "hint": hint, "answer": ["x"]}, ensure_ascii=False
    )
    files = {"b.yml": f"topic: t\ntitle: t\nquestions:\n- {question}\n".encode()}
    codes = {problem.code for problem in check(files, None).problems}
    assert codes & {"half-width", "conversion-trap", "space-inside"} == told
