"""Storage that another tab closes, deletes, makes newer or blocks; a clock that was ahead."""

import json
import re

import pytest
from browsing import Question, open_page, wait_until
from playwright.sync_api import BrowserContext, Page, expect

UNSAVED = "無法保存紀錄"
OTHER_TABS = {
    "deletes it": "indexedDB.deleteDatabase('tiku')",
    "makes it newer": "indexedDB.open('tiku', 9)",
}
DONE = """request => new Promise((resolve, reject) => {
    request = eval(request);
    request.onsuccess = () => { request.result?.close?.(); resolve(); };
    request.onerror = reject;
})"""
KEPT = """async () => {
    // To open what is not there would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'tiku')) return false;
    const open = indexedDB.open('tiku');
    await new Promise(resolve => { open.onsuccess = resolve });
    const all = open.result.transaction('events').objectStore('events').getAll();
    await new Promise(resolve => { all.onsuccess = resolve });
    open.result.close();
    return all.result.some(({ question }) => question === 'color');
}"""
PUT = """event => new Promise(resolve => {
    const open = indexedDB.open('tiku');
    open.onsuccess = () => {
        const change = open.result.transaction('events', 'readwrite');
        change.objectStore('events').put(event);
        change.oncomplete = () => { open.result.close(); resolve(); };
    };
})"""


@pytest.mark.parametrize("request_", OTHER_TABS.values(), ids=OTHER_TABS)
def test_a_database_that_another_tab_takes_is_opened_again(context: BrowserContext, request_: str):
    page = open_page(context, "kinds/")
    Question(page, "rate").write("8").check().says("答對")
    other = context.new_page()
    other.goto("faq/")
    other.evaluate(DONE, request_)
    Question(page, "color").choose("green").check().says("答錯")
    wait_until(page, KEPT)
    expect(page.get_by_text(UNSAVED)).to_have_count(0)
    page.reload()
    Question(page, "color").says("答錯")


FULL = """() => {
    window.put = IDBObjectStore.prototype.put;
    const full = () => { throw new DOMException('full', 'QuotaExceededError') };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
}"""
NEVER = "IDBFactory.prototype.open = () => ({})"


@pytest.mark.parametrize("address", ["kinds/", "practice/?mode=order", "exam/short/"])
def test_while_nothing_is_kept_every_page_says_so(context: BrowserContext, address: str):
    context.add_init_script(NEVER)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_text(UNSAVED).first).to_be_visible(timeout=10000)
    if address != "kinds/":
        page.get_by_role("button", name=re.compile("^(開始|開始考試)$")).click()
        expect(page.locator("tiku-set").get_by_text(UNSAVED)).to_be_visible(timeout=10000)


def test_what_could_not_be_kept_is_kept_when_storage_works_again(context: BrowserContext):
    page = open_page(context, "kinds/")
    Question(page, "rate").write("8").check().says("答對")
    page.evaluate(FULL)
    Question(page, "color").choose("green").check().says("答錯")
    expect(page.get_by_text(UNSAVED).first).to_be_visible()
    page.evaluate("() => void (IDBObjectStore.prototype.put = window.put)")
    expect(page.get_by_text(UNSAVED)).to_have_count(0, timeout=10000)
    page.reload()
    Question(page, "color").says("答錯")


def test_an_answer_that_the_page_left_unwritten_is_written_by_the_next(context: BrowserContext):
    """The database is being opened again while the reader answers and leaves."""
    page = open_page(context, "kinds/")
    Question(page, "rate").write("8").check().says("答對")
    other = context.new_page()
    other.goto("faq/")
    page.evaluate(NEVER)
    other.evaluate(DONE, OTHER_TABS["deletes it"])
    Question(page, "color").choose("green").check().says("答錯")
    page.reload()
    Question(page, "color").says("答錯")
    wait_until(page, KEPT)
    page.reload()
    Question(page, "color").says("答錯")


