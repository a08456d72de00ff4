"""The page of progress: what it shows of the log, the plan, and moving the log elsewhere."""

import json
import random
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import zxingcpp
from browsing import EVENTS, Question, open_page, reader, violations, wait_until
from conftest import Served
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

PHONE = {"width": 375, "height": 740}


@pytest.fixture
def context(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, accept_downloads=True) as context:
        yield context


def today() -> date:
    """The reader's: days begin at four."""
    return (datetime.now() - timedelta(hours=4)).date()


def open_progress(context: BrowserContext, suffix: str = "") -> Page:
    page = context.new_page()
    page.goto(f"progress/{suffix}")
    return drawn(page)


def drawn(page: Page) -> Page:
    expect(page.locator("tiku-progress[data-drawn]")).to_be_visible()
    return page


def answer_two(context: BrowserContext) -> None:
    """One wrong, one right."""
    page = open_page(context, "kinds/")
    Question(page, "color").choose("green").check().says("答錯")
    Question(page, "primes").choose("two", "three").check().says("答對")
    wait_until(page, f"() => ({EVENTS})().then(all => all.length > 1)")
    page.close()


def part(page: Page, heading: str) -> Locator:
    return page.locator(
        "tiku-progress section", has=page.get_by_role("heading", name=heading, exact=True)
    )


def cells(page: Page, heading: str, row: str) -> Locator:
    """A row of the table behind a picture."""
    found = part(page, heading).locator("details").first
    return (
        found.get_by_role("row", include_hidden=True)
        .filter(has=page.get_by_role("rowheader", name=row, exact=True, include_hidden=True))
        .first.locator("td")
    )


def said(page: Page) -> Locator:
    return page.locator(".tiku-said")


def bring(page: Page, file: Path | dict[str, object]) -> None:
    page.get_by_label("匯入檔案").set_input_files(file)  # type: ignore[arg-type]


def text_file(text: str) -> dict[str, object]:
    return {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}


def export(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="匯出成檔案").click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def logged(question: str, days_ago: int, **more: object) -> dict[str, object]:
    """An answer of some days ago."""
    at = datetime.now(UTC) - timedelta(days=days_ago)
    event = {
        "id": f"{question} {days_ago}",
        "question": question,
        "kind": "answer",
        "revision": "",
        "response": [],
        "right": True,
        "mode": "page",
        "at": f"{at:%Y-%m-%dT%H:%M:%S}.000Z",
    }
    return {**event, **more}


def progress_file(*events: dict[str, object], **settings: object) -> dict[str, object]:
    file = {"format": "tiku-progress", "version": 1, "settings": settings, "events": events}
    return text_file(json.dumps(file))


def revisions(site: Served) -> dict[str, str]:
    """Question -> revision of its key."""
    path = site.target / "assets" / "tiku" / "catalog.json"
    catalog = json.loads(path.read_text(encoding="utf-8"))
    return {row[0]: row[catalog["columns"].index("revision")] for row in catalog["questions"]}


def retire(site: Served, name: str) -> None:
    """Takes a question out of the bank, and off the page that shows it."""
    page = site.source / "docs" / "kinds.md"
    page.write_text(page.read_text("utf-8").replace(f", {name}]", "]"), encoding="utf-8")
    retired = "    retired: {since: 2026-11-02, why: 太容易}\n"
    site.edit((f"  - id: {name}\n", f"  - id: {name}\n{retired}"))


def test_before_anything_was_answered_it_says_so_and_plans_the_day(context: BrowserContext):
    page = open_progress(context)
    expect(page.locator("tiku-progress")).to_contain_text("還沒有作答紀錄")
    expect(part(page, "今天的計畫")).to_contain_text("今天排了 10 題，已做 0 題。")
    expect(page.locator("svg.tiku-picture")).to_have_count(0)


def test_what_was_answered_is_counted(context: BrowserContext):
    answer_two(context)
    page = open_progress(context)
    topic = cells(page, "各主題", "各種題型")
    expect(topic.nth(1)).to_have_text("2")
    expect(topic.nth(2)).to_have_text("1")
    expect(topic.nth(3)).to_have_text(re.compile(r"^(0\.\d*[1-9]|1\.\d)"))
    expect(cells(page, "作答的日子", f"{today()}")).to_have_text(["2", "1"])
    expect(part(page, "作答紀錄")).to_contain_text("共作答 2 次，2 個不同的題目。")
    expect(part(page, "接下來到期的題目")).to_contain_text("十四天內 2 題")


