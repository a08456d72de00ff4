"""From a file to a bank, and again: ids stay, an editor's work stays, what is doubtful is told."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from conftest import EN
from hypothesis import given, settings
from hypothesis import strategies as st

from tiku.formats.draft import Chosen, Draft, Filled, Said, Truth
from tiku.formats.entries import entries
from tiku.formats.entry import Target
from tiku.formats.importing import Wish, imported
from tiku.formats.yaml_text import bank
from tiku.hosts.cli.main import main
from tiku.model import Case, Library, Text
from tiku.model.place import Place
from tiku.rules.check import check

PAPER = """第一章 受理
一、单选题（每题2分）
1. 誰來覆核？
A. 原經辦人
B. 未經手的主管
答案：B
2. 結案要多久？
A. 三天
B. 七天
答案：
二、填空题
1. 考核先____，再____。
答案：自評；面談
"""


def library(text: str, name: str = "questions/intake.yml") -> tuple[Library, list[str]]:
    checked = check({name: text.encode()}, None, date(2026, 1, 1))
    return checked.library, [p.code for p in checked.problems if p.severity == "error"]


def first_import(text: str = PAPER, **wish) -> str:
    return imported("paper.txt", text.encode(), Wish(EN, topic="intake", **wish), None).text


def again(bank_text: str, text: str, update: bool = True):
    wish = Wish(EN, topic="intake", bank=bank_text, bank_name="b.yml", update=update)
    return imported("paper.txt", text.encode(), wish, None)


def test_an_import_is_a_bank_whose_only_errors_were_told():
    found, errors = library(first_import())
    first, second, blanks = found.banks[0].questions
    assert (first.choices, first.answer) == ({"a": "原經辦人", "b": "未經手的主管"}, ("b",))
    assert second.answer == ()
    assert isinstance(blanks, Case)
    assert [own.answer for own in blanks.questions if isinstance(own, Text)] == [
        ("自評",),
        ("面談",),
    ]
    assert found.banks[0].objectives == {first.objective: "第一章 受理"}
    assert errors == ["no-answer"]


def test_what_is_said_of_thousands_is_said_of_the_first_and_counted():
    text = "#separator:tab\n" + "誰來覆核？\t主管\n" * 2_000
    done = imported("cards.txt", text.encode(), Wish(EN, topic="cards"), None)
    codes = [problem.code for problem in done.problems]
    assert codes == ["import-repeated"] * 50 + ["import-more-of-a-kind"]
    last = done.problems[-1]
    assert (last.place.line, last.details["count"]) == (53, "1949")


def test_a_character_of_ones_own_is_no_sign_of_gift():
    done = imported("a.gift", "::q::\ue000甲{=乙 ~丙}".encode(), Wish(EN, topic="cards"), None)
    assert "stem: \ue000甲\n" in done.text


def test_the_same_file_gives_the_same_bytes():
    assert first_import() == first_import()


def test_an_id_does_not_depend_on_number_place_choices_or_key():
    moved = PAPER.replace("1. 誰來覆核？\nA. 原經辦人\nB. 未經手的主管\n答案：B\n", "").replace(
        "二、填空题", "9. 誰來覆核？\nA. 店長\nB. 原經辦人\nC. 客人\n答案：A\n二、填空题"
    )
    before, after = library(first_import())[0], library(first_import(moved))[0]
    assert before.banks[0].questions[0].id == after.banks[0].questions[1].id


def test_a_second_import_without_changes_changes_nothing():
    text = first_import()
    done = again(text, PAPER)
    assert (done.text, done.added, done.changed) == (text, (), ())


CASE = """三、案例分析题
（一）門市主管把四個人都評成良。
根据以上材料，回答第1～2题。
1.這最可能是（ ）。（2分）
A.趨中 B.近因
答案：A
2.（判断）主管不必再說明。
答案：错
"""


def test_the_questions_of_a_case_are_updated_one_by_one():
    text = first_import(CASE)
    assert again(text, CASE).text == text
    edited = text.replace(
        "        answer: false\n", "        answer: false\n        sources: [law]\n"
    )
    done = again(edited, CASE.replace("B.近因", "B.月暈"))
    first, second = library(done.text)[0].banks[0].questions[0].questions
    assert first.choices == {"a": "趨中", "b": "月暈"}
    assert second.sources == ("law",)
    assert "        #: points 2\n" in done.text


def test_a_second_import_updates_what_the_first_made():
    done = again(
        first_import(), PAPER.replace("三天", "五天").replace("B. 七天\n答案：", "B. 七天\n答案：B")
    )
    question = library(done.text)[0].banks[0].questions[1]
    assert (question.choices, question.answer) == ({"a": "五天", "b": "七天"}, ("b",))
    assert done.added == ()


def test_without_update_only_new_questions_are_written():
    text = first_import()
    done = again(
        text, PAPER.replace("三天", "五天") + "2. 客訴由____登記。\n答案：第一線\n", update=False
    )
    assert done.text.startswith(text.rstrip())
    assert len(done.added) == 1
    assert "import-differs" in [problem.code for problem in done.problems]


def test_what_an_editor_added_stays():
    text = first_import().replace(
        "      b: 未經手的主管\n    answer: b\n",
        "      b: 未經手的主管\n    answer: b   # 對照過\n    # 編輯的註解\n    sources: [law]\n"
        "    why:\n      a: 看不到自己的錯。\n",
    )
    done = again(
        text, PAPER.replace("誰來覆核？", "誰來覆核？").replace("原經辦人", "原來的經辦人")
    )
    assert "    answer: b   # 對照過\n    # 編輯的註解\n    sources: [law]\n" in done.text
    question = library(done.text)[0].banks[0].questions[0]
    assert question.choices["a"] == "原來的經辦人"
    assert question.why == {"a": "看不到自己的錯。"}


def test_choices_keep_their_ids_when_they_change_places():
    done = again(
        first_import(),
        PAPER.replace(
            "A. 原經辦人\nB. 未經手的主管\n答案：B",
            "A. 未經手的主管\nB. 店長\nC. 原經辦人\n答案：A",
        ),
    )
    question = library(done.text)[0].banks[0].questions[0]
    assert question.choices["a"] == "原經辦人"
    assert question.choices["b"] == "未經手的主管"
    assert question.answer == ("b",)


def test_an_answer_that_the_file_lacks_is_not_taken_away():
    text = first_import().replace("      b: 七天\n", "      b: 七天\n    answer: a\n")
    assert library(again(text, PAPER).text)[0].banks[0].questions[1].answer == ("a",)


def test_what_is_gone_from_the_file_stays_and_is_told():
    done = again(first_import(), PAPER.replace("2. 結案要多久？\nA. 三天\nB. 七天\n答案：\n", ""))
    assert "結案要多久" in done.text
    assert "import-gone" in [problem.code for problem in done.problems]


def test_line_ends_and_byte_order_mark_stay():
    text = "\ufeff" + first_import().replace("\n", "\r\n")
    done = again(text, PAPER.replace("三天", "五天"))
    assert done.text.startswith("\ufeff")
    assert done.text.count("\n") == done.text.count("\r\n")


def test_a_question_that_the_banks_have_is_told():
    known = library(first_import(), "questions/old.yml")[0]
    other = "1. 誰來覆核？\nA. 原經辦人\nB. 未經手的主管\n答案：B\n"
    given_ids = "// [id:own]\n誰來覆核？{~原經辦人 =未經手的主管}\n"
    same = imported("a.gift", given_ids.encode(), Wish(EN), known)
    assert [problem.code for problem in same.problems] == ["import-duplicate"]
    assert imported("a.txt", other.encode(), Wish(EN), None).problems == ()


def test_ids_that_only_count_begin_with_the_topic():
    text = "// [id:q1]\n誰來覆核？{=甲 ~乙}\n\n// [id:intake rule]\n誰登記？{=甲 ~乙}\n".encode()
    done = imported("a.gift", text, Wish(EN, topic="intake"), None)
    assert done.added == ("intake-q1", "intake-rule")
    wish = Wish(EN, topic="other", bank=done.text, bank_name="b.yml")
    assert imported("a.gift", text, wish, None).text == done.text


def test_a_target_that_is_no_bank_is_left_alone(paper, tmp_path):
    for content in (b"\xff\xfe\xff", b"a: [", b"- 1\n"):
        (tmp_path / "bank.yml").write_bytes(content)
        assert run(tmp_path, paper, "-o", "bank.yml").exit_code == 1
        assert (tmp_path / "bank.yml").read_bytes() == content


def test_what_has_no_field_is_kept_in_a_comment():
    text = first_import("1. 誰來覆核？（2分）\nA. 甲\nB. 乙\n答案：C\n来源：講義三\n")
    assert "#: points 2\n" in text
    assert "#: unknown 講義三" in text
    assert "#: answer in the file C\n" in text


def test_pictures_are_named_below_the_bank_s_folder():
    drafts = [Draft(place=Place("x"), kind="open", stem="看 ![圖](a.png)", right=Said("好"))]
    made, _ = entries(drafts, Target(EN, media="media/intake/"))
    assert made[0].values["stem"] == "看 ![圖](media/intake/a.png)"


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SHOWN = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=30).map("題{}目".format)


@st.composite
def drafts(draw):
    kind = draw(st.sampled_from(["single", "multiple", "true-false", "fill", "open"]))
    choices = tuple(draw(st.lists(SHOWN, min_size=2, max_size=6, unique=True)))
    right = {
        "single": Chosen((0,)),
        "multiple": Chosen((0, 1)),
        "true-false": Truth(draw(st.booleans())),
        "fill": Filled(((draw(SHOWN),),)),
        "open": Said(draw(SHOWN)),
    }[kind]
    return Draft(
        place=Place("x"),
        kind=kind,
        stem=draw(SHOWN),
        choices=choices if kind in ("single", "multiple") else (),
        right=draw(st.sampled_from([right, None])),
        explanation=draw(TEXTS),
        topic=draw(TEXTS),
        unknown=(("x", draw(TEXTS)),),
        found=draw(TEXTS),
    )


@settings(deadline=None)
@given(st.lists(drafts(), min_size=1, max_size=4))
def test_whatever_is_imported_reads_back_as_it_was_written(some):
    made, objectives = entries(some, Target(EN))
    text = bank({"topic": "t", "title": "題"}, objectives, made)
    checked = check({"b.yml": text.encode()}, None)
    codes = {p.code for p in checked.problems if p.severity == "error"}
    assert not codes & {
        "yaml-syntax",
        "unknown-key",
        "bad-id",
        "not-text",
        "unknown-kind",
        "tab",
    }, text
    found = checked.library.banks[0].questions
    assert [own.id for own in found] == [own.id for own in made]
    for one, own in zip(found, made, strict=True):
        assert one.stem == str(own.values["stem"]).strip()


def run(folder, *arguments, env=None):
    runner = CliRunner(env={"LC_ALL": "en_GB.UTF-8"})
    return runner.invoke(main, ["import", *map(str, arguments)], catch_exceptions=False)


@pytest.fixture
def paper(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "paper.txt"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_tiku_import_writes_a_bank_and_says_what_is_doubtful(paper, tmp_path):
    done = run(tmp_path, paper, "-o", "questions/intake.yml", "--topic", "intake")
    assert done.exit_code == 0
    assert "paper.txt:10:1: there is no answer [import-no-answer]" in done.output
    assert library((tmp_path / "questions/intake.yml").read_text(encoding="utf-8"))[0].banks


def test_a_dry_run_shows_the_difference_and_writes_nothing(paper, tmp_path):
    target = tmp_path / "bank.yml"
    run(tmp_path, paper, "-o", target)
    before = target.read_bytes()
    paper.write_text(PAPER.replace("三天", "五天"), encoding="utf-8")
    done = run(tmp_path, paper, "-o", target, "--update", "--dry-run")
    assert "-      a: 三天\n+      a: 五天\n" in done.output
    assert target.read_bytes() == before


def test_a_review_shows_a_stranger_s_text_as_text(paper, tmp_path):
    paper.write_text("1. <script>alert(1)</script>？\nA. 甲\nB. 乙\n答案：C\n", encoding="utf-8")
    assert run(tmp_path, paper, "--review", "look.html").exit_code == 0
    page = (tmp_path / "look.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>" not in page
    assert "the answer “C” is none of the choices" in page


def test_what_cannot_be_read_is_one_line_and_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    done = run(tmp_path, "photo.png", "-o", "bank.yml")
    assert done.exit_code == 1
    assert "[import-foreign]" in done.output
    assert not (tmp_path / "bank.yml").exists()


def test_without_a_target_the_bank_goes_to_standard_output(paper, tmp_path):
    done = run(tmp_path, paper)
    assert done.stdout == first_import(title="paper").replace(
        "topic: intake", "topic: paper"
    ).replace("title: paper", "title: paper")
    assert json.dumps("paper.txt")[1:-1] in done.stderr
