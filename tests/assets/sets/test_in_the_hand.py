"""A set in the hand: how many taps it takes, what keys and swipes do, notes, cases, results."""

import re
from collections.abc import Iterator

import pytest
from browsing import Question, reader, violations
from conftest import Served
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

PHONE = {"width": 375, "height": 740}


@pytest.fixture
def context(browser: Browser, small_served: Served) -> Iterator[BrowserContext]:
    with reader(browser, small_served.address, viewport=PHONE, has_touch=True) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return begin(context.new_page())


def begin(page: Page, query: str = "") -> Page:
    page.goto(f"practice/?topic=kinds&shuffle=&{query}")
    press(page, "開始")
    expect(page.locator("tiku-set tiku-question")).to_have_count(1)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).tap()


def shown(page: Page, name: str) -> Question:
    expect(page.locator("tiku-set tiku-question")).to_have_attribute("id", name)
    return Question(page, name)


def prefer(page: Page, label: str) -> None:
    press(page, "按鍵與操作方式")
    page.get_by_label(label).check()
    press(page, "關閉")


def tap(question: Question, value: str) -> None:
    question.root.locator(f'label:has(input[value="{value}"])').tap()


def large(page: Page) -> Locator:
    return page.locator(".tiku-bar-acts button")


def test_one_tap_answers_and_one_leads_on(page: Page):
    tap(shown(page, "color"), "green")
    Question(page, "color").says("答錯")
    expect(large(page)).to_have_text("下一題")
    expect(large(page)).to_be_focused()
    expect(large(page)).to_be_in_viewport()
    large(page).tap()
    shown(page, "primes")


def test_a_right_answer_leads_on_by_itself_where_the_reader_wants_it(page: Page):
    prefer(page, "答對就自動到下一題")
    tap(shown(page, "color"), "blue")
    question = shown(page, "primes").choose("two", "four")
    expect(question.verdict).to_be_empty()
    large(page).tap()
    question.says("答錯")
    expect(large(page)).to_have_text("下一題")


def test_who_wants_to_think_first_switches_the_tap_off_and_it_stays_off(page: Page):
    press(page, "按鍵與操作方式")
    page.get_by_label("單選與判斷：點了選項就檢查").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    question = shown(page, "color")
    tap(question, "green")
    expect(question.choice("green")).to_be_checked()
    expect(question.verdict).to_be_empty()
    large(page).tap()
    question.says("答錯")


def test_arrows_move_and_decide_nothing_after_a_tap_elsewhere(page: Page):
    page.locator("tiku-set legend").tap()
    question = shown(page, "color")
    question.choice("blue").focus()
    page.keyboard.press("ArrowDown")
    expect(question.choice("green")).to_be_checked()
    expect(question.verdict).to_be_empty()


def test_a_paper_takes_two_taps_a_question_and_tells_nothing_of_how_hard_it_is(page: Page):
    page.goto("exam/short/")
    page.get_by_role("button", name="開始考試").tap()
    for number in range(1, 5):
        expect(page.locator(".tiku-set-where")).to_contain_text(f"第 {number} 題")
        expect(page.locator("tiku-set .tiku-meta")).to_be_hidden()
        page.locator("tiku-set li label").first.tap()
        expect(large(page)).to_have_text("下一題")
        large(page).tap()
    expect(page.locator(".tiku-set-where")).to_contain_text("第 5 題")
    expect(page.locator(".tiku-bar-place")).to_contain_text(re.compile(r"5／5.*剩 \d:\d\d"))
    expect(page.get_by_role("button", name="斬題")).to_be_hidden()
    prefer(page, "考卷：點了選項就到下一題（單選與判斷）")
    page.locator(".tiku-bar-place").tap()
    first = page.locator(".tiku-sheet-cells button").first
    sign = first.locator(".tiku-sheet-sign > span")
    expect(sign).to_be_hidden()
    # Where fills are not seen, a sign says it.
    page.emulate_media(forced_colors="active")
    expect(sign).to_be_visible()
    first.tap()
    expect(page.locator(".tiku-set-where")).to_contain_text("第 1 題")
    page.locator("tiku-set li label").nth(1).tap()
    expect(page.locator(".tiku-set-where")).to_contain_text("第 2 題")


