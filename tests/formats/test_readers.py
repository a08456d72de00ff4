"""What files of every format are read as: texts from tests/cases/imports/, packages made here."""

import io
import json
from pathlib import Path

import openpyxl
import packages as made
import pytest
from conftest import EN, ROOT, ZH
from openpyxl.styles import Font, PatternFill
from readings import compact

from tiku.formats import FORMATS
from tiku.formats.doubts import ADVICE, ERRORS
from tiku.formats.draft import Chosen, Reading, Unreadable
from tiku.formats.recognition import read

CASES = Path(__file__).resolve().parent.parent / "cases" / "imports"
EXPECTED = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))
RELATION = """<Relationships>
<Relationship Id="page" Target="/word/page.mht"/></Relationships>"""
QTI = 'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1"'


def questions(name: str, data: bytes) -> list[dict]:
    return compact(*read(name, data))["questions"]


@pytest.mark.parametrize(
    "name", sorted(path.name for path in CASES.iterdir() if path.name != "expected.json")
)
def test_a_file_is_read_as_its_case_says(name):
    assert compact(*read(name, (CASES / name).read_bytes())) == EXPECTED[name]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_an_encoding_needs_not_be_named(encoding):
    text = (CASES / "paper-sections.txt").read_text(encoding="utf-8")
    found = questions("paper-sections.txt", text.replace("\n", "\r\n").encode(encoding))
    assert found == EXPECTED["paper-sections.txt"]["questions"]


def test_big5_is_told_from_gb18030():
    text = (CASES / "answer-before-number.txt").read_text(encoding="utf-8").replace("╳", "×")
    found = questions("a.txt", text.encode("big5"))
    assert [own["stem"] for own in found] == [
        own["stem"] for own in EXPECTED["answer-before-number.txt"]["questions"]
    ]


def test_word_shows_what_another_program_put_in_as_a_whole():
    """A Word file of nothing but a web page, as some programs write one."""
    chunk = '<w:altChunk w:id="page"/>'
    page = (CASES / "saved-page.mhtml").read_bytes()
    parts = {"word/_rels/document.xml.rels": RELATION, "word/page.mht": page}
    data = made.word(chunk, parts=parts)
    (only,) = questions("bank.docx", data)
    assert only["stem"] == "Who owns a complaint?"
    assert only["right"] == [0]


def test_word_numbers_lists_that_are_not_in_the_text():
    data = made.word(
        made.paragraph("誰來覆核？", 0),
        made.paragraph("原經辦人", 1),
        made.paragraph("未經手的主管", 1),
        made.paragraph("答案：B"),
        made.paragraph("結案要多久？", 0),
        made.paragraph("三天", 1, "<w:b/>"),
        made.paragraph("七天", 1),
    )
    first, second = questions("bank.docx", data)
    assert (first["number"], first["choices"], first["right"]) == (
        "1",
        ["原經辦人", "未經手的主管"],
        [1],
    )
    assert (second["number"], second["right"]) == ("2", [0])
    assert second["doubts"] == ["answer-by-format"]


def test_word_reads_changes_as_accepted_and_blanks_as_underlined_spaces():
    data = made.word(
        "<w:p><w:r><w:t>1. 只記得</w:t></w:r><w:del><w:r><w:delText>最早</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>最近</w:t></w:r></w:ins><w:r><w:t>的事叫</w:t></w:r>"
        '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">      </w:t></w:r>'
        "<w:r><w:t>偏差。</w:t></w:r></w:p>",
        made.paragraph("答案：近因"),
    )
    (only,) = questions("bank.docx", data)
    assert only["stem"] == "1. 只記得最近的事叫____偏差。".removeprefix("1. ")
    assert only["right"] == [["近因"]]
    assert only["doubts"] == ["tracked-changes"]


