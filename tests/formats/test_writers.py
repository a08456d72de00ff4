"""What other programs get, format by format: the same bytes every time, nothing lost unsaid."""

import csv
import io
import json
import re
import tempfile
import unicodedata
import zipfile
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote

import banks
import docx
import openpyxl
import pytest
from lxml import etree
from pypdf import PdfReader

from tiku import check
from tiku.formats.writers import WRITERS, exporting, pdf
from tiku.formats.writers.collecting import Wish, collected
from tiku.formats.writers.exported import NoBrowser, NoFont
from tiku.formats.writers.exporting import written
from tiku.locales.catalogue import load
from tiku.model import Draw
from tiku.rendering import prose
from tiku.rules.check import check_folder


def export(form: str, topic: str = "kinds", **more) -> bytes:
    return written(banks.bundle(banks.small(), Draw(topic=topic), **more), form).data


def said(form: str, topic: str = "kinds") -> dict[str, set[str]]:
    """Question -> the codes of what is lost."""
    found: dict[str, set[str]] = {}
    for loss in written(banks.bundle(banks.small(), Draw(topic=topic)), form).losses:
        found.setdefault(str(loss.details["id"]), set()).add(loss.code)
    return found


@pytest.mark.parametrize("form", WRITERS)
def test_the_same_bank_is_the_same_bytes_and_nothing_is_left_behind(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    first = export(form)
    for kept in vars(prose).values():
        if hasattr(kept, "cache_clear"):
            kept.cache_clear()
    assert export(form) == first
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("form", WRITERS)
def test_hostile_text_is_written_as_text(form: str):
    """No writer makes an element of what an author wrote; readers of text see it as it is."""
    data = export(form, "hostile")
    if form in ("moodle",):
        for text in etree.fromstring(data).iter("text"):
            shown = etree.HTML(f"<div>{text.text}</div>") if text.text else None
            tags = (
                {node.tag for node in shown.iter()}
                if shown is not None and text.getparent().get("format") == "html"
                else set()
            )
            assert not tags & {"script", "iframe", "svg", "style", "object"}


@pytest.mark.parametrize("form", WRITERS)
def test_nothing_is_no_file(form: str):
    assert written(banks.bundle(banks.small(), Draw(tags=("nothing",))), form).data == b""


def test_json_says_everything():
    told = json.loads(export("json"))
    color = told["questions"][0]
    assert (told["format"], told["version"], told["changed"]) == ("tiku", 1, "2026-11-23")
    assert color["choices"][1] == {
        "id": "green",
        "text": {"markdown": "綠", "html": "綠", "text": "綠"},
        "why": {"markdown": "綠是草的顏色。", "html": "綠是草的顏色。", "text": "綠是草的顏色。"},
    }
    assert (color["answer"], color["revision"], color["objective"]) == (
        ["blue"],
        color["revision"],
        "tell",
    )
    by_id = {question["id"]: question for question in told["questions"]}
    assert by_id["rate"]["answer"] == {
        "value": "8",
        "tolerance": "0.1",
        "unit": "%",
        "formula": "8 / 100 * 100",
    }
    assert by_id["late-parcel/angry"]["answer"] is False
    assert by_id["late-parcel/angry"]["case"]["title"] == "遲到的包裹"
    assert by_id["families"]["answer"] == {"rate": "result", "manner": "behaviour", "care": "trait"}


def test_links_lead_to_the_site_or_stay_text():
    with_site = json.loads(export("json", site="https://example.org/"))
    assert with_site["questions"][0]["see"][0]["address"] == "https://example.org/kinds/#intake"
    assert "address" not in json.loads(export("json"))["questions"][0]["see"][0]


@pytest.mark.parametrize("form", sorted({*WRITERS} - {"pdf"}))
def test_choices_behind_z_go_on_as_a_page_numbers_them(form: str):
    """None is left out, and the key names the one that is meant."""
    choices = {f"c{at}": f"第{at}個" for at in range(30)}
    question = {"id": "many", "stem": "哪個？", "choices": choices, "answer": "c29"}
    data = written(banks.bundle(banks.library([question])), form).data
    if form in ("text", "markdown", "csv"):
        assert "第29個" in data.decode()
        assert "AD" in data.decode()
    if form == "docx":
        lines = [line.text for line in docx.Document(io.BytesIO(data)).paragraphs]
        assert {"AD. 第29個", "1. AD"} <= {*lines}


def test_what_is_lost_of_many_is_one_line_with_the_first_and_how_many():
    questions = [{**single("題幹"), "id": f"q{at}", "hint": "提示"} for at in range(9)]
    done = written(banks.bundle(banks.library(questions)), "gift")
    (told,) = exporting.in_brief(done.losses, banks.ZH)
    assert told.message(banks.ZH) == "「q0、q1、q2 等 9 題」的提示放不進這個格式"


def test_text_reads_like_a_paper():
    text = export("text").decode()
    assert (
        "一、單選題\n\n1. 天空是（　）色。\nA. 藍\nB. 綠\nC. 紅\n答案：A\n解析：空氣散射短波長的光，看起來是藍的。\n"
        "B：綠是草的顏色。\nC：紅是夕陽的顏色。\n提示：抬頭看看。\n難度：易\n" in text
    )
    assert "【案例】遲到的包裹\n客人打電話來" in text


@pytest.mark.parametrize("form", ["text", "markdown", "gift", "moodle", "docx"])
def test_what_we_add_is_in_the_language_of_the_words(form: str):
    folder = Path(__file__).parent.parent / "english-site"
    library = check_folder(folder / "questions", folder / "docs").library
    wish = Wish(load("en"), Draw(topic="desk"))
    data = written(collected(library, wish, lambda path: banks.PICTURE), form).data
    text = data if form != "docx" else zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    assert re.findall(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]", text.decode()) == []


def single(stem: str, right: str = "甲", wrong: str = "乙") -> dict[str, object]:
    return {"id": "q", "stem": stem, "choices": {"a": right, "b": wrong}, "answer": "a"}


def test_gift_keeps_what_its_signs_mean_away_from_texts():
    question = single("[html]甲{乙}", "%50%丙~丁", "=戊#己:")
    data = written(banks.bundle(banks.library([question])), "gift").data.decode()
    assert "::q::[plain][html]甲\\{乙\\}{\n=[plain]%50%丙\\~丁\n~[plain]\\=戊\\#己\\:\n}" in data


def test_moodle_has_weights_that_it_takes_and_no_reward_for_ticking_everything():
    root = etree.fromstring(export("moodle"))
    primes = root.xpath("question[idnumber='primes']")[0]
    assert [answer.get("fraction") for answer in primes.findall("answer")] == ["50", "50", "-100"]
    assert root.findtext("question[@type='ordering']/shownumcorrect") == "1"
    path = root.findtext("question[@type='category']/category/text")
    assert path == "$course$/top/各種題型 2026-11-23/各種題型"


@pytest.mark.parametrize("form", ["moodle", "gift"])
def test_what_moodle_would_refuse_is_left_out_and_told(form: str):
    many = {f"c{at}": f"選項{at}" for at in range(12)}
    question = {"id": "q", "stem": "哪些？", "choices": many, "answer": list(many)[:11]}
    done = written(banks.bundle(banks.library([question])), form)
    assert (done.left_out, [loss.code for loss in done.losses], done.count) == (
        ("q",),
        ["export-too-many-right"],
        0,
    )


TAKEN = [0, 100, *(100 * n / 60 for n in (3, 6, 10, 12, 15, 18, 20, 24, 30, 36, 40, 42, 45, 48))]
TAKEN += [100 / n for n in (7, 8, 9)] + [100 * 5 / 6, 90]
"""Per cent, of Moodle's `question_bank::fraction_options`; an import takes what is 0.001 off."""


@pytest.mark.parametrize("right", range(1, 11))
def test_every_weight_is_one_that_moodle_takes(right: int):
    choices = {f"c{at}": f"選項{at}" for at in range(12)}
    question = {"id": "q", "kind": "multiple", "stem": "哪些？", "choices": choices}
    bundle = banks.bundle(banks.library([{**question, "answer": list(choices)[:right]}]))
    xml = etree.fromstring(written(bundle, "moodle").data)
    told = [float(own.get("fraction")) for own in xml.iter("answer")]
    told += map(float, re.findall(r"%(-?[\d.]+)%", written(bundle, "gift").data.decode()))
    assert all(min(abs(abs(own) - one) for one in TAKEN) < 0.001 for own in told)


def test_a_picture_goes_along_by_its_whole_path_whatever_it_is_called():
    """Two of one name in two folders are two."""
    question = single("![圖](img/a.png) ![圖](other/a.png) ![圖](img/圖 &表.png)")
    bundle = banks.bundle(banks.library([question]))
    paths = ["img/a.png", "other/a.png", "img/圖 &表.png"]
    root = etree.fromstring(written(bundle, "moodle").data).find("question/questiontext")
    shown = re.findall('src="@@PLUGINFILE@@([^"]*)"', root.findtext("text"))
    files = [f"{file.get('path')}{file.get('name')}" for file in root.iter("file")]
    assert [*map(unquote, shown)] == files == ["/img/a.png", "/other/a.png", "/img/圖 -表.png"]
    assert list(bundle.pictures) == paths
    for form, folder in {"qti": "media", "qti21": "media", "scorm": "tiku/media"}.items():
        with zipfile.ZipFile(io.BytesIO(written(bundle, form).data)) as package:
            named = etree.fromstring(package.read("imsmanifest.xml")).iter("{*}file")
            there = {f"{folder}/{path}" for path in paths}
            assert there <= {unquote(one.get("href")) for one in named} & {*package.namelist()}


def test_a_picture_that_is_nowhere_is_told():
    from tiku.formats.writers.collecting import Wish, collected

    question = single("看圖![圖](img/a.png)")
    bundle = collected(banks.library([question]), Wish(banks.ZH, Draw()), lambda path: None)
    assert "export-picture-missing" in {loss.code for loss in written(bundle, "json").losses}


FORMULAS = ['=HYPERLINK("http://x.example","點")', "007", "1/2", "-5", "+甲", "@甲"]


def formulas() -> dict:
    return {
        "id": "q",
        "stem": "=1+1",
        "choices": {f"c{n}": t for n, t in enumerate(FORMULAS)},
        "answer": "c0",
    }


def test_a_workbook_has_text_only_and_drop_downs():
    book = openpyxl.load_workbook(
        io.BytesIO(written(banks.bundle(banks.library([formulas()])), "xlsx").data)
    )
    assert book.sheetnames == ["說明", "單選題", "代碼"]
    sheet = book["單選題"]
    assert [sheet.cell(2, at).value for at in range(3, 10)] == ["=1+1", *FORMULAS]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    assert {rule.formula1 for rule in sheet.data_validations.dataValidation} >= {"'代碼'!$B$2:$B$2"}


def test_comma_separated_values_reckon_nothing():
    text = written(banks.bundle(banks.library([formulas()])), "csv").data.decode("utf-8-sig")
    row = list(csv.reader(io.StringIO(text)))[1]
    assert row[2:9] == ["'=1+1", "'" + FORMULAS[0], "007", "1/2", "-5", "'+甲", "'@甲"]


def test_a_number_is_written_without_an_exponent():
    (number,) = [q.number for q in banks.bundle(banks.small(), Draw(ids=("rate",))).questions]
    assert (number.value, number.tolerance) == (Decimal(8), Decimal("0.1"))


def test_what_is_lost_is_said_of_the_question_and_of_nothing_else():
    lost = said("gift")
    assert lost["steps"] == {"export-ordering-as-matching"}
    assert lost["rate"] == {"export-unit-in-stem"}
    assert "owner" not in lost
    assert said("json") == {}


def test_every_loss_that_is_told_has_its_words_and_every_word_is_told():
    folder = Path(exporting.__file__).parent
    text = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    asked = set(re.findall(r'\bloss\(\s*"([a-z-]+)"', text))
    assert asked == set(banks.ZH.tree["losses"])


def item(name: str, form: str = "qti") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(export(form))) as package:
        return etree.fromstring(package.read(f"items/{name}.xml"))


