"""The words we say: every language says the same, and a table becomes a module."""

import pytest

from tiku.locales.catalogue import (
    AUTHORITY,
    CONVERSION,
    DERIVED,
    Words,
    edition,
    language_for,
    languages,
    load,
    merged,
    read,
)
from tiku.locales.faults import faults
from tiku.locales.modules import compiled

MEANT = {
    "core/words": {
        "check": "檢查",
        "wrote": "你寫的是「{text}」。",
        "more": "還有 {number} 筆",
        "kinds": {"single": "單選題", "true-false": "判斷題"},
        "columns": ["", "得分"],
    }
}


def with_table(**texts: object) -> dict:
    return {"core/words": {**MEANT["core/words"], **texts}}


@pytest.mark.parametrize("language", [name for name in languages() if name != AUTHORITY])
def test_every_language_says_what_the_authority_says(language: str):
    own = {name: node for name, node in read(language).items() if name != CONVERSION}
    found = faults(own, read(AUTHORITY), partial=language in DERIVED)
    assert [fault.message(load("en")) for fault in found] == []


@pytest.mark.parametrize(
    ("tree", "said"),
    [
        ({}, "“core/words” is missing"),
        (with_table(chekc="?"), "there is no text “core/words.chekc”; near it: check"),
        (with_table(wrote="You wrote."), "“core/words.wrote” lacks {text}"),
        (with_table(more="{n} more"), "nothing fills {n} in “core/words.more”"),
        (with_table(more={"by": "number", "one": "1 more", "other": "{number} more"}), None),
        (
            with_table(more={"by": "number", "few": "2", "other": "{number} more"}),
            "“core/words.more” must be a text, or by, one and other",
        ),
        (with_table(check={"a": "b"}), "“core/words.check” must be a text, or by, one and other"),
        (with_table(check=3), "“core/words.check” must be a text, or by, one and other"),
        (with_table(kinds="?"), "“core/words.kinds” must be a table"),
        (with_table(kinds={"single": "Single"}), "“core/words.kinds.true-false” is missing"),
        (with_table(columns=["", "Points", "Of"]), "“core/words.columns” must be 2 texts"),
    ],
)
def test_what_differs_from_the_authority_is_named(tree: dict, said: str | None):
    found = [fault.message(load("en")) for fault in faults(tree, MEANT)]
    assert found[:1] == ([said] if said else [])


def test_an_authors_texts_are_laid_over_ours():
    own = {"core/words": {"check": "對答案"}}
    assert list(faults(own, MEANT, partial=True)) == []
    words = Words("zh-Hant", merged(MEANT, own))
    assert words("core/words.check") == "對答案"
    assert words("core/words.wrote", text="甲") == "你寫的是「甲」。"
    assert words.group("core/words.kinds")["single"] == "單選題"


def test_an_authors_texts_reach_an_edition_converted():
    own = {"core/words": {"check": "對檔案的答案"}}
    words = Words(AUTHORITY, merged(load(AUTHORITY).tree, own))
    there = edition(words, "zh-Hans")
    assert there("core/words.check") == "对文件的答案"
    assert there("core/words.again") == load("zh-Hans")("core/words.again")
    assert edition(load(AUTHORITY), "zh-Hans") is load("zh-Hans")


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 question"), (0, "0 questions"), (2, "2 questions")]
)
def test_a_number_decides_the_form(number: int, said: str):
    plural = {"by": "n", "one": "{n} question", "other": "{n} questions"}
    assert Words("en", {"page": {"found": plural}})("page.found", n=number) == said


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("zh-TW", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("zh_TW.UTF-8", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("en-GB", "en"),
        ("C", None),
        ("fi", None),
    ],
)
def test_a_tag_finds_its_language(tag: str, language: str | None):
    assert language_for([tag]) == language


def test_a_table_is_a_module():
    plural = {"by": "n", "one": "{n} `hit`", "other": "{n} hits"}
    table = {"check": "Check", "found": plural, "kinds": {"true-false": "True or false"}}
    assert compiled(table, "en") == (
        'const plural = new Intl.PluralRules("en");\n'
        "export const words = {\n"
        '  check: "Check",\n'
        '  found: ({ n }) => plural.select(n) === "one" ? `${n} \\`hit\\`` : `${n} hits`,\n'
        "  kinds: {\n"
        '    "true-false": "True or false",\n'
        "  },\n"
        "};\n"
    )


def test_the_module_in_the_repository_has_types():
    assert "/** @type {{ text: string | number }} */ { text }" in compiled(
        MEANT["core/words"], AUTHORITY, typed=True
    )
