"""Flows as readers go through them: a state at a time, and all of them without script."""

import re
from dataclasses import replace

import pytest
from browsing import reader, violations
from conftest import EN, ROOT, SMALL_SITE, ZH, Served
from playwright.sync_api import Browser, BrowserContext, expect

from tiku.model.flows import State, Way, paths, reached
from tiku.rules.check import check_folder
from tiku.site.drills import bank_of

LIBRARY = check_folder(ROOT / "questions" / "flows").library
FLOWS = LIBRARY.flows
RETURN = check_folder(SMALL_SITE / "questions" / "flows").library.flows[0]


def test_without_script_every_state_and_the_picture_are_there(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("flow/return/")
        for title in ("Somebody brings it back", "The manager decides", "Refund", "Refused"):
            expect(page.get_by_role("heading", name=title, exact=True)).to_be_visible()
        expect(page.locator("#asked #manager #refused")).to_be_visible()
        expect(page.locator("#asked > ul > li > #refund")).to_be_visible()
        expect(page.get_by_role("link", name="Yes → Refund")).to_have_attribute("href", "#refund")
        expect(page.locator("svg.tiku-flow-picture")).to_be_visible()


def test_a_state_at_a_time_and_back(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("flow/return/")
        page.get_by_label("從哪一天起算").fill("2026-12-24")
        expect(page.locator("output:visible")).to_have_text("最晚 2026-12-30")
        page.get_by_role("link", name="No", exact=True).press("Enter")
        expect(page.get_by_role("heading", name="The manager decides")).to_be_focused()
        expect(page.get_by_role("heading", name="Refund", exact=True)).to_be_hidden()
        page.get_by_role("link", name="Refuse").click()
        expect(page.locator(".tiku-flow-controls ol")).to_contain_text(
            "The manager decides → Refuse"
        )
        address = page.url
        page.goto(address)
        expect(page.get_by_role("heading", name="Refused")).to_be_visible()
        page.get_by_role("button", name="上一步").click()
        expect(page.get_by_role("heading", name="The manager decides")).to_be_visible()
        page.get_by_role("button", name="從頭開始").click()
        expect(page.get_by_role("heading", name="Somebody brings it back")).to_be_visible()
        page.goto("flow/return/?flow.return=refused.x")
        expect(page.get_by_role("heading", name="Somebody brings it back")).to_be_visible()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing_and_a_phone_is_wide_enough(
    browser: Browser, small_served: Served, scheme: str
):
    with reader(browser, small_served.address, viewport={"width": 375, "height": 667}) as context:
        page = context.new_page()
        page.goto("flow/return/?flow.return=manager")
        expect(page.get_by_role("button", name="上一步")).to_be_visible()
        page.evaluate("s => document.body.setAttribute('data-md-color-scheme', s)", scheme)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 375


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.id)
def test_every_path_of_the_site_ends(flow):
    ends = {path[-1][0].id for path in paths(flow)}
    assert ends == {state.id for state in flow.states if not state.ways}
    assert set(reached(flow)) == {state.id for state in flow.states}


def test_a_card_has_what_is_done_and_said(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("flow/return-card/")
        expect(page.get_by_role("heading", name="At the counter")).to_be_visible()
        expect(page.get_by_text("May I see the receipt?")).to_be_visible()
        expect(page.get_by_text("Say why.")).to_be_visible()


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.id)
def test_a_question_asks_for_the_state_that_its_answer_leads_to(flow):
    bank = bank_of(flow, LIBRARY, ZH)
    assert len(bank.questions) >= len(flow.states) / 2
    for question in bank.questions:
        titles = {question.choices[key] for key in question.distractors()}
        assert 2 <= len(titles) <= 3
        assert question.choices[question.answer[0]] not in titles
        assert set(question.why) == set(question.distractors())
        assert "。、" not in str(question.explanation), "sentences are no list"


def test_another_state_changes_no_id_and_no_key():
    more = State(id="later", title="Come back later", do="Tomorrow.")
    first = replace(
        RETURN.states[0], ways=(*RETURN.states[0].ways, Way(answer="Maybe", to="later"))
    )
    longer = replace(RETURN, states=(first, *RETURN.states[1:], more))
    keys = {q.id: q.key() for q in bank_of(RETURN, LIBRARY, EN).questions}
    assert keys.items() < {q.id: q.key() for q in bank_of(longer, LIBRARY, EN).questions}.items()


def test_what_now_is_answered_on_the_page_of_the_flow(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("flow/return/#manager")
        expect(page.get_by_role("heading", name="The manager decides")).to_be_visible()
        question = page.locator("tiku-question").filter(has_text="Is there a receipt?「No」")
        question.get_by_label("Refund", exact=True).check()
        question.get_by_role("button", name="檢查").click()
        expect(question).to_contain_text("「Yes」")


def test_a_form_is_filled_in_copied_and_printed_alone(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes'; }")
        page.goto("flow/return/")
        page.get_by_label("從哪一天起算").fill("2026-12-24")
        page.get_by_text("把這張表複製成文字").first.click()
        expect(page.locator("pre:visible")).to_contain_text("Answer by：2026-12-30")
        page.get_by_role("button", name="複製成文字").click()
        expect(page.get_by_role("button", name="已複製")).to_be_visible()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == "Brought back on：2026-12-24\nAnswer by：2026-12-30\nSo far：____"
        page.get_by_role("button", name="只印這一張").click()
        expect(page.locator("body[data-printed]")).to_have_count(1)
        page.emulate_media(media="print")
        expect(page.locator(".tiku-form-sheet")).to_have_text(re.compile("Brought back"))
        expect(page.get_by_role("heading", level=1)).to_be_hidden()


def test_where_nothing_may_be_copied_it_is_selected(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.add_init_script("delete Navigator.prototype.clipboard")
        page.goto("flow/return/")
        page.get_by_text("把這張表複製成文字").first.click()
        page.get_by_role("button", name="複製成文字").click()
        expect(page.get_by_role("button", name="已選好：按 Ctrl+C")).to_be_visible()
        assert "Brought back on" in page.evaluate("getSelection().toString()")
        page.goto("flow/return/#manager")
        page.get_by_role("button", name="複製成案件紀錄").click()
        expect(page.get_by_role("button", name="已選好：按 Ctrl+C")).to_be_visible()
        assert "The manager decides" in page.evaluate("getSelection().toString()")


def test_a_form_is_copied_on_its_own_page_with_what_the_flow_knows(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto("flow/return/")
        page.get_by_label("從哪一天起算").fill("2026-12-24")
        expect(page.locator("section:visible pre")).to_contain_text("2026-12-30")
        page.locator("section:visible .tiku-form-link a").click()
        page.wait_for_url("**/tools-here/**")
        form = page.locator("tiku-form")
        form.get_by_text("把這張表複製成文字").click()
        expect(form.locator("pre")).to_contain_text("Answer by：2026-12-30")
        form.get_by_role("button", name="複製成文字").click()
        expect(form.get_by_role("button", name="已複製")).to_be_visible()
        page.goto("tools-here/?form.day=%3Cimg+src%3Dx%3E")
        expect(page.locator("tiku-form pre")).to_contain_text("Brought back on：<img src=x>")
        assert violations(page) == []


def test_a_desk_has_its_days(context: BrowserContext):
    page = context.new_page()
    page.goto("flow/return-desk/")
    page.get_by_label("從哪一天起算").fill("2026-12-24")
    expect(page.locator("#third-day output")).to_have_text("最晚 2026-12-30")
    expect(page.locator("#today pre")).to_contain_text("Brought back on：2026-12-24")
    assert violations(page) == []