def test_every_picture_has_a_name_a_description_and_its_numbers(context: BrowserContext):
    answer_two(context)
    page = open_progress(context)
    for name in (
        "各主題答過與預期記得的題數",
        "今天，與往後到期的題數",
        "最近十三週每天作答的題數",
    ):
        picture = page.get_by_role("img", name=re.compile(name))
        expect(picture).to_be_visible()
        expect(picture.locator("desc")).not_to_be_empty()
        expect(picture.locator("xpath=..").locator("details table").first).to_be_attached()


def test_another_tab_s_answers_are_drawn_at_once(context: BrowserContext):
    page = open_progress(context)
    answer_two(context)
    expect(part(page, "作答紀錄")).to_contain_text("共作答 2 次")
    part(page, "各主題").get_by_text("看數字").click()
    other = open_page(context, "kinds/")
    Question(other, "escalation").choose("true").check()
    expect(part(page, "作答紀錄")).to_contain_text("共作答 3 次")
    expect(part(page, "各主題").locator("table").first).to_be_visible()


def test_the_weakest_objective_leads_to_the_page_that_teaches_it(context: BrowserContext):
    answer_two(context)
    page = open_progress(context)
    weakest = part(page, "最弱的學習目標")
    expect(weakest).to_contain_text("分辨各種題型")
    weakest.get_by_role("link", name="讀「各種題型」").click()
    expect(page).to_have_url(re.compile("/kinds/$"))


def test_the_history_names_the_questions(context: BrowserContext):
    answer_two(context)
    page = open_progress(context)
    part(page, "作答紀錄").locator("summary", has_text="最近 2 次").click()
    row = part(page, "作答紀錄").get_by_role("row").filter(has_text="天空是")
    expect(row).to_contain_text("✗ 答錯")
    row.get_by_role("link").click()
    Question(page, "color").says("答錯")


def test_the_day_s_plan_is_worked_through_from_here(context: BrowserContext):
    page = open_progress(context)
    page.get_by_label("每天幾題").fill("3")
    page.get_by_label("每天幾題").blur()
    expect(part(page, "今天的計畫")).to_contain_text("今天排了 3 題，已做 0 題。")
    page.get_by_role("link", name="做今天的題目").click()
    expect(page.locator(".tiku-set-where")).to_have_text("第 1 題，共 3 題")
    question = Question(page, page.locator("tiku-set tiku-question").get_attribute("id") or "")
    question.root.locator(":is(label:has(input), input[name=answer])").first.click()
    if question.root.locator("input[name=answer]").count():
        question.write("1")
    question.check().says("答")
    again = open_progress(context)
    expect(part(again, "今天的計畫")).to_contain_text("今天排了 3 題，已做 1 題。")
    expect(again.get_by_label("每天幾題")).to_have_value("3")


def test_with_an_exam_date_the_days_are_counted(context: BrowserContext):
    page = open_progress(context)
    page.get_by_label("考試日期").fill((today() + timedelta(days=12)).isoformat())
    page.get_by_label("考試日期").blur()
    expect(part(page, "今天的計畫")).to_contain_text("離考試還有 12 天")
    page.reload()
    expect(part(drawn(page), "今天的計畫")).to_contain_text("離考試還有 12 天")
    page.get_by_label("考試日期").fill((today() - timedelta(days=1)).isoformat())
    page.get_by_label("考試日期").blur()
    expect(part(page, "今天的計畫")).to_contain_text("已經過了")


