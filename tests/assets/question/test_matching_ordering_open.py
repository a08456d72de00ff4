"""Matching, ordering and open questions: by mouse, keyboard and finger, and on paper."""

import re
import unicodedata
from io import BytesIO

import pytest
from browsing import Question, open_page, reader, violations
from conftest import Built, Served
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pypdf import PdfReader

from tiku.model.kinds import mixed

PAIRS = {"rate": "result", "manner": "behaviour", "care": "trait"}
STEPS = ["聽完", "登記", "解決", "回覆"]


@pytest.fixture
def page(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        yield open_page(context, "kinds/")


@pytest.fixture
def phone(browser: Browser, small_served: Served):
    size = {"width": 375, "height": 700}
    with reader(browser, small_served.address, viewport=size, has_touch=True) as context:
        yield open_page(context, "kinds/")


def match(question: Question, **pairs: str) -> Question:
    for prompt, choice in pairs.items():
        select(question, prompt).select_option(f"{prompt}={choice}")
    return question


def select(question: Question, prompt: str) -> Locator:
    return question.root.locator(f'select[name="{prompt}"]')


def item(question: Question, prompt: str) -> Locator:
    return question.root.locator(f'li:has(select[name="{prompt}"])')


def order(question: Question) -> list[str]:
    """As shown, once its field has arrived."""
    expect(question.button).to_be_visible()
    return question.root.locator(".tiku-sequence > li > span:first-child").all_text_contents()


def up(question: Question, text: str) -> Locator:
    return question.root.get_by_role("button", name=f"上移：{text}")


def arrange(question: Question, press=Locator.click) -> Question:
    """Brings the steps into the right order, each up from where it is."""
    for place, text in enumerate(STEPS):
        for _ in range(order(question).index(text) - place):
            press(up(question, text))
    return question


# Matching


def test_every_prompt_with_its_choice_is_right(page: Page):
    question = match(Question(page, "families"), **PAIRS).check()
    question.says("答對")
    assert "你選的，正確" in item(question, "rate").inner_text()


def test_a_wrong_pair_shows_the_right_choice_and_why(page: Page):
    question = match(Question(page, "families"), **PAIRS | {"manner": "trait"}).check()
    question.says("答錯")
    text = item(question, "manner").inner_text()
    assert "✗ 你選的" in text
    assert "正確答案：行為過程型" in text
    assert "主動說明是做的過程。" in text
    assert "你選的，正確" in item(question, "care").inner_text()


def test_a_prompt_left_out_is_told_from_a_wrong_one(page: Page):
    question = match(Question(page, "families"), rate="result", manner="behaviour").check()
    question.says("答錯")
    assert "正確答案：品質特徵型" in item(question, "care").inner_text()
    assert "你選的" not in item(question, "care").inner_text()


def test_without_any_pair_there_is_nothing_to_check(page: Page):
    question = Question(page, "families").check()
    question.says("先選一個答案")


def test_pairs_can_be_chosen_by_keyboard(page: Page):
    question = Question(page, "families")
    for prompt, choice in PAIRS.items():
        select(question, prompt).focus()
        for _ in range(5):
            if select(question, prompt).input_value() != f"{prompt}={choice}":
                page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    question.says("答對")


def test_letters_in_a_select_go_nowhere_else(page: Page):
    question = Question(page, "families")
    select(question, "rate").focus()
    page.keyboard.press("n")
    expect(select(question, "rate")).to_be_focused()


def test_shuffling_keeps_what_was_matched(page: Page):
    question = match(Question(page, "families"), **PAIRS)
    orders = set()
    for by in range(6):
        question.root.evaluate(
            "(q, by) => q.shuffle((all) => [...all.slice(by), ...all.slice(0, by)])", by
        )
        values = (
            select(question, "rate").locator("option").evaluate_all("all => all.map(o => o.value)")
        )
        assert values[0] == ""
        orders.add(" ".join(values))
    assert len(orders) > 1
    question.check().says("答對")


# Ordering


def test_the_right_order_by_mouse(page: Page):
    question = arrange(Question(page, "steps"))
    assert order(question) == STEPS
    question.check().says("答對")


def test_the_right_order_by_keyboard_keeps_the_focus(page: Page):
    question = Question(page, "steps")

    def press(button: Locator) -> None:
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_be_focused()

    arrange(question, press).check().says("答對")


def test_the_right_order_by_finger(phone: Page):
    question = Question(phone, "steps")
    box = up(question, "聽完").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    arrange(question, Locator.tap)
    question.button.tap()
    question.says("答對")


def test_each_move_says_where_the_item_is_now(page: Page):
    question = Question(page, "steps")
    third = order(question)[2]
    up(question, third).click()
    expect(question.root.locator(".tiku-moved")).to_have_text(
        f"「{third}」現在是第 2 項，共 4 項。"
    )


def test_a_list_as_found_is_no_answer(page: Page):
    question = Question(page, "steps").check()
    question.says("先把項目排好")
    expect(page.locator("tiku-quiz").nth(1)).to_contain_text("已做 0 題")


def test_a_wrong_order_says_where_each_belongs(page: Page):
    question = Question(page, "steps")
    found = order(question)
    up(question, found[1]).click()
    question.check().says("答錯")
    for text in STEPS:
        mark = question.root.locator(f'.tiku-sequence > li:has-text("{text}") .tiku-mark')
        expect(mark).to_have_text(re.compile(f"位置正確|第 {STEPS.index(text) + 1} 項"))


def test_trying_again_brings_the_first_order_back(page: Page):
    question = Question(page, "steps")
    found = order(question)
    arrange(question).check().says("答對")
    question.button.click()
    assert order(question) == found
    question.check().says("先把項目排好")


@given(st.text(min_size=1), st.permutations("abcdef"), st.integers(2, 6))
def test_no_question_shows_its_key_as_its_order(question: str, key: list[str], number: int):
    shown = mixed(question, sorted(key[:number]), tuple(key[:number]))
    assert sorted(shown) == sorted(key[:number])
    assert list(shown) != key[:number]


@given(st.permutations("abcdef"))
def test_choices_do_not_stand_in_the_order_of_their_prompts(key: list[str]):
    assert mixed("q", "abcdef", tuple(key[:4]))[:4] != tuple(key[:4])


# Open


def test_what_was_written_is_graded_by_its_writer(page: Page):
    question = write(page, "很抱歉讓您等了三天。").check()
    question.says("對照")
    expect(question.answer.get_by_text("包裹今天寄出")).to_be_visible()
    grade(question, "sorry", "next", "when")
    question.says("✓ 要點都寫到了")
    expect(page.locator("tiku-quiz").nth(1)).to_contain_text("已做 1 題，答對 1 題")


def test_a_point_that_is_missing_makes_it_wrong_and_is_named(page: Page):
    question = grade(write(page, "抱歉。").check(), "sorry")
    question.says("✗ 寫到 3 個要點中的 1 個")
    missing = question.root.locator('[data-point="when"]')
    expect(missing).to_contain_text("還缺這一點")
    expect(question.button).to_be_focused()


def test_nothing_written_is_nothing_to_grade(page: Page):
    question = write(page, "  \n ").check()
    question.says("先寫下答案")
    expect(question.root.get_by_role("button", name="完成自評")).to_be_hidden()


def test_points_cannot_be_ticked_before_the_answer_is_written(page: Page):
    question = Question(page, "apology")
    question.answer.locator("summary").click()
    expect(question.choice("sorry")).to_be_disabled()


def test_what_a_reader_writes_is_never_markup(page: Page):
    hostile = '<img src=x onerror="window.hacked = 1"><b>抱歉</b>'
    question = grade(write(page, hostile).check(), "sorry")
    question.says("✗")
    page.reload()
    expect(question.root.locator("textarea")).to_have_value(hostile)
    assert page.evaluate("window.hacked") is None
    assert question.root.locator("img").count() == 0


def test_an_open_question_by_keyboard(page: Page):
    question = Question(page, "apology")
    question.root.locator("textarea").focus()
    page.keyboard.type("n1")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    question.says("✓ 要點都寫到了")


def test_an_open_question_by_finger(phone: Page):
    question = write(phone, "抱歉。")
    question.button.tap()
    question.root.get_by_text("為什麼事道歉").tap()
    question.root.get_by_role("button", name="完成自評").tap()
    question.says("寫到 3 個要點中的 1 個")


def write(page: Page, text: str) -> Question:
    question = Question(page, "apology")
    question.root.locator("textarea").fill(text)
    return question


def grade(question: Question, *points: str) -> Question:
    for point in points:
        question.choice(point).check()
    question.root.get_by_role("button", name="完成自評").click()
    return question


# All of them


def answer_all(page: Page) -> None:
    match(Question(page, "families"), **PAIRS | {"care": "mixed"}).check().says("答錯")
    arrange(Question(page, "steps")).check().says("答對")
    grade(write(page, "抱歉。").check(), "sorry").says("✗")


def test_a_reload_shows_what_was_answered(page: Page):
    answer_all(page)
    page.reload()
    expect(page.locator("tiku-quiz").nth(1)).to_contain_text("已做 3 題，答對 1 題")
    expect(select(Question(page, "families"), "care")).to_have_value("care=mixed")
    Question(page, "steps").says("答對")
    assert order(Question(page, "steps")) == STEPS
    expect(Question(page, "apology").root.locator("textarea")).to_have_value("抱歉。")
    Question(page, "apology").says("寫到 3 個要點中的 1 個")


def test_reset_and_filters_know_them(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = open_page(context, "bank/kinds/")
        answer_all(page)
        page.get_by_label("題型").select_option(label="排序題")
        expect(page.locator("tiku-question:visible")).to_have_count(1)
        page.get_by_role("button", name="重設").click()
        page.get_by_role("dialog").get_by_role("button", name="重設").click()
        expect(page.locator("tiku-quiz")).to_contain_text("已做 0 題")
        expect(Question(page, "steps").verdict).to_be_empty()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_axe_finds_nothing_before_and_after(phone: Page, scheme: str):
    phone.evaluate("s => document.body.setAttribute('data-md-color-scheme', s)", scheme)
    assert violations(phone, "article") == []
    answer_all(phone)
    assert violations(phone, "article") == []


def test_nothing_is_wider_than_a_phone(phone: Page):
    answer_all(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 375


def test_their_scripts_come_only_where_they_are(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        loaded: list[str] = []
        context.on("request", lambda request: loaded.append(request.url))
        open_page(context, "again/").wait_for_load_state("networkidle")
        assert not [
            url for url in loaded if re.search("kinds/(matching|ordering|open)|kinds.css", url)
        ]


def test_without_javascript_they_can_be_read_and_filled_in(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("kinds/")
        match(Question(page, "families"), **PAIRS)
        page.get_by_label("聽完").fill("1")
        page.get_by_label("你的回答").fill("抱歉。")
        Question(page, "steps").answer.locator("summary").click()
        key = Question(page, "steps").answer.locator(".tiku-key li")
        assert key.all_inner_texts() == STEPS


def test_numbers_typed_before_the_script_arrived_are_kept(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        held: list[Route] = []
        page.route("**/loader.js", lambda route: held.append(route))
        page.goto("kinds/", wait_until="commit")
        for place, name in enumerate(["listen", "log", "solve", "reply"], start=1):
            page.locator(f'[id="steps"] [data-choice={name}] input').fill(str(place))
        page.route("**/loader.js", lambda route: route.continue_())
        for route in held:
            route.continue_()
        expect(up(Question(page, "steps"), "聽完")).to_be_visible()
        Question(page, "steps").check().says("答對")


def test_the_paper_has_the_choices_and_the_key_behind_all_questions(page: Page):
    answer_all(page)
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    text = unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in sheets))
    text = "".join(text.split())
    assert text.index("綜合型") < text.index("語氣差就不算投訴") < text.index("投訴率→工作結果型")
    assert text.index("語氣差就不算投訴") < text.index("包裹今天寄出")
    assert "完成自評" not in text
    assert "上移" not in text


def test_search_finds_prompts_and_choices_and_no_key(small: Built):
    folder = small.folder / "assets" / "tiku" / "search"
    index = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.json")))
    for asked in ("投訴率", "綜合型", "聽完", "寫一段給客人的道歉"):
        assert asked in index
    for key in ("包裹今天寄出", "為什麼事道歉", "主動說明是做的過程"):
        assert key not in index