SWIPE = """([from, to]) => {
    const on = document.querySelector("tiku-set legend");
    const touch = (x) => new Touch({identifier: 1, target: on, clientX: x, clientY: 200});
    const tell = (type, x, touches) => on.dispatchEvent(new TouchEvent(type, {
        touches, changedTouches: [touch(x)], bubbles: true}));
    tell("touchstart", from, [touch(from)]);
    tell("touchend", to, []);
}"""


def test_a_swipe_turns_and_one_from_the_edge_is_the_browsers(page: Page):
    shown(page, "color")
    page.evaluate(SWIPE, [300, 100])
    shown(page, "primes")
    page.evaluate(SWIPE, [5, 250])
    page.evaluate(SWIPE, [200, 230])
    page.evaluate(SWIPE, [100, 300])
    shown(page, "color")


def test_the_sheet_is_a_drawer_that_leads_to_a_question(page: Page):
    tap(shown(page, "color"), "green")
    page.locator(".tiku-bar-place").tap()
    drawer = page.get_by_role("dialog", name="答題卡")
    cells = drawer.locator(".tiku-sheet-cells button")
    expect(cells.nth(0)).to_have_text("1✗")
    expect(cells.nth(0)).to_be_focused()
    assert violations(page, "tiku-set") == []
    cells.nth(2).tap()
    expect(drawer).to_be_hidden()
    shown(page, "escalation")


def test_a_note_is_text_can_be_found_and_goes_along(page: Page):
    note = "<b>背</b> ＫＰＩ"
    page.get_by_text("寫筆記").tap()
    page.get_by_label("我的筆記").fill(note)
    large(page).tap()
    page.reload()
    expect(page.get_by_label("我的筆記")).to_have_value(note)
    page.goto("practice/?mode=noted")
    expect(page.locator("form output")).to_have_text("符合的有 1 題")
    expect(page.locator(".tiku-own-text")).to_have_text(note)
    page.get_by_label("在筆記裡找").fill("沒有這個字")
    expect(page.locator(".tiku-own-text")).to_be_hidden()
    page.get_by_label("在筆記裡找").fill("kpi")
    press(page, "到這一題")
    shown(page, "color")
    page.goto("progress/")
    with page.expect_download() as download:
        page.get_by_role("button", name="匯出").click()
    assert '"text":"<b>背</b> ＫＰＩ"' in download.value.path().read_text("utf-8")


def test_a_case_is_in_view_when_it_changes_and_stays_folded_while_it_does_not(page: Page):
    page.locator(".tiku-bar-place").tap()
    page.locator(".tiku-sheet-cells button").nth(8).tap()
    material = page.locator(".tiku-set-material")
    expect(material.get_by_text("包裹遲了三天")).to_be_in_viewport()
    material.locator("summary").tap()
    expect(material.get_by_text("包裹遲了三天")).to_be_hidden()
    press(page, "下一題")
    shown(page, "late-parcel/angry")
    expect(material.get_by_text("包裹遲了三天")).to_be_hidden()


def test_a_result_stays_over_a_reload_and_says_what_changed(page: Page):
    tap(shown(page, "color"), "green")
    press(page, "結束這一組")
    page.get_by_role("dialog").get_by_role("button", name="結束這一組").tap()
    result = page.locator(".tiku-result")
    expect(result.get_by_role("button").first).to_have_text("重做答錯的")
    expect(page.locator(".tiku-every li").first).to_contain_text("你答 B，正確 A")
    page.reload()
    expect(result).to_contain_text("作答 1 題，答對 0 題")
    assert violations(page, "article") == []
    press(page, "重做答錯的")
    tap(shown(page, "color"), "blue")
    expect(large(page)).to_have_text("看結果")
    large(page).tap()
    expect(result).to_contain_text("1 題從答錯變答對，0 題從答對變答錯")


def test_a_phone_is_not_asked_for_its_keyboard(page: Page):
    page.locator(".tiku-bar-place").tap()
    page.locator(".tiku-sheet-cells button").nth(3).tap()
    expect(shown(page, "rate").root).to_be_focused()
    page.keyboard.press("p")
    expect(shown(page, "escalation").choice("true")).to_be_focused()
