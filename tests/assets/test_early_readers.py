"""Who acts before everything is there: a module, the storage or the network comes when it pleases,
and takes nothing that was written, chosen or pressed meanwhile."""

from browsing import Question
from playwright.sync_api import BrowserContext, Page, Route, expect

HELD = """(() => {
    const waiting = [];
    window.release = () => { window.isFree = true; waiting.splice(0).forEach((work) => work()); };
    const whole = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', { ...whole, set(heard) {
        whole.set.call(this, (event) => {
            if (window.isFree || !document.querySelector('PLACE')) heard(event);
            else waiting.push(() => heard(event));
        });
    } });
})()"""
"""What the database gives waits from when something is on the page until it is released."""
NOTES = """() => new Promise((resolve) => {
    const open = indexedDB.open('tiku');
    open.onsuccess = () => {
        const all = open.result.transaction('events').objectStore('events').getAll();
        all.onsuccess = () => {
            open.result.close();
            resolve(all.result.filter(({ kind }) => kind === 'note').map(({ text }) => text));
        };
    };
})"""
FIRST_LATE = """(() => {
    const ask = window.fetch;
    window.fetch = async (...asked) => {
        if (!String(asked[0]).endsWith('importing.json') || window.release) return ask(...asked);
        await new Promise((resolve) => { window.release = resolve; });
        return ask(...asked);
    };
})()"""


def held(context: BrowserContext, place: str) -> Page:
    page = context.new_page()
    page.add_init_script(HELD.replace("PLACE", place))
    return page


def hold(page: Page, requests: str) -> list[Route]:
    """These requests, none of which is answered before the test does."""
    late: list[Route] = []
    page.route(requests, lambda route: late.append(route))
    return late


def begin(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".tiku-first button").click()
    expect(page.locator("tiku-set tiku-question")).to_have_count(1)


def test_what_the_storage_says_late_takes_neither_focus_nor_choice(context: BrowserContext):
    page = held(context, "tiku-quiz .tiku-bar")
    page.goto("kinds/#color")
    field = page.locator("#rate [name=answer]")
    field.fill("8")
    shuffle = page.get_by_label("打亂選項").first
    expect(shuffle).not_to_be_checked()
    page.evaluate("release()")
    expect(page.locator("tiku-quiz").first).to_contain_text("已做 0 題")
    expect(field).to_be_focused()
    page.keyboard.type("1")
    expect(field).to_have_value("81")
    expect(page.locator("#color :checked")).to_have_count(0)


def test_an_answer_that_is_checked_before_it_can_be_is_checked_once(context: BrowserContext):
    page = context.new_page()
    late = hold(page, "**/kinds/number.js*")
    page.goto("kinds/")
    expect(page.locator("#color .tiku-controls")).to_be_visible()
    rate = Question(page, "rate").write("8")
    for _ in range(2):
        rate.root.locator("[name=answer]").press("Enter")
    late[0].continue_()
    rate.says("答對")


def test_what_could_not_be_had_is_asked_for_when_the_reader_writes(context: BrowserContext):
    page = context.new_page()
    lost: list[None] = []
    page.route("**/kinds/number.js*", lambda route: lost.append(route.abort()))
    page.goto("kinds/")
    while len(lost) < 2:  # ahead of time, and when it was wanted
        page.wait_for_timeout(20)
    page.unroute("**/kinds/number.js*")
    rate = Question(page, "rate").write("8")
    rate.check().says("答對")


def test_a_paper_is_not_handed_in_before_it_is_known_what_was_answered(context: BrowserContext):
    page = held(context, "tiku-set")
    page.goto("exam/short/")
    page.get_by_role("button", name="開始考試").click()
    expect(page.locator("tiku-set .tiku-bar-place")).to_be_attached()
    hand_in = page.get_by_role("button", name="交卷", exact=True)
    expect(hand_in).to_have_count(0)
    page.evaluate("release()")
    hand_in.click()
    expect(page.locator("dialog[open]")).to_contain_text("題沒答")


