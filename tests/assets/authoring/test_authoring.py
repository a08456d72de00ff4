"""The page 出題: the same problems as `tiku check`, a preview, and the YAML to take away."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import reader, violations
from conftest import ROOT, SMALL_SITE, ZH, Built, Served
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tiku import check
from tiku.loading.folder import bank_paths, read_files, read_pages
from tiku.model import KINDS
from tiku.model.problem import Problem, Severity
from tiku.model.sitemap import titled
from tiku.site import authoring

CASES = json.loads((ROOT / "tests" / "cases" / "writing.json").read_text(encoding="utf-8"))
FILES: dict[str, str] = CASES["files"]
PAGES = {name: (name, text) for name, text in FILES.items() if name.endswith(".md")}
LINES = {
    "single": "* 藍\n綠\n紅",
    "multiple": "* 藍\n* 靛\n紅",
}
PHONE = {"width": 375, "height": 740}


def checked(more: dict[str, str]) -> list[Problem]:
    """What `tiku check` says of the files with these, but for advice that the page leaves to it."""
    files = {n: t.encode() for n, t in {**FILES, **more}.items() if n.endswith(".yml")}
    return [p for p in check(files, PAGES).problems if counts(p)]


def counts(problem: Problem) -> bool:
    return problem.severity is not Severity.ADVICE or problem.code == "incomplete"


def told(value: object) -> str:
    return ZH.join(value) if isinstance(value, list) else str(value)


def sortable(code: str, details: dict) -> tuple[str, dict[str, str]]:
    """A bank is named by its title on the page, by its place in a terminal."""
    return code, {k: told(v) for k, v in details.items() if not code.startswith("duplicate-")}


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_case(case: dict):
    """assets/authoring.test.js finds the same of the draft, and makes this YAML of it."""
    draft = {**CASES["drafts"][case["kind"]], **case["change"]}
    if draft["topic"]:
        more = {"colors.yml": FILES["colors.yml"] + case["yaml"]}
    else:
        more = {"new.yml": f"topic: {draft['id']}\ntitle: 新題\nquestions:\n{case['yaml']}"}
    said = [sortable(one["code"], one["details"]) for one in case["found"]]
    told = [sortable(p.code, dict(p.details)) for p in checked(more)]
    assert sorted(code for code, _ in said) == sorted(code for code, _ in told)
    for code, details in said:
        assert any(code == c and details.items() <= d.items() for c, d in told), (code, details)


def test_the_lists_of_the_cases_are_what_the_page_loads():
    files = {n: t.encode() for n, t in FILES.items() if n.endswith(".yml")}
    library = titled(check(files, PAGES).library, ZH)
    ((_, text),) = authoring.files(library, None, lambda _: lambda path: path, ZH)
    lists = json.loads(text)
    assert {code for case in CASES["cases"] for code in codes(case)} == set(lists.pop("messages"))
    assert lists == CASES["lists"]


def codes(case: dict) -> list[str]:
    return [found["code"] for found in case["found"]]


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser, small_served: Served):
    with reader(
        browser, small_served.address, viewport=PHONE, color_scheme=request.param
    ) as context:
        page = opened(context)
        if request.param == "dark":
            page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        yield page


@pytest.fixture
def context(browser: Browser, small_served: Served) -> Iterator[BrowserContext]:
    with reader(browser, small_served.address, viewport=PHONE) as context:
        yield context


def opened(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("write/")
    expect(page.locator("tiku-writing tiku-question button")).to_be_visible()
    return page


def field(page: Page, label: str) -> Locator:
    return page.locator(".tiku-write").get_by_label(label)


def pick(page: Page, label: str, value: str) -> None:
    page.get_by_role("combobox", name=label, exact=True).select_option(value)


def write_choices(page: Page, lines: str) -> None:
    """A star stands before what is right."""
    for number, line in enumerate(lines.split("\n"), 1):
        page.get_by_label(f"選項 {number}", exact=True).fill(line.removeprefix("* "))
        if line.startswith("* "):
            field(page, f"選項 {number}：正確答案").check()
        else:
            field(page, f"選項 {number} 錯在哪裡").fill(f"{line}不在那一段波長。")


def write(page: Page, kind: str) -> None:
    """A whole question of the kind."""
    pick(page, "主題", "kinds")
    pick(page, "題型", kind)
    field(page, "題幹").fill("晴天的正午，抬頭看到的顏色由哪一段波長決定？")
    if kind in LINES:
        write_choices(page, LINES[kind])
    elif kind == "true-false":
        field(page, "題幹").fill("晴天的正午，抬頭看到的顏色由短波長決定。")
        field(page, "答「錯誤」錯在哪裡").fill("散射的正是短波長。")
    elif kind == "numeric":
        field(page, "題幹").fill("藍光的波長約是多少奈米？")
        field(page, "答案（數字）").fill("450")
        field(page, "容許誤差").fill("20")
        field(page, "單位").fill("nm")
    else:
        field(page, "接受的寫法").fill("短波長\n短的")
    field(page, "提示").fill("抬頭看看。")
    field(page, "解析").fill("空氣把**短波長**的光散射得最多，所以天空看起來是藍的。")
    pick(page, "出處 1", "book")
    field(page, "條文與說明 1").fill("kinds.md#intake")
    pick(page, "難易", "easy")
    pick(page, "學習目標", "tell")
    field(page, "基本").check()


def taken(page: Page) -> str:
    return page.locator(".tiku-yaml").inner_text()


@pytest.mark.parametrize("kind", CASES["drafts"])
def test_what_is_taken_away_passes_the_check(kind: str, context: BrowserContext):
    page = opened(context)
    write(page, kind)
    expect(page.locator("tiku-writing")).to_contain_text("沒有發現錯誤")
    expect(page.locator("tiku-writing [data-severity]")).to_have_count(0)
    assert violations(page) == []
    unread: list[Problem] = []
    questions = Path(os.path.relpath(SMALL_SITE / "questions"))
    files = read_files(bank_paths(questions), unread)
    name = next(name for name in files if Path(name).name == "kinds.yml")
    more = files | {name: files[name].rstrip() + b"\n" + taken(page).encode()}
    pages = read_pages(SMALL_SITE / "docs", unread)
    before = [p.line(ZH) for p in check(files, pages).problems]
    after = check(more, pages)
    assert [p.line(ZH) for p in after.problems if counts(p) and p.line(ZH) not in before] == []
    written = next(q for q in after.library.questions() if q.id == "kinds-1")
    assert (written.kind, written.objective, written.sources) == (kind, "tell", ("book",))


def test_a_question_is_written_tried_and_taken_away(page: Page):
    write(page, "single")
    question = page.locator("tiku-question")
    expect(question.locator(".tiku-meta")).to_have_text("單選題 · 易")
    question.get_by_text("提示").click()
    expect(question.get_by_text("抬頭看看。")).to_be_visible()
    field(page, "題幹").fill("<b>天空</b>是什麼顏色？")
    expect(question.locator("legend")).to_have_text("<b>天空</b>是什麼顏色？")
    expect(question.get_by_text("抬頭看看。")).to_be_visible()
    expect(page.locator(".tiku-yaml")).to_contain_text('stem: "<b>天空</b>是什麼顏色？"')
    question.locator("li label").nth(1).click()
    question.get_by_role("button", name="檢查").click()
    expect(question.locator("output")).to_contain_text("答錯")
    expect(question.locator(".tiku-note")).to_have_text("綠不在那一段波長。")
    expect(question.locator("summary").last).to_be_focused()
    expect(question.locator("strong")).to_have_text("短波長")
    expect(question.locator(".tiku-see a")).to_have_text("各種題型 › 受理")
    expect(question.locator(".tiku-sources")).to_contain_text("出處：一本書")
    link = page.get_by_role("link", name="在 GitHub 打開「各種題型」的題庫檔")
    edit = "https://github.com/example/small/edit/main/questions/kinds.yml"
    expect(link).to_have_attribute("href", edit)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375


def test_the_preview_is_what_readers_will_see(own_served: Served, browser: Browser):
    """The same words in the same elements as on the page that is built from the YAML."""
    bank = own_served.source / "questions" / "kinds.yml"
    with reader(browser, own_served.address, viewport=PHONE) as context:
        page = opened(context)
        shown = {}
        for kind in CASES["drafts"]:
            write(page, kind)
            field(page, "題目的 id").fill(f"sky-{kind}")
            shown[kind] = elements(page.locator("tiku-question"))
            bank.write_text(f"{bank.read_text('utf-8').rstrip()}\n{taken(page)}", "utf-8")
        own_served.rebuild()
        page.goto("bank/kinds/")
        assert {kind: elements(page.locator(f"#sky-{kind}")) for kind in shown} == shown


def elements(question: Locator) -> list[str]:
    """What a reader reads and what it is, without the links that only a published question has."""
    expect(question.get_by_role("button", name="檢查")).to_be_visible()
    return question.evaluate(
        """question => {
            const shown = (node) => {
                if (node.nodeType !== Node.ELEMENT_NODE) return [node.data.trim()].filter(Boolean);
                const { localName, className, type = "" } = node;
                const inside = [...node.childNodes].flatMap(shown);
                return [`<${localName} ${className} ${type}>`, ...inside, `</${localName}>`];
            };
            const copy = question.cloneNode(true);
            copy.querySelectorAll(".tiku-mend").forEach((one) => one.remove());
            copy.normalize();
            return shown(copy);
        }"""
    )


def test_errors_are_told_as_the_check_tells_them(page: Page):
    pick(page, "題型", "multiple")
    write_choices(page, "* 藍\n綠")
    said = page.locator("tiku-writing")
    expect(said).to_contain_text("錯誤 題幹是空的；在 stem: 後面寫題幹")
    expect(said).to_contain_text("錯誤 多選題只有一個答案")
    field(page, "解析").fill("因為散射，故選A。")
    expect(said).to_contain_text("說明裡寫了「故選A」")
    field(page, "解析").fill("因為散射,所以是藍的。")
    expect(said).to_contain_text("警告 「為散射,所以是」用了半形標點")
    field(page, "選項 2 錯在哪裡").fill("")
    expect(said).to_contain_text("建議 還可以補上：why.choice-2、sources、difficulty")
    for kind in ("true-false", "numeric", "text"):
        pick(page, "題型", kind)
        expect(page.locator("tiku-question")).to_have_attribute("data-kind", kind)
        assert violations(page) == []


def test_each_problem_leads_to_its_field(context: BrowserContext):
    page = opened(context)
    item = page.get_by_role("listitem").filter(has_text="題幹是空的")
    item.get_by_role("button", name="到這一欄").click()
    expect(field(page, "題幹")).to_be_focused()


def test_law_asks_where_and_when(own_served: Served, browser: Browser):
    sources = own_served.source / "questions" / "sources.yml"
    law = "  - {id: act, title: 一部法律, kind: law, jurisdiction: tw, as_of: 2026-11-23}\n"
    sources.write_text(sources.read_text("utf-8").rstrip() + "\n" + law, "utf-8")
    vocabulary = own_served.source / "questions" / "vocabulary.yml"
    vocabulary.write_text("jurisdiction:\n  tw: 台灣\n" + vocabulary.read_text("utf-8"), "utf-8")
    own_served.rebuild()
    with reader(browser, own_served.address, viewport=PHONE) as context:
        page = opened(context)
        expect(field(page, "法規內容截至")).to_be_hidden()
        pick(page, "出處 1", "act")
        expect(page.locator("tiku-writing")).to_contain_text("沒有說是哪裡的")
        pick(page, "法規在哪裡有效", "tw")
        field(page, "法規內容截至").fill("2026-11-23")
        expect(page.locator(".tiku-law")).to_contain_text("法域：台灣，資料截至 2026-11-23。")
        expect(page.locator("tiku-writing")).not_to_contain_text("引用了法規或裁判")


def test_ids_are_made_of_what_was_typed(context: BrowserContext):
    page = opened(context)
    write_choices(page, "* KPI 法\n藍\n紅")
    row = page.locator(".tiku-choice-row").nth(1)
    row.get_by_text("id：choice-2").click()
    row.get_by_label("選項 2 的 id").fill("Deep Blue")
    row.get_by_label("選項 2 的 id").blur()
    expect(row.get_by_label("選項 2 的 id")).to_have_value("deep-blue")
    page.get_by_label("選項 2", exact=True).fill("深藍")
    page.get_by_label("選項 1", exact=True).fill("")
    expect(page.locator(".tiku-yaml")).to_contain_text('deep-blue: "深藍"')
    expect(page.locator(".tiku-yaml")).to_contain_text('choice-3: "紅"')


def test_pasted_lines_become_choices(context: BrowserContext):
    page = opened(context)
    page.get_by_label("選項 1", exact=True).focus()
    page.evaluate(
        """() => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", "A. 藍\\n(B) 綠\\n\\n紅\\n黃\\n白");
            const paste = new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true});
            document.activeElement.dispatchEvent(paste);
        }"""
    )
    expect(page.locator("tiku-question .tiku-choices > li")).to_have_text(
        ["藍", "綠", "紅", "黃", "白"]
    )


def test_it_is_filled_in_by_keyboard_alone(context: BrowserContext):
    page = opened(context)
    field(page, "題型").first.focus()
    page.keyboard.press("Tab")
    keys = [
        "Tab",
        "天空的顏色？",
        "Tab",
        "藍",
        "Tab",
        " ",
        "Tab",
        "Tab",
        "綠",
        "Tab",
        "Tab",
        "不是綠。",
    ]
    for key in keys:
        page.keyboard.press(key) if key in ("Tab", " ") else page.keyboard.insert_text(key)
    yaml = page.locator(".tiku-yaml")
    expect(yaml).to_contain_text('stem: "天空的顏色？"')
    expect(yaml).to_contain_text("answer: [choice-1]")
    expect(yaml).to_contain_text('choice-2: "不是綠。"')


def test_the_yaml_is_copied(context: BrowserContext):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(context)
    write(page, "single")
    page.get_by_role("button", name="複製").click()
    expect(page.get_by_text("已複製。")).to_be_visible()
    assert (
        page.evaluate("navigator.clipboard.readText()") == page.locator(".tiku-yaml").text_content()
    )


def test_where_copying_is_refused_the_yaml_is_selected(context: BrowserContext):
    # Whatever is not named is denied.
    context.grant_permissions(["notifications"])
    page = opened(context)
    page.get_by_role("button", name="複製").click()
    expect(page.get_by_text("文字已經選好，按 Ctrl+C")).to_be_visible()
    assert page.evaluate("getSelection().toString()").strip() == taken(page).strip()


def test_a_new_topic_is_a_new_file(context: BrowserContext):
    page = opened(context)
    pick(page, "主題", "")
    field(page, "題目的 id").fill("sky")
    link = page.get_by_role("link", name="在 GitHub 開一個新檔")
    address = "https://github.com/example/small/new/main/questions?filename=sky.yml&value=topic"
    assert (link.get_attribute("href") or "").startswith(address)


def test_what_is_typed_stays_text_and_on_the_page(context: BrowserContext):
    """No HTML, no request, nothing in the reader's log."""
    page = opened(context)
    write(page, "single")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    for control in page.locator(".tiku-write :is(textarea, input[name=see])").all():
        if control.is_visible():
            control.fill("<img src=x alt=x onerror=\"window.hacked='typed'\">")
    question = page.locator("tiku-question")
    question.locator("li label").first.click()
    question.get_by_role("button", name="檢查").click()
    expect(question.locator("output")).to_contain_text("答")
    expect(page.locator("tiku-writing img")).to_have_count(0)
    assert page.evaluate("window.hacked") is None
    assert sent == []
    page.goto("progress/")
    expect(page.locator("tiku-progress")).to_contain_text("還沒有作答紀錄")


def test_without_javascript_there_are_skeletons(small: Built):
    html = small.html("write")
    for kind in KINDS:
        assert f"kind: {kind}\n" in html


def test_other_pages_load_nothing_of_it(context: BrowserContext):
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    for address in ("", "bank/kinds/", "practice/"):
        page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "writing" in url] == []
    assert asked


def test_kinds_without_a_form_are_there_to_copy(page: Page):
    page.get_by_text("別的題型的骨架").click()
    skeletons = page.locator(".tiku-skeletons pre")
    expect(skeletons).to_have_count(4)
    for kind in ("matching", "ordering", "open", "case"):
        expect(skeletons.filter(has_text=f"kind: {kind}").first).to_be_visible()
    assert violations(page, "article") == []


def test_lists_that_do_not_come_are_told_and_leave_the_skeletons(
    browser: Browser, small_served: Served
):
    with reader(browser, small_served.address) as context:
        context.route("**/writing.json", lambda route: route.abort())
        page = context.new_page()
        page.goto("write/")
        expect(page.get_by_role("alert")).to_contain_text("讀不進來")
        expect(page.locator("tiku-writing pre:visible").first).to_be_visible()
