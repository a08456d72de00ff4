"""What is too long for one page: large banks, and the list of everything."""

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from browsing import reader
from conftest import ZH, Quiet
from playwright.sync_api import Browser, Route, expect

from tiku import search
from tiku.hosts.opening import opened, write
from tiku.hosts.static import site
from tiku.rendering.links import seen_from
from tiku.search.destinations import Destination
from tiku.site import catalog
from tiku.site.index_pages import parts_of

ONE = """  - id: q-{n}
    stem: 第{n}個數是多少？
    choices: {{a: 數{n}, b: 數{n}又一, c: 數{n}又二}}
    answer: a
    explanation: 就是第{n}個。
"""
CASE = """  - id: desk
    kind: case
    title: 櫃台
    material: 客人來了。
    questions:
      - id: first
        stem: 櫃台先做什麼？
        choices: {a: 聽, b: 寫, c: 問}
        answer: a
        explanation: 先聽。
"""
RETIRED = "    retired: {since: 2026-01-01, why: 不問了}\n"
PARTS = "search-in-parts"
REFERRING = """topic: small
title: 小題庫
questions:
  - id: referring
    stem: 哪一題在後面？
    choices: {a: 第一五〇, b: 第一, c: 第二}
    answer: a
    explanation: 看參考。
    see: [bank/large.md#q-150, bank/large.md#q-7]
"""


SCORING = """profiles:
  - {id: whole, title: 全對才給分, rule: 全部選對得滿分，其他情形零分。}
"""
EXAM = """exam: little
title: 小考
modelled: 一場很小的考試
minutes: 10
pass_mark: 1
sections:
  - {id: one, title: 單選, kinds: [single], count: 1, points: 1, scoring: whole, topics: {small: 1}}
"""

ASKED_MORE = """() => new Promise((done) => {
    const open = indexedDB.open("tiku");
    open.onsuccess = () => {
        const change = open.result.transaction("settings", "readwrite");
        const settings = change.objectStore("settings");
        const name = `set/${decodeURIComponent(location.hash.slice(1))}`;
        const asked = settings.get(name);
        asked.onsuccess = () => settings.put({ ...asked.result,
            questions: [...asked.result.questions, "q-1"], sections: [0, 0] }, name);
        change.oncomplete = () => { open.result.close(); done(); };
    };
})"""
"""Puts a question of the other bank into the paper that is open."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of 220 questions and a case, of which the third question is retired; more than stand
    in the catalogue itself."""
    root = tmp_path_factory.mktemp("large")
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# 首頁\n", "utf-8")
    (root / "questions").mkdir()
    asked = "".join(ONE.format(n=n) + (RETIRED if n == 3 else "") for n in range(1, 221))
    bank = f"topic: large\ntitle: 大題庫\nquestions:\n{asked}{CASE}"
    (root / "questions" / "large.yml").write_text(bank, "utf-8")
    (root / "questions" / "small.yml").write_text(REFERRING, "utf-8")
    (root / "questions" / "scoring.yml").write_text(SCORING, "utf-8")
    (root / "questions" / "exams").mkdir()
    (root / "questions" / "exams" / "little.yml").write_text(EXAM, "utf-8")
    build, _ = opened(root / "questions", root / "docs", ZH, seen_from)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalog, "ENOUGH", 200)
        write(root / "site", list(site.files(build, root / "docs", fragments=False)))
        patch.setattr(search, "write", partial(search.write, enough=0))
        parts = build.search()[0].items()
    write(root / "site", ((name.replace("/search/", f"/{PARTS}/"), data) for name, data in parts))
    return root / "site"


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def asked_on(folder: Path, page: str) -> list[str]:
    html = (folder / page / "index.html").read_text("utf-8")
    return re.findall(r'<tiku-question id="([^"]+)"', html)


def test_a_retired_question_keeps_its_place_and_moves_no_other(folder: Path):
    assert asked_on(folder, "bank/large") == [f"q-{n}" for n in range(1, 101) if n != 3]
    assert asked_on(folder, "bank/large/2") == [f"q-{n}" for n in range(101, 201)]
    assert asked_on(folder, "bank/large/3") == [*(f"q-{n}" for n in range(201, 221)), "desk/first"]


def test_what_names_a_question_leads_to_its_page(folder: Path):
    html = (folder / "bank" / "small" / "index.html").read_text("utf-8")
    assert 'href="../large/2/#q-150"' in html
    assert 'href="../large/#q-7"' in html
    assert 'href="../bank/large/2/#q-150"' in (folder / "a-z" / "index.html").read_text("utf-8")
    first = folder / "assets" / "tiku" / "search" / "first.json"
    assert "bank/large/3/" in first.read_text("utf-8")


def test_practice_finds_each_question_in_the_file_of_its_page(folder: Path):
    assets = published(folder)
    told, rows = (read(assets / name) for name in ("catalog.json", "rows.json"))
    for row in rows:
        one = dict(zip(told["columns"], row, strict=True))
        pool = told["topics"][one["topic"]]["pool"]
        path = pool.replace(".html", f"/{one['page']}.html") if one["page"] else pool
        assert f'<tiku-question id="{one["id"]}"' in (assets / path).read_text("utf-8")


def published(folder: Path) -> Path:
    (path,) = folder.glob("assets/tiku/*/catalog.json")
    return path.parent


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def test_the_rows_of_each_topic_are_all_rows(folder: Path):
    assets = published(folder)
    whole = read(folder / "assets" / "tiku" / "catalog.json")
    topics = read(assets / "catalog.json")["topics"].values()
    assert [row for topic in topics for row in read(assets / topic["rows"])] == whole["questions"]
    assert read(assets / "rows.json") == whole["questions"]


