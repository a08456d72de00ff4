"""`tiku export` as a person meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import SMALL_SITE

from tiku.hosts.cli.main import main

QUESTIONS = SMALL_SITE / "questions"


def export(*arguments: object):
    command = ["export", *map(str, arguments), "--questions", str(QUESTIONS)]
    return CliRunner().invoke(main, command, env={"LC_ALL": "zh_TW.UTF-8"})


def ids(path: Path) -> list[str]:
    return [question["id"] for question in json.loads(path.read_text("utf-8"))["questions"]]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (("--id", "steps", "--id", "color"), ["steps", "color"]),
        (("--topic", "kinds", "--difficulty", "easy"), ["color", "steps"]),
        (("--topic", "kinds", "--tag", "plain", "--count", 2), ["color", "primes"]),
        (("--id", "late-parcel"), ["late-parcel/first", "late-parcel/angry"]),
    ],
)
def test_what_is_chosen_is_written(tmp_path: Path, chosen: tuple, found: list[str]):
    done = export("json", "-o", tmp_path / "a.json", *chosen)
    assert (done.exit_code, ids(tmp_path / "a.json")) == (0, found)
    assert done.stdout == f"{tmp_path / 'a.json'}：{len(found)} 題，{done.stdout.split('，')[-1]}"


def test_what_is_lost_is_told_at_its_place(tmp_path: Path):
    done = export("gift", "-o", tmp_path / "a.gift", "--id", "steps")
    assert f"{QUESTIONS / 'kinds.yml'}:" in done.stderr
    assert (
        "「steps」是排序題，這個格式沒有，寫成名次與項目的配對 [export-ordering-as-matching]"
        in done.stderr
    )


def test_a_paper_of_an_exam(tmp_path: Path):
    done = export("json", "-o", tmp_path / "a.json", "--exam", "short", "--seed", "spring.0")
    told = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert done.exit_code == 0
    assert told["exam"]["seed"] == "spring.0"
    assert all(question["section"] for question in told["questions"])


@pytest.mark.parametrize("chosen", [("--exam", "short"), ("--topic", "kinds")])
def test_a_variant_is_the_same_in_another_order(tmp_path: Path, chosen: tuple[str, str]):
    for variant in "AB":
        done = export("json", "-o", tmp_path / f"{variant}.json", *chosen, "--variant", variant)
        assert done.exit_code == 0
    first, other = (ids(tmp_path / f"{variant}.json") for variant in "AB")
    assert first != other
    assert sorted(first) == sorted(other)
    assert "（B卷）" in json.loads((tmp_path / "B.json").read_text("utf-8"))["title"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--topic", "kind"),
        ("--id", "colour"),
        ("--id", "old-color", "--id", "color"),
        ("--exam", "shrt"),
        ("--exam", "short", "--topic", "kinds"),
        ("--exam", "short", "--count", "2"),
        ("--syllabus", "none"),
    ],
)
def test_a_slip_of_the_hand_is_told(tmp_path: Path, wrong: tuple[str, ...]):
    done = export("json", "-o", tmp_path / "a.json", *wrong)
    assert done.exit_code == 2
    assert any(part in done.stderr for part in wrong[1:])
    assert not (tmp_path / "a.json").exists()


def test_nothing_found_is_no_file(tmp_path: Path):
    done = export("json", "-o", tmp_path / "a.json", "--id", "owner", "--difficulty", "hard")
    assert (done.exit_code, done.stderr) == (1, "沒有符合的題目，沒有寫檔\n")
    assert not (tmp_path / "a.json").exists()


def test_banks_with_an_error_are_not_exported(tmp_path: Path):
    bank = tmp_path / "bank.yml"
    bank.write_text(
        "topic: t\ntitle: 主題\nquestions:\n  - id: q\n    stme: 題幹\n    answer: 對\n", "utf-8"
    )
    command = ["export", "json", "-o", str(tmp_path / "a.json"), "--questions", str(bank)]
    done = CliRunner().invoke(main, command, env={"LC_ALL": "zh_TW.UTF-8"})
    assert done.exit_code == 1
    assert "bank.yml:5:5: 沒有「stme」這個欄位" in done.stderr
    assert not (tmp_path / "a.json").exists()


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("--topic", "沒有主題「nosuch」"),
        ("--id", "沒有 id 是「nosuch」的題目"),
        ("--tag", "vocabulary.yml 的 tags 裡沒有「nosuch」"),
        ("--syllabus", "vocabulary.yml 的 syllabus 裡沒有「nosuch」"),
        ("--exam", "沒有考試「nosuch」；有：begin、essay、short"),
    ],
)
def test_a_name_that_nothing_has_is_told_as_what_it_was_to_name(tmp_path, option, told):
    done = export("json", "-o", tmp_path / "a.json", option, "nosuch")
    assert (done.exit_code, told in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "a.json").exists()
