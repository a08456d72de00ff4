"""What the search finds, and what it costs its reader."""

import gzip
import importlib.util
import os
import shutil
import statistics
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from content import write_tiku
from measures import ROOT, build
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.append(str(ROOT / "tests"))
from search_box import Box, rank, read_queries, recall, reciprocal_rank

SEARCH = """  - search:
      lang: en
      separator: '[\\s\\u200b\\-,，。：；、？！（）「」『』《》·/]+'
"""
QUERIES = ("投訴率", "客户投诉 处理 时限", "主管要求員工在期限內回覆客戶的申訴")
FIRST_RESULT = """() => new Promise((resolve) => {
  const box = document.querySelector('[data-tiku-search] input');
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.tiku-result')) return;
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(document.querySelector('.tiku-search'), { childList: true, subtree: true });
  box.focus();
  box.value = '投訴';
})"""
ANSWERED = "/[個个]符合|沒有/.test(document.querySelector('.md-search-result__meta').textContent)"
NEXT_KEY = """(text) => new Promise((resolve) => {
  const root = document.querySelector('[data-tiku-search]');
  const box = root.querySelector('input');
  const start = performance.now();
  new MutationObserver((_, observer) => {
    if (root.dataset.answered !== text) return;
    observer.disconnect();
    resolve(performance.now() - start);
  }).observe(root, { attributeFilter: ['data-answered'] });
  box.value = text;
  box.dispatchEvent(new InputEvent('input'));
})"""
TASKS = """() => {
  window.tasks = [];
  const heard = (list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration));
  new PerformanceObserver(heard).observe({ type: 'longtask' });
}"""
BETWEEN_KEYS = 80
"""Milliseconds, of somebody who types fast."""


def quality(folder: Path) -> None:
    """recall@5 and MRR of the queries in tests/cases/search/queries, beside Material with jieba."""
    _report("tiku", _real_site(folder / "ours", ""), _ours)
    if importlib.util.find_spec("jieba"):
        _report("Material + jieba", _real_site(folder / "theirs", SEARCH), _theirs)
    else:
        print("  Material + jieba: install jieba into .venv to compare")


def cost(folder: Path) -> None:
    """Bytes and time before the first result, time a key, memory; a cold browser each time."""
    _cost("the real site", _real_site(folder / "real", ""), 7)
    for number in (300, 3000, 20_000):
        _cost_of_made(folder, number)


def cost_large(folder: Path) -> None:
    """The same among a hundred thousand questions."""
    _cost_of_made(folder, 100_000)


def _cost_of_made(folder: Path, number: int) -> None:
    site = write_tiku(folder / f"made{number}", number)
    build(site)
    _cost(f"{number} questions", site / "site", 5)


def _real_site(folder: Path, search: str) -> Path:
    folder.mkdir(parents=True)
    for part in ("docs", "questions"):
        shutil.copytree(ROOT / part, folder / part)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = config.replace("plugins:\n", f"plugins:\n{search}")
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    build(folder)
    return folder / "site"


