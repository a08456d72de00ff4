"""Papers: drawn, sat, interrupted, handed in, looked at again, printed."""

import re
import unicodedata
from io import BytesIO

import pytest
from browsing import RIGHT, Question, reader, violations
from conftest import Served
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pypdf import PdfReader

PHONE = {"width": 375, "height": 740}
TABLE = """one => {
    one.insertAdjacentHTML('beforeend', '<table><tr><td>1</td></tr></table>')
    return getComputedStyle(one.querySelector('td')).paddingLeft
}"""


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return begin(context.new_page())


def begin(page: Page, seed: str = "", address: str = "exam/short/") -> Page:
    """A seed draws color and escalation with the others; without one a fresh paper is drawn."""
    page.goto(f"{address}?seed={seed}" if seed else address)
    page.get_by_role("button", name=re.compile("開始考這份卷" if seed else "開始考試")).click()
    expect(page.locator("tiku-set tiku-question")).to_have_count(1)
    return page


def cell(page: Page, number: int) -> Locator:
    return page.locator(".tiku-sheet-cells button").nth(number - 1)


def current(page: Page) -> str:
    return page.locator("tiku-set tiku-question").get_attribute("id")


def fill(page: Page, answers: dict[str, list[str]]) -> None:
    """Answers what of this is on the paper, in its order."""
    for number in range(1, page.locator(".tiku-sheet-cells button").count() + 1):
        cell(page, number).click()
        expect(page.locator(".tiku-set-where")).to_contain_text(f"第 {number} 題")
        expect(page.locator("tiku-set tiku-question")).to_have_count(1)
        chosen = answers.get(current(page), [])
        Question(page, current(page)).choose(*chosen)
        if chosen:
            expect(cell(page, number)).to_have_accessible_name(re.compile("已答"))


def hand_in(page: Page) -> str:
    page.get_by_role("button", name="交卷", exact=True).click()
    dialog = page.locator("dialog[open]")
    warning = dialog.inner_text()
    dialog.get_by_role("button", name="交卷").click()
    expect(page.locator(".tiku-result")).to_be_visible()
    return warning


def test_a_paper_that_is_all_right(page: Page):
    fill(page, RIGHT)
    assert "每一題都答了" in hand_in(page)
    expect(page.locator(".tiku-result-lead")).to_have_text("✓ 及格　6 分，滿分 6 分")


def test_what_was_written_is_graded_by_its_checklist_before_points_are_counted(
    context: BrowserContext,
):
    page = begin(context.new_page(), address="exam/essay/")
    page.locator("tiku-set textarea").fill("對不起，明天送到。")
    expect(cell(page, 1)).to_have_accessible_name(re.compile("已答"))
    fill(page, {"primes": ["two", "three"]})
    page.get_by_role("button", name="交卷", exact=True).click()
    page.locator("dialog[open]").get_by_role("button", name="交卷").click()
    grading = page.locator(".tiku-grading")
    expect(grading).to_contain_text("對不起，明天送到。")
    assert violations(page) == []
    for point in ("為什麼事道歉", "什麼時候完成"):
        grading.get_by_label(point).check()
    grading.get_by_role("button", name="評完，算成績").click()
    result = page.locator(".tiku-result")
    expect(result).to_contain_text("✓ 及格　5 分，滿分 7 分")
    expect(result).to_contain_text("其中 3 分（滿分 5 分）是你對照要點自己評的。")
    page.get_by_role("button", name="看全部").click()
    expect(page.locator("tiku-set tiku-question")).to_contain_text("寫到 3 個要點中的 2 個")


def test_a_placement_test_tells_where_to_begin_and_survives_a_reload(context: BrowserContext):
    page = context.new_page()
    page.goto("exam/begin/")
    page.get_by_role("button", name="開始").click()
    expect(page.locator(".tiku-set-where")).to_contain_text("第 1 題，共 2 題")
    page.get_by_role("button", name="下一題").click()
    expect(page.locator("tiku-exam")).to_contain_text("先選一個答案")
    page.locator("tiku-question li label").first.click()
    page.get_by_role("button", name="下一題").click()
    expect(page.locator(".tiku-set-where")).to_contain_text("判斷　第 2 題")
    page.reload()
    page.get_by_role("button", name="繼續做").click()
    expect(page.locator(".tiku-set-where")).to_contain_text("判斷　第 2 題")
    page.get_by_role("button", name="不會").click()
    result = page.locator(".tiku-result")
    expect(result).to_contain_text("判斷：1 題對 0 題。先讀")
    expect(result.get_by_role("link").first).to_be_visible()
    assert violations(page) == []


