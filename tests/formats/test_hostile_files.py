"""Files that were made to do harm, and files that are noise: a line that says so, soon, and no more."""

import contextlib
import io
import json
import sqlite3
import time
import zipfile
from pathlib import Path

import packages as made
import pytest
from conftest import EN, ZH
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tiku.formats import FORMATS
from tiku.formats.anki_bank import FIELDS
from tiku.formats.draft import Draft, Reading, Unreadable
from tiku.formats.entries import entries
from tiku.formats.entry import Target
from tiku.formats.recognition import read
from tiku.formats.source import MAX_BYTES, MAX_LINES
from tiku.model.place import Place

CASES = Path(__file__).resolve().parent.parent / "cases" / "imports"
TEXTS = {path.name: path.read_bytes() for path in CASES.iterdir() if path.suffix != ".json"}
LONGEST = 10.0
"""Seconds of computing; an honest file takes a tenth of one."""


def told(name: str, data: bytes, form: str = "") -> str:
    """The code of what is said where nothing can be read; it is said in time."""
    start = time.process_time()
    with pytest.raises(Unreadable) as refused:
        read(name, data, form)
    assert time.process_time() - start < LONGEST
    return refused.value.problem.code


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + ']><quiz><question type="essay"><name>&j;</name></question></quiz>'
)
OUTSIDE = (
    '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<quiz><question type="essay"><questiontext><text>&x;</text></questiontext></question></quiz>'
)


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE])
def test_entities_are_refused(text):
    assert told("a.xml", text.encode()) == "import-entities"


def test_a_document_type_that_is_elsewhere_is_not_fetched():
    text = '<!DOCTYPE quiz SYSTEM "http://x.example/quiz.dtd"><quiz><question type="essay"/></quiz>'
    assert len(read("a.xml", text.encode())[0].drafts) == 1


def test_a_workbook_with_entities_is_refused():
    data = made.workbook({"a": [["题干", "答案"], ["甲", "乙"]]})
    parts = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name)
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(
        b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1
    )
    assert told("a.xlsx", made.package(parts)) == "import-entities"


def test_a_bomb_is_refused_before_it_is_unpacked():
    data = made.package({"word/document.xml": b"0" * (64 * 1024 * 1024)})
    assert told("a.docx", data) == "import-bomb"


def test_many_small_bombs_are_refused():
    body = bytes(range(256)) * 4096
    parts = {f"items/{at}.xml": body + b"<assessmentItem/>" * at for at in range(230)}
    assert told("a.zip", made.package(parts)) in ("import-too-large", "import-bomb")


@pytest.mark.parametrize(
    "name", ["../../etc/x.xml", "/etc/x.xml", "a/../../x.xml", "C:\\x.xml", "..\\x.xml"]
)
def test_a_path_out_of_the_package_is_not_read(name):
    item = '<assessmentItem identifier="i"><itemBody><p>甲</p><extendedTextInteraction/></itemBody></assessmentItem>'
    reading, _ = read("a.zip", made.package({name: item.replace("甲", "乙"), "ok.xml": item}))
    assert [draft.stem for draft in reading.drafts] == ["甲"]
    assert [problem.code for problem in reading.problems] == ["import-unsafe-path"]


def test_a_hundred_megabytes_are_refused():
    assert told("a.txt", b"0" * (MAX_BYTES + 1)) == "import-too-large"
    assert told("a.txt", "題".encode() * (3 * 1024 * 1024)) == "import-too-large"
    assert told("a.txt", b"1. a\n" * (MAX_LINES + 1)) == "import-too-many-lines"
    assert told("a.csv", b"stem,answer" + b"," * 3000) == "import-too-many-columns"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xml", "<a>" * 100_000),
        ("a.toml", "a" + ".a" * 20_000 + " = 1"),
        ("a.toml", "a = " + "[" * 20_000),
        ("a.h5p", ""),
    ],
)
def test_depth_is_no_stack(name, text):
    data = text.encode()
    if name == "a.h5p":
        deep = '{"questions":' * 20_000 + "1" + "}" * 20_000
        data = made.package({"h5p.json": json.dumps({"title": "x"}), "content/content.json": deep})
    assert told(name, data)


@pytest.mark.parametrize(
    "text",
    [
        "1. " + "（ " * 60_000,
        "1. " + "A. " * 60_000,
        "答案：" * 60_000,
        "1-2" * 60_000,
        "1. 甲\n" * 30_000,
        "题目：甲 答案：乙\n" * 20_000,
        "1. " + "____" * 60_000 + "\n答案：" + "；" * 60_000,
        "《" * 100_000,
        "{" * 100_000,
        "::a::" + "{=" * 60_000,
        "\\begin{questions}" + "\\question" * 30_000,
        "\\begin{questions}\\question " + "{" * 100_000,
        "#separator:tab\n" + '"' * 100_000,
        "<quiz>\n" * 50_000,
        "根据以上材料" * 20_000,
    ],
)
def test_no_text_takes_long(text):
    for form in ("", "text", "gift", "latex", "mkdocs-quiz", "text2qti", "csv", "anki", "obsidian"):
        start = time.process_time()
        with contextlib.suppress(Unreadable):
            read("a.txt", text.encode(), form)
        assert time.process_time() - start < LONGEST, form


def test_a_question_may_have_more_choices_than_anybody_counts():
    choices = tuple(f"c{at}" for at in range(12_000))
    draft = Draft(place=Place("a.xml"), kind="single", stem="x", choices=choices)
    (entry,), _ = entries([draft], Target(EN))
    assert entry.values["choices"]["c-11974"] == "c11999"


