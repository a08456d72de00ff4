"""Nothing moves under a reader's eyes when scripts have come: room is kept for what they add."""

import re

import pytest
from browsing import reader
from conftest import Served
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

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


TOLD = re.compile(r' data-(difficulty|tags)="[^"]*"')


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", LAST_ADDED)
def test_the_page_stands_still(browser: Browser, small_served: Served, address: str, width: int):
    with reader(browser, small_served.address, viewport=_size(width)) as context:
        assert _shifted(context.new_page(), address) <= MOST


def test_few_filters_take_the_room_that_was_kept(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, viewport=_size(390)) as context:
        page = context.new_page()
        page.route("**/bank/kinds/", _without_difficulties)
        assert _shifted(page, "bank/kinds/") <= MOST
        expect(page.locator(".tiku-filters select")).to_have_count(2)


def _size(width: int) -> ViewportSize:
    return {"width": width, "height": 844}


def _without_difficulties(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=TOLD.sub("", answer.text()))


def _shifted(page: Page, address: str) -> float:
    page.add_init_script(SHIFTS)
    page.goto(address)
    expect(page.locator(LAST_ADDED[address])).to_be_attached()
    page.evaluate("() => new Promise((r) => requestAnimationFrame(() => setTimeout(r, 100)))")
    return float(sum(page.evaluate("shifts")))
