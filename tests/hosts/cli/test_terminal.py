"""The commands on a terminal of 80 columns, where a Chinese character takes two."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from test_cli import TIKU, tiku

from tiku import Severity, check
from tiku.hosts.cli.new import SKELETONS
from tiku.hosts.cli.terminal import bar, table, width, wrapped
from tiku.model import KINDS

BANK = """topic: t
title: 主題
questions:
  - id: a
    stem: 客人在櫃台大聲抱怨等了四十分鐘，而且第一位同仁掛了他的電話。這時第一線同仁最先要做的是（　）。
    choices:
      listen: 請他到安靜的地方坐下，先聽完
      rules: 說明公司的等候規定
      boss: 請他直接找主管
    answer: listen
    why:
      rules: 他還沒有說完，規定聽起來像推託；而且沒有登記，事情就不會有人追蹤下去。
    explanation: 情緒還在的時候，解釋聽不進去。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "t.yml").write_text(BANK, encoding="utf-8")
    return tmp_path


def on_a_terminal(*arguments: str, cwd: Path) -> list[str]:
    """What a person sees, line by line."""
    main, other = pty.openpty()
    environment = {**os.environ, "LC_ALL": "zh_TW.UTF-8", "COLUMNS": "80"}
    process = subprocess.Popen([str(TIKU), *arguments], cwd=cwd, env=environment, stdout=other)
    os.close(other)
    seen = b""
    try:
        while more := os.read(main, 4096):
            seen += more
    except OSError:
        pass  # the other end is closed
    os.close(main)
    process.wait()
    return re.sub(r"\x1b\[\d*m", "", seen.decode("utf-8")).splitlines()


@pytest.mark.parametrize("arguments", [["check"], ["show", "a"], ["stats"]], ids=lambda a: a[0])
def test_no_line_is_wider_than_the_terminal(folder: Path, arguments: list[str]):
    lines = on_a_terminal(*arguments, cwd=folder)
    assert len(lines) > 2
    assert [line for line in lines if width(line) > 80] == []


def test_for_a_program_a_problem_stays_a_line(folder: Path):
    lines = tiku("check", cwd=folder).stdout.splitlines()
    assert [line for line in lines if line.endswith("]")] == [
        "questions/t.yml:4:9: 還可以補上：why.boss、difficulty [incomplete]",
    ]


def test_a_question_is_shown_with_its_key_and_notes(folder: Path):
    text = tiku("show", "a", cwd=folder).stdout
    assert " ✓ A 請他到安靜的地方坐下，先聽完" in text
    assert "✗ 他還沒有說完" in text
    assert "解析：情緒還在的時候" in text


def test_as_a_quiz_nothing_is_given_away(folder: Path):
    text = tiku("show", "a", "--quiz", cwd=folder).stdout
    assert "A 請他到安靜" in text
    assert [mark for mark in ("✓", "✗", "解析") if mark in text] == []


def test_what_changed_is_shown_and_nothing_else(folder: Path):
    old = folder / "before"
    old.mkdir()
    same = "  - {id: b, stem: 一樣的題目。, answer: true}\n"
    (old / "t.yml").write_text(BANK + same, encoding="utf-8")
    now = f"# 註解\n{BANK.replace('公司的等候規定', '等候的規定')}{same}"
    (folder / "questions" / "t.yml").write_text(now, encoding="utf-8")
    text = tiku("show", "--since", "before", cwd=folder).stdout
    assert "說明等候的規定" in text
    assert "一樣的題目" not in text


def test_an_id_that_is_none_is_told(folder: Path):
    done = tiku("show", "aa", cwd=folder)
    assert done.returncode == 2
    assert "沒有 id 是「aa」的題目" in done.stderr


def test_statistics_count_what_is_asked(folder: Path):
    text = tiku("stats", cwd=folder).stdout
    assert "單選題           ██████████████████████████████    1" in text
    assert "錯誤選項有說明   ███████████████                 50%  1／2" in text


EXAM = """exam: e
title: 上崗測驗
minutes: 10
pass_mark: 2
critical: [q0]
sections:
  - id: one
    title: 判斷
    kinds: [true-false]
    count: 3
    topics: {t: 3}
    difficulty: {easy: 50, hard: 50}
  - {id: two, title: 再判斷, kinds: [true-false], count: 1}
  - {id: three, title: 單選, kinds: [single], count: 2}
"""


