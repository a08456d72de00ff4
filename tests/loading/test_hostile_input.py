"""Whatever a stranger writes: no traceback, no hang, no place outside the file."""

import pytest
from conftest import EN, ZH
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiku import Checked, Severity, check
from tiku.loading.yaml_reader import read
from tiku.model import KINDS
from tiku.rendering.questions import Renderer

PIECES = [
    "topic: t", "title: 主題", "questions:", "  - id: q", "    stem: 題幹", "    choices:", "      a: 甲",
    "      b: 乙", "    answer: a", "    answer: [a, b]", "    kind: numeric", "    kind: case",
    "    answer: {value: 1, formula: 1+1}", "    questions:", "      - id: s", "        stem: 小題",
    "        answer: 對", "    material: |", "      情境", "    see: [p.md#x]", "    why: {a: 錯}",
    "    retired: {since: 2026-01-01}", "    objective: o", "\t", "：", ": ", "- ", "[", "]", "{", "}", '"',
    "'", "|", ">", "#", "&a", "*a", "!!x", "---", "...", "%YAML 1.2", "<<: *a", "\u2028", "\x85", "\x00",
    "? a", "null", "~", "    tags: x", "    difficulty: easy", "    as_of: 2026-13-45",
]  # fmt: skip
BANKS = st.lists(st.sampled_from(PIECES), max_size=25).map("\n".join)
VALUES = st.recursive(
    st.sampled_from(["", "a", "題", "1", "1e999", "nan", "對", "2026-11-24", "[x]", "x.md#y"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda v: f"[{', '.join(v)}]")
        | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3).map(
            lambda v: "{" + ", ".join(f"{k}: {x}" for k, x in v.items()) + "}"
        )
    ),
    max_leaves=6,
)
FIELDS = [
    "id", "kind", "stem", "choices", "answer", "why", "hint", "explanation", "objective", "questions",
    "difficulty", "tags", "see", "sources", "reviewed", "retired", "material", "title", "as_of", "stme",
]  # fmt: skip
settings.register_profile("tiku", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tiku")


def judged(text: str) -> Checked:
    """Checked, with every place inside the file."""
    checked = check({"b.yml": text.encode()}, {})
    lines = text.count("\n") + 2
    for problem in checked.problems:
        assert problem.place.file == "b.yml"
        assert 1 <= problem.place.line <= lines
        assert 1 <= problem.place.column <= len(text) + 2
        assert problem.message(EN)
        assert problem.hint(ZH)
    return checked


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes):
    reading = read(data, "b.yml")
    assert reading.root is not None or reading.problems


@settings(max_examples=300)
@given(BANKS)
def test_any_lines_are_judged(text: str):
    judged(text)


@settings(max_examples=300)
@given(st.dictionaries(st.sampled_from(FIELDS), VALUES, min_size=1), st.sampled_from(["", *KINDS]))
def test_any_question_is_refused_or_can_be_shown(fields: dict[str, str], kind: str):
    given_kind = {"kind": kind} if kind else {}
    lines = [f"    {key}: {value}" for key, value in {**fields, **given_kind}.items()]
    text = "topic: t\ntitle: 主題\nquestions:\n  -\n" + "\n".join(lines)
    checked = judged(text)
    if not checked.has(Severity.ERROR):
        items = [item for bank in checked.library.banks for item in bank.current()]
        assert "tiku-quiz" in Renderer(checked.library, ZH).quiz(items)


@pytest.mark.parametrize("where", ["stem", "explanation"])
def test_a_mistake_behind_many_lines_is_found_on_its_line(where: str):
    filler = "".join(f"  - {{id: q{n}, stem: 題, answer: 對}}\n" for n in range(500))
    text = f"topic: t\ntitle: 主題\nquestions:\n{filler}  - id: last\n    {where}: [x]\n    answer: 對\n"
    found = [p for p in judged(text).problems if p.code == "not-text"]
    assert [(p.place.line, p.place.column) for p in found] == [(505, len(where) + 7)]
