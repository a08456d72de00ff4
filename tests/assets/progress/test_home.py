"""The first page says what to do next to who has been here, and nothing to anybody else."""

import re

from browsing import Question, open_page, reader, violations
from conftest import Served
from playwright.sync_api import Browser, Page, expect

PHONE = {"width": 375, "height": 740}


def steps(page: Page):
    return page.locator("tiku-home a")


def test_who_comes_first_gets_nothing_of_it(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("")
        page.wait_for_load_state("networkidle")
        expect(page.locator("tiku-home")).to_be_empty()
        assert [url for url in asked if "next-steps" in url or "catalog.json" in url] == []
        assert any(url.endswith("progress/home.js") for url in asked)


def test_who_has_been_here_goes_on_with_one_tap(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, viewport=PHONE) as context:
        page = open_page(context, "kinds/")
        Question(page, "color").choose("green").check().says("答錯")
        page.goto("practice/?begin=order&topic=kinds")
        expect(page.locator("tiku-set tiku-question")).to_have_attribute("id", "primes")
        Question(page, "primes").choose("two").check().says("答")
        page.goto("")
        expect(steps(page).first).to_have_text("繼續練習：第 1 題，共 10 題，已答 1 題")
        today = steps(page).filter(has_text="今天")
        expect(today).to_contain_text(re.compile(r"還有 \d+ 題：複習 0，新題 \d+約 \d+ 分鐘"))
        assert violations(page, "tiku-home") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        today.click()
        expect(page.locator("tiku-set tiku-question")).to_have_count(1)
        page.goto("")
        steps(page).first.click()
        expect(page.locator("tiku-set tiku-question")).to_have_attribute("id", "primes")


def test_without_script_there_is_nothing(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("")
        expect(page.locator("tiku-home")).to_be_empty()
