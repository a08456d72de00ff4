"""`import(export(bank)) = bank`, as far as each format carries."""

import json
from dataclasses import replace

import banks
import pytest
from conftest import EN, ROOT, ZH
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tiku.formats.draft import Draft, Measured
from tiku.formats.entries import entries
from tiku.formats.entry import Target
from tiku.formats.importing import Imported, Wish, imported
from tiku.formats.recognition import read
from tiku.formats.writers import WRITERS
from tiku.formats.writers.exporting import written
from tiku.model import Draw, Library
from tiku.rendering import prose
from tiku.rules.check import check

CARRIES = json.loads((ROOT / "tests" / "cases" / "round-trips.json").read_text(encoding="utf-8"))
"""Format -> the kinds that come back as they were; docs/develop shows it."""
READ_AS = {"anki": "apkg", "qti21": "qti"}
AS_PEOPLE_WRITE = ("text",)
"""Read by what a paper looks like, so that a text which looks like something else is that."""
soon = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


def why_in_explanation(facts: dict) -> dict:
    """A paper explains in one text what is wrong with each choice."""
    whys = facts.get("why", {})
    letters = zip("ABCDEF", facts["right"], strict=False) if whys else ()
    told = "".join(f"{letter}：{whys[text]}" for letter, text in letters if text in whys)
    return {**facts, "explanation": facts["explanation"] + told} | (
        {"why": {}} if "why" in facts else {}
    )


@pytest.mark.parametrize("form", CARRIES)
@soon
@given(data=st.data())
def test_a_bank_comes_back(form, data):
    words = banks.CALM if form in AS_PEOPLE_WRITE else banks.WILD
    bundle = banks.bundle(data.draw(banks.banks(CARRIES[form], words)))
    done = written(bundle, form)
    reading, _ = read(f"bank{WRITERS[form].suffix}", done.data, READ_AS.get(form, form))
    came = [banks.of_draft(draft) for draft in reading.drafts]
    went = [banks.of_exported(question) for question in bundle.questions]
    assume(form != "gift" or "->" not in repr(went))
    if form == "text":
        went = [why_in_explanation(facts) for facts in went]
    key = lambda facts: facts["stem"]  # noqa: E731
    assert sorted(came, key=key) == sorted(went, key=key)


SIGNS_OF_MARKUP = [
    "甲&#1乙",
    "甲&#1;乙",
    "甲&#x0;乙",
    "甲&#12;乙",
    "甲&amp;#1乙",
    "甲&copy乙",
    "甲&copy;乙",
    "*0**0",
    "**甲*乙**",
    "*a**b*c",
    "`a*b*c` d*",
    "`a``b`",
]
WHOLE = [form for form in CARRIES if form not in AS_PEOPLE_WRITE]


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("text", SIGNS_OF_MARKUP)
def test_signs_that_mean_something_come_back_as_a_reader_sees_them(form, text):
    told = {"stem": text, "explanation": text, "why": {"b": text}}
    asked = {"kind": "single", "choices": {"a": text, "b": "乙項"}, "answer": "a"}
    bundle = banks.bundle(banks.library([{"id": "q", **told, **asked}]))
    data = written(bundle, form).data
    reading, _ = read(f"bank{WRITERS[form].suffix}", data, READ_AS.get(form, form))
    assert list(map(banks.of_draft, reading.drafts)) == [banks.of_exported(bundle.questions[0])]


BESIDE = json.loads((ROOT / "tests" / "cases" / "round-trip-fields.json").read_text("utf-8"))
"""Format -> what it brings back of what a bank says besides; docs/develop shows it."""


def brought_back(form: str, files: dict[str, bytes]) -> Library:
    """A site with its bank of all kinds as it came out of an export."""
    went = check(files, None).library
    data = written(banks.bundle(went, Draw(topic="kinds")), form).data
    wish = Wish(ZH, READ_AS.get(form, form), topic="kinds", title="各種題型")
    bank = imported(f"kinds{WRITERS[form].suffix}", data, wish, went)
    return check(files | {"kinds.yml": bank.text.encode()}, None).library