@pytest.mark.parametrize("form", ["qti", "qti21"])
def test_every_file_that_a_package_names_is_in_it(form: str):
    with zipfile.ZipFile(io.BytesIO(export(form))) as package:
        manifest = etree.fromstring(package.read("imsmanifest.xml"))
        named = {node.get("href") for node in manifest.iter("{*}file")}
        assert named == set(package.namelist()) - {"imsmanifest.xml"}
        for name in named:
            etree.fromstring(package.read(name))


def named(name: str) -> str:
    """An element's or attribute's name as 2.1 writes it."""
    return re.sub(r"-(\w)", lambda found: found[1].upper(), name.removeprefix("qti-"))


def structure(root: etree._Element) -> list[tuple[str, list[str]]]:
    """Elements and their attributes; 3.0 has its feedback in one element more, and says of rubrics
    what they are for."""
    elements = [(named(etree.QName(node).localname), node) for node in root.iter("*")]
    return [
        (name, sorted({*map(named, one.keys())} - {"use"}))
        for name, one in elements
        if name != "contentBody"
    ]


@pytest.mark.parametrize("topic", ["kinds", "hostile"])
def test_both_versions_are_one_structure_in_which_nothing_lacks_an_address(topic: str):
    """The schema of 2.1 was asked by hand; so what it allows holds for both."""
    packages = (zipfile.ZipFile(io.BytesIO(export(form, topic))) for form in ("qti", "qti21"))
    new, old = ({name: p.read(name) for name in p.namelist()} for p in packages)
    assert new.keys() == old.keys()
    for name in [name for name in old if name.endswith(".xml") and name != "imsmanifest.xml"]:
        found = structure(etree.fromstring(new[name]))
        if not re.search(rb"<(?:u|s|mark|del|ins|bdi|ruby|rt|rp)\b", new[name]):
            assert found == structure(etree.fromstring(old[name])), name
        for element, needed in (("a", "href"), ("img", "src")):
            assert all(needed in keys for tag, keys in found if tag == element), name


