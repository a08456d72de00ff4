"""Without a network: the page that was seen last, of this site, and nothing for ever."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Question, reader, wait_until
from conftest import Built, Served, serve
from playwright.sync_api import Browser, BrowserContext, Page, expect

KEPT = """async () => {
    const kept = {};
    for (const name of await caches.keys()) {
        kept[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
    }
    return kept;
}"""


@pytest.fixture(scope="module")
def two_sites(
    tmp_path_factory: pytest.TempPathFactory, small_served: Served
) -> Iterator[tuple[Served, Served]]:
    """Two sites on one host, in folders of their own."""
    host = tmp_path_factory.mktemp("host")
    (host / "b").mkdir()
    for served in serve(small_served.source, host):
        address = served.address
        one = Served(served.source, host / "a", f"{address}a/")
        other = Served(served.source, host / "b", f"{address}b/")
        one.rebuild()
        other.rebuild()
        yield one, other


def search_once(context: BrowserContext, site: Served) -> Page:
    """From the first search on what is visited is kept."""
    page = context.new_page()
    page.goto(f"{site.address}faq/?utm=1")
    page.keyboard.press("/")
    expect(page.locator("[data-tiku-search] input")).to_be_focused()
    page.keyboard.type("首問")
    page.evaluate("navigator.serviceWorker.ready")
    wait_until(page, "() => caches.match(location.pathname)")
    page.keyboard.press("Escape")
    page.goto(f"{site.address}kinds/?from=mail")
    page.wait_for_function("() => navigator.serviceWorker.controller")
    page.reload()
    expect(page.locator("tiku-question .tiku-controls").first).to_be_visible()
    return page


def test_each_site_of_a_host_keeps_its_own_and_no_query(
    browser: Browser, two_sites: tuple[Served, Served]
):
    one, other = two_sites
    host = one.address.removesuffix("a/")
    with reader(browser, host) as context:
        page = search_once(context, one)
        search_once(context, other)
        kept = page.evaluate(KEPT)
        assert set(kept) == {f"tiku {one.address}", f"tiku {other.address}"}
        assert all(url.startswith(name[5:]) for name, urls in kept.items() for url in urls)
        assert not [url for urls in kept.values() for url in urls if "?" in url]


def test_never_an_older_page_than_was_seen(browser: Browser, own_served: Served):
    with reader(browser, own_served.address) as context:
        page = search_once(context, own_served)
        target = own_served.target / "kinds" / "index.html"
        _change(target)
        page.goto("kinds/")
        page.reload()
        expect(page.locator("h1")).to_contain_text("新的一版")
        wait_until(
            page, "async () => (await (await caches.match(location)).text()).includes('新的一版')"
        )
        context.set_offline(True)
        page.goto("kinds/?from=mail")
        expect(page.locator("h1")).to_contain_text("新的一版")
        question = page.locator("tiku-question#color")
        expect(question.locator(".tiku-controls button")).to_be_visible()
        question.locator("li input").first.focus()
        page.keyboard.press("2")
        expect(question.locator("li input").nth(1)).to_be_checked()
        page.keyboard.press("Enter")
        expect(question).to_have_attribute("data-verdict", re.compile("right|wrong"))
        page.goto("kinds/?q=%E9%A6%96%E5%95%8F")
        expect(page.locator("h1")).to_contain_text("新的一版")
        expect(question).to_have_attribute("data-verdict", re.compile("right|wrong"))
        context.set_offline(False)


def _change(page: Path) -> None:
    text = page.read_text("utf-8")
    page.write_text(text.replace("</h1>", "新的一版</h1>", 1), encoding="utf-8")


def test_a_site_that_has_no_worker_any_more_loses_it(browser: Browser, own_served: Served):
    with reader(browser, own_served.address) as context:
        page = search_once(context, own_served)
        (own_served.target / "offline.js").unlink()
        _stop_workers(context, page, own_served.address)
        page.goto("faq/")
        wait_until(page, "async () => !(await caches.keys()).length")
        wait_until(page, "async () => !(await navigator.serviceWorker.getRegistrations()).length")


def _stop_workers(context: BrowserContext, page: Page, address: str) -> None:
    """A worker looks once for each time it wakes up."""
    session = context.new_cdp_session(page)
    stopped: list[dict] = []

    def heard(told: dict) -> None:
        ours = [one for one in told["versions"] if one["scriptURL"].startswith(address)]
        stopped.extend(one for one in ours if one["runningStatus"] == "stopped")

    session.on("ServiceWorker.workerVersionUpdated", heard)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    while not stopped:
        page.wait_for_timeout(20)


def test_a_reader_can_have_it_removed(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = search_once(context, small_served)
        page.goto("progress/")
        page.get_by_role("button", name="移除留下的頁面").click()
        expect(page.locator("tiku-progress")).to_contain_text("移除了")
        assert page.evaluate(KEPT) == {}


MANY = 30_000
"""Milliseconds for all files of a site."""


def take_along(page: Page) -> None:
    page.goto("progress/")
    page.get_by_role("button", name=re.compile("存下整個網站")).click()
    expect(page.get_by_text("整個網站已經存在這台裝置上")).to_be_visible(timeout=MANY)


def test_the_whole_site_works_in_flight_mode(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        take_along(page)
        page.evaluate("navigator.serviceWorker.ready")
        page.wait_for_function("() => navigator.serviceWorker.controller")
        context.set_offline(True)
        page.goto("kinds/")
        Question(page, "color").choose("blue").check().says("答對")
        page.goto("exam/short/")
        page.get_by_role("button", name=re.compile("開始")).first.click()
        expect(page.locator(".tiku-sheet button").first).to_be_attached()
        page.reload()
        page.get_by_role("button", name="交卷", exact=True).click()
        page.locator("dialog[open]").get_by_role("button", name="交卷").click()
        expect(page.locator(".tiku-result")).to_be_visible()
        started = context.new_page()
        started.goto("./")
        expect(started.locator("h1")).to_be_visible()
        started.close()
        page.goto("faq/")
        expect(page.locator("h1")).to_be_visible()
        page.goto("nowhere/at/all/")
        expect(page.locator("h1")).to_contain_text("這一頁不在這裡")
        page.get_by_role("link", name="去練習").click()
        expect(page.locator("h1")).to_contain_text("練習")
        context.set_offline(False)
        page.goto("progress/")
        page.get_by_role("button", name="移除留下的頁面").click()
        expect(page.get_by_text("移除了。")).to_be_visible()
        assert page.evaluate("async () => (await caches.keys()).length") == 0


def test_what_a_device_keeps_is_renewed_within_the_size_that_was_agreed_to(
    browser: Browser, own_served: Served
):
    with reader(browser, own_served.address) as context:
        page = context.new_page()
        take_along(page)
        more = own_served.source / "docs" / "faq-more.md"
        more.write_text("# 新的一頁\n", encoding="utf-8")
        own_served.rebuild()
        page.goto("progress/")
        expect(page.get_by_text("也更新好了。")).to_be_visible(timeout=MANY)
        context.set_offline(True)
        page.goto("faq-more/")
        expect(page.get_by_role("heading", name="新的一頁")).to_be_visible()
        context.set_offline(False)
        # What grows beyond that is told, and waits.
        page.goto("progress/")
        page.evaluate(MARKED, {"version": "older", "agreed": 1})
        page.reload()
        expect(page.get_by_text("網站更新過了")).to_be_visible()
        page.get_by_role("button", name="更新存下的網站").click()
        expect(page.get_by_text("整個網站已經存在這台裝置上")).to_be_visible(timeout=MANY)
        # For whoever has begun, the first page renews it without a word.
        page.goto("kinds/")
        Question(page, "color").choose("blue").check().says("答對")
        page.evaluate(MARKED, {"version": "older"})
        page.goto("./")
        wait_until(page, f"async () => (await ({MARKED})({{}})).version !== 'older'")


MARKED = """async more => {
    const cache = await caches.open((await caches.keys()).find(name => name.startsWith('tiku ')));
    const mark = (await cache.keys()).find(({url}) => url.endsWith('offline.json?kept'));
    const kept = {...(await (await cache.match(mark)).json()), ...more};
    if (Object.keys(more).length) await cache.put(mark, Response.json(kept));
    return kept;
}"""


def test_a_page_that_is_not_there_says_what_to_do(small: Built):
    lost = (small.folder / "404.html").read_text(encoding="utf-8")
    assert "這一頁不在這裡" in lost


def test_browsers_may_install_it(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("kinds/")
        manifest = page.evaluate(
            "async () => { const link = document.querySelector('link[rel=manifest]');"
            "const told = await (await fetch(link.href)).json();"
            "const icons = await Promise.all(told.icons.map((icon) => fetch(new URL(icon.src, link.href))));"
            "return [told.name, told.display, icons.every((icon) => icon.ok)] }"
        )
        assert manifest == ["小站", "standalone", True]
