"""A phone on a slow network reads pages of the real site: how much moves once something is seen."""

from pathlib import Path

from measures import ROOT, cpu_of_build
from playwright.sync_api import Browser, Page
from search import served

PAGES = ("bank/methods/", "progress/")
PHONE = {"width": 390, "height": 844}
CPU = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 93_750,
}
"""Slow 4G as Lighthouse has it: milliseconds, and bytes a second."""
SETTLED = 4_000
SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


def shifts(_: Path) -> None:
    """The sum of layout shifts without input (CLS) of a quiz page and of 進度."""
    cpu_of_build(ROOT)
    with served(ROOT / "site") as (browser, address):
        for name in PAGES:
            print(f"  {name} shifts by {_shifted(browser, address + name):.4f}")


def _shifted(browser: Browser, address: str) -> float:
    page = _throttled(browser)
    page.goto(address)
    page.wait_for_timeout(SETTLED)
    return float(page.evaluate("shifted"))


def _throttled(browser: Browser) -> Page:
    page = browser.new_context(viewport=PHONE, locale="zh-TW").new_page()
    page.add_init_script(SHIFTS)
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
    return page