def test_a_mark_is_foretold_as_a_range_and_withheld_while_too_little_is_known(
    context: BrowserContext, small_served: Served
):
    answer_two(context)
    page = open_progress(context)
    forecast = part(page, "預估分數")
    expect(forecast).to_contain_text("選一場考試")
    page.get_by_label("照哪一場考試的配分").select_option(label="短卷")
    expect(forecast).to_contain_text("資料還不夠，先不預估")
    keys = revisions(small_served)
    bring(page, progress_file(*(logged(q, n, revision=keys[q]) for q in keys for n in (3, 9))))
    expect(forecast).to_contain_text(re.compile(r"大約 \S+ 到 \S+ 分（滿分 \d+(\.5)?，及格 4）"))
    expect(forecast.get_by_role("img", name="預估分數的範圍與及格線")).to_be_visible()


def test_confidence_is_compared_with_what_was_right(context: BrowserContext, small_served: Served):
    page = open_progress(context)
    key = revisions(small_served)["color"]
    sure = [logged("color", n, revision=key, confidence="sure", right=n < 3) for n in range(4)]
    bring(page, progress_file(*sure))
    row = cells(page, "說有幾分把握，實際對多少", "確定")
    for place, text in enumerate(["4", "3", "75%"]):
        expect(row.nth(place)).to_have_text(text)


def test_papers_stand_against_the_pass_mark(context: BrowserContext):
    page = open_progress(context)
    paper = {
        "kind": "paper",
        "set": "s",
        "seed": "x.0",
        "questions": [],
        "sections": [],
        "topics": {},
    }
    numbers = {"got": 9, "of": 12, "passed": True, "spent": 240000}
    papers = [
        logged("exam:short", 1, **paper, **numbers),
        logged("exam:gone", 2, **paper, **{**numbers, "passed": False}),
    ]
    bring(page, progress_file(*papers))
    expect(part(page, "模擬考").get_by_role("heading", name="短卷")).to_be_visible()
    expect(part(page, "模擬考")).to_contain_text("已不提供的考試（gone）")
    picture = page.get_by_role("img", name=re.compile("短卷歷次得分比例與及格線"))
    expect(picture.locator("desc")).to_contain_text("4.5／6 分，✓ 及格")


def test_exported_and_imported_elsewhere_the_numbers_are_the_same(
    browser: Browser, context: BrowserContext, small_served: Served, tmp_path: Path
):
    answer_two(context)
    page = open_progress(context)
    page.get_by_label("每天幾題").fill("25")
    page.get_by_label("每天幾題").blur()
    expect(part(page, "今天的計畫").locator("output")).to_have_text("已存下。")
    file = export(page, tmp_path)
    expect(said(page)).to_have_text("已匯出 2 筆紀錄。")
    figures = "() => document.querySelector('tiku-progress > div').textContent"
    with reader(browser, small_served.address) as other:
        there = open_progress(other)
        bring(there, file)
        expect(said(there)).to_have_text("讀到 2 筆紀錄，新併入 2 筆。")
        expect(part(there, "作答紀錄")).to_contain_text("共作答 2 次")
        mine = page.evaluate(figures)
        wait_until(there, f"() => ({figures})() === {json.dumps(mine)}")
        bring(there, file)
        expect(said(there)).to_contain_text("新併入 0 筆")
        there.reload()
        wait_until(drawn(there), f"() => ({figures})() === {json.dumps(mine)}")
        expect(there.get_by_label("每天幾題")).to_have_value("25")
        question = open_page(other, "kinds/")
        Question(question, "color").says("答錯")


def test_a_link_carries_a_small_log(
    browser: Browser, context: BrowserContext, small_served: Served
):
    answer_two(context)
    page = open_progress(context)
    page.get_by_role("button", name="做一個搬到別台裝置的連結").click()
    link = page.get_by_label("搬移用的連結").input_value()
    with reader(browser, small_served.address) as other:
        there = other.new_page()
        there.goto(link)
        dialog = there.locator("dialog[open]")
        expect(dialog).to_contain_text("2 筆作答紀錄")
        dialog.get_by_role("button", name="取消").click()
        expect(there.locator("tiku-progress")).to_contain_text("還沒有作答紀錄")
        assert "import" not in there.url
        there.goto("about:blank")
        there.goto(link)
        there.locator("dialog[open]").get_by_role("button", name="併入").click()
        expect(part(there, "作答紀錄")).to_contain_text("共作答 2 次")
        there.goto(link[:-9])
        expect(said(there)).to_contain_text("什麼都沒有改")


