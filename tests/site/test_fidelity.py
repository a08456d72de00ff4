"""What is written reaches the reader, or the check says what does not."""

import subprocess
import sys
from pathlib import Path

import pytest

from tiku import check
from tiku.site.fidelity import nothing_is_lost

BANK = """topic: t
title: 主題
questions:
  - id: q
    stem: |
      {stem}
    choices:
      a: {choice}
      b: 乙
    answer: a
"""
FILES = frozenset({"img/one.svg"})


def told(stem: str = "題幹", choice: str = "甲") -> list[str]:
    text = BANK.format(stem=stem.replace("\n", "\n      "), choice=choice)
    checked = check({"b.yml": text.encode()}, None, below_docs=FILES, also=[nothing_is_lost])
    codes = ("lost-text", "file-not-found", "file-from-elsewhere", "image-without-alt")
    return [f"{p.place} {p.code}" for p in checked.problems if p.code in codes]


WHOLE = {
    "limits": "'> 30 天'",
    "a sum": "'3*4*5'",
    "tags nobody knows": "app.<UID>.conf",
    "a comment": "<!-- 註 -->甲",
    "a formula": r"'$\frac{a}{b}$'",
    "an entity": "'&lt;b&gt;'",
    "a path": r"'C:\temp\_a'",
    "a link": "'[條](https://a.tw/)'",
    "a picture": "'![左圖](img/one.svg)'",
    "a year": "'1998. 那一年'",
}


@pytest.mark.parametrize("choice", WHOLE.values(), ids=WHOLE)
def test_nothing_is_lost(choice: str):
    assert told(choice=choice) == []


STEMS = {
    "code": "看程式\n\n```python\nprint(1)\n```",
    "a table": "看表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
    "a list": "看清單\n\n1. 甲\n2. 乙",
}


@pytest.mark.parametrize("stem", STEMS.values(), ids=STEMS)
def test_nothing_of_a_stem_is_lost(stem: str):
    assert told(stem) == []


def test_what_is_lost_is_told_at_its_place():
    for line in ("[註](見下)", "<br>", "<b></b>", "[](guide.md)"):
        assert told(choice=f"'{line}'") == ["b.yml:8:10 lost-text"]
    assert told("看表\n\n| 甲 |\n|---|\n| 1 | 多一格 |") == ["b.yml:5:11 lost-text"]


def test_a_picture_that_is_not_there_is_told():
    assert told(choice="'![右圖](img/none.svg)'") == ["b.yml:8:10 file-not-found"]
    assert told(choice="'![右圖](IMG/one.svg)'") == ["b.yml:8:10 file-not-found"]


@pytest.mark.parametrize("address", ["https://a.tw/b.png", "//a.tw/b.png", "/b.png", "../b.png"])
def test_a_picture_from_elsewhere_is_told(address: str):
    assert told(choice=f"'![圖]({address})'") == ["b.yml:8:10 file-from-elsewhere"]


def test_plain_banks_are_checked_without_markdown(tmp_path: Path):
    (tmp_path / "b.yml").write_text(BANK.format(stem="題幹", choice="**甲** > 30"), "utf-8")
    script = (
        "import sys; from tiku.hosts.cli.main import main\n"
        f"main(['check', {str(tmp_path / 'b.yml')!r}], standalone_mode=False)\n"
        "assert 'markdown' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True).returncode == 0
