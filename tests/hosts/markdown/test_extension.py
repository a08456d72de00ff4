"""The fence as a plain Python-Markdown extension, without MkDocs."""

from pathlib import Path

import markdown
import pytest

from tiku.hosts.markdown.fences import QuizError

BANK = "topic: t\ntitle: 主題\nquestions:\n  - {id: q, stem: 題幹, answer: 對, see: [p.md#x]}\n"
PAGE = "# 頁\n\n```quiz\ntopic: t\n```\n\n後文"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "t.yml").write_text(BANK, encoding="utf-8")
    return tmp_path


def convert(text: str, folder: Path) -> str:
    options = {"tiku": {"questions": str(folder), "root": "/site/"}}
    return markdown.markdown(text, extensions=["tiku"], extension_configs=options)


def test_the_fence_becomes_questions(folder: Path):
    html = convert(PAGE, folder)
    assert '<tiku-question id="q"' in html
    assert 'href="/site/p/#x"' in html
    assert "<p><tiku" not in html
    assert html.endswith("<p>後文</p>")


def test_a_wrong_fence_is_refused(folder: Path):
    with pytest.raises(QuizError, match="unknown-key"):
        convert(PAGE.replace("topic:", "topci:"), folder)


def test_a_wrong_bank_is_refused(folder: Path):
    (folder / "u.yml").write_text(BANK, encoding="utf-8")
    with pytest.raises(QuizError, match="copied-bank"):
        convert(PAGE, folder)
