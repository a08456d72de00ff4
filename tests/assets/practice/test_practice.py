"""Practice: each mode, the answer sheet, aids, what survives a reload, two tabs, a phone."""

import re
import threading
from functools import partial

import pytest
from browsing import Question, reader, violations
from conftest import Quiet, Served, Server
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

PHONE = {"width": 375, "height": 740}


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return open_form(context.new_page())


def open_form(page: Page, query: str = "") -> Page:
    page.goto(f"practice/{query}")
    unfold(page)
    return page


def unfold(page: Page) -> None:
    """The form, where the start is by one button."""
    form = page.locator(".tiku-own-choice")
    expect(form).to_be_visible()
    form.evaluate("details => { details.open = true }")
    expect(page.get_by_role("button", name="開始")).to_be_visible()


def choose_mode(page: Page, mode: str) -> None:
    page.locator(".tiku-modes label", has_text=re.compile(f"^{mode}$")).click()


def begin(page: Page, mode: str = "依序", topic: str = "各種題型") -> None:
    """The topic of the small site that is not hostile, choices as written."""
    choose_mode(page, mode)
    page.get_by_label("主題").select_option(label=topic)
    page.get_by_label("打亂選項").uncheck()
    page.get_by_role("button", name="開始").click()
    shown(page)


def shown(page: Page) -> Locator:
    question = page.locator("tiku-set tiku-question")
    expect(question).to_have_count(1)
    return question


def at(page: Page, number: int, of: int) -> None:
    expect(page.locator(".tiku-set-where")).to_have_text(f"第 {number} 題，共 {of} 題")


def sheet(page: Page, number: int) -> Locator:
    return page.locator(".tiku-sheet-cells button").nth(number - 1)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def again(page: Page) -> None:
    press(page, "再練一組")
    unfold(page)


def answer(page: Page, name: str, *values: str) -> Question:
    return Question(page, name).choose(*values).check()


def finish(page: Page) -> None:
    press(page, "結束這一組")
    dialog = page.locator("dialog[open]")
    expect(dialog.or_(page.locator(".tiku-result"))).to_be_visible()
    if dialog.is_visible():
        dialog.get_by_role("button", name="結束這一組").click()
    expect(page.locator(".tiku-result")).to_be_visible()


def test_in_order_with_the_verdict_after_each_question(page: Page):
    begin(page)
    at(page, 1, 10)
    answer(page, "color", "green").says("答錯")
    press(page, "下一題")
    at(page, 2, 10)
    answer(page, "primes", "two", "three").says("答對")
    expect(sheet(page, 1)).to_have_accessible_name("第 1 題，答錯")
    expect(sheet(page, 2)).to_have_accessible_name("第 2 題，答對")
    finish(page)
    expect(page.locator(".tiku-result-lead")).to_have_text("共 10 題，作答 2 題，答對 1 題。")


def test_in_order_goes_on_with_what_was_not_done(page: Page):
    begin(page)
    answer(page, "color", "blue").says("答對")
    finish(page)
    again(page)
    begin(page)
    expect(shown(page)).to_have_id("primes")


def test_with_the_verdict_at_the_end_nothing_is_shown_before(page: Page):
    page.get_by_label("什麼時候看對錯").select_option(label="全部做完再看")
    begin(page)
    Question(page, "color").choose("green")
    question = shown(page)
    for hidden in ("檢查", "答案與解析", "提示"):
        expect(question.get_by_text(hidden, exact=True)).to_be_hidden()
    expect(sheet(page, 1)).to_have_accessible_name("第 1 題，已答")
    # In a tunnel, or after a new deploy that took away the folder of this build.
    page.context.set_offline(True)
    finish(page)
    expect(page.locator(".tiku-result-lead")).to_have_text("共 10 題，作答 1 題，答對 0 題。")
    press(page, "只看答錯與未答")
    expect(shown(page)).to_contain_text("綠是草的顏色。")
    expect(sheet(page, 1)).to_have_accessible_name("第 1 題，答錯")


