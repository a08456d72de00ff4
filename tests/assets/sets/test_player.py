"""A set on a bad network, in two tabs, after a new deploy: an answer stays with its question."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Question, reader
from conftest import SMALL_SITE, Served, serve
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

BANK = """\
topic: two
title: 乙
questions:
  - id: animal
    stem: 哪一個會飛？
    choices: {bird: 鳥, cow: 牛, fish: 魚}
    answer: bird
  - id: share
    stem: 八題錯一題，錯誤率是百分之幾？
    answer: {value: 12.5, unit: "%"}
"""
EXAM = """\
exam: mixed
title: 混合卷
minutes: 10
pass_mark: 1
sections:
  - {id: a, title: 甲, kinds: [single], count: 1, points: 1, scoring: whole, topics: {kinds: 1}}
  - {id: b, title: 乙, kinds: [single], count: 1, points: 1, scoring: whole, topics: {two: 1}}
  - {id: c, title: 丙, kinds: [numeric], count: 1, points: 1, scoring: whole, topics: {two: 1}}
"""

DELETE = """() => new Promise((done) => {
    localStorage.clear();
    const asked = indexedDB.deleteDatabase("tiku");
    asked.onsuccess = asked.onblocked = done;
})"""


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Two banks, and an exam that draws from both: color, animal, share."""
    source = Path(shutil.copytree(SMALL_SITE, tmp_path_factory.mktemp("mixed") / "site"))
    (source / "questions" / "two.yml").write_text(BANK, encoding="utf-8")
    (source / "questions" / "exams" / "mixed.yml").write_text(EXAM, encoding="utf-8")
    yield from serve(source, tmp_path_factory.mktemp("served"))


@pytest.fixture
def context(browser: Browser, mixed: Served) -> Iterator[BrowserContext]:
    with reader(browser, mixed.address) as context:
        yield context


def begin(page: Page) -> Page:
    page.goto("exam/mixed/")
    page.get_by_role("button", name="開始考試").click()
    return page


def shown(page: Page, name: str) -> Question:
    expect(page.locator("tiku-set tiku-question")).to_have_attribute("id", name)
    return Question(page, name)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def hand_in(page: Page) -> Locator:
    press(page, "交卷")
    page.locator("dialog[open]").get_by_role("button", name="交卷").click()
    expect(page.locator(".tiku-result")).to_be_visible()
    return page.locator(".tiku-result-lead")


def cell(page: Page, number: int) -> Locator:
    return page.locator(".tiku-sheet-cells button").nth(number - 1)


def test_what_is_chosen_while_the_next_question_is_on_its_way_counts_for_the_one_on_the_screen(
    context: BrowserContext,
):
    page = context.new_page()
    page.route("**/pool/two.html", lambda route: None)
    begin(page)
    shown(page, "color").choose("green")
    press(page, "下一題")
    expect(page.locator("tiku-set")).to_contain_text("題目讀取中")
    shown(page, "color").choose("blue")
    expect(cell(page, 1)).to_have_accessible_name(re.compile("已答"))
    page.reload()
    expect(shown(page, "color").choice("blue")).to_be_checked()
    expect(cell(page, 2)).to_have_accessible_name(re.compile("未答"))


@pytest.mark.parametrize(("way", "comes"), [("再試一次", "color"), ("下一題", "animal")])
def test_what_failed_is_told_and_asked_for_again(context: BrowserContext, way: str, comes: str):
    page = context.new_page()
    page.route("**/pool/**", lambda route: route.abort())
    begin(page)
    expect(page.locator("tiku-set .tiku-unsaved", has_text="題目讀不進來")).to_be_visible()
    # Pressed while nothing comes: what is tried again by itself would be faster at times.
    with page.expect_request("**/pool/**"):
        press(page, way)
    page.unroute("**/pool/**")
    page.evaluate("dispatchEvent(new Event('online'))")
    shown(page, comes)
    expect(page.get_by_text("題目讀不進來")).to_have_count(0)


def test_what_failed_comes_by_itself_when_the_network_is_back(context: BrowserContext):
    page = context.new_page()
    page.route("**/pool/two.html", lambda route: route.abort())
    begin(page)
    shown(page, "color")
    press(page, "下一題")
    expect(page.get_by_text("題目讀不進來")).to_be_visible()
    shown(page, "color")
    page.unroute("**/pool/two.html")
    shown(page, "animal")


def test_a_set_brings_all_it_needs_so_that_a_tunnel_does_not_stop_it(context: BrowserContext):
    page = context.new_page()
    with page.expect_event("requestfinished", lambda one: one.url.endswith("/pool/two.html")):
        begin(page)
    context.set_offline(True)
    shown(page, "color").choose("blue")
    press(page, "下一題")
    shown(page, "animal").choose("bird")
    expect(hand_in(page)).to_contain_text("及格　2 分")


def test_a_paper_is_handed_in_once_and_other_tabs_show_no_verdict(context: BrowserContext):
    page, other = begin(context.new_page()), context.new_page()
    shown(page, "color").choose("blue")
    expect(cell(page, 1)).to_have_accessible_name(re.compile("已答"))
    other.goto(page.url)
    shown(other, "color")
    hand_in(page)
    expect(other.locator("tiku-exam")).to_contain_text("已經在另一個分頁結束")
    expect(other.get_by_text("交卷", exact=True)).to_have_count(0)
    names = [cell(other, number).get_attribute("aria-label") for number in (1, 2, 3)]
    assert not any("答對" in name or "答錯" in name for name in names)
    press(other, "看成績與考過的卷")
    expect(other.locator(".tiku-history li")).to_have_count(1)
    other.reload()
    expect(other.locator("tiku-exam")).not_to_contain_text("還沒交的卷")


