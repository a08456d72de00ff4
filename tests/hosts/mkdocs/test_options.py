"""What a site may decide: below `tiku:` in mkdocs.yml, and in options.yml."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from posixpath import normpath

import pytest
from browsing import Question, open_page, reader, wait_until
from conftest import SMALL_SITE, Served, build, serve
from playwright.sync_api import Browser, expect

OPTIONS = """
feedback: at-end
shuffle: true
storage: mine
pages:
  folder: study
  without: [write, sources]
  titles: {glossary: 我們的詞, listing: 全部}
"""
ASKED = """---
quiz: {feedback: at-once}
---
# 另問

```quiz
ids: [color]
feedback: on-choice
```

```quiz
ids: [primes]
```
"""
LEADS = """async () => {
    const [found] = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/feedback.js"));
    return found && import(found.name);
}"""
"""What checks a tapped choice is there; until then the button does."""
LINK = re.compile(r'href="([^":#?]*)[#?"]')


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small site with options, and a page that asks in another way."""
    folder = tmp_path_factory.mktemp("decided")
    source = Path(shutil.copytree(SMALL_SITE, folder / "source"))
    (source / "questions" / "options.yml").write_text(OPTIONS, encoding="utf-8")
    for page in (source / "docs").glob("*.md"):
        moved = re.sub(r"\]\((practice|exam/|bank/)", r"](study/\1", page.read_text("utf-8"))
        page.write_text(moved, encoding="utf-8")
    (source / "docs" / "asked.md").write_text(ASKED, encoding="utf-8")
    yield from serve(source, folder / "site")


def test_a_wrong_option_stops_the_build_at_its_place(site: Path, tmp_path: Path):
    config = site / "mkdocs.yml"
    text = config.read_text("utf-8")
    line = text[: text.index("plugins:")].count("\n") + 1
    wrong = "plugins:\n  - tiku:\n      words: 3\n      questoins: here\n      feedback: at-end\n"
    config.write_text(text.replace("plugins: [tiku]\n", wrong), encoding="utf-8")
    built = build(site, tmp_path / "out")
    assert built.status == 1
    assert f"mkdocs.yml:{line + 2}:14" in built.output
    assert (
        f"mkdocs.yml:{line + 3}:18 沒有「questoins」這個選項，是不是要寫 questions？"
        in built.output
    )
    assert "「feedback」寫在題庫資料夾的 options.yml" in built.output


def test_an_edition_is_made_of_traditional_chinese_and_of_nothing_else(site: Path, tmp_path: Path):
    config = site / "mkdocs.yml"
    text = config.read_text("utf-8").replace("language: zh-Hant", "language: en")
    line = text[: text.index("plugins:")].count("\n") + 1
    wrong = "plugins:\n  - tiku:\n      editions: [zh-hans]\n"
    config.write_text(text.replace("plugins: [tiku]\n", wrong), encoding="utf-8")
    built = build(site, tmp_path / "out")
    assert built.status == 1
    assert f"mkdocs.yml:{line + 2}:17 editions: [zh-hans] 由繁體中文轉成" in built.output
    assert "這個網站說的卻是 en" in built.output
    assert not (tmp_path / "out").exists()


def test_generated_pages_stand_where_the_site_wants_them(decided: Served):
    study = {path.name for path in (decided.target / "study").iterdir()}
    assert {"bank", "exam", "glossary", "practice", "a-z"} <= study
    assert not {"write", "sources"} & study
    assert not (decided.target / "glossary").exists()
    assert "<h1" in (html := (decided.target / "study/glossary/index.html").read_text("utf-8"))
    assert "我們的詞" in html


def test_every_link_leads_somewhere(decided: Served):
    for page in decided.target.rglob("*.html"):
        here = page.parent.relative_to(decided.target).as_posix()
        for link in set(LINK.findall(page.read_text("utf-8"))) if page.name != "404.html" else ():
            there = decided.target / normpath(f"{here}/{link}")
            assert there.is_file() or (there / "index.html").is_file(), (here, link)


def test_verdicts_come_at_the_end_and_records_have_a_name(browser: Browser, decided: Served):
    with reader(browser, decided.address) as context:
        page = context.new_page()
        page.goto("kinds/")
        quiz = page.locator("tiku-quiz").filter(has=page.locator("tiku-question#color"))
        every = quiz.get_by_role("button", name="全部對答案")
        expect(every).to_be_visible()
        expect(quiz.get_by_label("打亂選項")).to_be_checked()
        question = Question(page, "color").choose("red")
        expect(question.button).to_be_hidden()
        every.click()
        question.says("答錯")
        expect(quiz.locator("output", has_text="還有")).to_be_visible()
        names = "indexedDB.databases().then((all) => all.map(({ name }) => name).join())"
        wait_until(page, f"async () => (await {names}) === 'tiku-mine'")


def test_a_page_and_a_fence_may_ask_otherwise(browser: Browser, decided: Served):
    with reader(browser, decided.address) as context:
        page = open_page(context, "asked/")
        expect(Question(page, "primes").button).to_be_visible()
        wait_until(page, LEADS)
        Question(page, "color").choose("blue").says("答對")