def test_qr_codes_carry_a_long_log_and_the_page_says_which_are_missing(
    browser: Browser, context: BrowserContext, small_served: Served
):
    page = open_progress(context)
    chance = random.Random(14)
    bring(
        page,
        progress_file(
            *(
                logged(chance.choice(("color", "primes")), 0, id=str(n), at=moment(n, chance))
                for n in range(2000)
            )
        ),
    )
    expect(said(page)).to_contain_text("新併入 2000 筆", timeout=30_000)
    page.get_by_role("button", name="用手機掃 QR 碼搬過去").click()
    addresses = [scanned(page, 1)]
    told = page.locator(".tiku-codes", has_text=re.compile(r"共 \d+ 張"))
    number = int(re.search(r"共 (\d+) 張", told.inner_text())[1])
    assert 3 <= number <= 12
    for at in range(2, number + 1):
        page.get_by_role("button", name="下一張").click()
        addresses.append(scanned(page, at))
    assert max(map(len, addresses)) < 1500
    with reader(browser, small_served.address) as other:
        there = other.new_page()
        for at in reversed(range(1, number)):
            there.goto(addresses[at])
            expect(said(there)).to_contain_text(f"收到第 {at + 1} 張", timeout=30_000)
            expect(there).not_to_have_url(re.compile("part"))
        expect(said(there)).to_contain_text("還沒掃的：1。")
        there.goto(addresses[0])
        dialog = there.locator("dialog[open]")
        expect(dialog).to_contain_text("2000 筆作答紀錄", timeout=30_000)
        dialog.get_by_role("button", name="併入").click()
        expect(part(there, "作答紀錄")).to_contain_text("共作答 2000 次", timeout=30_000)
        there.goto(addresses[0][:-5])
        expect(said(there)).to_contain_text("還沒掃的：2、3")
        there.goto(addresses[0].split("#")[0] + "#part=x.1.2.y")
        expect(said(there)).to_contain_text("什麼都沒有改")


def moment(number: int, chance: random.Random) -> str:
    begin = datetime.now(UTC) - timedelta(days=60)
    return f"{begin + timedelta(minutes=40 * number, seconds=chance.randrange(60)):%Y-%m-%dT%H:%M:%S}.000Z"


def scanned(page: Page, at: int) -> str:
    """What a reader of codes sees of the one that is shown."""
    code = page.get_by_role("img", name=f"第 {at} 張", exact=False)
    expect(code).to_be_visible()
    dots = code.evaluate("svg => [svg.viewBox.baseVal.width, svg.lastChild.getAttribute('d')]")
    side, dark = int(dots[0]), re.findall(r"M(\d+) (\d+)h1", dots[1])
    picture = bytearray(b"\xff" * 9 * side * side)
    for column, row in dark:
        for y in range(3):
            begin = (3 * int(row) + y) * 3 * side + 3 * int(column)
            picture[begin : begin + 3] = bytes(3)
    found = zxingcpp.read_barcode(memoryview(bytes(picture)).cast("B", [3 * side, 3 * side]))
    assert found is not None
    return found.text


BAD_FILES = {
    "foreign": ("{}", "不是本站匯出的進度檔"),
    "no JSON": ("PK\x03\x04", "不是本站匯出的進度檔"),
    "newer": ('{"format": "tiku-progress", "version": 9, "events": []}', "較新的版本"),
    "corrupt": ('{"format": "tiku-progress", "version": 1, "events": [{"id": "1"}]}', "損壞"),
}


