"""What does not come, or is too new for the browser, is told where it is missing."""

from browsing import reader
from conftest import Served
from playwright.sync_api import Browser, expect


def test_a_browser_that_is_too_old_is_told_so_and_can_read(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        context.add_init_script("delete Array.prototype.toSorted; delete Object.hasOwn")
        page = context.new_page()
        for address, tag in {"kinds/": "tiku-quiz", "practice/": "tiku-practice"}.items():
            page.goto(address)
            expect(page.locator(tag).first).to_contain_text("這個瀏覽器太舊")
        page.goto("kinds/")
        expect(page.locator("tiku-question#color legend")).to_be_visible()


def test_a_script_that_does_not_come_is_told(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.route("**/exam/exam.js", lambda route: route.abort())
        page.goto("exam/short/")
        expect(page.locator("tiku-exam")).to_contain_text("程式讀不進來")
        expect(page.locator("tiku-exam")).to_contain_text("10 分鐘")