def test_word_reads_notes_boxes_and_tables_within_a_cell():
    note = '<w:comment w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
    mark = '<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:commentReference w:id="{}"/></w:r></w:p>'
    notes = note.format(0, "答案：B，換一雙眼睛") + note.format(1, "這題太難")
    box = f"<w:p><w:r><w:pict><w:txbxContent>{made.paragraph('答案：A')}</w:txbxContent></w:pict></w:r></w:p>"
    inner = made.word_table([["A. 三天", "B. 七天"]])
    cell = f"<w:tc>{made.paragraph('3. 多久？')}{inner}{made.paragraph('答案：B')}</w:tc>"
    data = made.word(
        mark.format("1. 誰來覆核？", 0), made.paragraph("A. 原經辦人"), made.paragraph("B. 主管"),
        mark.format("2. 第一步？", 1), made.paragraph("A. 登記"), made.paragraph("B. 結案"), box,
        f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>",
        comments=notes,
    )  # fmt: skip
    found = compact(*read("bank.docx", data))
    assert [own["right"] for own in found["questions"]] == [[1], [0], [1]]
    assert [own["choices"][1] for own in found["questions"]] == ["主管", "結案", "七天"]
    assert found["told"] == ["note-not-read:4"]


@pytest.mark.parametrize(
    "print_of_it", ["<w:b/>", '<w:u w:val="single"/>', '<w:shd w:fill="FFFF00"/>']
)
def test_word_reads_bullets_of_which_one_is_printed_otherwise(print_of_it):
    data = made.word(
        made.paragraph("誰來覆核？", 0), made.paragraph("原經辦人", 2),
        made.paragraph("未經手的主管", 2, print_of_it),
    )  # fmt: skip
    (only,) = questions("bank.docx", data)
    assert (only["choices"], only["right"]) == (["原經辦人", "未經手的主管"], [1])
    assert only["doubts"] == ["answer-by-format"]


def test_word_reads_a_table_whose_header_names_columns():
    rows = [
        ["序号", "题型", "题目", "答案", "解析"],
        ["1", "单选", "誰來覆核？\nA、原經辦人\nB、未經手的主管", "B", "換一雙眼睛。"],
        ["2", "判断", "投訴可以不登記。", "×", "/"],
    ]
    first, second = questions("bank.docx", made.word(made.word_table(rows)))
    assert (first["choices"], first["right"], first["explanation"]) == (
        ["原經辦人", "未經手的主管"],
        [1],
        "換一雙眼睛。",
    )
    assert (second["kind"], second["right"], second.get("explanation")) == (
        "true-false",
        False,
        None,
    )


def test_a_workbook_is_read_by_its_headers():
    sheets = {
        "受理": [
            ["範本", None, None, None, None],
            ["题型*", "题干*", "选项A", "选项B", "答案*", "难度", "出題人"],
            ["单选题", "誰來覆核？", "原經辦人", "未經手的主管", "b", "易", "阮"],
            ["填空题", "考核先（  ）再（  ）。", None, None, "自評|面談", None, None],
            ["判断题", "投訴可以不登記。", None, None, False, None, None],
        ],
        "覆核": [
            ["问题", "选项", "正确答案"],
            ["覆核要多久？", "三天||七天", 2],
            ["誰通知客人？", "第一線；門口", "第一線"],
        ],
    }
    found = questions("bank.xlsx", made.workbook(sheets))
    assert [own["right"] for own in found] == [[1], [["自評"], ["面談"]], False, [1], [0]]
    assert [own.get("topic") for own in found] == ["受理"] * 3 + ["覆核"] * 2
    assert found[0]["doubts"] == ["lower-case-answer"]
    assert found[4]["doubts"] == ["choices-split"]


def test_a_sheet_may_be_the_lines_of_a_paper_and_one_that_is_nothing_is_told():
    lines = [["1. 誰來覆核？"], ["(A)原經辦人", "(B)未經手的主管"], ["答案：B"]]
    nothing = [["誰來覆核？", "主管"], ["多久？", "三天"]]
    help_for_it = [["請依格式填寫"], ["A 欄是題目"]]
    data = made.workbook({"卷": lines, "筆記": nothing, "說明": help_for_it})
    reading, _ = read("bank.xlsx", data)
    (only,) = reading.drafts
    assert (only.choices, only.right) == (("原經辦人", "未經手的主管"), Chosen((1,)))
    assert [p.code for p in reading.problems] == ["import-sheet-without-header"] * 2
    with pytest.raises(Unreadable) as refused:
        read("bank.xlsx", made.workbook({"筆記": nothing}))
    assert refused.value.problem.code == "import-no-header"