def test_a_set_survives_a_reload_and_a_closed_tab(context: BrowserContext, page: Page):
    page.get_by_label("什麼時候看對錯").select_option(label="全部做完再看")
    begin(page)
    Question(page, "color").choose("blue")
    expect(sheet(page, 1)).to_have_accessible_name("第 1 題，已答")
    press(page, "下一題")
    Question(page, "primes").choose("two")
    expect(sheet(page, 2)).to_have_accessible_name("第 2 題，已答")
    page.reload()
    at(page, 2, 10)
    expect(Question(page, "primes").choice("two")).to_be_checked()
    page.close()
    again = open_form(context.new_page())
    press(again, "繼續做")
    at(again, 2, 10)
    sheet(again, 1).click()
    expect(Question(again, "color").choice("blue")).to_be_checked()


def test_leaving_by_instant_navigation_keeps_the_set(page: Page):
    begin(page)
    answer(page, "color", "blue").says("答對")
    page.get_by_title("小站").first.click()
    expect(page).to_have_title(re.compile("小站"))
    page.go_back()
    expect(sheet(page, 1)).to_have_accessible_name("第 1 題，答對")


def test_two_tabs_in_one_set_see_each_other(context: BrowserContext, page: Page):
    page.get_by_label("什麼時候看對錯").select_option(label="全部做完再看")
    begin(page)
    other = context.new_page()
    other.goto(page.url)
    expect(sheet(other, 10)).to_be_visible()
    Question(page, "color").choose("green")
    expect(sheet(other, 1)).to_have_accessible_name("第 1 題，已答")
    expect(Question(other, "color").choice("green")).to_be_checked()
    press(other, "下一題")
    Question(other, "primes").choose("two")
    expect(sheet(page, 2)).to_have_accessible_name("第 2 題，已答")
    finish(page)
    expect(page.locator(".tiku-result-lead")).to_have_text("共 10 題，作答 2 題，答對 0 題。")


def test_the_book_of_mistakes_takes_in_what_was_missed(page: Page):
    choose_mode(page, "錯題本")
    expect(page.locator("form output")).to_contain_text("沒有符合的題目")
    begin(page)
    answer(page, "color", "green").says("答錯")
    finish(page)
    again(page)
    choose_mode(page, "錯題本")
    expect(page.locator(".tiku-practice-hint")).to_contain_text("兩個不同的日子")
    page.get_by_text("照主題與誤選分組").click()
    page.get_by_role("button", name="各種題型　1").click()
    at(page, 1, 1)
    answer(page, "color", "blue").says("答對")
    finish(page)
    again(page)
    choose_mode(page, "錯題本")
    expect(page.locator("form output")).to_have_text("符合的有 1 題")


def test_what_one_was_sure_of_comes_first_among_the_mistakes(page: Page):
    page.get_by_label("每題先說有多確定").check()
    begin(page)
    answer(page, "color", "green").says("答錯")
    press(page, "下一題")
    page.get_by_label("確定", exact=True).check()
    answer(page, "primes", "four").says("答錯")
    finish(page)
    expect(page.locator(".tiku-result")).to_contain_text("1 題你很確定卻答錯")
    again(page)
    begin(page, "錯題本")
    expect(shown(page)).to_have_id("primes")


def test_shelving_takes_a_question_out_and_back(page: Page):
    begin(page)
    press(page, "斬題")
    at(page, 2, 10)
    page.locator(".tiku-unsaved").get_by_role("button", name="放回去").click()
    expect(page.locator(".tiku-unsaved", has_text="放回去了")).to_be_focused()
    press(page, "上一題")
    at(page, 1, 10)
    press(page, "斬題")
    at(page, 2, 10)
    finish(page)
    again(page)
    begin(page)
    at(page, 1, 9)
    finish(page)
    again(page)
    begin(page, "已斬的題")
    at(page, 1, 1)
    press(page, "放回去")
    expect(page.get_by_role("button", name="斬題")).to_be_visible()
    finish(page)
    again(page)
    begin(page)
    at(page, 1, 10)


def test_starred_questions_make_a_set(page: Page):
    begin(page)
    press(page, "下一題")
    press(page, "收藏")
    expect(page.get_by_role("button", name="收藏")).to_have_attribute("aria-pressed", "true")
    finish(page)
    again(page)
    begin(page, "收藏")
    at(page, 1, 1)
    expect(shown(page)).to_have_id("primes")


