"""Questions that a practice set or an exam leads: by attributes, methods and events."""

import pytest
from browsing import EVENTS, Question, open_page, reader, wait_until
from conftest import Served
from playwright.sync_api import Browser, Page, expect

LISTEN = """() => {
    window.heard = [];
    for (const name of ['tiku-answered', 'tiku-drafted', 'tiku-again'])
        document.addEventListener(name, ({type, target, detail}) =>
            window.heard.push({type, id: target.id, detail}));
}"""


@pytest.fixture
def page(browser: Browser, small_served: Served):
    with reader(browser, small_served.address) as context:
        page = open_page(context, "kinds/")
        page.evaluate(LISTEN)
        yield page


def lead(page: Page, name: str, **attributes: str) -> Question:
    """A question with `data-` attributes."""
    question = Question(page, name)
    question.root.evaluate("(q, data) => Object.assign(q.dataset, data)", attributes)
    return question


def stored(page: Page) -> list[dict]:
    wait_until(page, f"() => ({EVENTS})().then(all => all.length)")
    return sorted(page.evaluate(EVENTS), key=lambda event: event["at"])


def heard(page: Page, kind: str) -> list[dict]:
    return [event for event in page.evaluate("window.heard") if event["type"] == kind]


def test_its_attributes_go_into_the_event(page: Page):
    lead(page, "color", mode="practice", set="s1", confidence="unsure").choose("green").check()
    (event,) = stored(page)
    assert (event["mode"], event["set"], event["confidence"]) == ("practice", "s1", "unsure")


def test_without_attributes_the_page_asks(page: Page):
    Question(page, "color").choose("green").check()
    (event,) = stored(page)
    assert event["mode"] == "page"
    assert not {"set", "confidence"} & event.keys()


def test_a_check_is_told(page: Page):
    Question(page, "color").choose("green").check().says("答錯")
    (event,) = heard(page, "tiku-answered")
    assert event["detail"] == {"question": "color", "response": ["green"], "right": False}


def test_a_set_starts_afresh_and_remembers_its_own(page: Page):
    Question(page, "color").choose("green").check().says("答錯")
    state = "q => q.state"
    question = lead(page, "color", set="s1")
    assert question.root.evaluate(state) == {"is": "fresh", "response": []}
    question.button.click()
    question.choose("blue").check().says("答對")
    assert question.root.evaluate(state) == {"is": "right", "response": ["blue"]}
    assert lead(page, "color", set="s2").root.evaluate(state)["is"] == "fresh"


def test_a_silent_question_shows_its_field_and_nothing_else(page: Page):
    question = lead(page, "color", silent="")
    question.choose("green")
    expect(question.choice("green")).to_be_checked()
    for hidden in (".tiku-controls", ".tiku-hint", ".tiku-answer"):
        expect(question.root.locator(hidden)).to_be_hidden()
    question.choice("green").press("Enter")
    assert heard(page, "tiku-answered") == []
    assert page.evaluate(EVENTS) == []


def test_a_silent_question_tells_each_change(page: Page):
    lead(page, "color", silent="").choose("green", "blue")
    lead(page, "owner", silent="").write("首問")
    assert [event["id"] for event in heard(page, "tiku-drafted")] == ["color", "color", "owner"]


RESPONSES = {
    "color": (["blue"], ["green"]),
    "primes": (["two", "three"], ["four"]),
    "escalation": (["true"], ["false"]),
    "rate": (["8"], ["9"]),
    "owner": (["FCO"], ["首長"]),
    "families": (["rate=result", "manner=behaviour", "care=trait"], ["rate=trait", "care=trait"]),
    "steps": (["listen", "log", "solve", "reply"], ["log", "listen", "reply", "solve"]),
    "apology": (["<b>抱歉</b>", "sorry", "next", "when"], ["抱歉", "next"]),
}


@pytest.mark.parametrize("name", RESPONSES)
def test_a_draft_is_filled_in_and_read_back(page: Page, name: str):
    question = lead(page, name, silent="")
    for response in RESPONSES[name]:
        given = question.root.evaluate(
            "async (q, r) => { await q.draft(r); return q.response; }", response
        )
        assert given == response
    assert question.root.evaluate("async q => { await q.draft([]); return q.response; }") == []


@pytest.mark.parametrize("name", RESPONSES)
def test_a_verdict_needs_no_answering(page: Page, name: str):
    question = Question(page, name)
    verdicts = [
        question.root.evaluate("(q, r) => q.verdictOf(r).right", r) for r in RESPONSES[name]
    ]
    assert verdicts == [True, False]
    expect(question.verdict).to_be_empty()


@pytest.mark.parametrize("name", RESPONSES)
def test_revealed_it_is_marked_and_locked_and_nothing_is_stored(page: Page, name: str):
    question = lead(page, name, silent="")
    _, wrong = RESPONSES[name]
    question.root.evaluate("(q, r) => q.reveal(r, false)", wrong)
    question.says("✗")
    expect(question.root.locator("fieldset")).to_have_js_property("disabled", True)
    expect(question.answer.locator(".tiku-key")).to_be_visible()
    expect(question.root.get_by_role("button")).to_have_count(0)
    assert page.evaluate(EVENTS) == []


@pytest.mark.parametrize("name", RESPONSES)
def test_revealed_without_an_answer_it_says_so(page: Page, name: str):
    question = lead(page, name, silent="")
    question.root.evaluate("q => q.reveal([], false)")
    question.says("未作答")
    expect(question.answer.locator(".tiku-key")).to_be_visible()


def test_what_was_revealed_stays_whatever_is_answered_elsewhere(page: Page):
    question = lead(page, "color", silent="")
    question.root.evaluate("q => q.reveal(['green'], false)")
    Question(page, "primes").choose("two", "three").check().says("答對")
    question.says("答錯")
