"""What lies in a folder and is no file to read: told at its name, never a traceback or a hang."""

import os
from pathlib import Path

import pytest

from tiku.loading import folder
from tiku.rules.check import Checked, check_folder

BANK = "topic: t\ntitle: 主題\nquestions:\n  - {id: q, stem: 題幹, answer: true}\n"


def broken_link(path: Path) -> None:
    path.symlink_to("nowhere")


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def text(content: str | bytes):
    data = content if isinstance(content, bytes) else content.encode()
    return lambda path: path.write_bytes(data)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "questions").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "questions" / "t.yml").write_text(BANK, encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text("# 首頁\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def judged() -> Checked:
    return check_folder(Path("questions"), Path("docs"))


def told(checked: Checked) -> list[str]:
    return [f"{p.place} {p.code}" for p in checked.problems if p.severity != "advice"]


@pytest.mark.parametrize(
    ("name", "make", "expected"),
    [
        ("questions/a.yml", broken_link, ["questions/a.yml:1:1 unreadable-file"]),
        ("questions/a.yml", endless, ["questions/a.yml:1:1 not-a-file"]),
        ("questions/a.yml", Path.mkdir, ["questions/a.yml:1:1 not-a-file"]),
        ("questions/a.yml", os.mkfifo, ["questions/a.yml:1:1 not-a-file"]),
        ("questions/a\nb.yml", text(BANK), ["questions/a\\x0ab.yml:1:1 bad-file-name"]),
        ("questions/a\udcffb.yml", text(BANK), ["questions/a\\xffb.yml:1:1 bad-file-name"]),
        ("questions/a.YML", text(BANK), ["questions/a.YML:1:1 no-bank-suffix"]),
        ("questions/a.yml.txt", text(BANK), ["questions/a.yml.txt:1:1 no-bank-suffix"]),
        ("questions/.a.yml", broken_link, []),
        ("questions/notes.txt", text("x"), []),
        ("docs/a.md", broken_link, ["docs/a.md:1:1 unreadable-file"]),
        ("docs/a.md", endless, ["docs/a.md:1:1 not-a-file"]),
        ("docs/a.md", os.mkfifo, ["docs/a.md:1:1 not-a-file"]),
        ("docs/a.md", Path.mkdir, []),
        ("docs/a\udcffb.md", text("# a"), ["docs/a\\xffb.md:1:1 bad-file-name"]),
        ("docs/a.md", text(b"# a\n\n\xff"), ["docs/a.md:3:1 not-utf8"]),
        ("docs/a.md", text("# a\n\nb\x02c\n\x01"), ["docs/a.md:3:2 bad-character", "docs/a.md:4:1 bad-character"]),
    ],
)  # fmt: skip
def test_it_is_told_at_its_name(site: Path, name: str, make, expected: list[str]):
    make(site / name)
    assert told(judged()) == expected
    assert [q.id for q in judged().library.questions()] == ["q"]


@pytest.mark.parametrize(
    ("bank", "expected"),
    [
        (BANK.replace("題幹", "題\x0b幹"), ["questions/t.yml:4:20 bad-character"]),
        (BANK.replace("題幹", '"題\\x02幹"'), ["questions/t.yml:4:19 bad-character"]),
        (BANK.replace("title: 主題", "title: 主\x00題\x07"), ["questions/t.yml:2:9 bad-character"]),
        (BANK.replace("題幹", "三\u202e月一\u202c"), ["questions/t.yml:4:20 bad-character"]),
        (BANK.replace("題幹", '"三\\u202e月一"'), ["questions/t.yml:4:19 bad-character"]),
        ("# 註\n" * 700 + "topic: t\x1b\n", ["questions/t.yml:701:9 bad-character"]),
    ],
)
def test_a_control_character_is_told_at_its_line(site: Path, bank: str, expected: list[str]):
    (site / "questions" / "t.yml").write_text(bank, encoding="utf-8")
    assert told(judged()) == expected


def test_what_cannot_be_read_may_hold_what_is_missed(site: Path):
    (site / "questions" / "sources.yml").symlink_to("nowhere")
    bank = BANK.replace("answer: true", "answer: true, sources: [book]")
    (site / "questions" / "t.yml").write_text(bank, encoding="utf-8")
    assert told(judged()) == ["questions/sources.yml:1:1 unreadable-file"]


def test_a_page_that_cannot_be_read_may_have_what_is_referred_to(site: Path):
    (site / "docs" / "law.md").write_text("# 法\n\n## 期限 {#limit}\n", encoding="utf-16")
    bank = BANK.replace("answer: true", "answer: true, see: [law.md#limit]")
    (site / "questions" / "t.yml").write_text(bank, encoding="utf-8")
    assert told(judged()) == ["docs/law.md:1:1 not-utf8"]


def test_a_name_is_shown_on_one_line():
    assert folder.shown(Path("a\r\nb\u2028.yml")) == "a\\x0d\\x0ab\\x28.yml"