def test_an_item_that_is_not_answered_is_scored_nothing_before_anything_is_mapped():
    conditions = item("owner").findall(".//{*}qti-response-condition/*")
    assert [etree.QName(node).localname for node in conditions] == [
        "qti-response-if",
        "qti-response-else",
    ]
    assert conditions[0].find("{*}qti-is-null") is not None


def test_both_versions_say_the_same_in_their_own_names():
    old, new = item("steps", "qti21"), item("steps")
    assert [v.text for v in old.findall(".//{*}correctResponse/{*}value")] == [
        "listen",
        "log",
        "solve",
        "reply",
    ]
    assert [v.text for v in new.findall(".//{*}qti-correct-response/{*}qti-value")] == [
        "listen",
        "log",
        "solve",
        "reply",
    ]
    assert new.find(".//{*}qti-order-interaction").get("response-identifier") == "RESPONSE"
    assert old.find(".//{*}orderInteraction").get("responseIdentifier") == "RESPONSE"


def of_a_paper(form: str, **more) -> bytes:
    library = banks.small()
    exam = banks.exam(library, "short")
    return written(banks.bundle(library, Draw(seed="1"), exam=exam, **more), form).data


def lines_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_paper_for_word_keeps_its_key_apart():
    document = docx.Document(io.BytesIO(of_a_paper("docx")))
    lines = [paragraph.text for paragraph in document.paragraphs]
    key = lines.index("答案與解析")
    asked, answered = lines[:key], lines[key:]
    assert lines[:4] == [
        "短卷",
        "姓名：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿　　得分：＿＿＿＿",
        "10 分鐘，4 分及格",
        "答案卡",
    ]
    assert {"1. ⒶⒷⒸ", "2. ⓉⒻ", "1. 天空是（　）色。"} <= set(asked)
    assert not any("空氣散射" in line for line in asked)
    assert (
        "1. A　空氣散射短波長的光，看起來是藍的。　B：綠是草的顏色。　C：紅是夕陽的顏色。"
        in answered
    )
    columns = [section._sectPr.xpath("string(w:cols/@w:num)") for section in document.sections]
    assert columns == ["1", "5", "2", ""]
    assert all("PAGE" in section.footer._element.xml for section in document.sections)
    assert {section.header.paragraphs[0].text for section in document.sections} == {"短卷"}