class Quiet(SimpleHTTPRequestHandler):
    """Keeps connections and sends at once, as hosts do."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def handle(self) -> None:
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(
    site: Path, handled: type[SimpleHTTPRequestHandler] = Quiet
) -> Iterator[tuple[Browser, str]]:
    """A browser, and the address of a built site."""
    handler = partial(handled, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("TIKU_CHROMIUM"), args=["--no-sandbox"]
        )
        yield chromium, f"http://127.0.0.1:{server.server_port}/"
        chromium.close()
        server.shutdown()


def _report(name: str, site: Path, ask) -> None:  # noqa: ANN001
    classes: dict[str, list[int | None]] = {}
    with served(site) as (browser, address):
        page = browser.new_page(locale="zh-TW")
        page.goto(address)
        page.locator(".md-search__input").click()
        page.wait_for_timeout(3000)
        ask(page, "投訴", [])  # whatever is loaded is loaded now
        for kind, queries in read_queries().items():
            classes[kind] = [
                rank(ask(page, q["type"], q["finds"]), address, q["finds"]) for q in queries
            ]
    classes["all"] = [place for places in classes.values() for place in places]
    for kind, places in classes.items():
        found = f"recall@5 {recall(places):.2f}, MRR {reciprocal_rank(places):.2f}"
        print(f"  {name}, {kind} ({len(places)}): {found}")


def _ours(page: Page, text: str, _: list[str]) -> list[str]:
    return Box(page).type(text).addresses()


def _theirs(page: Page, text: str, finds: list[str]) -> list[str]:
    """Addresses without the page above each group of sections, unless it is an answer itself."""
    box = page.locator(".md-search__input")
    box.fill("")
    box.press("End")
    page.wait_for_selector(".md-search-result__item", state="detached")
    box.fill(text)
    box.press("End")
    page.wait_for_function(ANSWERED)
    links = page.locator(".md-search-result__link")
    found = links.evaluate_all("all => all.map(a => a.origin + a.pathname + a.hash)")
    site = page.evaluate("new URL(__md_scope).href")
    return [a for a in found if "#" in a or a.removeprefix(site) in finds]


def _cost(name: str, site: Path, rounds: int) -> None:
    with served(site) as (browser, address):
        times = [_first_result(browser, address) for _ in range(rounds)]
        size, total = _bytes(browser, address, site)
        keys, again, heap = _keys(browser, address)
        longest = _longest_task(browser, address)
    first = statistics.median(times)
    print(f"  {name}: {size / 1000:.0f} KB gzip before the first result, {total / 1000:.0f} in all")
    print(f"    first result {first:.0f} ms, JS heap {heap / 1e6:.0f} MB")
    print(f"    a key {keys:.1f} ms, {again:.1f} where what it shows was shown before")
    print(f"    typing fast, CPU 4x: longest task of the page {longest:.0f} ms (0: none over 50)")


def _first_result(browser: Browser, address: str) -> float:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        return page.evaluate(FIRST_RESULT)


def _bytes(browser: Browser, address: str, site: Path) -> tuple[int, int]:
    """Each file gzipped by itself: what was asked for until a result was there, and until after."""
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        asked: list[str] = []
        page.on("requestfinished", lambda request: asked.append(request.url))
        page.evaluate(FIRST_RESULT)
        before = {url for url in asked if not url.split("/")[-1].startswith("later-")}
        page.wait_for_timeout(3000)
        return _gzipped(before, address, site), _gzipped(set(asked), address, site)


def _gzipped(urls: set[str], address: str, site: Path) -> int:
    paths = [site / url.removeprefix(address).split("?")[0] for url in urls]
    return sum(len(gzip.compress(path.read_bytes())) for path in paths if path.is_file())


def _keys(browser: Browser, address: str) -> tuple[float, float, float]:
    """Median milliseconds from a key to its results, the first time and once what they show need
    not be fetched, and the heap then."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.evaluate(FIRST_RESULT)
        page.wait_for_timeout(3000)
        typed = [text[:end] for text in QUERIES for end in range(1, len(text) + 1)]
        keys, again = (
            statistics.median(page.evaluate(NEXT_KEY, text.strip()) for text in typed)
            for _ in range(2)
        )
        metrics = context.new_cdp_session(page)
        metrics.send("Performance.enable")
        found = metrics.send("Performance.getMetrics")["metrics"]
        heap = next(one["value"] for one in found if one["name"] == "JSHeapUsedSize")
        return keys, again, heap


def _longest_task(browser: Browser, address: str) -> float:
    """Milliseconds for which typing, one key after another, kept the page from anything else."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.evaluate(FIRST_RESULT)
        page.wait_for_timeout(3000)
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.evaluate(TASKS)
        page.locator("[data-tiku-search] input").press_sequentially(QUERIES[2], delay=BETWEEN_KEYS)
        page.wait_for_timeout(2000)
        return max(page.evaluate("window.tasks"), default=0)