def test_who_asks_for_a_topic_fetches_the_rows_of_no_other(browser: Browser, address: str):
    with reader(browser, address) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.extend(re.findall(r"rows.*json", request.url)))
        page.goto("exam/little/")
        page.get_by_role("button", name="開始考試").click()
        expect(page.locator("tiku-set tiku-question")).to_contain_text("哪一題在後面？")
        page.goto("practice/?begin=random&topic=small")
        expect(page.locator("tiku-set tiku-question")).to_contain_text("哪一題在後面？")
        assert asked == ["rows/small.json"] * 2
        page.get_by_role("button", name="結束這一組").first.click()
        page.locator("dialog[open]").get_by_role("button", name="結束這一組").click()
        page.get_by_role("button", name="再練一組").click()
        expect(page.locator("select[name=topic] option")).to_have_count(3)
        assert asked[2:] == ["rows.json"]


def test_a_paper_of_which_rows_cannot_be_had_is_told_and_not_shown_without_them(
    browser: Browser, address: str
):
    """It asks of a topic that the exam no longer draws from; handed in, its answer would be lost."""
    with reader(browser, address) as context:
        page = context.new_page()
        page.goto("exam/little/")
        page.get_by_role("button", name="開始考試").click()
        expect(page.locator("tiku-set tiku-question")).to_contain_text("哪一題在後面？")
        page.evaluate(ASKED_MORE)
        page.route("**/rows.json", lambda route: route.abort())
        page.reload()
        expect(page.locator("tiku-exam")).to_contain_text("題目讀不進來")
        page.unroute("**/rows.json")
        page.reload()
        expect(page.locator(".tiku-sheet-cells button")).to_have_count(2)


@pytest.mark.parametrize("old", ["bank/large/#q-150", "bank/large/3/#q-150"])
def test_an_old_address_leads_to_where_the_question_is_now(
    browser: Browser, address: str, old: str
):
    with reader(browser, address) as context:
        page = context.new_page()
        page.goto(old)
        page.wait_for_url("**/bank/large/2/#q-150")
        expect(page.locator("tiku-question:target")).to_contain_text("第150個數是多少？")


def test_far_questions_wait_for_their_turn_a_reader_a_printer_or_an_idle_moment(
    browser: Browser, address: str
):
    waiting = "tiku-question:not(:has(.tiku-controls))"
    with reader(browser, address) as context:
        page = context.new_page()
        page.add_init_script("window.requestIdleCallback = (work) => (window.idle = work)")
        page.goto("bank/large/2/")
        expect(page.locator("[id=q-101] .tiku-controls button")).to_be_visible()
        expect(page.locator("[id=q-200]:not(:has(.tiku-controls))")).to_contain_text("就是第200個")
        page.evaluate("location.hash = 'q-200'")
        expect(page.locator("[id=q-200] input").first).to_be_focused()
        expect(page.locator(f"[id=q-150]{waiting[13:]}")).to_have_count(1)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(waiting)).to_have_count(0)


def test_without_scripts_an_old_address_meets_the_link(browser: Browser, address: str):
    with reader(browser, address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("bank/large/#desk/first")
        link = page.locator('.tiku-elsewhere a[id="desk/first"]')
        expect(link).to_have_text("21")
        link.click()
        page.wait_for_url("**/bank/large/3/#desk/first")


WITHOUT = {
    "in a worker": "",
    "where workers are forbidden": "window.Worker = class { constructor() { throw new Error(); } }",
    "where none starts": """window.Worker = class extends EventTarget {
        constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("error")), 50); }
        postMessage() {}
        terminate() {}
    }""",
}


@pytest.mark.parametrize("script", WITHOUT.values(), ids=WITHOUT)
def test_a_large_index_is_searched_beside_the_page(browser: Browser, address: str, script: str):
    with reader(browser, address) as context:
        context.route("**/tiku/search/**", lambda route: route.continue_(url=in_parts(route)))
        page = context.new_page()
        page.add_init_script(script)
        page.goto("")
        page.locator("[data-tiku-find]").click()
        page.locator("[data-tiku-search] input").fill("第150個")
        expect(page.locator(".tiku-result").first).to_have_attribute("href", re.compile("#q-150$"))
        assert len(page.workers) == (not script)


def in_parts(route: Route) -> str:
    return route.request.url.replace("/tiku/search/", f"/tiku/{PARTS}/")


def test_a_long_list_is_cut_between_initials_and_a_long_initial_by_itself():
    sizes = {"ㄅ": 300, "ㄆ": 600, "ㄇ": 200, "ㄈ": 2500, "A": 10, "#": 1}
    groups = {
        initial: [Destination("term", "glossary.md", str(n), f"{initial}{n}") for n in range(size)]
        for initial, size in sizes.items()
    }
    parts = list(parts_of(groups))
    told = [(part.name, part.slug, len(part.entries)) for part in parts]
    assert told == [
        ("ㄅ–ㄆ", "3105", 900),
        ("ㄇ", "3107", 200),
        ("ㄈ", "3108", 1000),
        ("ㄈ 2", "3108-2", 1000),
        ("ㄈ 3", "3108-3", 500),
        ("A–#", "a", 11),
    ]
    assert [e for part in parts for e in part.entries] == [e for g in groups.values() for e in g]