def test_a_variant_asks_the_same_in_another_order():
    first, other = (lines_of(of_a_paper("docx", variant=variant)) for variant in "AB")
    stems = [
        [line[3:] for line in lines if re.match(r"\d\. [^ⒶⓉ]", line)] for lines in (first, other)
    ]
    assert first[0] == "短卷（A卷）"
    assert stems[0] != stems[1]
    assert {*stems[0][:5]} == {*stems[1][:5]}
    assert lines_of(of_a_paper("docx"))[5:] == first[5:]


def test_a_printed_paper_has_the_letters_of_the_one_for_word():
    reader = PdfReader(io.BytesIO(of_a_paper("pdf", variant="B")))
    pages = [unicodedata.normalize("NFKC", page.extract_text()) for page in reader.pages]
    key = next(at for at, page in enumerate(pages) if "答案與解析" in page)
    assert "姓名:" in pages[0]
    assert not any("空氣散射" in page for page in pages[:key])
    # Sky, primes and the first step; verdicts have letters of their own.
    told = lines_of(of_a_paper("docx", variant="B"))
    letters = [line.split()[1] for line in told if re.match(r"\d\. [A-F]+　", line)]
    found = re.findall(r"答案 ([A-F][A-F、 ]*)", "".join(pages[key:]))
    assert [re.sub("[、 ]", "", one) for one in found if one[0] != "F"] == letters
    assert reader.metadata.creation_date.year == 2026