def test_a_paper_whose_storage_was_deleted_meanwhile_is_handed_in(context: BrowserContext):
    page = begin(context.new_page())
    shown(page, "color").choose("blue")
    expect(cell(page, 1)).to_have_accessible_name(re.compile("已答"))
    page.evaluate(DELETE)
    press(page, "下一題")
    shown(page, "animal").choose("bird")
    expect(hand_in(page)).to_contain_text("及格　2 分")


def test_a_paper_that_another_tab_gave_up_is_over(context: BrowserContext):
    page, other = begin(context.new_page()), context.new_page()
    shown(page, "color")
    other.goto("exam/mixed/")
    press(other, "放棄")
    expect(page.locator("tiku-exam")).to_contain_text("已經在另一個分頁結束")


def test_who_presses_twice_begins_one_paper(context: BrowserContext):
    page, other = context.new_page(), context.new_page()
    page.goto("exam/mixed/")
    page.get_by_role("button", name="開始考試").dblclick()
    shown(page, "color")
    other.goto("exam/mixed/")
    expect(other.locator(".tiku-open-set")).to_have_count(1)


def test_a_question_comes_when_what_reads_its_answer_is_there(context: BrowserContext):
    page = context.new_page()
    late: list[Route] = []
    page.route("**/kinds/number.js*", lambda route: late.append(route))
    begin(page)
    press(page, "下一題")
    shown(page, "animal")
    press(page, "下一題")
    expect(page.locator("tiku-set")).to_contain_text("題目讀取中")
    shown(page, "animal")
    late[0].continue_()
    shown(page, "share").write("12.5")
    expect(cell(page, 3)).to_have_accessible_name(re.compile("已答"))


def test_who_writes_no_number_is_told_before_it_counts(context: BrowserContext):
    page = begin(context.new_page())
    press(page, "下一題")
    shown(page, "animal")
    press(page, "下一題")
    shown(page, "share").write("一成多")
    page.keyboard.press("Tab")
    expect(page.locator("tiku-set")).to_contain_text("這裡要寫數字")
    press(page, "交卷")
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("有 1 題要寫數字")
    dialog.get_by_role("button", name="繼續作答").click()
    Question(page, "share").write("12.5%")
    page.keyboard.press("Tab")
    expect(page.locator("tiku-set")).not_to_contain_text("這裡要寫數字")
    press(page, "回到第一題")
    shown(page, "color")
    expect(hand_in(page)).to_contain_text("及格　1 分")


def test_a_paused_clock_hides_the_question_and_stays_paused_over_a_reload(context: BrowserContext):
    page = begin(context.new_page())
    shown(page, "color")
    press(page, "暫停")
    expect(page.locator("tiku-set tiku-question")).to_be_hidden()
    page.reload()
    expect(page.locator("tiku-exam")).to_contain_text("計時已暫停，題目先收起來")
    expect(page.locator("tiku-set tiku-question")).to_be_hidden()
    press(page, "繼續計時")
    expect(page.locator("tiku-set tiku-question")).to_be_visible()


PRINTERS = {
    "that says nothing afterwards": "window.print = () => {}",
    "that says at once that it is done": (
        "window.print = () => window.dispatchEvent(new Event('afterprint'))"
    ),
}


@pytest.mark.parametrize("printer", PRINTERS.values(), ids=PRINTERS)
def test_a_printer_takes_no_paper_away(context: BrowserContext, printer: str):
    page = begin(context.new_page())
    shown(page, "color")
    page.evaluate(printer)
    press(page, "列印這份卷")
    expect(page.locator(".tiku-paper tiku-question")).to_have_count(3)
    expect(page.get_by_role("button", name="交卷")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".tiku-paper tiku-question fieldset").first).to_be_visible()
    expect(page.locator("tiku-set")).to_be_hidden()


def test_the_printed_key_names_the_letter_that_stands_on_the_paper(context: BrowserContext):
    page = begin(context.new_page())
    shown(page, "color")
    page.evaluate("window.print = () => {}")
    press(page, "列印這份卷")
    letters = page.locator(".tiku-paper-answers .tiku-letters")
    expect(letters).to_have_count(2)
    choices = page.locator(".tiku-paper [data-printed=color] .tiku-choices input")
    expect(choices).to_have_count(3)
    values = choices.evaluate_all("all => all.map(i => i.value)")
    page.emulate_media(media="print")
    expect(letters.first).to_have_text("ABC"[values.index("blue")])


def test_browsers_without_newer_functions_begin_a_paper(context: BrowserContext):
    context.add_init_script(
        "delete Map.groupBy; delete Object.groupBy; delete Element.prototype.checkVisibility;"
        "delete Promise.withResolvers; delete Set.prototype.union; delete Array.fromAsync"
    )
    page = begin(context.new_page())
    shown(page, "color").choose("blue")
    expect(hand_in(page)).to_contain_text("及格　1 分")


def test_a_question_that_a_new_deploy_took_away_is_left_out_and_it_says_so(
    context: BrowserContext, mixed: Served
):
    page = begin(context.new_page())
    shown(page, "color").choose("blue")
    bank = mixed.source / "questions" / "two.yml"
    bank.write_text(BANK.replace("id: animal", "id: bird"), encoding="utf-8")
    mixed.rebuild()
    page.reload()
    expect(page.locator("tiku-set")).to_contain_text("有 1 題已經從題庫拿掉")
    expect(page.locator(".tiku-sheet-cells button")).to_have_count(2)
    shown(page, "color")
    press(page, "下一題")
    shown(page, "share").write("12.5")
    expect(hand_in(page)).to_contain_text("2 分，滿分 2 分")