@pytest.mark.parametrize("name", ["a.html", "a.gift"])
def test_a_reference_of_more_digits_than_a_number_has_is_text(name):
    question = (
        f"[html]甲&#{'9' * 5000};乙 {{T}}" if name == "a.gift" else f"1. 甲&#{'9' * 5000};乙？"
    )
    reading, _ = read(name, question.encode())
    assert f"&#{'9' * 5000};" in reading.drafts[0].stem


def test_more_columns_or_cards_than_anybody_has_are_refused_before_they_are_read():
    began = time.process_time()
    for name, data in (("a.csv", b"a," * 3_000_000), ("a.txt", b"a\tb\n" * 1_100_000)):
        with pytest.raises(Unreadable):
            read(name, data)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("left_open", ["<a ", "<!--", '<a b="'])
def test_markup_that_is_left_open_takes_no_longer(left_open):
    html = left_open * (60_000 // len(left_open))
    start = time.process_time()
    read("a.html", f"1. 甲（ ）<br>答案：乙{html}".encode())
    fields = [html if name in ("Stem", "Choices", "Answer") else "" for name in FIELDS]
    read("a.apkg", made.deck([("g", "", "\x1f".join(fields))], FIELDS))
    assert time.process_time() - start < LONGEST


@pytest.mark.parametrize(
    "notes",
    [
        "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) "
        "SELECT id, 'g' AS guid, 1 AS mid, '' AS tags, 'x' AS flds FROM n",
        "SELECT 1 AS id, 'g' AS guid, 1 AS mid, '' AS tags, hex(zeroblob(400000000)) AS flds",
        "SELECT 1 AS id, 'g' AS guid, 1 AS mid, '' AS tags, "
        "hex(zeroblob(9000)) LIKE '%0%0%0%0%0%0%0%0%1' AS flds",
    ],
)
def test_a_deck_s_database_may_not_go_on_for_ever_nor_fill_the_memory(notes):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE col (models text, decks text)")
    connection.execute("CREATE TABLE cards (id integer, nid integer, did integer)")
    connection.execute(f"CREATE VIEW notes AS {notes}")
    connection.execute("INSERT INTO col VALUES ('{}', '{}')")
    connection.commit()
    package = made.package({"collection.anki2": connection.serialize()})
    assert told("a.apkg", package) == "import-bad-database"


def test_a_deck_may_not_be_deeper_than_anybody_nests():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE col (models text, decks text)")
    connection.execute("INSERT INTO col VALUES (?, '{}')", ("[" * 100_000,))
    connection.commit()
    package = made.package({"collection.anki2": connection.serialize()})
    assert told("a.apkg", package) == "import-bad-database"


def test_a_terminal_is_not_steered_by_what_a_file_says():
    text = "1. 甲\nA. 一\nB. 二\n答案：\x1b[31mZ\x07\n"
    (draft,) = read("a.txt", text.encode())[0].drafts
    assert all("\x1b" not in problem.line(EN) for problem in draft.doubts)


MANGLED = st.binary(max_size=200)
PACKAGES = {
    "a.docx": made.word(made.paragraph("1. 甲"), made.paragraph("答案：乙")),
    "a.xlsx": made.workbook({"a": [["题干", "答案"], ["甲", "乙"]]}),
    "a.apkg": made.deck([("g", "", "甲\x1f乙")], ["Front", "Back"]),
}


def survives(name: str, data: bytes, form: str = "") -> None:
    try:
        reading, _ = read(name, data, form)
    except Unreadable as refused:
        assert refused.problem.message(EN)
    else:
        assert isinstance(reading, Reading)
        assert all(problem.line(ZH) for problem in reading.said())


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(sorted(FORMATS)), st.binary(max_size=400))
def test_noise_is_read_or_refused(form, data):
    survives("noise", data, form)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=200)
@given(
    st.sampled_from(sorted(TEXTS)), st.integers(0, 2000), st.integers(0, 60), st.text(max_size=12)
)
def test_a_mangled_text_is_read_or_refused(name, at, length, instead):
    data = TEXTS[name].decode("utf-8")
    at %= len(data)
    survives(name, (data[:at] + instead + data[at + length :]).encode("utf-8", "replace"))


def test_an_answer_beyond_the_circled_choices_is_doubted():
    reading, _ = read("a.txt", "1. (3) 覆核由誰做？①主管 ④客人。\n".encode())
    assert [draft.right for draft in reading.drafts] == [None]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.sampled_from(sorted(PACKAGES)), st.integers(0, 10_000), MANGLED)
def test_a_mangled_package_is_read_or_refused(name, at, instead):
    data = PACKAGES[name]
    at %= len(data)
    survives(name, data[:at] + instead + data[at + len(instead) :])


LINES = st.sampled_from(
    ["1. 甲（ ）", "2、乙", "（3）丙", "A. 一", "B、二", "C 三", "答案：B", "答案：√", "解析：丁", "一、单选题", "第一章 戊",
     "参考答案", "1-2 AB", "", "根据以上材料回答1～2题", "（1～2题共用题干）", "①己②庚", "____", "题目：辛 答案：壬", "2/9单选题"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(st.lists(LINES, max_size=20))
def test_lines_of_a_paper_in_any_order_are_read_or_refused(lines):
    survives("a.txt", "\n".join(lines).encode())