def test_memorising_shows_the_answer_and_asks_what_was_known(page: Page):
    begin(page, "背題")
    expect(shown(page).locator(".tiku-explanation")).to_be_hidden()
    press(page, "看答案")
    expect(shown(page).locator(".tiku-explanation")).to_be_visible()
    expect(shown(page)).not_to_contain_text("未作答")
    press(page, "記得 2 天後")
    at(page, 2, 10)
    for number, key, name in [(2, "2", "模糊"), (3, "3", "不記得")]:
        page.keyboard.press("Enter")
        expect(shown(page).locator(".tiku-explanation")).to_be_visible()
        page.keyboard.press(key)
        at(page, number + 1, 10)
        expect(sheet(page, number)).to_have_accessible_name(f"第 {number} 題，{name}")
    expect(sheet(page, 1)).to_have_accessible_name("第 1 題，記得")
    finish(page)
    expect(page.locator(".tiku-result-lead")).to_have_text("共 10 題，記得 1 題。")
    page.goto("kinds/")
    expect(page.locator("tiku-quiz").first).to_contain_text("已做 0 題")


def test_when_a_question_comes_again_follows_the_retention_that_is_aimed_at(page: Page):
    page.goto("progress/")
    page.get_by_label("記得率降到").fill("70")
    page.get_by_label("記得率降到").blur()
    expect(page.get_by_text("已存下。")).to_be_visible()
    page.goto("practice/")
    unfold(page)
    begin(page, "背題")
    press(page, "看答案")
    expect(page.get_by_role("button", name="記得 21 天後")).to_be_visible()


def test_daily_and_due(page: Page):
    begin(page, "每日十題")
    at(page, 1, 10)
    first = shown(page).get_attribute("id")
    finish(page)
    again(page)
    begin(page, "每日十題")
    expect(shown(page)).to_have_id(first)
    finish(page)
    again(page)
    choose_mode(page, "到期複習")
    expect(page.locator("form output")).to_contain_text("沒有符合的題目")


def test_what_waits_begins_with_one_tap(page: Page):
    """The number on the button is the number of questions that come."""
    first, cards = page.locator(".tiku-first").get_by_role("button"), page.locator(".tiku-presets")
    expect(first).to_have_text("做今天的 10 題")
    begin(page)
    press(page, "收藏")
    press(page, "結束這一組")
    page.locator("dialog").get_by_role("button", name="結束這一組").click()
    open_form(page)
    starred = cards.get_by_role("button", name="收藏")
    expect(starred).to_have_text("收藏 1")
    starred.click()
    shown(page)
    at(page, 1, 1)


def test_what_nobody_touched_is_thrown_away_and_the_rest_says_how_far_it_is(page: Page):
    first, opened = (
        page.locator(".tiku-first").get_by_role("button"),
        page.locator(".tiku-open-set"),
    )
    first.click()
    shown(page)
    open_form(page)
    expect(opened).to_have_count(0)
    for name in ("color", "primes"):
        begin(page)
        answer(page, name, {"color": "blue", "primes": "two"}[name])
        expect(page.locator(f'tiku-question[id="{name}"] output')).to_contain_text("答")
        open_form(page)
    expect(opened.first).to_contain_text("已答 1／10 題")
    expect(opened.last).to_be_hidden()
    page.get_by_text("另外 1 組沒做完的").click()
    expect(opened.last).to_be_visible()


def test_an_address_begins_at_once_and_only_once(page: Page):
    page.goto("practice/?begin=daily")
    at(page, 1, 10)
    page.reload()
    at(page, 1, 10)
    assert "begin" not in page.url
    page.goto("practice/?begin=due")
    expect(page.locator(".tiku-first")).to_be_visible()


def test_filters_and_number_of_questions(page: Page):
    for name, label, found in [
        ("kind", "判斷題", 2),
        ("kind", "全部", 16),
        ("difficulty", "難", 2),
        ("difficulty", "全部", 16),
        ("tag", "基本", 5),
        ("topic", "各種題型", 4),
    ]:
        page.locator(f"select[name={name}]").select_option(label=label)
        expect(page.locator("form output")).to_have_text(f"符合的有 {found} 題")