@pytest.mark.parametrize(("text", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_not_right_changes_nothing(context: BrowserContext, text: str, message: str):
    answer_two(context)
    page = open_progress(context)
    bring(page, text_file(text))
    expect(said(page)).to_contain_text(message)
    expect(said(page)).to_contain_text("什麼都沒有改")
    page.reload()
    expect(part(drawn(page), "作答紀錄")).to_contain_text("共作答 2 次")


def test_a_file_s_text_never_becomes_html(context: BrowserContext):
    page = open_progress(context)
    hostile = "<img src=x onerror=document.title=1>"
    bring(page, progress_file(logged(hostile, 1)))
    part(page, "作答紀錄").locator("summary", has_text="最近 1 次").click()
    expect(part(page, "作答紀錄").locator("table")).to_contain_text(hostile)
    expect(page.locator("tiku-progress img")).to_have_count(0)


FULL = (
    "IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = "
    "() => { throw new DOMException('full', 'QuotaExceededError') }"
)


def test_a_full_disk_loses_nothing_silently(browser: Browser, small_served: Served, tmp_path: Path):
    with reader(browser, small_served.address) as context:
        context.add_init_script(FULL)
        page = open_progress(context)
        bring(page, progress_file(logged("color", 1), logged("color", 2)))
        expect(said(page)).to_contain_text("新併入 2 筆")
        expect(said(page)).to_contain_text("瀏覽器存不下")
        expect(page.locator("tiku-progress")).to_contain_text("請先匯出成檔案")
        assert len(json.loads(export(page, tmp_path).read_text("utf-8"))["events"]) == 2


def test_a_long_log_is_kept_through_packing(context: BrowserContext):
    page = open_progress(context)
    bring(page, progress_file(*(logged("color", n) for n in range(1500))))
    expect(said(page)).to_contain_text("新併入 1500 筆")
    answer_two(context)
    page.reload()
    expect(part(drawn(page), "作答紀錄")).to_contain_text("共作答 1502 次")
    loose = """records => new Promise(resolve => {
        const open = indexedDB.open('tiku');
        open.onsuccess = () => {
            const store = open.result.transaction('events', 'readwrite').objectStore('events');
            for (const record of records) store.put(record);
            store.count().onsuccess = ({target}) => { open.result.close(); resolve(target.result); };
        };
    })"""
    more = [logged("primes", n, mode="loose") for n in range(1200)]
    assert page.evaluate(loose, [*more, {"id": "no event"}]) == 1203
    page.reload()
    expect(part(drawn(page), "作答紀錄")).to_contain_text("共作答 2702 次")
    # Packed once the page has come to rest; what is no event stays where it is.
    wait_until(page, f"async () => (await ({loose})([])) === 1")
    page.reload()
    expect(part(drawn(page), "作答紀錄")).to_contain_text("共作答 2702 次")


def test_a_day_begins_when_the_reader_says(browser: Browser, small_served: Served):
    day = datetime.now(UTC).date() - timedelta(days=3)
    night = logged("color", 0, at=f"{day}T02:00:00.000Z")
    with reader(browser, small_served.address, timezone_id="UTC") as context:
        page = open_progress(context)
        bring(page, progress_file(night))
        expect(part(page, "作答紀錄")).to_contain_text("共作答 1 次")
        expect(cells(page, "作答的日子", f"{day - timedelta(days=1)}")).to_have_text(["1", "1"])
        page.get_by_label("一天從幾點開始").select_option("1")
        expect(page.get_by_text("已存下。")).to_be_visible()
        row = part(page, "作答的日子").get_by_role("rowheader", name=f"{day}", include_hidden=True)
        expect(row).to_have_count(1)
        page.reload()
        expect(cells(drawn(page), "作答的日子", f"{day}")).to_have_text(["1", "1"])


def test_memory_is_fitted_to_a_reader_who_has_answered_enough(
    browser: Browser, context: BrowserContext, small_served: Served, tmp_path: Path
):
    """One whom the usual parameters foretell badly."""
    keys = revisions(small_served)
    answers = [
        logged(name, 25 * ago + lot, revision=key, right=ago * lot % 3 > 0)
        for lot, (name, key) in enumerate(keys.items())
        for ago in range(1 + 420 // len(keys))
    ]
    page = open_progress(context)
    fitted = part(page, "照你的記憶調整")
    expect(fitted).to_have_count(0)
    bring(page, progress_file(*answers))
    # A worker works it out.
    expect(fitted).to_contain_text("已照你的", timeout=30_000)
    text = fitted.inner_text()
    assert re.search(r"少了 \d+\.\d%", text), text
    expect(cells(page, "照你的記憶調整", "w0").nth(1)).to_have_text("0.2120")
    due = part(page, "接下來到期的題目").locator("p").first
    with_own = due.inner_text()
    page.reload()
    expect(part(drawn(page), "照你的記憶調整")).to_contain_text("已照你的")
    expect(due).to_have_text(with_own)
    with reader(browser, small_served.address) as other:
        there = open_progress(other)
        bring(there, export(page, tmp_path))
        expect(part(there, "照你的記憶調整")).to_contain_text("已照你的")
        expect(part(there, "接下來到期的題目").locator("p").first).to_have_text(with_own)
        expect(there.get_by_role("button", name="再調整一次")).to_be_visible()
    fitted.get_by_role("button", name="改回通用的參數").click()
    expect(fitted).to_contain_text("現在用通用的參數")
    expect(due).not_to_have_text(with_own)
    page.reload()
    expect(part(drawn(page), "照你的記憶調整")).to_contain_text("現在用通用的參數")


OWN_FOLDER = "window.showDirectoryPicker = () => navigator.storage.getDirectory()"
LEAVE = """async ([name, text]) => {
    const folder = await navigator.storage.getDirectory();
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
}"""
FOUND = """async () => {
    const found = {};
    for await (const [name, file] of (await navigator.storage.getDirectory()).entries())
        found[name] = await (await file.getFile()).text();
    return found;
}"""


def test_a_folder_of_one_s_own_carries_the_log_and_nothing_foreign_is_touched(
    context: BrowserContext,
):
    """The browser's own folder stands for the one that no script may choose."""
    context.add_init_script(OWN_FOLDER)
    page = open_progress(context)
    page.evaluate(LEAVE, ["tiku-bad.json", "{"])
    other = {"format": "tiku-progress", "version": 1, "events": [logged("color", 1)]}
    page.evaluate(LEAVE, ["tiku-other.json", json.dumps(other)])
    page.get_by_role("button", name="用自己的資料夾同步").click()
    expect(said(page)).to_have_text(
        "同步好了，新併入 1 筆紀錄。讀不懂、也沒有動過的檔：tiku-bad.json。"
    )
    expect(part(page, "作答紀錄")).to_contain_text("共作答 1 次")
    files = page.evaluate(FOUND)
    assert files.pop("tiku-bad.json") == "{"
    assert json.loads(files.pop("tiku-other.json")) == other
    (own,) = files.values()
    assert len(json.loads(own)["events"]) == 1
    drawn(page).reload()
    page.get_by_role("button", name=re.compile("^與資料夾")).click()
    expect(said(page)).to_contain_text("新併入 0 筆紀錄")


def test_the_exam_s_date_reaches_another_tab(context: BrowserContext):
    page, other = open_progress(context), open_progress(context)
    page.get_by_label("考試日期").fill("2031-01-05")
    page.get_by_label("考試日期").blur()
    expect(other.get_by_label("考試日期")).to_have_value("2031-01-05")


def test_deleting_everything_asks_first_and_reaches_other_tabs(context: BrowserContext):
    answer_two(context)
    page = open_progress(context)
    other = open_page(context, "kinds/")
    Question(other, "color").says("答錯")
    page.get_by_role("button", name="刪除所有紀錄").click()
    page.locator("dialog[open]").get_by_role("button", name="取消").click()
    expect(part(page, "作答紀錄")).to_contain_text("共作答 2 次")
    page.get_by_role("button", name="刪除所有紀錄").click()
    page.locator("dialog[open]").get_by_role("button", name="刪除所有紀錄").click()
    expect(said(page)).to_have_text("都刪掉了。")
    expect(page.locator("tiku-progress")).to_contain_text("還沒有作答紀錄")
    expect(Question(other, "color").verdict).to_be_empty()
    page.reload()
    expect(drawn(page).locator("tiku-progress")).to_contain_text("還沒有作答紀錄")


def test_the_browser_is_asked_to_keep_the_log(context: BrowserContext):
    page = open_progress(context)
    expect(part(page, "保存與搬移")).to_contain_text("Safari 會清掉七天沒有再來的網站")
    page.evaluate("navigator.storage.persist = async () => false")
    page.get_by_role("button", name="請瀏覽器不要自動清掉").click()
    expect(part(page, "保存與搬移")).to_contain_text("瀏覽器沒有答應")
    page.evaluate("navigator.storage.persist = navigator.storage.persisted = async () => true")
    page.get_by_role("button", name="請瀏覽器不要自動清掉").click()
    expect(part(page, "保存與搬移")).to_contain_text("瀏覽器答應不會自動清掉")


def test_rekeyed_and_retired_questions(browser: Browser, own_served: Served):
    with reader(browser, own_served.address) as context:
        answer_two(context)
        page = open_page(context, "kinds/")
        Question(page, "owner").write("首問責任制").check().says("答對")
        retire(own_served, "owner")
        own_served.edit(
            ("answer: blue", "answer: green"),
            ("      green: 綠是草的顏色。", "      blue: 不再是藍。"),
        )
        page = open_progress(context)
        corrected = part(page, "更正").get_by_role("link")
        expect(corrected).to_contain_text("天空是")
        history = part(page, "作答紀錄")
        expect(history).to_contain_text("1 題已經下架（共 1 次作答）")
        expect(cells(page, "各主題", "各種題型").nth(1)).to_have_text("1")
        history.locator("summary", has_text="最近 3 次").click()
        gone = history.get_by_role("row").filter(has_text="已下架（owner）")
        expect(gone).to_contain_text("✓ 答對")
        expect(history.get_by_role("row").filter(has_text="天空是")).to_contain_text("答案後來更正")
        practice = context.new_page()
        practice.goto("practice/?mode=order&count=&topic=kinds")
        practice.get_by_role("button", name="開始").click()
        note = practice.locator(".tiku-correction")
        expect(Question(practice, "color").root).to_be_visible()
        expect(note).to_contain_text("更正")
        corrected.click()
        question = Question(page, "color")
        expect(question.root).to_contain_text("更正")
        question.choose("green").check().says("答對")
        expect(note).to_be_empty()
        again = open_progress(context)
        expect(part(again, "更正")).to_have_count(0)
        for place in (1, 2):
            expect(cells(again, "各主題", "各種題型").nth(place)).to_have_text("2")


def test_by_keyboard_alone(context: BrowserContext):
    answer_two(context)
    page = open_progress(context)
    page.get_by_role("link", name="做今天的題目").focus()
    order = []
    for _ in range(60):
        order.append(
            page.evaluate("document.activeElement.textContent || document.activeElement.name")
        )
        page.keyboard.press("Tab")
    for name in (
        "date",
        "amount",
        "看數字",
        "各學習目標",
        "最近 2 次",
        "匯出成檔案",
        "刪除所有紀錄",
    ):
        assert name in order
    numbers = part(page, "各主題").get_by_text("看數字")
    numbers.focus()
    page.keyboard.press("Enter")
    expect(part(page, "各主題").locator("table").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_by_touch_on_a_phone(browser: Browser, small_served: Served, scheme: str):
    with reader(browser, small_served.address, viewport=PHONE, has_touch=True) as context:
        paint = "s => document.body.setAttribute('data-md-color-scheme', s)"
        page = open_progress(context)
        page.evaluate(paint, scheme)
        assert violations(page, "article") == []
        keys = revisions(small_served)
        events = [
            logged(q, n, revision=keys[q], right=n != 3, confidence="unsure")
            for q in keys
            for n in (3, 9)
        ]
        bring(page, progress_file(*events, **{"exam-plan": {"exam": "short", "amount": 5}}))
        expect(part(page, "作答紀錄")).to_be_visible()
        for summary in page.locator("tiku-progress summary").all():
            summary.tap()
        expect(page.locator("tiku-progress details:not([open])")).to_have_count(0)
        assert violations(page, "article") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        sizes = page.locator(
            "tiku-progress :is(button, summary, select, .tiku-way, input:not([type=file]))"
        ).evaluate_all(
            "all => all.filter(e => e.checkVisibility()).map(e => [e.textContent, e.getBoundingClientRect().height])"
        )
        assert [size for size in sizes if size[1] < 44] == []


def test_without_script_the_page_says_what_it_needs(browser: Browser, small_served: Served):
    with reader(browser, small_served.address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("progress/")
        expect(page.locator("tiku-progress")).to_contain_text("要用到 JavaScript")
