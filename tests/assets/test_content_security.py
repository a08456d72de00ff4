"""The site works under the Content-Security-Policy that `tiku csp` prints, and nothing else runs."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from browsing import Question, reader
from conftest import Quiet, Served, Server
from playwright.sync_api import Browser, Page, expect

TIKU = Path(sys.executable).with_name("tiku")
LISTEN = """window.refused = [];
document.addEventListener('securitypolicyviolation', (event) =>
    window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));"""


@pytest.fixture(scope="module")
def guarded(small_served: Served) -> Iterator[str]:
    """The small site, every file sent with the policy."""
    command = [TIKU, "csp", small_served.target]
    policy = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    class Guarding(Quiet):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    handler = partial(Guarding, directory=str(small_served.target))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def refused(page: Page) -> list[str]:
    return page.evaluate("window.refused")


def test_reading_answering_searching_and_an_exam(browser: Browser, guarded: str):
    with reader(browser, guarded) as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto("kinds/")
        Question(page, "color").choose("blue").check().says("答對")
        page.keyboard.press("Escape")
        page.goto("faq/")
        page.keyboard.press("/")
        page.keyboard.type("首問")
        expect(page.locator("[data-tiku-search] a").first).to_be_visible()
        assert refused(page) == []
        page.goto("exam/short/")
        page.get_by_role("button", name="開始考試").click()
        expect(page.locator("tiku-set tiku-question")).to_have_count(1)
        assert refused(page) == []
        page.goto("progress/")
        expect(page.locator("tiku-progress[data-drawn]")).to_have_count(1)
        assert refused(page) == []


@pytest.mark.parametrize("address", ["write/", "import/", "hostile/", "path/", "practice/", "a-z/"])
def test_every_kind_of_page(browser: Browser, guarded: str, address: str):
    with reader(browser, guarded) as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert refused(page) == []


def test_a_script_that_is_not_the_themes_does_not_run(browser: Browser, guarded: str):
    with reader(browser, guarded) as context:
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto("faq/")
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'),"
            " { textContent: 'window.hacked = true' }))"
        )
        assert page.evaluate("window.hacked") is None
        assert len(refused(page)) == 1