def kept(form: str, files: dict[str, bytes]) -> list[str]:
    """What comes back of every question that says it, of the kinds that the format brings back."""
    went, came = (
        banks.bundle(library, Draw(topic="kinds")).questions
        for library in (check(files, None).library, brought_back(form, files))
    )
    same: dict[str, bool] = {}
    for question in (one for one in went if one.kind in CARRIES[form]):
        told = next(banks.beside(one) for one in came if question.stem.line in one.stem.line)
        for name, value in banks.beside(question).items():
            if value:
                same[name] = same.get(name, True) and told[name] == value
    return [name for name in BESIDE["json"] if same.get(name)]


@pytest.mark.parametrize("form", CARRIES)
def test_what_a_bank_says_besides_comes_back_as_the_table_says(form):
    assert kept(form, banks.whole()) == BESIDE[form]


MARKED_UP = (
    ("抬頭看看。", '"**抬頭**看看：\\n\\n- 白天\\n- 晚上"'),
    ("質數只能被一和自己整除。", '"| 數 | 質數 |\\n|---|---|\\n| 二 | 是 |\\n\\n四不是。"'),
    ("天空是（　）色。", "（5分）天空是（　）色（多選題）。"),
)


def over_itself(form: str, edited: tuple[str, str] = ("", "")) -> Imported:
    """A bank with markup, and with what a paper would mean, beneath its own export."""
    files = banks.whole()
    bank = files["kinds.yml"].decode()
    for old, new in MARKED_UP:
        bank = bank.replace(old, new)
    library = check(files | {"kinds.yml": bank.encode()}, None).library
    data = written(banks.bundle(library, Draw(topic="kinds")), form).data
    reads = lambda text, in_line: (prose.plain_line if in_line else prose.lines)(text)  # noqa: E731
    wish = Wish(ZH, READ_AS.get(form, form), "kinds", "", bank, "kinds.yml", True, reads)
    data = data.replace(*(text.encode() for text in edited)) if edited[0] else data
    return imported(f"kinds{WRITERS[form].suffix}", data, wish, library)


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "anki"])
def test_an_export_brought_back_over_its_bank_changes_nothing(form):
    done = over_itself(form)
    assert (done.difference("kinds.yml"), done.added, done.changed) == ("", (), ())


def test_what_was_edited_in_a_sheet_is_all_that_changes():
    done = over_itself("csv", ("綠是草的顏色。", "綠是葉子的顏色。"))
    lines = [line for line in done.difference("kinds.yml").splitlines() if line[0] in "+-"]
    assert (done.changed, lines[2:]) == (
        ("color",),
        ["-      green: 綠是草的顏色。", "+      green: 綠是葉子的顏色。"],
    )


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh-Hant", "en"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_sheets_bring_back_ids_units_hints_tags_cases_and_what_is_wrong_with_each_choice(
    form, words
):
    bundle = replace(banks.bundle(banks.small(), Draw(topic="kinds")), words=words)
    reading, _ = read(f"bank{WRITERS[form].suffix}", written(bundle, form).data, form)
    made, _ = entries(reading.drafts, Target(words))
    assert [one.id for one in made if one.values["kind"] == "case"] == ["late-parcel"]
    assert {_path(draft): banks.of_draft(draft) | _columns(draft) for draft in reading.drafts} == {
        q.id: banks.of_exported(q)
        | {"hint": q.hint.lines, "tags": q.tags, "units": (q.number.unit,) if q.number else ()}
        | {"case": (q.case.title, q.case.text.lines) if q.case else ("", "")}
        for q in bundle.questions
    }


@pytest.mark.parametrize("words", [ZH, EN], ids=["zh-Hant", "en"])
def test_a_paper_brings_back_its_kinds_and_levels_from_either_language(words):
    bundle = replace(banks.bundle(banks.small(), Draw(topic="kinds")), words=words)
    reading, _ = read("bank.txt", written(bundle, "text").data, "text")
    values = [one.values for one in entries(reading.drafts, Target(words))[0]]
    *alone, case = values
    asked = [*alone, *(one.values for one in case["questions"])]
    assert [(one["kind"], one.get("difficulty", "")) for one in asked] == [
        (q.kind, q.difficulty) for q in bundle.questions
    ]


def _path(draft: Draft) -> str:
    return f"{draft.case[0]}/{draft.given}".lstrip("/")


def _columns(draft: Draft) -> dict:
    units = draft.right.units if isinstance(draft.right, Measured) else ()
    case = (draft.case[1], draft.material)
    return {"hint": draft.hint, "tags": draft.tags, "units": units, "case": case}
