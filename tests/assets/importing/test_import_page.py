"""The page 匯入題目: a pasted or dropped text becomes a bank that the check reads."""

from collections.abc import Iterator

import pytest
from browsing import reader, violations
from conftest import Served
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tiku import check

PHONE = {"width": 375, "height": 740}
BANK = """一、單選題
1. 員工對考績有異議，應先（ ）。
A. 依辦法提出申訴
B. 直接離職
答案：A
解析：期限內以書面提出。
2. 申訴的期限從哪一天起算？
A. <img src=x onerror=alert(1)>收到通知
B. 事情發生
"""


@pytest.fixture(params=["light", "dark"])
def context(
    request: pytest.FixtureRequest, browser: Browser, small_served: Served
) -> Iterator[BrowserContext]:
    with reader(
        browser, small_served.address, viewport=PHONE, color_scheme=request.param
    ) as context:
        yield context


def opened(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("import/")
    expect(page.get_by_label("貼上題目")).to_be_visible()
    return page


def made(page: Page, text: str) -> Page:
    page.get_by_label("貼上題目").fill(text)
    page.get_by_role("button", name="轉成題庫").click()
    return page


def test_a_pasted_text_becomes_a_bank_with_its_doubts_line_by_line(context: BrowserContext):
    page = opened(context)
    page.get_by_label("題庫的名稱").fill("Appeals")
    made(page, BANK)
    expect(page.get_by_text("讀到 2 題")).to_be_visible()
    doubt = page.locator(".tiku-doubts li", has_text="沒有答案")
    doubt.get_by_role("button", name="第 7 行").click()
    field = page.get_by_label("貼上題目")
    chosen = field.evaluate("f => f.value.slice(f.selectionStart, f.selectionEnd)")
    assert chosen == "2. 申訴的期限從哪一天起算？"
    with page.expect_download() as waiting:
        page.get_by_role("link", name="下載 appeals.yml").click()
    text = waiting.value.path().read_bytes()
    assert page.locator(".tiku-yaml").text_content() == text.decode()
    library = check({"appeals.yml": text}, None).library
    assert [bank.topic for bank in library.banks] == ["appeals"]
    assert [question.answer for question in library.questions()] == [("a",), ()]
    assert page.locator("tiku-import img").count() == 0
    page.get_by_label("貼上題目").click()
    assert violations(page) == []
    wide = "document.documentElement.scrollWidth > innerWidth"
    assert not page.evaluate(wide)


def test_a_file_in_an_older_encoding_is_read_and_what_is_no_bank_says_so(context: BrowserContext):
    page = opened(context)
    data = {"name": "題庫.txt", "mimeType": "text/plain", "buffer": BANK.encode("gb18030")}
    page.get_by_label("或選一個檔").set_input_files(data)
    expect(page.get_by_text("讀到 2 題")).to_be_visible()
    expect(page.locator(".tiku-yaml")).to_contain_text("依辦法提出申訴")
    made(page, "這裡沒有題目。")
    expect(page.locator(".tiku-doubts li")).to_have_count(1)
    expect(page.locator(".tiku-yaml")).to_have_count(0)
    made(page, "")
    expect(page.get_by_text("還沒有文字")).to_be_visible()


def test_without_script_the_page_names_the_command(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("write/")
        page.locator("article a", has_text="匯入就好").click()
        expect(page.get_by_text("tiku import")).to_be_visible()
