"""The English words are English, and the browser's part of an English site says nothing else."""

import re
from collections.abc import Iterator

import pytest
from browsing import Question, reader
from conftest import Served, serve
from playwright.sync_api import Browser, Page, expect

from tiku.locales.catalogue import Tree, is_plural, read

HAN = re.compile(r"[\u3400-\u9fff\uff01-\uff5e\u3001-\u3011]")
FILES = {
    "mkdocs.yml": "site_name: Small\nsite_url: http://127.0.0.1/\n"
    "theme: {name: material, language: en, font: false, features: [navigation.instant]}\n"
    "plugins: [tiku]\n",
    "docs/index.md": "# Small\n\nHello.\n",
    "docs/guide.md": "# Guide\n\n```quiz\nid: asked-here\n\nWhat comes first at the hatch?\n\n"
    "- [x] Listening\n- [ ] Quoting\n  > Nobody hears.\n- [ ] Calling\n\nSo.\n```\n",
    "questions/kinds.yml": "topic: kinds\ntitle: Kinds\nquestions:\n"
    "  - {id: sky, stem: The sky is blue., answer: true, explanation: Look up.}\n"
    "  - {id: sum, stem: What is 6 times 7?, answer: {value: 42}}\n"
    "  - {id: word, stem: What is a bank of questions called?, answer: bank, kind: text}\n",
    "questions/scoring.yml": "profiles:\n  - {id: whole, title: All or nothing, rule: None, partial: 0}\n",
    "questions/exams/short.yml": "exam: short\ntitle: Short\nminutes: 5\npass_mark: 1\nsections:\n"
    "  - {id: a, title: A, kinds: [true-false, numeric], count: 2, points: 1, scoring: whole}\n",
}


def texts(tree: Tree) -> Iterator[str]:
    for node in tree.values():
        if isinstance(node, str):
            yield node
        elif isinstance(node, list):
            yield from node
        else:
            yield from texts({k: v for k, v in node.items() if k != "by" or not is_plural(node)})


def test_no_english_word_of_the_browser_is_chinese():
    tables = {name: table for name, table in read("en").items() if "/" in name}
    assert [text for text in texts(tables) if HAN.search(text)] == []


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    source = tmp_path_factory.mktemp("english")
    for name, text in FILES.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    yield from serve(source, tmp_path_factory.mktemp("served"))


def said(page: Page, element: str) -> list[str]:
    """Whatever of an element is no English."""
    seen = page.locator(element).inner_text() + "".join(
        page.locator(f"{element} [aria-label]").evaluate_all("a => a.map(e => e.ariaLabel)")
    )
    return HAN.findall(seen)


def test_practice_an_exam_and_progress_in_english(browser: Browser, english: Served):
    with reader(browser, english.address) as context:
        page = context.new_page()
        page.goto("practice/?mode=order")
        expect(page.locator("output")).to_have_text("4 questions match")
        assert said(page, "tiku-practice") == []
        page.get_by_role("button", name="Start", exact=True).click()
        Question(page, "sky").choose("true")
        Question(page, "sky").says("Right")
        expect(page.locator(".tiku-set-where")).to_have_text("Question 1 of 4")
        page.goto("exam/short/")
        page.get_by_role("button", name="Start the exam").click()
        expect(page.locator(".tiku-set-where")).to_contain_text("question 1 of 2")
        page.get_by_role("button", name="Hand in").click()
        dialog = page.locator("dialog[open]")
        expect(dialog).to_contain_text("2 questions are not answered.")
        dialog.get_by_role("button", name="Hand in").click()
        expect(page.locator(".tiku-result")).to_contain_text("Not passed")
        assert said(page, "tiku-exam") == []
        page.goto("progress/")
        expect(page.locator("tiku-progress[data-drawn]")).to_have_count(1)
        assert said(page, "tiku-progress") == []


def test_a_question_that_stands_on_a_page_is_asked_there_found_and_remembered(
    browser: Browser, english: Served
):
    with reader(browser, english.address) as context:
        page = context.new_page()
        page.goto("guide/")
        Question(page, "asked-here").choose("b").check().says("Wrong")
        expect(page.locator("#asked-here")).to_contain_text("Nobody hears.")
        page.goto("?q=hatch")
        page.locator("[data-tiku-search] .tiku-result").first.click()
        expect(page).to_have_url(re.compile("/guide/.*#asked-here$"))
        page.goto("progress/")
        expect(page.locator("tiku-progress[data-drawn]")).to_contain_text("Guide")
