"""Studying with a long log, 5,000 questions and 50,000 events; and a set, tap by tap."""

import json
import os
import random
import statistics
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from content import write_tiku
from measures import build, serve

from tiku.site.catalog import COLUMNS

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

REVISION = COLUMNS.index("revision")
QUESTIONS = 5000
EVENTS = 50000
ROUNDS = 7
PHONE = {"width": 375, "height": 740}
WRITE = """events => new Promise(resolve => {
  const open = indexedDB.open('tiku');
  open.onsuccess = () => {
    const change = open.result.transaction('events', 'readwrite');
    for (const event of events) change.objectStore('events').put(event);
    change.oncomplete = () => { open.result.close(); resolve(); };
  };
})"""
LOOSE = """() => new Promise(resolve => {
  const open = indexedDB.open('tiku');
  open.onsuccess = () => {
    const count = open.result.transaction('events').objectStore('events').count();
    count.onsuccess = () => { open.result.close(); resolve(count.result); };
  };
})"""
WATCH = """addEventListener('DOMContentLoaded', () => { const start = performance.now();
const look = () => document.querySelector('%s') ? (window.after = performance.now() - start)
: setTimeout(look, 1); look(); });"""
START = """async () => {
  const start = performance.now();
  document.querySelector('tiku-practice [type=submit]').click();
  while (!document.querySelector('tiku-set tiku-question button'))
    await new Promise(resolve => setTimeout(resolve, 1));
  return performance.now() - start;
}"""

TAPS = 20
INTERACTIONS = """() => {
  window.shifts = 0;
  window.slowest = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts += one.value;
  }).observe({type: 'layout-shift'});
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) window.slowest = Math.max(window.slowest, one.duration);
  }).observe({type: 'event', durationThreshold: 16, buffered: true});
}"""
NEXT = """() => new Promise(resolve => {
  const set = document.querySelector('tiku-set');
  const id = () => set.querySelector('tiku-question')?.id;
  const before = id(), start = performance.now();
  const passed = () => resolve(performance.now() - start);
  const drawn = () => requestAnimationFrame(() => setTimeout(passed));
  new MutationObserver((_, observer) => {
    if (id() !== before) { observer.disconnect(); drawn(); }
  }).observe(set, {childList: true, subtree: true});
  set.querySelector('.tiku-bar-acts button').click();
})"""


def study(folder: Path) -> None:
    """The page of progress drawn, and a set begun; the log loose at first, packed ever after."""
    from playwright.sync_api import sync_playwright

    site = write_tiku(folder / "site", QUESTIONS)
    build(site)
    catalog = json.loads((site / "site/assets/tiku/catalog.json").read_text("utf-8"))
    server = serve(site / "site")
    root = server.address.removesuffix("bank/t0/")
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=os.environ.get("TIKU_CHROMIUM"), args=["--no-sandbox"]
            )
            context = chromium.new_context(base_url=root)
            _hand(chromium.new_context(base_url=root, viewport=PHONE, has_touch=True))
            _figures(context, list(_events(catalog["questions"])))
            chromium.close()
    finally:
        server.process.terminate()


def _figures(context: "BrowserContext", events: list[dict[str, object]]) -> None:
    page = context.new_page()
    page.goto("progress/")
    page.wait_for_selector("tiku-progress[data-drawn]")
    _tell("dashboard, empty log", [_drawn(context) for _ in range(ROUNDS)])
    page.evaluate(WRITE, events)
    page.close()
    _tell("dashboard, log event by event, once", [_drawn(context, until=_packed)])
    _tell("dashboard, packed log", [_drawn(context) for _ in range(ROUNDS)])
    for mode in ("order", "random", "memorise", "daily", "mistakes", "due"):
        _tell(f"a set of 20 begins, {mode}", [_begun(context, mode, "20") for _ in range(ROUNDS)])
    _tell("a set of all questions begins", [_begun(context, "order", "") for _ in range(ROUNDS)])


def _hand(context: "BrowserContext") -> None:
    """A set of single choices on a phone: the time to the next, and what moves by itself."""
    page = context.new_page()
    page.goto("practice/?kind=single&count=50")
    page.locator("tiku-practice [type=submit]").click()
    page.locator("tiku-set tiku-question").wait_for()
    page.evaluate(INTERACTIONS)
    turns = []
    for _ in range(TAPS):
        page.locator("tiku-set li label").first.tap()
        page.locator("tiku-set tiku-question[data-verdict]").wait_for()
        turns.append(float(page.evaluate(NEXT)))
    shifts, slowest = page.evaluate("[window.shifts, window.slowest]")
    print(
        f"  the next question is drawn: {statistics.median(turns):.0f} ms, at most {max(turns):.0f}"
    )
    print(f"  slowest answer to a tap: {slowest:.0f} ms; layout shift by itself: {shifts:.4f}")


def _tell(what: str, measured: list[tuple[float, float]]) -> None:
    wall, cpu = (statistics.median(column) for column in zip(*measured, strict=True))
    print(f"  {what}: {wall:.0f} ms, CPU {cpu:.0f} ms")


def _drawn(
    context: "BrowserContext", until: Callable[["Page"], bool] = lambda _: True
) -> tuple[float, float]:
    """Milliseconds after DOMContentLoaded, and of the main thread since navigation."""
    page = context.new_page()
    cpu = _thread(page)
    page.add_init_script(WATCH % "tiku-progress[data-drawn]")
    page.goto("progress/")
    page.wait_for_function("window.after !== undefined")
    measured = float(page.evaluate("window.after")), cpu()
    while not until(page):
        page.wait_for_timeout(100)
    page.close()
    return measured


def _packed(page: "Page") -> bool:
    return bool(page.evaluate(LOOSE) == 0)


def _begun(context: "BrowserContext", mode: str, count: str) -> tuple[float, float]:
    """Milliseconds from pressing the button to a question that can be answered."""
    page = context.new_page()
    cpu = _thread(page)
    page.goto(f"practice/?mode={mode}&count={count}")
    page.wait_for_function("document.querySelector('tiku-practice form output')?.textContent")
    before = cpu()
    wall = float(page.evaluate(START))
    measured = wall, cpu() - before
    page.close()
    return measured


def _thread(page: "Page") -> Callable[[], float]:
    """Milliseconds of CPU of the page's main thread: steady also on a busy machine."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(1000 * m["value"] for m in metrics if m["name"] == "TaskDuration")

    return spent


def _events(rows: list[list[str]]) -> list[dict[str, object]]:
    """Ten answers a question on average over the last 200 days, two of three right."""
    chance = random.Random(20261125)
    now = datetime.now(UTC)
    return [
        {
            "id": f"{chance.getrandbits(128):032x}",
            "question": row[0],
            "kind": "answer",
            "revision": row[REVISION],
            "response": [f"c{chance.randrange(4)}"],
            "right": chance.random() < 0.66,
            "mode": "random",
            "at": f"{now - timedelta(days=chance.uniform(0, 200)):%Y-%m-%dT%H:%M:%S}.000Z",
        }
        for row in chance.choices(rows, k=EVENTS)
    ]
