"""The page 出題: the same errors as `tiku check`, a preview, and the YAML to take away."""

import json

import pytest
from browsing import reader, violations
from conftest import ROOT, Built, Served
from playwright.sync_api import Browser, Page, expect

from tiku import check

CASES = json.loads((ROOT / "tests" / "cases" / "writing.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict):
    """assets/writing.test.js finds the same of the draft, and makes this YAML of it."""
    # A topic is no better an id than the question's: it is the file's, not the entry's.
    yaml = "topic: colors\n" + case["yaml"].partition("\n")[2]
    problems = check({"colors.yml": yaml.encode()}, None).problems
    errors = [problem.code for problem in problems if problem.severity == "error"]
    assert sorted(errors) == sorted(case["codes"])


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, small_served: Served):
    phone = {"width": 375, "height": 740}
    with reader(
        browser, small_served.address, viewport=phone, color_scheme=request.param
    ) as context:
        page = context.new_page()
        page.goto("write/")
        expect(page.locator("tiku-writing tiku-question button")).to_be_visible()
        if request.param == "dark":
            page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        yield page


def test_a_question_is_written_tried_and_taken_away(page: Page):
    page.get_by_label("題幹").fill("<b>天空</b>是什麼顏色？")
    page.get_by_label("選項").fill("* 藍\n綠\n紅")
    question = page.locator("tiku-question")
    expect(question.locator("legend")).to_have_text("<b>天空</b>是什麼顏色？")
    expect(page.get_by_text("沒有發現錯誤")).to_be_visible()
    expect(page.locator("pre")).to_contain_text('stem: "<b>天空</b>是什麼顏色？"')
    question.get_by_text("綠", exact=True).click()
    question.get_by_role("button", name="檢查").click()
    expect(question.locator("output")).to_contain_text("答錯")
    expect(question.locator("summary")).to_be_focused()
    link = page.get_by_role("link", name="在 GitHub 開一個新檔")
    address = "https://github.com/example/small/new/main/questions?filename=new-question.yml"
    assert (link.get_attribute("href") or "").startswith(address)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_errors_are_told_as_the_check_tells_them(page: Page):
    page.get_by_label("題型").select_option("multiple")
    page.get_by_label("選項").fill("* 藍\n綠")
    expect(page.locator("tiku-writing")).to_contain_text("題幹是空的；在 stem: 後面寫題幹")
    expect(page.locator("tiku-writing")).to_contain_text("多選題只有一個答案")
    for kind in ("true-false", "numeric", "text"):
        page.get_by_label("題型").select_option(kind)
        expect(page.locator("tiku-question")).to_have_attribute("data-kind", kind)
        assert violations(page) == []


def test_without_javascript_there_are_skeletons(small: Built):
    html = small.html("write")
    for kind in ("single", "multiple", "true-false", "numeric", "text"):
        assert f"kind: {kind}\n" in html
