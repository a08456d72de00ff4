"""Both editions in the browser: one reader, one progress, a switch that stays on the page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import wait_until
from conftest import Served, serve
from playwright.sync_api import Browser, Page, expect

OWN = """rewordings:
  - {hant: 首問責任制, hans: 首问负责制}
  - {hant: 天空, hans: 苍穹}
"""

KEPT = """async () => {
  const isIts = navigator.serviceWorker.controller?.scriptURL.includes("/zh-hans/");
  const page = new URL("./", location.href);
  return isIts && Boolean(await caches.match(page, { cacheName: `tiku ${page}` }));
}"""
"""The page is in the copy that its own edition keeps."""


@pytest.fixture
def both(site: Path, tmp_path: Path) -> Iterator[Served]:
    config = site / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("[tiku]", "[tiku: {editions: [zh-hans]}]"), encoding="utf-8")
    (site / "questions" / "zh-hans.yml").write_text(OWN, encoding="utf-8")
    yield from serve(site, tmp_path / "served", "--quiet")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("response", lambda r: told.append(r.url) if r.status == 404 else None)
    yield page
    page.context.close()
    assert told == []


def test_progress_marking_search_and_network_are_shared(both: Served, page: Page):
    page.goto(f"{both.address}bank/kinds/")
    page.locator("#color").get_by_label("藍").check()
    page.locator("#color").get_by_role("button", name="檢查").click()
    expect(page.locator("#color")).to_contain_text("答對了")

    page.get_by_role("link", name="简体").click()
    expect(page).to_have_url(f"{both.address}zh-hans/bank/kinds/")
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("tiku-quiz")).to_contain_text(re.compile("已做 1 题，答对 1 题"))

    for answer in ("首問責任制", "首问负责制"):
        question = page.locator("#owner")
        question.get_by_label("答案").fill(answer)
        question.get_by_role("button", name="检查").click()
        expect(question).to_contain_text("答对了")
        question.get_by_role("button", name="再答一次").click()

    page.goto(f"{both.address}zh-hans/")
    page.keyboard.press("/")
    search = page.locator("[data-tiku-search]")
    for typed in ("苍穹", "天空"):
        search.locator("input[name=q]").fill(typed)
        expect(search.locator(".tiku-result").first).to_contain_text("苍穹是")
    first = search.locator(".tiku-result").first
    assert first.evaluate("a => a.href").startswith(f"{both.address}zh-hans/")

    wait_until(page, KEPT)
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