def test_points_by_section_with_parts_blanks_and_mistakes_apart(page: Page):
    fill(page, {"color": ["blue"], "primes": ["two"], "late-parcel/first": ["wait"]})
    assert "還有 2 題沒答" in hand_in(page)
    expect(page.locator(".tiku-result-lead")).to_have_text("✗ 不及格　1.5 分，滿分 6 分")
    rows = page.locator("table").first.locator("tbody tr")
    expect(rows.nth(0)).to_have_text("單選與判斷121001")
    expect(rows.nth(1)).to_have_text("多選0.520100")
    expect(rows.nth(2)).to_have_text("案例020011")


def test_a_critical_question_fails_whatever_the_points(page: Page):
    fill(page, {**RIGHT, "color": ["green"]})
    hand_in(page)
    expect(page.locator(".tiku-result")).to_contain_text("不及格　5 分")
    expect(page.locator(".tiku-critical")).to_contain_text("關鍵題有 1 題沒答對")
    expect(page.locator(".tiku-critical li")).to_contain_text("天空是（　）色。")


def test_no_key_and_no_verdict_before_handing_in(page: Page):
    fill(page, {"color": ["green"]})
    cell(page, 1).click()
    text = page.locator("tiku-exam").inner_text()
    for word in ("答對", "答錯", "答案與解析", "提示", "檢查", "正確答案"):
        assert word not in text


def test_nothing_counts_before_handing_in(context: BrowserContext, page: Page):
    fill(page, {"color": ["green"]})
    other = context.new_page()
    other.goto("kinds/")
    expect(other.locator("tiku-quiz").first).to_contain_text("已做 0 題")
    hand_in(page)
    expect(other.locator("tiku-quiz").first).to_contain_text("已做 1 題，答對 0 題")


def test_review_of_all_of_what_is_wrong_and_of_what_was_flagged(page: Page):
    fill(page, {**RIGHT, "color": ["green"]})
    cell(page, 3).click()
    page.get_by_role("button", name="回頭再看").click()
    expect(cell(page, 3)).to_have_accessible_name(re.compile("要回頭看"))
    assert "1 題標了要回頭看" in hand_in(page)
    page.get_by_role("button", name="只看答錯與未答").click()
    expect(page.locator(".tiku-sheet-cells button")).to_have_count(1)
    expect(page.locator("tiku-set tiku-question")).to_contain_text("綠是草的顏色。")


def test_the_wrong_ones_can_be_done_again(page: Page):
    fill(page, {**RIGHT, "color": ["green"]})
    hand_in(page)
    page.get_by_role("button", name="重做答錯的").click()
    expect(page).to_have_url(re.compile("/practice/#"))
    Question(page, "color").choose("blue").check().says("答對")