def test_a_sheet_may_lie_on_its_side():
    across = [["題目", "誰來覆核？", "多久？"], ["A", "主管", "三天"], ["B", "本人", "七天"]]
    data = made.workbook({"橫": [*across, ["答案", "A", "B"]]})
    first, second = read("bank.xlsx", data)[0].drafts
    assert (first.stem, first.right) == ("誰來覆核？", Chosen((0,)))
    assert (second.choices, second.right) == (("三天", "七天"), Chosen((1,)))
    assert (second.place.line, second.place.column) == (1, 3)


def test_a_workbook_may_tell_answers_by_colour_alone_and_shows_per_cent():
    data = made.workbook(
        {"卷": [["題目", "A", "B"], ["多少？", 0.25, 0.5], ["誰？", "客戶", "人資"]]}
    )
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.active
    sheet["B2"].number_format = sheet["C2"].number_format = "0%"
    sheet["C2"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["B3"].font = Font(color="FF0000")
    kept = io.BytesIO()
    book.save(kept)
    first, second = questions("bank.xlsx", kept.getvalue())
    assert (first["choices"], first["right"]) == (["25%", "50%"], [1])
    assert second["right"] == [0]
    assert first["doubts"] == second["doubts"] == ["answer-by-format"]


def test_word_reads_keys_in_tables_headings_and_words_underlined():
    heading = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>申訴</w:t></w:r></w:p>'
    under = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>{}</w:t></w:r>'
    data = made.word(
        made.paragraph("1. 誰來覆核？"), made.paragraph("A. 本人  B. 主管"),
        heading,
        made.paragraph("2. 第一步？"), made.paragraph("A. 登記  B. 結案"),
        f"<w:p><w:r><w:t>3. 由</w:t></w:r>{under.format('人資')}<w:r><w:t>回覆。</w:t></w:r></w:p>",
        made.paragraph("答案"), made.word_table([["1", "2"], ["B", "A"]]),
    )  # fmt: skip
    first, second, third = questions("bank.docx", data)
    assert (first["choices"], first["right"]) == (["本人", "主管"], [1])
    assert (second["right"], second["topic"]) == ([0], "申訴")
    assert (third["stem"], third["right"]) == ("由____回覆。", [["人資"]])
    assert third["doubts"] == ["answer-written-in-the-blank"]


def test_a_row_may_be_a_choice():
    rows = [
        ["题号", "题目", "题型", "选项", "选项内容", "是否正确"],
        ["1", "誰來覆核？", "单选", "A", "原經辦人", "否"],
        [None, None, None, "B", "未經手的主管", "是"],
        ["2", "哪些要登記？", "单选", "A", "時間", 1],
        [None, None, None, "B", "事由", 1],
    ]
    first, second = questions("bank.xlsx", made.workbook({"Sheet1": rows}))
    assert (first["choices"], first["right"]) == (["原經辦人", "未經手的主管"], [1])
    assert (second["right"], second["found"], second["doubts"]) == (None, "A,B", ["kind-conflict"])


def test_a_formula_is_not_reckoned_and_told():
    rows = [
        ["题干", "选项A", "选项B", "答案"],
        ['=HYPERLINK("https://x.example","點")', "甲", "乙", "A"],
    ]
    rows.append(["誰來覆核？", "甲", '="乙"', "A"])
    (only,) = questions("bank.xlsx", made.workbook({"Sheet1": rows}))
    assert only["stem"] == "誰來覆核？"
    assert "formula" in only["doubts"]


def test_a_deck_is_read_by_its_fields_with_its_pictures():
    notes = [
        ("g1", " 覆核 ", "誰來覆核？\x1f原經辦人||未經手的主管\x1fB\x1f換一雙眼睛。"),
        ("g2", "", '<img src="chart.png">是什麼？\x1f\x1f趨勢<br>圖\x1f'),
        ("g3", "", "考核先{{c1::自評}}。\x1f\x1f\x1f"),
    ]
    data = made.deck(notes, ["问题", "选项", "答案", "解析"], {"chart.png": made.PNG})
    reading, form = read("deck.apkg", data)
    first, second, third = compact(reading, form)["questions"]
    assert (first["choices"], first["right"], first["topic"]) == (
        ["原經辦人", "未經手的主管"],
        [1],
        "客訴/受理",
    )
    assert (second["stem"], second["right"]) == ("![chart](chart.png)是什麼？", "趨勢\n圖")
    assert third["right"] == [["自評"]]
    assert reading.media == {"chart.png": made.PNG}


def item(body: str, declarations: str, identifier: str = "q1") -> str:
    return (
        f'<assessmentItem {QTI} identifier="{identifier}" title="t">{declarations}'
        f"<itemBody>{body}</itemBody></assessmentItem>"
    )


CHOICE_ITEM = item(
    '<choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>誰來覆核？</prompt>'
    '<simpleChoice identifier="A">原經辦人</simpleChoice><simpleChoice identifier="B">未經手的主管</simpleChoice>'
    "</choiceInteraction>",
    '<responseDeclaration identifier="R" cardinality="single" baseType="identifier">'
    "<correctResponse><value>B</value></correctResponse></responseDeclaration>",
)
BLANK_ITEM = item(
    '<p>只記得最近的事叫<textEntryInteraction responseIdentifier="R"/>偏差。</p>',
    '<responseDeclaration identifier="R" cardinality="single" baseType="string"><correctResponse>'
    '<value>近因</value></correctResponse><mapping><mapEntry mapKey="近因" mappedValue="1"/>'
    '<mapEntry mapKey="最近" mappedValue="0.5"/></mapping></responseDeclaration>',
    "q2",
)
TEST = (
    f'<assessmentTest {QTI} identifier="t" title="卷"><testPart identifier="p"><assessmentSection '
    'identifier="s" title="受理"><assessmentItemRef identifier="r2" href="b.xml"/>'
    '<assessmentItemRef identifier="r1" href="a.xml"/></assessmentSection></testPart></assessmentTest>'
)


def test_a_qti_package_is_read_in_the_order_of_its_test():
    test = TEST.replace('href="a.xml"', 'href="a%20one.xml"')
    data = made.package({"test.xml": test, "a one.xml": CHOICE_ITEM, "b.xml": BLANK_ITEM})
    first, second = questions("package.zip", data)
    assert (first["given"], first["stem"], first["right"]) == (
        "q2",
        "只記得最近的事叫____偏差。",
        [["近因"]],
    )
    assert first["doubts"] == ["partial-credit"]
    assert (second["right"], second["topic"]) == ([1], "受理")


def test_what_is_marked_in_a_text_is_asked_with_the_text():
    marked = (
        f'<assessmentItem {QTI} identifier="q"><responseDeclaration identifier="R" cardinality="single">'
        "<correctResponse><value>b</value></correctResponse></responseDeclaration><itemBody>"
        '<hottextInteraction responseIdentifier="R" maxChoices="1"><prompt>哪裡錯了？</prompt>'
        '<p>申訴<hottext identifier="a">要登記</hottext>，<hottext identifier="b">不必回覆</hottext>。</p>'
        "</hottextInteraction></itemBody></assessmentItem>"
    )
    (only,) = questions("q.xml", marked.encode())
    assert (only["stem"], only["right"]) == ("哪裡錯了？\n申訴要登記，不必回覆。", [1])
    assert only["choices"] == ["要登記", "不必回覆"]


def test_qti_3_is_qti_2_with_other_names():
    three = (
        CHOICE_ITEM.replace("assessmentItem", "qti-assessment-item")
        .replace("responseDeclaration", "qti-response-declaration")
        .replace("correctResponse", "qti-correct-response")
        .replace("<value>", "<qti-value>")
        .replace("</value>", "</qti-value>")
        .replace("itemBody", "qti-item-body")
        .replace("choiceInteraction", "qti-choice-interaction")
        .replace("responseIdentifier", "response-identifier")
        .replace("maxChoices", "max-choices")
        .replace("prompt>", "qti-prompt>")
        .replace("simpleChoice", "qti-simple-choice")
        .replace("baseType", "base-type")
    )
    (only,) = questions("item.xml", three.encode())
    assert (only["stem"], only["choices"], only["right"]) == (
        "誰來覆核？",
        ["原經辦人", "未經手的主管"],
        [1],
    )


def test_qti_1_names_right_answers_in_conditions():
    data = """<questestinterop><assessment title="受理"><section><item ident="i1" title="x">
    <presentation><material><mattext texttype="text/html">&lt;p&gt;誰來覆核？&lt;/p&gt;</mattext></material>
    <response_lid ident="r" rcardinality="Single"><render_choice>
    <response_label ident="1"><material><mattext>原經辦人</mattext></material></response_label>
    <response_label ident="2"><material><mattext>未經手的主管</mattext></material></response_label>
    </render_choice></response_lid></presentation><resprocessing>
    <respcondition><conditionvar><varequal respident="r">2</varequal></conditionvar>
    <setvar varname="SCORE">100</setvar></respcondition></resprocessing></item></section></assessment>
    </questestinterop>"""
    (only,) = questions("quiz.xml", data.encode())
    assert (only["stem"], only["right"], only["topic"]) == ("誰來覆核？", [1], "受理")


def test_h5p_takes_truth_as_boolean_and_as_text():
    content = {
        "questions": [
            {
                "library": "H5P.TrueFalse 1.8",
                "params": {"question": "<p>投訴可以不登記。</p>", "correct": "false"},
                "metadata": {"title": "一"},
            },
            {
                "library": "H5P.Blanks 1.14",
                "params": {"questions": ["<p>先*登記/記下*再*回覆:兩個字*。</p>"]},
                "metadata": {"title": "二"},
            },
            {"library": "H5P.Image 1.1", "params": {}, "metadata": {}},
        ]
    }
    about = {"title": "受理", "mainLibrary": "H5P.QuestionSet"}
    data = made.package(
        {"h5p.json": json.dumps(about), "content/content.json": json.dumps(content)}
    )
    reading, form = read("set.h5p", data)
    first, second = compact(reading, form)["questions"]
    assert (first["right"], second["right"]) == (False, [["登記", "記下"], ["回覆"]])
    assert second["hint"] == "（2）兩個字"
    assert [problem.code for problem in reading.problems] == ["import-kind-not-supported"]


def test_a_saved_page_is_read_by_its_table():
    page = (
        "<html><table><tr><th>题干<th>选项A<th>选项B<th>答案</tr>"
        "<tr><td>誰來覆核？<td>原經辦人<td>未經手的主管<td>B</tr></table></html>"
    )
    (only,) = questions("old.xls", page.encode())
    assert (only["stem"], only["right"]) == ("誰來覆核？", [1])


def test_a_page_without_tables_is_told_at_the_lines_of_its_source():
    page = (
        "<html><head><title>1. 誰來覆核？</title></head>\n<body>\n<ol>\n<li>誰來覆核？\n"
        "<ul><li>原經辦人</li>\n<li>主管</li></ul></li>\n\n<li>結案要多久？<ul><li>三天</li>\n"
        "<li>七天</li></ul></li></ol></body></html>"
    )
    found = compact(*read("bank.html", page.encode()))["questions"]
    assert [(own["line"], own["stem"]) for own in found] == [(4, "誰來覆核？"), (8, "結案要多久？")]


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_says_that_it_found_nothing(form):
    with pytest.raises(Unreadable):
        read("empty", b"   ", form)


def test_every_doubt_can_be_said_in_both_languages():
    for reading in (read(name, (CASES / name).read_bytes())[0] for name in EXPECTED):
        assert isinstance(reading, Reading)
        for problem in reading.said():
            assert problem.message(ZH) and problem.message(EN)
            assert problem.hint(ZH) and problem.hint(EN)


def test_every_doubt_that_has_words_is_raised_somewhere_and_has_its_severity_once():
    package = ROOT / "plugins" / "tiku" / "formats"
    text = "\n".join(
        path.read_text("utf-8") for path in package.rglob("*.py") if path.stem != "doubts"
    )
    codes = set(ZH.tree["doubts"])
    assert sorted(code for code in codes if f'"{code}"' not in text) == []
    assert codes >= ERRORS | ADVICE
    assert not ERRORS & ADVICE


def test_a_column_of_right_answers_is_none_of_right_choices_where_choices_have_columns():
    rows = [
        [None, "#", "Question", "Option 1", "Option 2", "Correct"],
        [None, 1, "誰受理申訴？", "客戶", "人資", 2],
        [None, 2, "哪些是證據？", "郵件", "紀錄", "1,2"],
    ]
    one, many = questions("kahoot.xlsx", made.workbook({"Sheet1": rows}))
    assert (one["choices"], one["right"]) == (["客戶", "人資"], [1])
    assert (many["kind"], many["right"]) == ("multiple", [0, 1])
