"""When a clause changes, everything that rests on it is looked at again."""

from pathlib import Path

import pytest
from conftest import build
from test_cli import tiku

PAGE = """---
policy: {owner: 客服部, version: '1.0', effective: 2026-01-01, review: 2099-01-01}
---

# 投訴處理辦法

## 第四條 受理 {#intake}

當天登記。

## 第七條 時限 {#deadlines}

三天內答覆。
"""
BANK = """topic: desk
title: 櫃檯
questions:
  # 第一題
  - id: log-today
    stem: 聽到投訴的人，最晚什麼時候登記？
    choices: {today: 當天, week: 一週內}
    answer: today
    see: [policy.md#intake]
    sources: []   # 還沒有
    reviewed: 2026-01-05
  - {id: log-who, stem: 誰聽到就由誰登記。, answer: 對, see: policy.md#intake}
  - id: late
    kind: case
    title: 遲到的包裹
    material: 包裹遲了三天。
    reviewed: 2026-01-05
    questions:
      - id: first
        stem: 當天就要登記。
        answer: 對
        see: [policy.md#intake]
      - {id: reply, stem: 三天內要答覆。, answer: 對, see: policy.md#deadlines}
"""
FAQ = """entries:
  - id: when-to-log
    question: 什麼時候登記？
    answer: 當天。
    see: [policy.md#intake]
    sources: []
"""
TOOL = """id: share
title: 比例
lead: 幾件。
inputs: [{name: some, label: 幾件, default: 8}]
outputs: [{name: twice, label: 兩倍, formula: some * 2, see: policy.md#deadlines}]
examples: [{title: 八件, gives: {twice: 16.00}}]
sources: []
"""
FLOW = """id: desk-flow
title: 櫃檯
lead: 有人來了。
states:
  - {id: come, title: 來了, do: 登記。, clause: policy.md#deadlines}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    texts = {
        "mkdocs.yml": "site_name: 小站\nplugins: [tiku: {language: zh-Hant}]\n",
        "docs/policy.md": PAGE,
        "questions/desk.yml": BANK,
        "questions/faq.yml": FAQ,
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert tiku("reviewed", cwd=tmp_path).returncode == 0
    return tmp_path


def edit(site: Path, name: str, old: str, new: str) -> None:
    path = site / name
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def told(site: Path) -> list[str]:
    lines = tiku("check", cwd=site).stdout.splitlines()
    return [line.split(": ")[0] for line in lines if "-changed]" in line]


RESTING = [
    "questions/desk.yml:9:11",
    "questions/desk.yml:12:52",
    "questions/desk.yml:22:15",
    "questions/faq.yml:5:11",
]


def test_nothing_is_told_while_nothing_changes(site: Path):
    assert told(site) == []


def test_everything_that_rests_on_a_changed_clause_is_told(site: Path):
    edit(site, "docs/policy.md", "當天登記。", "兩天內登記。")
    assert told(site) == RESTING
    said = tiku("check", cwd=site).stdout
    assert "條文「投訴處理辦法 › 第四條 受理」改過了，這一則上次檢查是 2026-01-05" in said
    assert "還對的話執行 tiku reviewed late/first" in said


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("當天登記。\n", "當天\n登記。\n\n"),
        ("當天登記。\n", "當天登記。\n\n```quiz\nids: [log-who]\n```\n"),
    ],
    ids=["spaces", "what is drawn"],
)
def test_what_is_not_text_is_no_change(site: Path, old: str, new: str):
    edit(site, "docs/policy.md", old, new)
    assert told(site) == []


def test_what_was_looked_at_is_stamped_and_the_rest_is_still_told(site: Path):
    edit(site, "docs/policy.md", "當天登記。", "兩天內登記。")
    done = tiku("reviewed", "log-today", "--on", "2026-02-01", cwd=site)
    assert done.stdout.startswith("標上 1 則\n還要再看的 3 則\nquestions/desk.yml:12:52: ")
    after = (site / "questions/desk.yml").read_text(encoding="utf-8")
    assert after == BANK.replace("2026-01-05\n  - {", "2026-02-01\n  - {")
    assert told(site) == ["questions/desk.yml:22:15"], "what nobody ever reviewed is told once"


def test_a_clause_stands_for_all_that_rest_on_it(site: Path):
    edit(site, "docs/policy.md", "當天登記。", "兩天內登記。")
    done = tiku("reviewed", "policy.md#intake", "--on", "2026-02-01", cwd=site)
    assert done.stdout == "標上 4 則\n還要再看的 0 則\n"
    bank = (site / "questions/desk.yml").read_text(encoding="utf-8")
    assert "  - {reviewed: 2026-02-01, id: log-who" in bank
    assert "      - reviewed: 2026-02-01\n        id: first\n" in bank
    faq = (site / "questions/faq.yml").read_text(encoding="utf-8")
    assert "    reviewed: 2026-02-01\n    sources: []\n" in faq
    assert told(site) == []


def test_tools_and_flows_are_stamped_and_told_of(site: Path):
    for name, text in (("tools/share.yml", TOOL), ("flows/desk-flow.yml", FLOW)):
        (site / "questions" / name).parent.mkdir()
        (site / "questions" / name).write_text(text, encoding="utf-8")
    done = tiku("reviewed", "share", "desk-flow", "--on", "2026-01-05", cwd=site)
    assert done.returncode == 0, done.stderr
    flow = (site / "questions/flows/desk-flow.yml").read_text(encoding="utf-8")
    assert flow == f"reviewed: 2026-01-05\n{FLOW}"
    assert "reviewed: 2026-01-05\nsources" in (site / "questions/tools/share.yml").read_text(
        "utf-8"
    )
    edit(site, "docs/policy.md", "三天內", "兩天內")
    assert {place.split(":")[0] for place in told(site)} >= {
        "questions/flows/desk-flow.yml",
        "questions/tools/share.yml",
    }


def test_windows_line_ends_and_a_byte_order_mark_stay(site: Path):
    windows = "\ufeff" + BANK.replace("\n", "\r\n")
    (site / "questions/desk.yml").write_bytes(windows.encode("utf-8"))
    tiku("reviewed", "log-today", "--on", "2026-02-01", cwd=site)
    after = (site / "questions/desk.yml").read_bytes().decode("utf-8")
    assert after == windows.replace("2026-01-05\r\n  - {", "2026-02-01\r\n  - {")


def test_an_id_that_does_not_exist_changes_nothing(site: Path):
    before = (site / "questions/clauses.yml").read_text(encoding="utf-8")
    edit(site, "docs/policy.md", "當天登記。", "兩天內登記。")
    done = tiku("reviewed", "log-todya", cwd=site)
    assert done.returncode == 2
    assert "log-today" in done.stderr
    assert (site / "questions/clauses.yml").read_text(encoding="utf-8") == before


def test_an_error_in_a_bank_is_told_and_changes_nothing(site: Path):
    """What rests on a clause cannot be told while a bank cannot be read."""
    before = (site / "questions/clauses.yml").read_text(encoding="utf-8")
    edit(site, "docs/policy.md", "當天登記。", "兩天內登記。")
    edit(site, "questions/desk.yml", "title: 櫃檯", "title: [櫃檯")
    done = tiku("reviewed", "when-to-log", cwd=site)
    assert done.returncode == 1
    assert "questions/desk.yml:2:" in done.stderr
    assert (site / "questions/clauses.yml").read_text(encoding="utf-8") == before
    assert (site / "questions/faq.yml").read_text(encoding="utf-8") == FAQ


def test_a_policy_with_a_wrong_date_is_told_once(site: Path):
    edit(site, "docs/policy.md", "2099-01-01", "2099/01/01")
    told = tiku("check", cwd=site).stdout
    assert "[not-date]" in told
    assert "[incomplete-policy]" not in told


def test_a_changed_policy_stops_a_strict_build(site: Path, tmp_path: Path):
    edit(site, "docs/policy.md", "當天登記。", "兩天內登記。")
    assert build(site, tmp_path / "out", "--strict").status != 0
    assert build(site, tmp_path / "out").status == 0


def test_a_policy_says_whose_it_is_and_asks_what_rests_on_it(site: Path, tmp_path: Path):
    edit(site, "docs/policy.md", "三天內答覆。", "```quiz\nids: [log-who]\n```")
    html = build(site, tmp_path / "out").html("policy")
    assert "<dt>主責單位</dt><dd>客服部</dd>" in html
    assert "<dt>下次檢討日</dt><dd>2099-01-01</dd>" in html
    intake, deadlines = html.split('id="deadlines"')
    assert "本條的自測題（3）" in intake
    assert '<a href="../bank/desk/#log-who">誰聽到就由誰登記。</a>' in intake
    assert "本條的自測題" not in deadlines, "its questions stand there already"


def test_a_policy_that_draws_no_questions_ends_in_a_check(site: Path, tmp_path: Path):
    html = build(site, tmp_path / "out").html("policy")
    end = html.split('id="self-check"')[1]
    assert 'id="log-today"' in end