def test_a_site_of_files_has_its_practice_where_the_exam_says(browser: Browser, own_served: Served):
    with (own_served.source / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("use_directory_urls: false\n")
    own_served.rebuild()
    with reader(browser, own_served.address) as context:
        page = begin(context.new_page(), address="exam/short.html")
        fill(page, {**RIGHT, "color": ["green"]})
        hand_in(page)
        page.get_by_role("button", name="重做答錯的").click()
        expect(page).to_have_url(re.compile(r"/practice\.html#"))
        Question(page, "color").choose("blue").check().says("答對")


def test_a_seed_is_shared_by_its_address(browser: Browser, small_served: Served, page: Page):
    seed = re.search(r"seed=([^#]+)", page.url)[1]
    mine = page.locator(".tiku-sheet-cells button").count()
    with reader(browser, small_served.address) as context:
        theirs = begin(context.new_page(), seed)
        assert theirs.locator(".tiku-sheet-cells button").count() == mine
        for number in range(1, mine + 1):
            cell(page, number).click()
            cell(theirs, number).click()
            for one in (page, theirs):
                expect(one.locator(".tiku-set-where")).to_contain_text(f"第 {number} 題")
            assert current(page) == current(theirs)
            orders = [
                one.locator("fieldset input").evaluate_all("a => a.map(i => i.value)")
                for one in (page, theirs)
            ]
            assert orders[0] == orders[1]


def test_a_crash_loses_neither_answers_nor_the_clock(context: BrowserContext, page: Page):
    fill(page, {"color": ["blue"]})
    clock = page.locator(".tiku-clock-text")
    expect(clock).not_to_have_text(re.compile("剩 (10:|9:5[89])"))
    before, address = seconds_left(page), page.url
    # What a second counted is kept by the next.
    expect(clock).not_to_have_text(f"剩 {before // 60}:{before % 60:02}")
    context.new_cdp_session(page)
    page.goto("about:blank")
    page.close()
    again = context.new_page()
    again.goto(address)
    assert 0 < seconds_left(again) <= before
    expect(again.locator(".tiku-sheet-cells button[aria-label*=已答]")).to_have_count(1)


def seconds_left(page: Page) -> int:
    clock = page.locator(".tiku-clock-text")
    expect(clock).to_have_text(re.compile(r"剩 \d+:\d\d"))
    minutes, seconds = re.findall(r"\d+", clock.inner_text())
    return 60 * int(minutes) + int(seconds)


def test_an_unfinished_paper_is_offered_and_can_be_dropped(context: BrowserContext, page: Page):
    fill(page, {"color": ["blue"]})
    other = context.new_page()
    other.goto("exam/short/")
    expect(other.locator("tiku-exam")).to_contain_text("還沒交的卷")
    other.get_by_role("button", name="放棄").click()
    expect(other.locator("tiku-exam")).not_to_contain_text("還沒交的卷")
    expect(other.get_by_role("button", name="開始考試")).to_be_focused()


def test_the_clock_can_be_paused_and_switched_off(page: Page):
    page.get_by_role("button", name="暫停").click()
    expect(page.locator(".tiku-clock-text")).to_have_text("計時已暫停")
    expect(page.get_by_role("button", name="繼續計時")).to_be_focused()
    page.get_by_role("button", name="繼續計時").click()
    expect(page.locator(".tiku-clock-text")).to_contain_text("剩")
    expect(page.get_by_role("button", name="暫停")).to_be_focused()
    page.get_by_role("button", name="關掉計時").click()
    expect(page.get_by_role("button", name="打開計時")).to_be_focused()
    expect(page.locator(".tiku-clock-text")).to_be_hidden()
    page.get_by_role("button", name="打開計時").click()
    expect(page.locator(".tiku-clock-text")).to_contain_text("剩")


def test_time_that_is_up_is_said_and_takes_nothing_away(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = context.new_page()
        page.clock.install()
        begin(page)
        page.clock.pause_at("2030-01-01")
        for _ in range(130):
            page.clock.run_for(5000)
        expect(page.locator(".tiku-clock-said")).to_contain_text("時間到了")
        page.clock.resume()
        fill(page, RIGHT)
        hand_in(page)
        expect(page.locator(".tiku-result")).to_contain_text("超過時間")
        expect(page.locator(".tiku-result")).to_contain_text("6 分，滿分 6 分")


def test_papers_are_kept_and_can_be_looked_at_again(page: Page):
    fill(page, RIGHT)
    hand_in(page)
    page.get_by_role("button", name="回到考試首頁").click()
    expect(page.locator(".tiku-history li")).to_contain_text("6／6 分　及格")
    page.get_by_role("button", name="看這份卷").click()
    expect(page.locator(".tiku-result-lead")).to_have_text("✓ 及格　6 分，滿分 6 分")
    page.get_by_role("button", name="看全部").click()
    expect(page.locator("tiku-set .tiku-key")).to_be_visible()
    expect(page.locator("tiku-set tiku-question")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".tiku-set-where")).to_contain_text("第 2 題")
    expect(cell(page, 1)).to_have_accessible_name(re.compile("答對"))


def test_a_report_tells_each_question_by_letter_and_stays_over_a_reload(page: Page):
    """The wrong one comes first; a review stays too."""
    fill(page, {**RIGHT, "color": ["green"]})
    hand_in(page)
    for _ in range(2):
        expect(page.locator(".tiku-result-lead")).to_contain_text("5 分，滿分 6 分")
        expect(page.locator(".tiku-score").first).to_have_accessible_name(
            "5 分，滿分 6 分，及格線 4 分。"
        )
        first = page.locator(".tiku-every li").first
        expect(first).to_contain_text("天空是（　）色。")
        expect(first).to_contain_text(re.compile("答錯.*你答 [ABC]，正確 [ABC]"))
        page.reload()
    first.get_by_role("button").click()
    expect(page.locator("tiku-set")).to_contain_text("綠是草的顏色。")
    page.reload()
    expect(page.locator("tiku-set .tiku-key")).to_be_visible()
    page.get_by_role("button", name="結束，回到成績").click()
    expect(page.locator(".tiku-result-lead")).to_contain_text("5 分，滿分 6 分")


def test_a_report_says_what_changed_since_the_paper_before(page: Page):
    fill(page, {**RIGHT, "color": ["green"]})
    hand_in(page)
    begin(page, re.search(r"卷號 (\S+)", page.locator(".tiku-result").inner_text())[1])
    fill(page, RIGHT)
    hand_in(page)
    expect(page.locator(".tiku-result")).to_contain_text("1 題從答錯變答對，0 題從答對變答錯")
    expect(page.locator(".tiku-result")).to_contain_text(re.compile("比上一份好：.*得 5／6 分"))


def test_the_next_paper_is_another_one(page: Page):
    first = page.url
    page.goto("exam/short/")
    begin(page)
    numbers = [re.search(r"\.(\d+)#", url)[1] for url in (first, page.url)]
    assert numbers == ["0", "1"]


def test_by_keyboard_alone(page: Page):
    for number in range(1, 6):
        expect(page.locator(".tiku-set-where")).to_contain_text(f"第 {number} 題")
        expect(page.locator("tiku-set tiku-question :focus")).to_have_count(1)
        page.keyboard.press("a")
        expect(cell(page, number)).to_have_accessible_name(re.compile("已答"))
        page.keyboard.press("n")
    page.get_by_role("button", name="交卷", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog[open]")).to_contain_text("每一題都答了")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".tiku-result")).to_be_focused()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_by_touch_on_a_phone(browser: Browser, small_served: Served, scheme: str):
    with reader(browser, small_served.address, viewport=PHONE, has_touch=True) as context:
        page = context.new_page()
        page.goto("exam/short/")
        page.evaluate("s => document.body.setAttribute('data-md-color-scheme', s)", scheme)
        page.get_by_role("button", name="開始考試").tap()
        for number in range(1, 6):
            expect(page.locator(".tiku-set-where")).to_contain_text(f"第 {number} 題")
            page.locator("tiku-set tiku-question li label").first.tap()
            assert violations(page, "article") == []
            page.get_by_role("button", name="下一題" if number < 5 else "做完了").tap()
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.locator("dialog[open]").get_by_role("button", name="交卷").tap()
        expect(page.locator(".tiku-result")).to_be_visible()
        assert violations(page, "article") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        points = page.locator(".tiku-table")
        assert points.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_on_a4_the_questions_come_first_and_the_key_on_sheets_of_its_own(page: Page):
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="列印這份卷").click()
    expect(page.locator(".tiku-paper tiku-question")).to_have_count(5)
    sheets = [
        _plain(sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages
    ]
    assert len(sheets) >= 2
    paper = "".join(sheets)
    for word in ("短卷", "ⓉⒻ", "ⒶⒷⒸ", "包裹遲了三天", "5.", "單選與判斷"):
        assert _plain(word) in paper, word
    for place, sheet in enumerate(sheets, start=1):
        assert f"{place}/{len(sheets)}" in sheet
    for told in ("5題,10分鐘", "姓名:", "日期:", "單選與判斷(每題1分)"):
        assert told in sheets[0], (told, sheets[0])
    first_key = next(number for number, text in enumerate(sheets) if "答案" in text)
    assert first_key > 0
    page.emulate_media(media="print")
    columns = page.locator(".tiku-paper-questions")
    assert columns.evaluate("part => getComputedStyle(part).columnCount") == "2"
    kept = columns.locator("fieldset, .tiku-material").evaluate_all(
        "all => all.map(one => getComputedStyle(one).breakInside)"
    )
    assert set(kept) == {"avoid"}
    padding = columns.locator("legend").first.evaluate(TABLE)
    assert float(padding.removesuffix("px")) < 6
    offered = columns.locator("fieldset").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('label')].map(label => label.innerText))"
    )
    keys = page.locator(".tiku-paper-answers .tiku-key").all_inner_texts()
    told = [re.fullmatch(r"答案\s+([A-E])\s+(.+)", key.strip()) for key in keys]
    pairs = [(key, texts) for key, texts in zip(told, offered, strict=True) if key]
    assert pairs
    for key, texts in pairs:
        assert key[2] in texts["ABCDE".index(key[1])]
    page.emulate_media(media="screen")
    assert "天空是" in "".join(sheets[:first_key])
    assert "天空是" not in "".join(sheets[first_key:])
    for hidden in ("檢查", "剩", "答題卡"):
        assert hidden not in paper
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("tiku-set")).to_be_visible()


def test_on_a_phone_a_paper_begins_on_the_first_screen(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, viewport=PHONE, has_touch=True) as context:
        page = context.new_page()
        page.goto("exam/short/")
        expect(page.get_by_role("button", name="開始考試")).to_be_in_viewport()


def test_a_report_prints_on_one_sheet_that_can_be_signed(page: Page):
    page.evaluate("window.print = () => { window.printed = true }")
    fill(page, RIGHT)
    hand_in(page)
    page.get_by_role("button", name="列印成績單").click()
    assert page.evaluate("window.printed")
    (sheet,) = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    text = _plain(sheet.extract_text())
    for word in ("短卷", "卷號", "✓及格6分", "及格線", "單選與判斷", "簽名"):
        assert _plain(word) in text, word
    for hidden in ("列印", "再看", "重新"):
        assert hidden not in text


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_the_blueprint_can_be_read_without_script(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("exam/short/")
        expect(page.locator("article")).to_contain_text("滿分 6 分，10 分鐘，4 分及格")
        page.goto("exams/")
        page.locator("#short + .tiku-entry").get_by_role("link").click()
        expect(page).to_have_url(re.compile("/exam/short/$"))