def test_an_answer_given_now_overrules_one_that_a_wrong_clock_dated(context: BrowserContext):
    page = open_page(context, "kinds/")
    revision = Question(page, "color").root.get_attribute("data-revision")
    ahead = {
        "id": "x", "kind": "answer", "question": "color", "revision": revision,
        "response": ["green"], "right": False, "mode": "page", "at": "2031-01-01T00:00:00.000Z",
    }  # fmt: skip
    page.evaluate(PUT, ahead)
    page.reload()
    Question(page, "color").says("答錯")
    Question(page, "color").check().choose("blue").check().says("答對")
    page.reload()
    Question(page, "color").says("答對")


HOSTILE = {
    "an address that cannot be decoded": "kinds/#%E0%A4%A",
    "an unknown way to practise": "practice/?mode=constructor&count=__proto__&topic=%00",
    "a set that there is not": "practice/#__proto__",
    "a seed as long as a book": f"exam/short/?seed={'x' * 5000}#%",
    "an import that is none": "progress/#import=%%%",
}
SETTINGS = {
    "exam-plan": {"exam": "constructor", "date": "toString", "amount": -1},
    "memory-weights": {"weights": ["toString"] * 21, "reviews": {}, "own": None, "usual": []},
    "practice": {"mode": "valueOf", "filters": 7, "count": {}},
    "pack/short": {"name": {}, "number": "1"},
    "set/x": {"id": "x", "mode": "constructor", "questions": 7},
    "set/y": {"id": "y", "exam": "short", "questions": ["color"], "sections": "no", "at": "never"},
    "shuffle": "yes",
}
SET = """settings => new Promise(resolve => {
    const open = indexedDB.open('tiku');
    open.onsuccess = () => {
        const change = open.result.transaction('settings', 'readwrite');
        for (const [name, value] of settings) change.objectStore('settings').put(value, name);
        change.oncomplete = () => { open.result.close(); resolve(); };
    };
})"""


def test_whatever_stands_in_storage_or_an_address_stops_no_page(context: BrowserContext):
    """`reader` fails at any error of a script."""
    page = open_page(context, "kinds/")
    page.evaluate(SET, list(SETTINGS.items()))
    for address in HOSTILE.values():
        page.goto("faq/")
        page.goto(address)
        _can_be_used(page, address)


def _can_be_used(page: Page, address: str) -> None:
    if address.startswith("kinds/"):
        Question(page, "color").choose("blue").check().says("答對")
    elif address.startswith("progress/"):
        expect(page.locator("tiku-progress")).to_contain_text("什麼都沒有改")
    else:
        page.locator("main button.tiku-button").first.click()
        expect(page.locator("tiku-set tiku-question")).to_have_count(1)


def test_one_answer_draws_one_question(context: BrowserContext):
    page = open_page(context, "kinds/")
    Question(page, "rate").write("8").check().says("答對")
    page.evaluate("""() => {
        window.drawn = [];
        const seen = (changes) => { for (const { target } of changes) {
            const name = target.parentElement?.closest('tiku-question')?.id;
            if (name) window.drawn.push(name);
        } };
        new MutationObserver(seen).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    }""")
    Question(page, "color").choose("blue").check().says("答對")
    page.wait_for_timeout(200)
    assert set(page.evaluate("window.drawn")) == {"color"}
    assert json.dumps(page.evaluate("document.querySelectorAll('#color .tiku-mark').length")) == "1"


FIRST_SEEN = """window.seen = {};
    new MutationObserver(() => {
        const places = { mode: '.tiku-modes input:checked', begins: 'select[name=begins]' };
        for (const [name, place] of Object.entries(places)) {
            const value = document.querySelector(place)?.value;
            if (value !== undefined) window.seen[name] ??= value;
        }
    }).observe(document, { subtree: true, childList: true });"""


def test_a_form_is_as_it_was_left_before_anybody_can_change_it(context: BrowserContext):
    """What storage says later would take the place of what was chosen meanwhile."""
    page = context.new_page()
    page.add_init_script(FIRST_SEEN)
    kept = {"practice": {"mode": "random", "filters": {}}, "day-start": 1}
    open_page(context, "kinds/").evaluate(SET, list(kept.items()))
    page.goto("practice/?topic=kinds")
    expect(page.locator(".tiku-modes input:checked")).to_have_value("random")
    assert page.evaluate("seen.mode") == "random"
    page.goto("progress/")
    expect(page.locator("select[name=begins]")).to_have_value("1")
    assert page.evaluate("seen.begins") == "1"
