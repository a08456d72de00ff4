"""Reading the site: without script, on paper, on a phone, in the dark, with a screen reader."""

import unicodedata
from io import BytesIO

import pytest
from browsing import Question, open_page, reader, violations
from conftest import Served
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

PHONE, DESK = {"width": 375, "height": 667}, {"width": 1280, "height": 720}
REAL_PAGES = [
    "",
    "policies/complaint-handling/",
    "concepts/escalation-rate/",
    "bank/metrics/",
    "faq/",
    "tools/",
    "metrics/",
    "flow/complaint/",
    "flow/appraisal-appeal-desk/",
    "glossary/",
    "sources/",
    "errata/",
    "develop/questions/",
]


def test_without_script_questions_and_answers_can_be_read(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("kinds/")
        root = page.locator('tiku-question[id="color"]')
        expect(root.get_by_text("天空是（　）色。")).to_be_visible()
        expect(root.get_by_text("綠是草的顏色。")).to_be_hidden()
        root.get_by_text("答案與解析").click()
        expect(root.get_by_text("綠是草的顏色。")).to_be_visible()
        expect(root.get_by_role("link", name="一本書")).to_be_visible()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_on_paper_questions_come_first_and_the_key_at_the_end(
    browser: Browser, small_served: Served, script: bool
):
    with reader(browser, small_served.address, java_script_enabled=script) as context:
        page = open_page(context, "kinds/") if script else context.new_page()
        page.goto("kinds/")
        sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
        assert "各種題型" in sheets[0].extract_text(), "the first sheet is empty"
        # Where nothing can break early, a margin above the page was a first sheet of its own.
        page.emulate_media(media="print")
        above = page.locator("article").evaluate("part => part.getBoundingClientRect().top")
        assert above == 0
        text = unicodedata.normalize("NFKC", "".join(sheet.extract_text() for sheet in sheets))
    paper = "".join(text.split())
    last_question = paper.index("10.語氣差就不算投訴。")
    for key in ("1.答案藍空氣散射短波", "4.答案8%8除以100。", "10.答案錯誤有不滿"):
        assert paper.index(key) > last_question
    for word in ("檢查", "重設", "提示"):
        assert word not in paper


def test_instant_navigation_brings_questions_to_life(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.goto("")
        page.evaluate("window.same = true")
        page.get_by_role("link", name="到題目").click()
        Question(page, "color").choose("blue").check().says("答對")
        assert page.evaluate("window.same"), "the page was loaded anew"
        page.go_back()
        page.get_by_role("link", name="到題目").click()
        Question(page, "color").says("答對")


def test_what_authors_and_readers_write_never_runs(browser: Browser, small_served: Served):
    attack = "<img src=x onerror=\"window.hacked='typed'\"><b>粗</b>"
    with reader(browser, small_served.address) as context:
        page = open_page(context, "hostile/")
        question = Question(page, "typed").write(attack).check()
        question.says("<b>粗</b>")
        expect(question.root.locator("output img, output b")).to_have_count(0)
        page.reload()
        Question(page, "in-every-field").choose("two").check().says("答錯")
        Question(page, "typed").says("<b>粗</b>")
        for address in ("bank/hostile/", "faq/", "glossary/", "sources/"):
            page.goto(address)
            assert page.evaluate("window.hacked") is None, address


def test_a_question_that_is_addressed_is_shown_though_a_filter_hides_it(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address) as context:
        page = open_page(context, "bank/kinds/")
        page.get_by_label("題型").select_option("numeric")
        expect(Question(page, "color").root).to_be_hidden()
        expect(Question(page, "rate").root).to_be_visible()
        expect(page.locator("tiku-quiz")).to_contain_text("符合 1 題")
        page.evaluate("location.hash = '#color'")
        expect(Question(page, "color").root).to_be_visible()


def test_filters_by_what_was_answered(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = open_page(context, "bank/kinds/")
        Question(page, "color").choose("green").check().says("答錯")
        page.get_by_label("狀態").select_option(label="答錯的")
        expect(Question(page, "color").root).to_be_visible()
        expect(Question(page, "rate").root).to_be_hidden()
        question = Question(page, "color")
        question.button.click()
        question.choose("blue").check().says("答對")
        expect(question.root).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_answering(
    browser: Browser, small_served: Served, scheme: str
):
    with reader(browser, small_served.address, color_scheme=scheme) as context:
        page = open_page(context, "kinds/")
        page.evaluate(
            "s => document.body.setAttribute('data-md-color-scheme', s)",
            "slate" if scheme == "dark" else "default",
        )
        assert violations(page, "tiku-quiz") == []
        Question(page, "color").choose("green").check().says("答錯")
        Question(page, "primes").choose("two", "four").check().says("答錯")
        Question(page, "escalation").choose("true").check().says("答對")
        Question(page, "rate").write("9").check().says("答錯")
        page.locator('tiku-question[id="owner"] .tiku-answer summary').click()
        expect(page.locator("tiku-question .tiku-answer[open]")).to_have_count(5)
        assert violations(page, "tiku-quiz") == []


@pytest.mark.parametrize("address", REAL_PAGES, ids=lambda a: a or "home")
def test_axe_finds_nothing_on_the_real_site(browser: Browser, real_served: Served, address: str):
    with reader(browser, real_served.address, color_scheme="light") as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert violations(page, "html") == []


@pytest.mark.parametrize("address", REAL_PAGES, ids=lambda a: a or "home")
def test_nothing_is_wider_than_a_phone_nor_wrong_in_the_dark(
    browser: Browser, real_served: Served, address: str
):
    """On a phone first, and then on a desk: what it takes longest to come to is the page."""
    dark = {"color_scheme": "dark", "has_touch": True}
    with reader(browser, real_served.address, viewport=PHONE, **dark) as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.set_viewport_size(DESK)
        assert violations(page, "html") == []


@pytest.mark.parametrize(("address", "script"), [("", "TC"), ("zh-hans/", "SC")])
def test_each_edition_is_set_in_the_glyphs_of_its_readers(
    browser: Browser, real_served: Served, address: str, script: str
):
    with reader(browser, real_served.address) as context:
        page = context.new_page()
        page.goto(address)
        fonts = page.evaluate(
            "[document.body, document.querySelector('h1')].map(e => getComputedStyle(e).fontFamily)"
        )
        other = {"TC": "SC", "SC": "TC"}[script]
        assert all(f" {script}" in font and f" {other}" not in font for font in fonts)


def test_on_a_phone_every_control_is_large_enough_to_touch(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, viewport=PHONE, has_touch=True) as context:
        page = open_page(context, "bank/kinds/")
        controls = (
            "tiku-quiz :is(button, select, summary, .tiku-choices label, .tiku-verdicts label)"
        )
        sizes = page.locator(controls).evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => [e.textContent.trim(), e.getBoundingClientRect().height])"
        )
        assert sizes
        assert [size for size in sizes if size[1] < 44] == []