def write_exam(folder: Path, statements: int, text: str = EXAM):
    """A bank of so many easy statements, of which q0 is critical, beside the single choice."""
    (folder / "questions" / "exams").mkdir()
    (folder / "questions" / "exams" / "e.yml").write_text(text, encoding="utf-8")
    asked = (
        f"  - {{id: q{n}, stem: 題, answer: true, difficulty: easy}}\n" for n in range(statements)
    )
    bank = BANK.replace("questions:", "objectives: {calm: 安撫}\nquestions:")
    (folder / "questions" / "t.yml").write_text(bank + "".join(asked), encoding="utf-8")


def test_statistics_hold_each_blueprint_against_the_bank(folder: Path):
    write_exam(folder, 9)
    lines = tiku("stats", cwd=folder).stdout.splitlines()
    at = lines.index("考卷 e 上崗測驗：不重複可出 0 份（要／有）")
    assert [line.split() for line in lines[at + 2 :]] == [
        ["判斷（判斷題）"],
        ["主題", "3／9", "2／9", "·", "1／0", "4", "難易不足"],
        ["再判斷（判斷題）"],
        ["所有主題", "1／6", "·", "·", "·", "·"],
        ["單選（單選題）"],
        ["所有主題", "2／1", "·", "·", "·", "0", "不夠"],
    ]


def test_papers_without_repeats_share_critical_questions_only(folder: Path):
    write_exam(folder, 7, EXAM[: EXAM.index("  - {id: two")])
    assert "不重複可出 3 份" in tiku("stats", cwd=folder).stdout


def test_sections_that_draw_from_one_pool_share_its_papers(folder: Path):
    text = EXAM[: EXAM.index("  - {id: three")].replace("critical: [q0]\n", "")
    write_exam(folder, 7, text)
    assert "不重複可出 1 份" in tiku("stats", cwd=folder).stdout


def test_statistics_name_objectives_without_questions(folder: Path):
    write_exam(folder, 1)
    assert "主題還沒有題目：calm" in tiku("stats", cwd=folder).stdout


def test_statistics_of_exams_fit_the_terminal(folder: Path):
    write_exam(folder, 9, EXAM.replace("上崗測驗", "上崗測驗" * 12))
    assert [line for line in on_a_terminal("stats", cwd=folder) if width(line) > 80] == []


@pytest.mark.parametrize("kind", SKELETONS)
def test_a_new_question_lacks_only_what_is_to_be_written(folder: Path, kind: str):
    done = tiku("new", "--topic", "t", "--kind", kind, "--id", "b", "--stem", "題", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "questions/t.yml:15:5\n")
    text = (folder / "questions" / "t.yml").read_text(encoding="utf-8")
    assert text.startswith(BANK)
    checked = check({"t.yml": text.encode()}, None)
    assert type(checked.library.banks[0].questions[1]) is KINDS[kind]
    told = [p.code for p in checked.problems if p.severity is Severity.ERROR]
    assert told
    assert [code for code in told if not code.startswith(("no-", "empty-"))] == []


def test_there_is_a_skeleton_of_every_kind():
    assert set(SKELETONS) == set(KINDS)


