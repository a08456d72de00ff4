"""Nothing moves under a reader's eyes when scripts have come: room is kept for what they add."""

import pytest
from browsing import reader
from conftest import Served
from playwright.sync_api import Browser, expect

SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
  }).observe({ type: "layout-shift", buffered: true });
"""
MOST = 0.02
LAST_ADDED = {
    "bank/kinds/": "tiku-quiz .tiku-filters",
    "kinds/": "tiku-question:last-of-type .tiku-controls >> nth=-1",
    "progress/": "tiku-progress section >> nth=0",
}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", LAST_ADDED)
def test_the_page_stands_still(browser: Browser, small_served: Served, address: str, width: int):
    size = {"width": width, "height": 844}
    with reader(browser, small_served.address, viewport=size) as context:
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.goto(address)
        expect(page.locator(LAST_ADDED[address])).to_be_attached()
        page.evaluate("() => new Promise((r) => requestAnimationFrame(() => setTimeout(r, 100)))")
        assert sum(page.evaluate("shifts")) <= MOST