def test_a_slow_storage_steps_over_no_question(context: BrowserContext):
    page = held(context, ".held")
    begin(page, "practice/")
    page.evaluate("document.body.classList.add('held')")
    page.get_by_role("button", name="斬題").click()
    expect(page.locator(".tiku-set-where")).to_contain_text("第 2 題")
    page.evaluate("release()")
    expect(page.locator("tiku-set")).to_contain_text("這題斬掉了")
    page.get_by_role("button", name="下一題", exact=True).click()
    expect(page.locator(".tiku-set-where")).to_contain_text("第 3 題")


def test_a_note_of_another_tab_stays_and_is_found(context: BrowserContext):
    page, other = context.new_page(), context.new_page()
    begin(page, "practice/")
    other.goto(page.url)
    other.get_by_text("寫筆記").click()
    other.get_by_label("我的筆記").fill("看第三條")
    other.get_by_label("我的筆記").blur()
    expect(page.get_by_label("我的筆記")).to_have_value("看第三條")
    page.get_by_label("我的筆記").fill("看第三條第二項")
    page.keyboard.press("Tab")
    expect(other.get_by_label("我的筆記")).to_have_value("看第三條第二項")
    other.get_by_role("button", name="下一題", exact=True).click()
    expect(other.locator(".tiku-set-where")).to_contain_text("第 2 題")
    other.goto("practice/?mode=noted")
    sought = other.get_by_label("在筆記裡找")
    sought.fill("第二項")
    found = other.get_by_role("button", name="到這一題")
    found.hover()
    other.mouse.down()
    expect(sought).not_to_be_focused()
    other.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    other.mouse.up()
    expect(other.locator("tiku-set tiku-question")).to_have_count(1)
    assert sorted(page.evaluate(NOTES)) == ["看第三條", "看第三條第二項"]


def test_a_plan_of_another_tab_leaves_the_form_as_it_is(context: BrowserContext):
    page, other = context.new_page(), context.new_page()
    page.goto("practice/")
    page.locator(".tiku-own-choice summary").click()
    page.get_by_label("主題").focus()
    first = page.locator(".tiku-first button")
    expect(first).to_have_text("做今天的 10 題")
    other.goto("progress/")
    other.get_by_label("每天幾題").fill("7")
    other.get_by_label("每天幾題").blur()
    expect(first).to_have_text("做今天的 7 題")
    expect(page.get_by_label("主題")).to_be_focused()


def test_whoever_seeks_before_the_search_is_there_is_answered(context: BrowserContext):
    page = context.new_page()
    late, index = hold(page, "**/loader.js*"), hold(page, "**/first.json*")
    page.goto("kinds/", wait_until="commit")
    page.locator("[data-tiku-search] input").fill("首問責任制")
    late[0].continue_()
    expect(page.locator("[data-tiku-search] [role=status]")).to_be_attached()
    page.keyboard.press("Enter")
    with page.expect_navigation():
        index[0].continue_()
    expect(page.locator("h1")).not_to_contain_text("各種題型")


def test_an_import_shows_what_was_asked_last(context: BrowserContext):
    page = context.new_page()
    page.add_init_script(FIRST_LATE)
    done: list[object] = []
    page.on("worker", lambda worker: worker.on("close", lambda _: done.append(worker)))
    page.goto("import/")
    for stem in ("舊題", "新題"):
        page.get_by_label("貼上題目").fill(f"{stem}？\nA. 是\nB. 否\nANSWER: A\n")
        page.get_by_role("button", name="轉成題庫").click()
    bank = page.locator(".tiku-yaml")
    expect(bank).to_contain_text("新題")
    page.evaluate("release()")
    while len(done) < 2:
        page.wait_for_timeout(20)
    expect(bank).to_contain_text("新題")


def test_order_that_was_begun_without_script_is_taken_over(context: BrowserContext):
    page = context.new_page()
    late = hold(page, "**/kinds/ordering.js*")
    page.goto("kinds/")
    last = page.locator("#steps .tiku-sequence li").last
    name = last.get_attribute("data-choice")
    last.locator("input").fill("1")
    late[0].continue_()
    expect(page.locator("#steps .tiku-sequence li").first).to_have_attribute(
        "data-choice", str(name)
    )
