"""`mkdocs serve` while an editor saves a mistake, and mends it."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import reader, violations
from conftest import MKDOCS, Built, build
from playwright.sync_api import Browser, Error, Page, expect

RIGHT, WRONG = "answer: blue", "answer: <b>bleu</b>"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def address(site: Path, log: Path) -> Iterator[str]:
    """The small site under `mkdocs serve`, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(MKDOCS), "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "C.UTF-8"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=site, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        yield f"http://127.0.0.1:{port}/"
        process.terminate()
        process.wait()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with reader(browser, address) as context:
        page = context.new_page()
        for _ in range(200):
            try:
                page.goto("kinds/")
                break
            except Error:  # the server is not up yet
                page.wait_for_timeout(100)
        expect(page.locator("tiku-question").first).to_be_visible()
        yield page


def save(site: Path, old: str, new: str) -> None:
    bank = site / "questions" / "kinds.yml"
    bank.write_text(bank.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_saved_mistake_is_told_on_the_last_good_page(site: Path, page: Page, log: Path):
    save(site, RIGHT, WRONG)
    told = page.locator("#tiku-problems")
    expect(told).to_contain_text("題庫有 1 個錯誤，沒有發布", timeout=20_000)
    expect(told).to_contain_text(
        "questions/kinds.yml:12:13: 答案「<b>bleu</b>」不是任何選項的 id [unknown-choice]"
    )
    expect(page.locator("tiku-question").first).to_be_visible()
    assert violations(page, "#tiku-problems") == []
    output = log.read_text("utf-8")
    assert "questions/kinds.yml:12:13: 答案「<b>bleu</b>」" in output
    assert "Traceback" not in output
    page.goto("again/")
    expect(told).to_be_visible()
    save(site, WRONG, RIGHT)
    expect(told).to_have_count(0, timeout=20_000)
    expect(page.locator("tiku-question").first).to_be_visible()
    assert "重讀questions/kinds.yml，其餘照舊" in log.read_text("utf-8")


def test_a_build_knows_nothing_of_it(small: Built, site: Path, tmp_path: Path):
    assert "tiku-problems" not in small.html("kinds")
    save(site, RIGHT, WRONG)
    assert build(site, tmp_path / "out").status == 1
