"""Calculators as readers use them: without script, with their own numbers, by keyboard, on paper."""

import sys
import unicodedata
from io import BytesIO

import pytest
from browsing import reader, violations
from conftest import ROOT, Built, Served
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tiku.model import Tool
from tiku.rendering.tools import needs_of
from tiku.rules.check import check_folder

sys.path.insert(0, str(ROOT / "benchmarks"))

from tools import brought, tools

PHONE = {"width": 375, "height": 667}


def tool(page: Page, name: str) -> Locator:
    found = page.locator(f'tiku-tool[data-id="{name}"]')
    found.scroll_into_view_if_needed()
    expect(found.locator("form")).to_be_visible()
    return found


def met(page: Page) -> None:
    """Every tool of the page is made ready by a reader who comes by."""
    for one in page.locator("tiku-tool").all():
        tool(page, one.get_attribute("data-id") or "")


def test_without_script_formula_example_and_picture_are_there(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("tools/")
        share = page.locator('tiku-tool[data-id="share"]')
        expect(share.locator("form")).to_be_hidden()
        expect(share).to_contain_text("eight out of a hundred")
        expect(share.get_by_role("row", name="At least")).to_contain_text("4.11%")
        expect(share.get_by_role("img", name="The share and its interval")).to_be_visible()
        expect(share).to_contain_text("share = some ÷ all")
        expect(page.locator('tiku-tool[data-id="chart"] .tiku-tool-rows')).to_contain_text("27.8%")


def test_own_numbers_are_worked_out_and_stand_in_the_address(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("tools/")
        share = tool(page, "share")
        share.get_by_label("Some").fill("1")
        share.get_by_label("Of all").fill("20")
        share.get_by_label("How sure").select_option("high")
        expect(share.locator('[data-name="share"]')).to_have_text("5.00%")
        expect(share).to_contain_text("1 ÷ 20 = 5.00%")
        expect(share).to_contain_text("Only 20.")
        address = page.url
        assert "share.all=20" in address
        share.get_by_role("status")
        expect(share.get_by_role("status")).to_contain_text("5.00%")
        page.goto("tools/")
        page.goto(address)
        expect(tool(page, "share").locator('[data-name="share"]')).to_have_text("5.00%")


def test_what_cannot_be_worked_out_is_told(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("tools/?share.some=%3Cimg+src%3Dx%3E&due.came=nonsense&chart.months=1")
        share = tool(page, "share")
        some = share.get_by_label("Some")
        expect(some).to_have_attribute("aria-invalid", "true")
        expect(some).to_have_accessible_description("「Some」要填整數，0 以上。")
        expect(share.locator('[data-name="share"]')).to_have_text("—")
        share.get_by_label("Some").fill("9")
        share.get_by_label("Of all").fill("3")
        expect(share).to_contain_text("There cannot be 9 out of 3.")
        chart = tool(page, "chart")
        chart.get_by_label("Months").fill("January 100 8\nFebruary 1,000 90")
        expect(chart.locator(".tiku-tool-rows")).to_contain_text("9.0%")
        expect(chart.locator("circle")).to_have_count(2)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing(browser: Browser, small_served: Served, scheme: str):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("tools/?share.some=x")
        met(page)
        page.evaluate("s => document.body.setAttribute('data-md-color-scheme', s)", scheme)
        assert violations(page) == []


def test_on_a_phone_nothing_is_wider_and_controls_can_be_touched(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address, viewport=PHONE, has_touch=True) as context:
        page = context.new_page()
        page.goto("tools/")
        met(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        heights = page.locator("tiku-tool :is(input, select, textarea)").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().height)"
        )
        assert min(heights) >= 44


def test_on_paper_the_inputs_and_results_are_there(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("tools-here/?share.some=7")
        tool(page, "share")
        text = "".join(
            sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages
        )
    paper = unicodedata.normalize("NFKC", text)
    assert "7.00%" in paper
    assert "Below." in paper


def test_only_pages_with_a_tool_load_it(small: Built):
    assert "tools/tool.js" in small.html("tools-here")
    assert "tools/tool.js" not in small.html("kinds")


def test_two_sheets_stand_side_by_side_and_a_flaw_beside_its_field(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("tools-here/")
        sheet = page.locator('tiku-tool[data-id="sheet"]')
        expect(sheet.get_by_role("row", name="All")).to_contain_text("+6.0")
        expect(sheet).to_contain_text("The same late letter costs twice.")
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("tools-here/")
        sheet = tool(page, "sheet")
        late = sheet.get_by_label("Letters late")
        expect(late).to_have_accessible_description("The same late letter costs twice.")
        late.fill("0")
        expect(sheet.get_by_role("row", name="All")).to_contain_text("10.0")
        expect(late).to_have_accessible_description("")


WEIGHED = [*tools(check_folder(ROOT / "questions").library)][:-2]


@pytest.mark.parametrize(("name", "every"), WEIGHED, ids=[name for name, _ in WEIGHED])
def test_weight(name: str, every: list[Tool]):
    """What a tool brings besides the common modules, as it is sent: 6 KB."""
    assert brought(["tool", *(need for tool in every for need in needs_of(tool))]) < 6_144


@pytest.mark.parametrize("name", ["flow", "desk"])
def test_weight_of_flows(name: str):
    assert brought([name], "flows") < 4_096


def test_a_page_asks_for_what_its_first_tool_needs(small: Built):
    """However many there are: the others bring theirs when a reader comes near."""
    html = small.html("tools")
    assert "tools/picture-control.js" in html
    assert "tools/comparison.js" not in html


def test_tools_further_down_are_made_ready_when_a_reader_comes_near(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address, viewport=PHONE) as context:
        page = context.new_page()
        brought: list[str] = []
        page.on("request", lambda request: brought.append(request.url))
        page.goto("tools/")
        tool(page, "chart")
        example = page.locator('tiku-tool[data-id="sheet"] .tiku-tool-example')
        expect(example).to_have_count(1)
        assert not any("comparison" in url for url in brought)
        tool(page, "sheet")
        expect(example).to_have_count(0)
        assert any("comparison" in url for url in brought)
