"""A learning path says what is done of it."""

from browsing import Question, open_page, reader
from conftest import Served
from playwright.sync_api import Browser, expect


def test_each_bank_and_exam_says_what_is_done(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = open_page(context, "kinds/")
        Question(page, "color").choose("blue").check().says("答對")
        path = context.new_page()
        path.goto("path/")
        bank, exam = path.locator("article li").nth(1), path.locator("article li").nth(2)
        expect(bank).to_have_text("做題庫已做 1／10 題，答對 1 題")
        expect(exam).to_have_text("考短卷還沒考過")
        Question(page, "primes").choose("two").check().says("答錯")
        expect(bank).to_have_text("做題庫已做 2／10 題，答對 1 題")


def test_without_script_it_is_a_list_of_links(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("path/")
        expect(page.locator("article li").nth(1)).to_have_text("做題庫")
