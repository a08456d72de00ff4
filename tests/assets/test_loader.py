"""What does not come, or is too new for the browser, is told where it is missing."""

import re

from browsing import reader
from conftest import Served
from playwright.sync_api import Browser, Route, expect


def test_a_browser_that_is_too_old_is_told_so_and_can_read(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        context.add_init_script("delete Array.prototype.toSorted; delete Object.hasOwn")
        page = context.new_page()
        for address, tag in {"kinds/": "tiku-quiz", "practice/": "tiku-practice"}.items():
            page.goto(address)
            expect(page.locator(tag).first).to_contain_text("這個瀏覽器太舊")
        page.goto("kinds/")
        expect(page.locator("tiku-question#color legend")).to_be_visible()


def test_a_question_does_not_wait_for_the_scripts_of_the_theme(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        held: list[Route] = []
        page.route("**/bundle.*.js", lambda route: held.append(route))
        page.goto("kinds/", wait_until="commit")
        expect(page.locator("#color .tiku-controls button")).to_be_visible()
        assert held
        for route in held:
            route.continue_()
        page.wait_for_load_state()


def test_a_script_that_does_not_come_is_told(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.route("**/exam/exam.js", lambda route: route.abort())
        page.goto("exam/short/")
        expect(page.locator("tiku-exam")).to_contain_text("程式讀不進來")
        expect(page.locator("tiku-exam")).to_contain_text("10 分鐘")


def test_a_loader_of_an_older_build_brings_what_belongs_to_the_page(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        newer = (small_served.target / "assets" / "tiku" / "loader.js").read_text("utf-8")
        older = re.sub(r'BASE = "[^"]*"', 'BASE = "./0123456789"', newer)
        page.route("**/loader.js", lambda route: _fulfil(route, older, "text/javascript"))
        page.goto("practice/")
        expect(page.locator(".tiku-first")).to_be_visible()


def test_a_page_of_an_older_build_is_renewed(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        newer = (small_served.target / "practice" / "index.html").read_text("utf-8")
        older = re.sub(r"assets/tiku/[0-9a-f]{10}/", "assets/tiku/0123456789/", newer)
        pages = iter([older])
        page.route("**/practice/", lambda route: _fulfil(route, next(pages, newer), "text/html"))
        page.goto("practice/")
        expect(page.locator(".tiku-first")).to_be_visible()
        assert next(pages, None) is None


def _fulfil(route: Route, body: str, kind: str) -> None:
    route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")


def test_a_new_deploy_is_never_mixed_with_what_a_cache_holds(browser: Browser, own_served: Served):
    with reader(browser, own_served.address) as context:
        page = context.new_page()
        page.goto("practice/")
        expect(page.locator("output")).to_contain_text("16 題")
        bank = own_served.source / "questions" / "kinds.yml"
        more = "  - {id: fresh, stem: 新題。, choices: {a: 一, b: 二}, answer: a}\n"
        text = bank.read_text("utf-8").replace("questions:\n", f"questions:\n{more}", 1)
        bank.write_text(text, encoding="utf-8")
        own_served.rebuild()
        page.goto("practice/")
        expect(page.locator("output")).to_contain_text("17 題")