def test_how_many_elements_a_browser_has_made_before_does_not_show_in_a_pdf():
    early, late = (
        b"/ID (node%08d) /Headers [(node%08d)] /ID (node%08d)" % (at + 9, at, at + 30)
        for at in (101, 4007)
    )
    assert pdf.numbered(early) == pdf.numbered(late)
    assert pdf.numbered(late) == b"/ID (node00000002) /Headers [(node00000001)] /ID (node00000003)"


def test_a_paper_is_the_same_whatever_was_printed_before_it():
    first, second = (banks.bundle(banks.small(), Draw(topic=name)) for name in ("kinds", "hostile"))
    with pdf.press():
        begun = [pdf.begin(one) for one in (first, second, first) for _ in range(pdf.PRINTERS)]
    printed = [one().data for one in begun]
    others = printed[pdf.PRINTERS : -pdf.PRINTERS]
    assert {*printed} - {*others} == {export("pdf")}
    assert len({*others}) == 1


def test_what_no_font_of_this_machine_draws_is_told_and_not_printed_as_boxes():
    """Adlam and Gothic."""
    bank = "topic: b\ntitle: B\nquestions: [{id: q, stem: 題\U0001e900\U00010330, answer: true}]"
    with pytest.raises(NoFont, match="\U0001e900"):
        written(banks.bundle(check({"b.yml": bank.encode()}, None).library), "pdf")


def test_without_a_browser_it_is_told_before_anything_is_written(monkeypatch):
    monkeypatch.setenv("TIKU_CHROMIUM", "/nowhere")
    with pytest.raises(NoBrowser):
        exporting.ready("pdf")
