"""Twelve states as pictures that no font changes: what stands where, in which order.

Pixels differ between machines, fonts and versions of a browser, and a tolerance that forgives these
forgives a broken page, too. So a picture is a list from top to bottom: each part, the columns of
twenty-four that it takes; behind these what stays while the page scrolls, by name. Beside it what makes a page
look broken anywhere: it scrolls sideways, controls overlap, a control cuts its text off.
"""

import json
from collections.abc import Callable

import pytest
from browsing import reader
from conftest import ROOT, Served
from playwright.sync_api import Browser, Page, expect

PICTURES = json.loads((ROOT / "tests" / "cases" / "pictures.json").read_text("utf-8"))
SIZES = {"phone": {"width": 375, "height": 740}, "desk": {"width": 1280, "height": 800}}
PARTS = (
    *("h1", ".tiku-filters", ".tiku-bar", ".tiku-first", ".tiku-presets", ".tiku-set-side"),
    *(".tiku-set-stage", ".tiku-set-steps", ".tiku-result", ".tiku-results", ".tiku-material"),
    *("tiku-question legend", "tiku-question ol", "tiku-question .tiku-controls"),
    *("tiku-question .tiku-key", "tiku-exam form", "tiku-progress section", "tiku-tool form"),
    *(".tiku-score", ".tiku-ways", ".tiku-drawer[open]"),
)
STILL = "*, ::before, ::after { transition: none !important; animation: none !important }"
LOOK = """(parts) => {
  const seen = (one) => one?.checkVisibility({ visibilityProperty: true });
  const column = (x) => Math.round((24 * x) / innerWidth);
  const isFixed = (one) => Boolean(one && (["fixed", "sticky"].includes(getComputedStyle(one).position) || isFixed(one.parentElement)));
  const picture = parts.map((name) => [name, [...document.querySelectorAll(name)].find(seen)])
    .filter(([, one]) => one)
    .map(([name, one]) => ({ name, box: one.getBoundingClientRect(), fixed: isFixed(one) }))
    .sort((a, b) => a.fixed - b.fixed || (a.fixed ? (a.name < b.name ? -1 : 1) : Math.round(a.box.top - b.box.top) || a.box.left - b.box.left))
    .map(({ name, box, fixed }) => `${name} ${column(box.left)}-${column(box.right)}${fixed ? " fixed" : ""}`);
  const modal = document.querySelector("dialog[open]");
  const within = modal ?? document.querySelector("article") ?? document.body;
  const controls = [...within.querySelectorAll("button, label, select, summary")].filter(seen).filter((one) => !isFixed(one));
  const boxes = controls.map((one) => [one, one.getBoundingClientRect()]);
  const overlap = boxes.flatMap(([a, one], at) => boxes.slice(at + 1)
    .filter(([b, two]) => !a.contains(b) && !b.contains(a) && one.left + 1 < two.right && two.left + 1 < one.right && one.top + 1 < two.bottom && two.top + 1 < one.bottom)
    .map(([b]) => `${a.textContent.trim()} | ${b.textContent.trim()}`));
  const cut = controls.filter((one) => one.tagName === "BUTTON" && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent.trim());
  return { picture, broken: { sideways: document.documentElement.scrollWidth > innerWidth, overlap, cut } };
}"""


def opened(address: str, until: str) -> Callable[[Page], None]:
    def go(page: Page) -> None:
        page.goto(address)
        expect(page.locator(until).first).to_be_visible()

    return go


def answered(page: Page) -> None:
    opened("kinds/", "#color .tiku-controls")(page)
    page.locator("#color label").first.click()
    page.locator("#color .tiku-controls button").click()
    expect(page.locator("#color[data-verdict]")).to_be_visible()


def practising(page: Page) -> None:
    page.goto("practice/?topic=kinds&shuffle=&mode=order")
    page.get_by_role("button", name="開始", exact=True).click()
    expect(page.locator("tiku-set tiku-question")).to_have_count(1)
    expect(page.locator(".tiku-set-steps")).to_be_visible()


def drawn(page: Page) -> None:
    practising(page)
    page.locator(".tiku-bar-place").click()
    expect(page.locator(".tiku-drawer[open]")).to_be_visible()


def ended(page: Page) -> None:
    practising(page)
    page.locator("tiku-set li label").first.click()
    expect(page.locator("tiku-set tiku-question[data-verdict]")).to_be_visible()
    page.get_by_role("button", name="結束這一組").click()
    page.locator("dialog[open]").get_by_role("button", name="結束這一組").click()
    expect(page.locator(".tiku-result")).to_be_focused()


def sitting(page: Page) -> None:
    page.goto("exam/short/")
    page.get_by_role("button", name="開始考試").click()
    expect(page.locator("tiku-set tiku-question")).to_have_count(1)


def searching(page: Page) -> None:
    page.goto("?q=天空")
    expect(page.locator(".tiku-result").first).to_be_visible()
    # Material holds the page still a while after the box is open.
    expect(page.locator("[data-md-scrolllock]")).to_be_attached()


STATES: dict[str, Callable[[Page], None]] = {
    "questions phone": opened("bank/kinds/", "tiku-quiz .tiku-filters"),
    "questions desk": opened("bank/kinds/", "tiku-quiz .tiku-filters"),
    "answered phone": answered,
    "practice phone": opened("practice/", ".tiku-first"),
    "set phone": practising,
    "set desk": practising,
    "sheet phone": drawn,
    "exam phone": sitting,
    "progress phone": opened("progress/", "tiku-progress[data-drawn] section"),
    "progress desk": opened("progress/", "tiku-progress[data-drawn] section"),
    "search phone": searching,
    "result phone": ended,
}


@pytest.fixture(scope="module")
def look(browser: Browser, small_served: Served) -> dict[str, dict]:
    """State -> what stands where, and what is broken."""
    found = {}
    for name, go in STATES.items():
        with reader(browser, small_served.address, viewport=SIZES[name.split()[1]]) as context:
            page = context.new_page()
            go(page)
            page.add_style_tag(content=STILL)
            page.evaluate(
                "() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))"
            )
            found[name] = page.evaluate(LOOK, list(PARTS))
    return found


@pytest.mark.parametrize("state", STATES)
def test_a_state_looks_as_it_did(look: dict[str, dict], state: str):
    assert look[state]["picture"] == PICTURES[state], json.dumps(look[state]["picture"])
    assert look[state]["broken"] == {"sideways": False, "overlap": [], "cut": []}
