"""The small site below every host: one question, one set, one exam and one search each."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from browsing import Question
from conftest import SMALL_SITE, Quiet, Server
from playwright.sync_api import Browser, Page, expect

from tiku.hosts.registry import HOSTS

BIN = Path(sys.executable).parent
OTHERS = [name for name in HOSTS if name != "material"]
"""The theme whose own dialog is ours: all other tests of pages are of it."""

FRAGMENTS = "fragments"
TEMPLATE = """<!DOCTYPE html>
<html lang="zh-Hant"><head><meta charset="utf-8"><title>{title}</title>{head}</head>
<body><main>{content}</main>
<script type="module" src="/kb/assets/tiku/loader.js"></script></body></html>
"""


@pytest.fixture(scope="module", params=[*OTHERS, FRAGMENTS])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp(request.param) / "site"
    shutil.copytree(SMALL_SITE, folder)
    (folder / "mkdocs.yml").unlink()
    if request.param == FRAGMENTS:
        in_a_template_of_ones_own(folder)
        yield from served(folder / "site", "kb/")
        return
    host = HOSTS[request.param]
    for path, text in host.configured("小站", "zh-TW"):
        (folder / path).write_text(text, "utf-8")
    for command in host.commands:
        call(folder, *command.split())
    yield from served(folder / "site")


def in_a_template_of_ones_own(folder: Path) -> None:
    """As a generator of somebody else's would put fragments into pages."""
    call(folder, *["tiku", "build", "site/kb", "--fragments", "--root", "/kb/"])
    for page in json.loads((folder / "site/kb/pages.json").read_text("utf-8")):
        file = folder / "site/kb" / page["file"]
        file.write_text(TEMPLATE.format(**page, content=file.read_text("utf-8")), "utf-8")


def served(folder: Path, root: str = "") -> Iterator[str]:
    handler = partial(Quiet, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{root}"
        server.shutdown()


def call(folder: Path, program: str, *rest: str) -> None:
    done = subprocess.run(
        [BIN / program, *rest],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_question_a_set_an_exam_and_a_search(browser: Browser, address: str):
    context = browser.new_context(base_url=address, color_scheme="dark", locale="zh-TW")
    errors: list[str] = []
    context.on("weberror", lambda told: errors.append(str(told.error.stack)))
    page = context.new_page()
    answers_a_question(page)
    works_through_a_set(page)
    sits_an_exam(page)
    searches(page)
    can_be_taken_along(page)
    context.close()
    assert not [error for error in errors if "assets/tiku" in error]


def can_be_taken_along(page: Page) -> None:
    """The list that a device takes the whole site along by names what is there."""
    files = page.request.get("assets/tiku/offline.json").json()["files"]
    assert {"kinds/", "practice/"} <= {file.removesuffix("index.html") for file in files}
    assert [file for file in files if not page.request.head(file).ok] == []


QUIET = 'suppress_warnings = ["toc", "myst.header"]\n'
POLICY = """---
policy: {owner: 客服, version: '1', effective: 2026-01-01, review: 2099-01-01}
---
# 政策

一次解決率是什麼？

## 受理 {#intake}

收到就登記，再[結案](#closing)、[考試](exam/short.md)；見[題型](kinds.md#case)。

### 細節

還沒完。

## Closing of it {#closing}

說完才算。
"""


@pytest.fixture
def manual(tmp_path: Path) -> Path:
    """A site below Sphinx with a policy that questions rest on."""
    folder = Path(shutil.copytree(SMALL_SITE, tmp_path / "site"))
    ((_, configured),) = HOSTS["sphinx"].configured("小站", "zh-TW")
    (folder / "docs" / "conf.py").write_text(configured + QUIET, "utf-8")
    (folder / "docs" / "policy.md").write_text(POLICY, "utf-8")
    bank = folder / "questions" / "kinds.yml"
    bank.write_text(bank.read_text("utf-8").replace("kinds.md#intake", "policy.md#intake"), "utf-8")
    return folder


def test_below_sphinx_a_policy_has_its_card_its_questions_and_its_terms(manual: Path):
    call(manual, *["sphinx-build", "-q", "-W", "-b", "dirhtml", "docs", "site"])
    html = (manual / "site" / "policy" / "index.html").read_text("utf-8")
    places = [
        html.index(one)
        for one in (
            '<dl class="tiku-policy',
            "tiku-term",
            "還沒完",
            "本條的自測題",
            "說完才算",
            "讀完自測",
            "<tiku-quiz",
        )
    ]
    assert places[:6] == sorted(places[:6])
    assert 'href="../glossary/#fcr"' in html
    assert "{#" not in html
    for address in ("#closing", "../exam/short/", "../kinds/#case"):
        assert f'href="{address}"' in html
    assert html.count('id="intake"') == 1


def test_below_sphinx_a_fence_of_another_kind_is_checked_too(manual: Path):
    (manual / "docs" / "other.rst").write_text(
        "Other\n=====\n\n.. quiz::\n\n   ids: [nobody]\n", "utf-8"
    )
    with pytest.raises(AssertionError, match=r"docs/other\.rst:4:1.*empty-fence"):
        call(manual, *["sphinx-build", "-q", "-b", "dirhtml", "docs", "site"])


def answers_a_question(page: Page) -> None:
    page.goto("kinds/")
    Question(page, "color").choose("blue").check().says("答對")
    expect(page.locator("tiku-quiz").first).to_contain_text("答對 1 題")
    mark = page.locator('tiku-question[id="color"] label:has(input[value=blue])')
    expect(mark).to_have_css("border-top-color", re.compile("127, 216, 160|28, 107, 60"))


def works_through_a_set(page: Page) -> None:
    page.goto("practice/")
    page.locator(".tiku-own-choice").evaluate("details => { details.open = true }")
    page.get_by_label("主題").select_option(label="各種題型")
    page.get_by_role("button", name="開始").click()
    expect(page.locator("tiku-set tiku-question")).to_have_count(1)
    expect(page.locator(".tiku-set-where")).to_contain_text("第 1 題")


def sits_an_exam(page: Page) -> None:
    page.goto("exam/short/")
    page.get_by_role("button", name="開始考試").click()
    expect(page.locator("tiku-set tiku-question")).to_have_count(1)
    page.get_by_role("button", name="交卷", exact=True).click()
    page.locator("dialog[open]").get_by_role("button", name="交卷").click()
    expect(page.locator(".tiku-result-lead")).to_contain_text("不及格")


def searches(page: Page) -> None:
    page.goto("glossary/")
    page.locator("[data-tiku-find]").click()
    box = page.locator("dialog[data-tiku-search] input")
    expect(box).to_be_focused()
    box.fill("天空")
    page.locator('.tiku-result[href$="bank/kinds/#color"]').click()
    expect(page.locator('tiku-question[id="color"]')).to_be_in_viewport()
