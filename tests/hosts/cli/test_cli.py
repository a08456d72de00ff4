"""The command line as a person, GitHub and a program meet it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from conftest import ROOT

from tiku.hosts.cli.main import COMMANDS, main
from tiku.locales.catalogue import language_for, load

TIKU = Path(sys.executable).with_name("tiku")
WRONG = "topic: t\ntitle: 主題\nquestions:\n  - id: q\n    stme: 題幹\n    answer: 對\n"
RIGHT = "topic: t\ntitle: 主題\nquestions:\n  - {id: q, stem: 題幹, answer: 對}\n"


def tiku(*arguments: object, cwd: Path, locale: str = "zh_TW.UTF-8") -> subprocess.CompletedProcess:
    environment = {**os.environ, "LC_ALL": locale}
    command = [str(TIKU), *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "somewhere" / "bank.yml"
    path.parent.mkdir()
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_one_file_anywhere(bank: Path):
    done = tiku("check", "bank.yml", cwd=bank.parent)
    assert done.returncode == 1
    assert (
        "bank.yml:5:5: 沒有「stme」這個欄位 [unknown-key]\n    是不是要寫「stem」？" in done.stdout
    )
    assert done.stdout.endswith("1 個錯誤，0 個警告，1 個建議\n")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("chek", "錯誤：沒有「chek」這個指令。 是不是「check"),
        ("quiz --count x", "錯誤：'--count' 的值不對：要寫 1 以上的整數"),
        ("reviewed --on 31.12.2026 q", "錯誤：'--on' 的值不對：日期寫成 2026-11-28 的樣子"),
        ("csp none", "錯誤：'SITE' 的值不對：沒有 none"),
        ("import .", "錯誤：'FILE' 的值不對：. 是資料夾"),
        ("import none.txt", "錯誤：'FILE' 的值不對：沒有 none.txt"),
        ("check --aginst x", "說明：tiku check --help\n\n錯誤：沒有「--aginst」這個選項。"),
        ("export nope -o x", "錯誤：'FORMAT' 只能是 json、"),
        ("check --against", "錯誤：--against 後面要寫值。"),
        ("export json", "錯誤：少了 "),
    ],
)
def test_a_mistaken_call_is_told_in_the_language_of_who_called(
    call: str, told: str, tmp_path: Path
):
    done = tiku(*call.split(), cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr


def test_nothing_wrong_is_status_zero_and_advice_is_no_error(bank: Path):
    bank.write_text(RIGHT, encoding="utf-8")
    done = tiku("check", bank, cwd=bank.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "[incomplete]" in done.stdout


def test_english_for_those_whose_locale_is_english(bank: Path):
    done = tiku("check", bank, cwd=bank.parent, locale="en_US.UTF-8")
    assert "there is no field “stme” [unknown-key]\n    Did you mean “stem”?" in done.stdout


@pytest.mark.parametrize("locale", ["zh_TW.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"])
def test_help_is_in_the_language_of_who_asks(tmp_path: Path, locale: str):
    said = tiku("export", "--help", cwd=tmp_path, locale=locale).stdout
    words = load(language_for([locale]) or "")
    assert words("help.export.ids") in said
    assert words("help.every.help") in said
    assert words.group("help.headings")["Options"] in said
    assert bool(re.search(r"[\u3400-\u9fff]", said)) == locale.startswith("zh")
    for theirs in ("[default: ", "[OPTIONS]", "--id TEXT", "--output FILE"):
        assert (theirs in said) == locale.startswith("en")


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found, name
    return found


def test_every_command_and_option_has_its_help():
    commands = {name: list(command(name).params) for name in COMMANDS}
    table = load("zh-Hant").tree["help"]
    shared = set(table["every"]) | {"about"}
    for name, parameters in commands.items():
        known = {p.name for p in parameters if isinstance(p, click.Option)}
        assert known <= set(table[name]) | shared, name
        assert set(table[name]) <= known | shared, name


def test_annotations_for_github(bank: Path):
    done = tiku("check", "bank.yml", "--format", "github", cwd=bank.parent)
    first = done.stdout.splitlines()[0]
    assert first.startswith("::notice file=bank.yml,line=4,col=9,title=incomplete::")
    assert (
        "::error file=bank.yml,line=5,col=5,title=unknown-key::沒有「stme」這個欄位%0A"
        in done.stdout
    )


def test_json_for_programs(bank: Path):
    found = json.loads(tiku("check", bank, "--format", "json", cwd=bank.parent).stdout)
    error = next(problem for problem in found if problem["severity"] == "error")
    assert (error["line"], error["column"], error["code"]) == (5, 5, "unknown-key")


@pytest.mark.parametrize("arguments", [["check", "nowhere.yml"], ["check"], ["chekc"]])
def test_called_wrongly_is_status_two(tmp_path: Path, arguments: list[str]):
    done = tiku(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_all_problems_of_all_files_in_one_run_sorted(bank: Path):
    (bank.parent / "a.yml").write_text(WRONG.replace("topic: t", "topic: u"), encoding="utf-8")
    lines = tiku("check", ".", cwd=bank.parent).stdout.splitlines()
    places = [line.split(": ")[0] for line in lines if "[" in line]
    assert places == sorted(places)
    assert {place.split(":")[0] for place in places} == {"a.yml", "bank.yml"}


def test_the_shared_files_beside_a_bank_are_used_and_not_reported_on(bank: Path):
    (bank.parent / "sources.yml").write_text("sources:\n  - {id: a}\n", encoding="utf-8")
    bank.write_text(RIGHT.replace("}", ", sources: [b]}"), encoding="utf-8")
    done = tiku("check", "bank.yml", cwd=bank.parent)
    assert "[unknown-source]" in done.stdout
    assert "sources.yml:" not in done.stdout


def test_pages_that_other_files_make_are_known_to_a_file_by_itself():
    assert "unknown-page" not in tiku("check", "questions/faq.yml", cwd=ROOT).stdout


UNNEEDED = (
    "mkdocs",
    "markdown",
    "jinja2",
    "nh3",
    "opencc",
    "tiku.text.readings",
    "urllib.request",
    "statistics",
)


def test_a_check_loads_only_what_it_needs(bank: Path):
    code = (
        "import sys; from tiku.hosts.cli.main import main\n"
        "try: main(['check', 'bank.yml'])\n"
        "except SystemExit: pass\n"
        f"print(sorted({set(UNNEEDED)} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=bank.parent, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_unreadable_file_is_a_problem_not_a_traceback(tmp_path: Path):
    (tmp_path / "questions").mkdir()
    (tmp_path / "questions" / "a.yml").symlink_to(tmp_path / "gone.yml")
    done = tiku("check", cwd=tmp_path)
    assert done.returncode == 1
    assert "questions/a.yml:1:1: 檔案讀不出來" in done.stdout


def test_a_question_that_was_published_may_retire_and_never_be_gone(tmp_path: Path):
    catalogue = {"columns": ["id", "topic"], "questions": [["q", "t"], ["old", "t"]]}
    (tmp_path / "assets" / "tiku").mkdir(parents=True)
    published = tmp_path / "assets" / "tiku" / "catalog.json"
    published.write_text(json.dumps(catalogue), encoding="utf-8")
    (tmp_path / "questions").mkdir()
    bank = tmp_path / "questions" / "t.yml"
    bank.write_text(RIGHT, encoding="utf-8")
    for site in (published, tmp_path):
        done = tiku("check", "--against", site, cwd=tmp_path)
        assert done.returncode == 1
        assert "questions/t.yml:4:3: 「old」發布過，現在不見了 [question-gone]" in done.stdout
    retired = "  - {id: old, stem: 舊, answer: 錯, retired: {since: 2026-01-01, why: 過時}}\n"
    bank.write_text(RIGHT + retired, encoding="utf-8")
    assert tiku("check", "--against", published, cwd=tmp_path).returncode == 0
    done = tiku("check", "--against", tmp_path / "nowhere", cwd=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
