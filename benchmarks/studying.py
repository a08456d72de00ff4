"""Studying with a long log: 5,000 questions and 50,000 events, in a browser."""

import json
import os
import random
import statistics
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from content import write_tiku
from measures import cpu_of_build, serve

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

QUESTIONS = 5000
EVENTS = 50000
ROUNDS = 7
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


def study(folder: Path) -> None:
    """The page of progress drawn, and a set begun; the log loose at first, packed ever after."""
    from playwright.sync_api import sync_playwright

    site = write_tiku(folder / "site", QUESTIONS)
    cpu_of_build(site)
    catalog = json.loads((site / "site/assets/tiku/catalog.json").read_text("utf-8"))
    server = serve(site / "site")
    root = server.address.removesuffix("bank/t0/")
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=os.environ.get("TIKU_CHROMIUM"), args=["--no-sandbox"]
            )
            context = chromium.new_context(base_url=root)
            _figures(context, list(_events(catalog["questions"])))
            chromium.close()
    finally:
        server.process.terminate()


def _figures(context: "BrowserContext", events: list[dict[str, object]]) -> None:
    page = context.new_page()
    page.goto("progress/")
    page.wait_for_selector("tiku-progress[data-drawn]")
    page.evaluate(WRITE, events)
    page.close()
    first = _drawn(context, until=lambda page: page.evaluate(LOOSE) == 0)
    print(f"  dashboard, log event by event, once: {first:.0f} ms after DOMContentLoaded")
    drawn = statistics.median(_drawn(context) for _ in range(ROUNDS))
    print(f"  dashboard, packed log: {drawn:.0f} ms after DOMContentLoaded")
    for mode in ("order", "random", "memorise", "daily", "mistakes", "due"):
        for count, of in (("20", "20"), ("", "all")):
            begun = statistics.median(_begun(context, mode, count) for _ in range(ROUNDS))
            print(f"  a set of {of} begins, {mode}: {begun:.0f} ms after pressing the button")


def _drawn(context: "BrowserContext", until: Callable[["Page"], bool] = lambda _: True) -> float:
    page = context.new_page()
    page.add_init_script(WATCH % "tiku-progress[data-drawn]")
    page.goto("progress/")
    page.wait_for_function("window.after !== undefined")
    milliseconds = page.evaluate("window.after")
    while not until(page):
        page.wait_for_timeout(100)
    page.close()
    return float(milliseconds)


def _begun(context: "BrowserContext", mode: str, count: str) -> float:
    page = context.new_page()
    page.goto(f"practice/?mode={mode}&count={count}")
    page.wait_for_selector("tiku-practice [type=submit]")
    page.wait_for_function("document.querySelector('tiku-practice form output').textContent")
    milliseconds = page.evaluate(START)
    page.close()
    return float(milliseconds)


def _events(rows: list[list[str]]) -> list[dict[str, object]]:
    """Ten answers a question on average over the last 200 days, two of three right."""
    chance = random.Random(20261125)
    now = datetime.now(UTC)
    return [
        {
            "id": f"{chance.getrandbits(128):032x}",
            "question": row[0],
            "kind": "answer",
            "revision": row[7],
            "response": [f"c{chance.randrange(4)}"],
            "right": chance.random() < 0.66,
            "mode": "random",
            "at": f"{now - timedelta(days=chance.uniform(0, 200)):%Y-%m-%dT%H:%M:%S}Z",
        }
        for row in chance.choices(rows, k=EVENTS)
    ]