def test_a_free_id_is_offered_and_what_is_not_given_is_asked(folder: Path):
    done = subprocess.run(
        [str(TIKU), "new"],
        cwd=folder,
        env={**os.environ, "LC_ALL": "zh_TW.UTF-8"},
        input="t\nwhat\ntrue-false\n\n要登記。\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "what 只能是 single、multiple、true-false" in done.stdout
    assert "id [t-1]" in done.stdout
    text = (folder / "questions" / "t.yml").read_text(encoding="utf-8")
    assert "  - id: t-1\n    kind: true-false\n    stem: 要登記。\n    answer:\n" in text


def test_where_nobody_can_answer_the_option_is_named(folder: Path):
    done = tiku("new", "--topic", "t", "--kind", "text", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.endswith("：--id\n")
    assert "  - id: t-1\n" not in (folder / "questions" / "t.yml").read_text(encoding="utf-8")


def test_an_unknown_topic_names_those_there_are(folder: Path):
    done = tiku("new", "--topic", "x", "--kind", "text", "--stem", "題", "--id", "b", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.endswith(": t\n")


def test_the_schema_is_printed(folder: Path):
    assert "http://json-schema.org/draft-07/schema#" in tiku("schema", cwd=folder).stdout


BROKEN = {
    "between characters": ("甲乙丙丁戊", 8, ["甲乙丙丁", "戊"]),
    "not before a full stop": ("甲乙丙丁。", 8, ["甲乙丙", "丁。"]),
    "not behind an opening mark": ("甲乙（丙丁）", 6, ["甲乙", "（丙", "丁）"]),
    "between words": ("one two three", 8, ["one two", "three"]),
    "where the text has a line end": ("甲\n乙", 8, ["甲", "乙"]),
}


@pytest.mark.parametrize(("text", "columns", "lines"), BROKEN.values(), ids=BROKEN)
def test_lines_break(text: str, columns: int, lines: list[str]):
    assert wrapped(text, columns).splitlines() == lines


def test_columns_of_a_table_line_up():
    assert table([["甲乙", "1"], ["c", "10"]]) == "甲乙   1\nc     10"


def test_a_bar_is_as_long_as_its_share():
    assert (bar(0, 4), bar(0.5, 4), bar(1, 4)) == ("", "██", "████")


KINDS_BANK = """topic: t
title: T
objectives: {aim: Tell the families apart}
questions:
  - id: match
    kind: matching
    stem: Match.
    prompts: {rate: On time, manner: Polite}
    choices: {result: Result, way: Way, trait: Trait}
    answer: {rate: result, manner: way}
    why: {rate: It counts.}
    objective: aim
    hint: Count.
  - {id: order, kind: ordering, stem: Order., choices: {a: First step, b: Next step}, answer: [b, a]}
  - {id: open, kind: open, stem: Say., answer: Sorry., checklist: {calm: Stays calm}}
  - {id: true, kind: true-false, stem: So., answer: false, why: {true: Half of it.}}
"""


def test_a_question_of_any_kind_is_shown_whole(folder: Path):
    (folder / "questions" / "t.yml").write_text(KINDS_BANK, encoding="utf-8")
    names = ("match", "order", "open", "true")
    shown = tiku("show", *names, cwd=folder, locale="en_US.UTF-8").stdout
    for line in (
        *(" ✓ On time → Result", "     ✗ It counts.", "Hint: Count."),
        *("Objective: Tell the families apart", " 1. Next step\n 2. First step"),
        *("Answer: Sorry.", " □ Stays calm", "     ✗ Half of it."),
    ):
        assert line in shown
    asked = tiku("show", "--quiz", *names, cwd=folder, locale="en_US.UTF-8").stdout
    assert "A Trait" in asked or "B Trait" in asked or "C Trait" in asked
    assert not any(mark in asked for mark in "✓✗□→")


@pytest.mark.parametrize("stem", ["Which: a or b?", "What is #1?", "- one", "“x” %", "'", "是什麼"])
def test_a_stem_with_signs_of_yaml_stays_as_it_was_typed(folder: Path, stem: str):
    arguments = ["--topic", "t", "--kind", "true-false", "--id", "new", "--stem", stem]
    assert tiku("new", *arguments, cwd=folder).returncode == 0
    assert stem in tiku("show", "new", cwd=folder).stdout.splitlines()


def test_sections_that_nothing_leads_to_are_listed(folder: Path):
    pages = folder / "docs" / "develop"
    pages.mkdir(parents=True)
    (folder / "mkdocs.yml").touch()
    (pages / "write.md").write_text("# 編輯\n\n## 加題 {#add}\n", encoding="utf-8")
    text = "# 等候\n\n## 坐下 {#sit}\n\n## 離開 {#leave}\n\n## 回來 {#back}\n"
    (folder / "docs" / "wait.md").write_text(text, encoding="utf-8")
    told = {
        "asked.yml": "sections:\n  - {see: wait.md#sit, asked: [要站著等嗎]}\n",
        "faq.yml": "entries:\n  - {id: a, question: 可以走嗎？, answer: 可以。, see: [wait.md#leave]}\n",
        "options.yml": "pages: {editors: develop}\n",
    }
    for name, content in told.items():
        (folder / "questions" / name).write_text(content, encoding="utf-8")
    lines = tiku("stats", "--asked", cwd=folder).stdout.splitlines()
    assert lines[0] == "docs/wait.md:7:1: 回來  wait.md#back"
    assert lines[1].startswith("3 個小節裡，1 個沒有問法")
