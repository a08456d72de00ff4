"""Answering each kind of question, right and wrong, by mouse and by keyboard."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from browsing import Question, open_page
from playwright.sync_api import BrowserContext, Page, expect

CHOICES = {
    "color": ("blue", "green"),
    "primes": ("two three", "two four"),
    "escalation": ("true", "false"),
    "late-parcel/first": ("log", "wait"),
    "late-parcel/angry": ("false", "true"),
}
WRITTEN = {
    "rate": ("８.0％", "10"),
    "owner": ("首問 責任制。", "首長負責制"),
}


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return open_page(context, "kinds/")


@pytest.mark.parametrize(("name", "values"), [(n, v[0]) for n, v in CHOICES.items()])
def test_right_choices_by_mouse(page: Page, name: str, values: str):
    question = Question(page, name).choose(*values.split()).check()
    question.says("答對")
    for value in values.split():
        assert "你選的，正確" in question.marked(value)


@pytest.mark.parametrize(("name", "values"), [(n, v[1]) for n, v in CHOICES.items()])
def test_wrong_choices_by_mouse_show_why(page: Page, name: str, values: str):
    question = Question(page, name).choose(*values.split()).check()
    question.says("答錯")
    expect(question.answer).to_have_attribute("open", "")
    wrong = values.split()[-1]
    why = question.root.locator(f'.tiku-why li[data-choice="{wrong}"]').inner_text()
    assert "你選的" in question.marked(wrong)
    assert why.split(maxsplit=1)[1] in question.marked(wrong)


def test_a_missed_choice_is_told_from_one_that_was_picked(page: Page):
    question = Question(page, "primes").choose("two").check()
    question.says("答錯")
    assert "你選的，正確" in question.marked("two")
    assert "正確答案" in question.marked("three")
    assert "你選的" not in question.marked("three")


@pytest.mark.parametrize(("name", "text"), [(n, v[0]) for n, v in WRITTEN.items()])
def test_right_answers_in_writing(page: Page, name: str, text: str):
    Question(page, name).write(text).check().says("答對")


@pytest.mark.parametrize(("name", "text"), [(n, v[1]) for n, v in WRITTEN.items()])
def test_wrong_answers_in_writing(page: Page, name: str, text: str):
    question = Question(page, name).write(text).check()
    question.says("答錯")
    question.says(text)


def test_a_number_that_is_none_can_be_corrected(page: Page):
    question = Question(page, "rate").write("八趴").check()
    question.says("數字")
    question.write("8").check().says("答對")


def test_a_choice_may_be_changed_before_checking(page: Page):
    Question(page, "color").choose("red", "green", "blue").check().says("答對")


def test_checking_without_a_choice_asks_for_one_and_counts_nothing(page: Page):
    question = Question(page, "color").check()
    expect(question.verdict).not_to_be_empty()
    expect(question.verdict).not_to_contain_text("答錯")
    expect(page.locator("tiku-quiz").first).to_contain_text("已做 0 題")


def test_trying_again_starts_afresh_and_keeps_the_focus(page: Page):
    question = Question(page, "color").choose("green").check()
    question.says("答錯")
    expect(question.button).to_be_focused()
    question.button.click()
    expect(question.verdict).to_be_empty()
    expect(question.root.locator("input:checked")).to_have_count(0)
    question.choose("blue").check().says("答對")


def test_the_hint_is_there_before_the_answer(page: Page):
    question = Question(page, "color")
    question.root.get_by_text("提示", exact=True).click()
    expect(question.root.get_by_text("抬頭看看。")).to_be_visible()
    expect(question.answer.locator(".tiku-explanation")).to_be_hidden()


def test_the_way_to_the_clause(page: Page):
    question = Question(page, "color").choose("blue").check()
    question.answer.get_by_role("link", name="受理").click()
    expect(page).to_have_url(re.compile("/kinds/#intake$"))


# Keyboard


def test_arrow_keys_move_and_decide_nothing(page: Page):
    question = Question(page, "color")
    question.choice("blue").focus()
    page.keyboard.press("ArrowDown")
    expect(question.choice("green")).to_be_checked()
    expect(question.verdict).to_be_empty()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    question.says("答對")


@pytest.mark.parametrize("key", ["2", "b", "B"])
def test_numbers_and_letters_choose(page: Page, key: str):
    question = Question(page, "color")
    question.choice("blue").focus()
    page.keyboard.press(key)
    expect(question.choice("green")).to_be_checked()


def test_keys_toggle_where_several_may_be_chosen(page: Page):
    question = Question(page, "primes")
    question.choice("two").focus()
    for key in ("a", "c", "2", "c"):
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    question.says("答對")


def test_n_and_p_go_to_the_next_question_and_back_not_to_another_page(page: Page):
    Question(page, "color").choice("blue").focus()
    page.keyboard.press("n")
    expect(Question(page, "primes").choice("two")).to_be_focused()
    page.keyboard.press("p")
    expect(Question(page, "color").root.locator("input:focus")).to_have_count(1)
    assert page.url.endswith("/kinds/")


def test_letters_are_letters_in_a_text_field(page: Page):
    question = Question(page, "owner")
    question.root.locator("input").focus()
    page.keyboard.type("fcon")
    expect(question.root.locator("input")).to_have_value("fcon")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    question.says("答對")


# Shuffling


def test_shuffling_moves_choices_and_keeps_letters_and_the_key(page: Page):
    orders = set()
    page.get_by_label("打亂選項").first.check()
    question = Question(page, "color")
    for _ in range(8):
        values = question.root.locator("input").evaluate_all("all => all.map(i => i.value)")
        orders.add(" ".join(values))
        question.choose("blue").check().says("答對")
        question.button.click()
    assert len(orders) > 1


def test_an_enter_that_is_repeated_or_held_leaves_the_verdict_where_it_is(page: Page):
    """However long the keys take to come: no time passes between them, and then enough."""
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    question = Question(page, "rate").write("2")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.clock.run_for(100)
    page.keyboard.press("Enter")
    page.keyboard.down("Enter")
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    question.says("答錯")
    expect(question.root.locator("[name=answer]")).to_have_value("2")
    page.clock.run_for(1000)
    page.keyboard.down("Enter")
    expect(question.verdict).to_be_empty()
    page.keyboard.up("Enter")


SAFARI = """input => {
    input.dispatchEvent(new CompositionEvent('compositionend', {data: '首問', bubbles: true}));
    const enter = {key: 'Enter', keyCode: 229, bubbles: true, cancelable: true};
    return input.dispatchEvent(new KeyboardEvent('keydown', enter));
}"""


def test_an_enter_that_ends_a_composition_in_safari_answers_nothing(page: Page):
    question = Question(page, "owner").write("首問")
    assert not question.root.locator("[name=answer]").evaluate(SAFARI)
    expect(question.verdict).to_be_empty()


def test_before_the_script_arrives_enter_takes_nothing_away(context: BrowserContext):
    page = context.new_page()
    page.route("**/*.js*", lambda route: None)
    page.goto("kinds/", wait_until="commit")
    field = page.locator("#rate [name=answer]")
    field.fill("8")
    field.press("Enter")
    expect(field).to_have_value("8")
