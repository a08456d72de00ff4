"""A site to begin with is right as it stands, and nothing that is there is written over."""

from pathlib import Path

import pytest
from conftest import build
from test_cli import tiku

from tiku.hosts.registry import HOSTS


@pytest.mark.parametrize("locale", ["en_US.UTF-8", "zh_TW.UTF-8", "zh_CN.UTF-8"])
def test_a_new_site_has_no_problem(tmp_path: Path, locale: str):
    assert tiku("init", "desk", "--title", "服務: 台", cwd=tmp_path, locale=locale).returncode == 0
    done = tiku("check", cwd=tmp_path / "desk", locale=locale)
    assert "[" not in done.stdout
    assert done.returncode == 0
    assert (tmp_path / "desk" / ".github" / "workflows" / "site.yml").is_file()


@pytest.mark.parametrize("host", HOSTS)
def test_a_new_site_for_any_host_has_no_problem(tmp_path: Path, host: str):
    done = tiku("init", "desk", "--host", host, cwd=tmp_path, locale="en_US.UTF-8")
    assert HOSTS[host].commands[-1] in done.stderr
    assert HOSTS[host].commands[0] in (tmp_path / "desk/.github/workflows/site.yml").read_text()
    checked = tiku("check", "--docs", "docs", cwd=tmp_path / "desk", locale="en_US.UTF-8")
    assert checked.stdout.startswith("0 errors, 0 warnings, 0 pieces"), checked.stdout


def test_a_new_site_is_built_and_asks(tmp_path: Path):
    tiku("init", ".", "--title", "Desk", cwd=tmp_path, locale="en_US.UTF-8")
    built = build(tmp_path, tmp_path / "built", "--strict")
    assert built.status == 0, built.output
    assert "owner-until-signed" in built.html("bank/start")


def test_what_is_there_stays(tmp_path: Path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("mine", encoding="utf-8")
    done = tiku("init", cwd=tmp_path)
    assert done.returncode == 2
    assert "docs/index.md" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]
    assert (tmp_path / "docs" / "index.md").read_text(encoding="utf-8") == "mine"


def test_a_new_topic_takes_questions_at_once(tmp_path: Path):
    tiku("init", ".", "--title", "Desk", cwd=tmp_path)
    done = tiku("new", "topic", "--topic", "rates", "--title", "Rates: all", cwd=tmp_path)
    assert done.stdout == "questions/rates.yml\n"
    more = ["--topic", "rates", "--kind", "numeric", "--id", "rate-2", "--stem", "What is 6 × 7?"]
    assert tiku("new", *more, cwd=tmp_path).stdout.startswith("questions/rates.yml:")
    assert "Rates: all" in (tmp_path / "questions" / "rates.yml").read_text(encoding="utf-8")
    for name in ("rates", "start", "Rates", "../x", "a/b"):
        done = tiku("new", "topic", "--topic", name, "--title", "x", cwd=tmp_path)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False)
