"""A reader's progress: kept through reloads, tabs and edits, and never on the wrong question."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from browsing import EVENTS, Question, open_page, reader, wait_until
from conftest import Served
from playwright.sync_api import Browser, BrowserContext, Page, expect


def done(page: Page, number: int, right: int) -> None:
    expect(page.locator("tiku-quiz").first).to_contain_text(f"已做 {number} 題，答對 {right} 題")


@contextmanager
def visiting(browser: Browser, site: Served) -> Iterator[tuple[BrowserContext, Page]]:
    with reader(browser, site.address) as context:
        page = open_page(context, "kinds/")
        Question(page, "color").choose("green").check().says("答錯")
        Question(page, "rate").write("8").check().says("答對")
        done(page, 2, 1)
        yield context, page


@pytest.fixture
def visit(browser: Browser, small_served: Served):
    """A reader who has answered color wrong, rate right."""
    with visiting(browser, small_served) as visit:
        yield visit


@pytest.fixture
def changing(browser: Browser, own_served: Served):
    """The same reader of a site that changes meanwhile."""
    with visiting(browser, own_served) as visit:
        yield visit


def test_a_reload_shows_what_was_answered(visit: tuple[BrowserContext, Page]):
    _, page = visit
    page.reload()
    done(page, 2, 1)
    question = Question(page, "color")
    expect(question.choice("green")).to_be_checked()
    question.says("答錯")
    expect(question.answer).not_to_have_attribute("open", "")
    expect(Question(page, "primes").verdict).to_be_empty()


def test_the_same_question_on_another_page_knows(visit: tuple[BrowserContext, Page]):
    context, _ = visit
    other = open_page(context, "again/")
    Question(other, "color").says("答錯")


def test_another_tab_hears_of_it(visit: tuple[BrowserContext, Page]):
    context, page = visit
    other = open_page(context, "bank/kinds/")
    Question(page, "primes").choose("two", "three").check().says("答對")
    Question(other, "primes").says("答對")
    done(other, 3, 2)
    Question(other, "escalation").choose("true").check().says("答對")
    done(page, 4, 3)


def test_another_tab_does_not_take_away_what_is_being_chosen(visit: tuple[BrowserContext, Page]):
    context, page = visit
    other = open_page(context, "kinds/")
    Question(other, "primes").choose("four")
    Question(page, "primes").choose("two", "three").check().says("答對")
    done(other, 3, 2)
    expect(Question(other, "primes").choice("four")).to_be_checked()
    expect(Question(other, "primes").choice("three")).not_to_be_checked()


def test_inserting_deleting_and_reordering_move_nothing(
    changing: tuple[BrowserContext, Page], own_served: Served
):
    _, page = changing
    index = own_served.source / "docs" / "kinds.md"
    text = index.read_text("utf-8").replace(
        "[color, primes, escalation, rate", "[rate, fresh, color"
    )
    index.write_text(text, encoding="utf-8")
    fresh = (
        "  - id: fresh\n    stem: 新題。\n    choices: {green: 綠, blue: 藍}\n    answer: green\n"
    )
    own_served.edit(("questions:\n", f"questions:\n{fresh}"), ("  - id: primes", "  - id: others"))
    page.goto("kinds/")
    done(page, 2, 1)
    Question(page, "color").says("答錯")
    Question(page, "rate").says("答對")
    expect(Question(page, "fresh").verdict).to_be_empty()


def test_rewording_keeps_progress(changing: tuple[BrowserContext, Page], own_served: Served):
    _, page = changing
    own_served.edit(
        ("天空是（　）色。", "晴天的天空是（　）色。"),
        ("      blue: 藍\n      green: 綠\n", "      green: 綠色\n      blue: 藍色\n"),
        ("explanation: 8除以100。", "explanation: 八除以一百。"),
    )
    page.goto("kinds/")
    done(page, 2, 1)
    expect(Question(page, "color").choice("green")).to_be_checked()


def test_a_changed_key_opens_the_question_again_and_says_so(
    changing: tuple[BrowserContext, Page], own_served: Served
):
    _, page = changing
    own_served.edit(
        ("answer: blue", "answer: green"),
        ("      green: 綠是草的顏色。", "      blue: 不再是藍。"),
    )
    page.goto("kinds/")
    done(page, 1, 1)
    question = Question(page, "color")
    expect(question.root).to_contain_text("更正")
    question.choose("green").check().says("答對")
    done(page, 2, 2)


def test_a_choice_that_is_gone_harms_nothing(
    changing: tuple[BrowserContext, Page], own_served: Served
):
    _, page = changing
    own_served.edit(("      green: 綠\n", ""), ("      green: 綠是草的顏色。\n", ""))
    page.goto("kinds/")
    done(page, 2, 1)
    expect(Question(page, "color").root.locator("input:checked")).to_have_count(0)


def test_reset_asks_first_and_clears_this_page_only(visit: tuple[BrowserContext, Page]):
    context, page = visit
    Question(page, "late-parcel/first").choose("log").check().says("答對")
    page.get_by_role("button", name="重設").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="取消").click()
    done(page, 2, 1)
    page.get_by_role("button", name="重設").first.click()
    page.get_by_role("dialog").get_by_role("button", name="重設").click()
    done(page, 0, 0)
    expect(Question(page, "color").verdict).to_be_empty()
    bank = open_page(context, "bank/kinds/")
    done(bank, 1, 1)


BREAKAGES = {
    "no IndexedDB": "Object.defineProperty(window, 'indexedDB', {value: undefined})",
    "opening refused": "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
    "disk full": (
        "IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = "
        "() => { throw new DOMException('full', 'QuotaExceededError') }"
    ),
}


@pytest.mark.parametrize("script", BREAKAGES.values(), ids=BREAKAGES)
def test_without_storage_one_can_still_study_and_is_told(
    browser: Browser, small_served: Served, script: str
):
    with reader(browser, small_served.address) as context:
        context.add_init_script(script)
        page = open_page(context, "kinds/")
        Question(page, "color").choose("blue").check().says("答對")
        done(page, 1, 1)
        expect(page.locator("tiku-quiz").first).to_contain_text("無法保存紀錄")


def test_corrupt_records_are_passed_over_and_kept(visit: tuple[BrowserContext, Page]):
    _, page = visit
    records = (
        "[{id: 'x1'}, {id: 'x2', question: 'color', kind: 'answer', response: 7, at: {}},"
        " {id: 'x3', question: 5, kind: 'nonsense'}]"
    )
    write = f"""() => new Promise(resolve => {{
        const open = indexedDB.open('tiku');
        open.onsuccess = () => {{
            const change = open.result.transaction('events', 'readwrite');
            for (const record of {records}) change.objectStore('events').put(record);
            change.oncomplete = () => {{ open.result.close(); resolve(); }};
        }};
    }})"""
    page.evaluate(write)
    page.reload()
    done(page, 2, 1)
    wait_until(page, f"async () => (await ({EVENTS})()).length === 5")