def test_the_address_chooses(context: BrowserContext):
    page = open_form(context.new_page(), "?mode=random&kind=true-false")
    expect(page.locator("form output")).to_have_text("符合的有 2 題")
    expect(page.locator(".tiku-modes input:checked")).to_have_value("random")


def test_help_in_steps(page: Page):
    begin(page)
    question = Question(page, "color")
    question.root.get_by_text("提示", exact=True).click()
    expect(question.root.get_by_text("抬頭看看。")).to_be_visible()
    press(page, "刪去一個錯的選項")
    expect(question.choice("green")).to_be_disabled()
    expect(question.choice("red")).to_be_enabled()
    question.choose("red").check().says("答錯")
    expect(question.root).to_contain_text("紅是夕陽的顏色。")
    expect(question.root.locator(".tiku-explanation")).to_be_visible()
    page.get_by_text("就地讀「各種題型 › 受理」").click()
    expect(page.locator(".tiku-clause-text")).to_contain_text("每一種題型各有一題。")
    press(page, "再答一次")
    expect(question.choice("green")).to_be_enabled()


def test_a_case_shows_its_material_with_each_question(page: Page):
    begin(page)
    sheet(page, 10).click()
    expect(page.locator(".tiku-set-stage")).to_contain_text("包裹遲了三天")
    expect(shown(page)).to_have_id("late-parcel/angry")


def test_by_keyboard_alone(page: Page):
    begin(page)
    expect(Question(page, "color").choice("blue")).to_be_focused()
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    Question(page, "color").says("答錯")
    page.keyboard.press("f")
    expect(sheet(page, 1)).to_have_accessible_name("第 1 題，答錯，要回頭看")
    page.keyboard.press("n")
    at(page, 2, 10)
    expect(Question(page, "primes").choice("two")).to_be_focused()
    for key in ("a", "b", "Enter"):
        page.keyboard.press(key)
    Question(page, "primes").says("答對")
    page.keyboard.press("p")
    at(page, 1, 10)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_by_touch_on_a_phone(browser: Browser, small_served: Served, scheme: str):
    with reader(browser, small_served.address, viewport=PHONE, has_touch=True) as context:
        page = open_form(context.new_page())
        page.evaluate("s => document.body.setAttribute('data-md-color-scheme', s)", scheme)
        assert violations(page, "article") == []
        page.get_by_label("每題先說有多確定").check()
        begin(page)
        page.locator('label:has(input[value="green"])').tap()
        page.get_by_text("猜的").tap()
        Question(page, "color").says("答錯")
        assert violations(page, "article") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        sizes = page.locator("tiku-set :is(button, summary, label)").evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => [e.textContent, e.getBoundingClientRect().height])"
        )
        assert [size for size in sizes if size[1] < 44] == []
        finish(page)
        assert violations(page, "article") == []


def test_without_script_the_page_says_where_to_read(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("practice/")
        page.get_by_role("link", name="各種題型").last.click()
        expect(page).to_have_url(re.compile("/bank/kinds/$"))


@pytest.mark.parametrize("name", ["practice", "progress", "path"])
def test_a_catalogue_that_cannot_be_read_is_told(context: BrowserContext, name: str):
    page = context.new_page()
    page.route("**/catalog.json", lambda route: route.fulfill(status=503, body=""))
    page.goto(f"{name}/")
    expect(page.locator(f"tiku-{name}")).to_contain_text("題目讀不進來")


def test_what_the_page_needs_is_asked_for_once(browser: Browser, small_served: Served):
    """Of a server that says, as most do, for how long a file holds: else a cache asks again."""
    asked: list[str] = []

    class Asked(Quiet):
        def end_headers(self) -> None:
            asked.append(self.path)
            self.send_header("Cache-Control", "max-age=600")
            super().end_headers()

    handler = partial(Asked, directory=str(small_served.target))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with reader(browser, f"http://127.0.0.1:{server.server_port}/") as context:
            page = context.new_page()
            page.goto("practice/")
            expect(page.locator(".tiku-first")).to_be_visible()
        server.shutdown()
    ours = [path for path in asked if "/assets/tiku/" in path and not path.endswith(".css")]
    assert [path for path in set(ours) if ours.count(path) > 1] == []
    assert any(path.endswith("catalog.json") for path in ours)
