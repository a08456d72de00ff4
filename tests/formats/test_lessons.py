"""Packages for learning platforms, run by a real one in the browser: SCORM by scorm-again, cmi5 by a
record store that refuses what xAPI does not allow."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import banks
import pytest
from browsing import RIGHT, violations
from conftest import ROOT
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect
from record_store import TYPES, record_store

from tiku.formats.writers.exporting import written
from tiku.formats.writers.packing import unzipped
from tiku.model import Draw

RUNTIME = ROOT / "tests" / "node_modules" / "scorm-again" / "dist"
Inside = Page | FrameLocator
ADDRESS = "http://platform.test/"
PLATFORM = """<!doctype html><meta charset="utf-8"><script src="/{script}.min.js"></script><script>
const api = window.{api} = new {kind}({{ autocommit: false, logLevel: 5 }});
const kept = sessionStorage.getItem("kept");
if (kept) api.loadFromJSON(JSON.parse(kept), "cmi");
window.refused = [];
for (const name of ["LMSSetValue", "SetValue", "lmsSetValue"]) {{
  const set = api[name];
  if (set) api[name] = (key, value) => {{
    const taken = set.call(api, key, value);
    if (String(taken) !== "true") refused.push([key, value, api.LMSGetLastError?.() ?? api.GetLastError()]);
    return taken;
  }};
}}
window.keep = () => {{
  const cmi = JSON.parse(JSON.stringify(api.cmi));
  delete cmi.interactions;
  sessionStorage.setItem("kept", JSON.stringify(cmi));
}};
</script><iframe id="lesson" title="lesson" src="/package/index.html" style="width: 1000px; height: 800px"></iframe>"""
LEFT_IN_BROWSER = (
    "indexedDB.databases().then((all) => [all.length, Object.keys(localStorage).length])"
)
SCORM = {
    "scorm": {"script": "scorm12", "api": "API", "kind": "Scorm12API"},
    "scorm2004": {"script": "scorm2004", "api": "API_1484_11", "kind": "Scorm2004API"},
}


def paper(form: str, name: str = "short", **more) -> bytes:
    library = banks.small()
    bundle = banks.bundle(library, Draw(seed="1"), exam=banks.exam(library, name))
    assert bundle.paper
    return written(replace(bundle, paper=replace(bundle.paper, **more)), form).data


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Script errors and requests elsewhere fail the test."""
    context = browser.new_context(locale="zh-TW")
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert errors == []


def serve(page: Page, package: bytes, platform: str) -> None:
    """Whatever is not in the package or the platform's own is a request elsewhere."""
    files = zipfile.ZipFile(io.BytesIO(package))

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ADDRESS).partition("?")[0]
        if not path:
            route.fulfill(body=platform, content_type="text/html")
        elif path.startswith("package/"):
            name = path.removeprefix("package/")
            route.fulfill(body=files.read(name), content_type=TYPES[name.rpartition(".")[2]])
        else:
            route.fulfill(path=str(RUNTIME / path), content_type="text/javascript")

    page.route(re.compile("."), answer)
    page.goto(ADDRESS)


def lesson(page: Page) -> FrameLocator:
    return page.frame_locator("#lesson")


def fill(page: Page, answers: dict[str, list[str]], inside: Inside | None = None) -> None:
    """Goes through all questions, and answers what is given."""
    inside = inside or lesson(page)
    cells = inside.locator(".tiku-sheet button")
    expect(cells).not_to_have_count(0)
    for number in range(1, cells.count() + 1):
        cells.nth(number - 1).click()
        expect(inside.locator(".tiku-set-where")).to_contain_text(f"第 {number} 題")
        question = inside.locator("tiku-set tiku-question")
        expect(question).to_have_count(1)
        for value in answers.get(str(question.get_attribute("id")), []):
            question.locator(f'label:has(input[value="{value}"])').click()


def hand_in(page: Page, inside: Inside | None = None) -> None:
    inside = inside or lesson(page)
    inside.get_by_role("button", name="交卷").click()
    inside.get_by_role("dialog").get_by_role("button", name="交卷").click()
    expect(inside.locator(".tiku-result")).to_contain_text("成績與作答紀錄已送到學習平台")


def told(page: Page, form: str) -> dict:
    """What the platform has in its records."""
    return page.evaluate(f"JSON.parse(JSON.stringify({SCORM[form]['api']}.cmi))")


def score(form: str, cmi: dict) -> tuple[str, str]:
    """What became of it, and the grade."""
    if form == "scorm":
        return cmi["core"]["lesson_status"], cmi["core"]["score"]["raw"]
    assert cmi["completion_status"] == "completed"
    return cmi["success_status"], cmi["score"]["raw"]


def interactions(cmi: dict) -> list[tuple[str, str, str, str]]:
    """What the platform can report of every question."""
    response = "student_response" if "core" in cmi else "learner_response"
    return [
        (one["id"], one["type"], one[response], one["result"])
        for one in cmi["interactions"].values()
    ]


@pytest.mark.parametrize("form", SCORM)
def test_a_paper_is_handed_in_once_passed_or_failed_and_reported(page: Page, form: str):
    serve(page, paper(form), PLATFORM.format(**SCORM[form]))
    fill(page, RIGHT)
    hand_in(page)
    cmi = told(page, form)
    assert (score(form, cmi), page.evaluate("refused")) == (("passed", "100"), [])
    short = form == "scorm"
    assert interactions(cmi)[:2] == [
        ("color", "choice", "a" if short else "blue", "correct"),
        ("escalation", "true-false", "t" if short else "true", "correct"),
    ]
    page.evaluate("keep()")
    page.reload()
    expect(lesson(page).locator(".tiku-result-lead")).to_contain_text("及格")
    expect(lesson(page).get_by_role("button", name="交卷")).to_have_count(0)
    page.evaluate("sessionStorage.clear()")
    page.reload()
    fill(page, RIGHT | {"color": ["red"], "primes": ["two"], "escalation": []})
    hand_in(page)
    cmi = told(page, form)
    # The case's two of six points, and half a point for one of two primes.
    assert (score(form, cmi), page.evaluate("refused")) == (("failed", "41.67"), [])
    wrong = "wrong" if short else "incorrect"
    assert [result for *_, result in interactions(cmi)] == [
        wrong,
        wrong,
        "0.5",
        "correct",
        "correct",
    ]
    lesson(page).get_by_role("button", name="只看答錯與未答").click()
    expect(lesson(page).locator("tiku-question output")).to_contain_text("答錯")


@pytest.mark.parametrize("form", SCORM)
def test_whoever_comes_back_goes_on_where_they_were(page: Page, form: str):
    serve(page, paper(form), PLATFORM.format(**SCORM[form]))
    fill(page, {"color": ["green"], "primes": ["four", "two"]})
    assert page.evaluate(LEFT_IN_BROWSER) == [0, 0]
    lesson(page).locator(".tiku-sheet button").nth(2).click()
    expect(lesson(page).locator(".tiku-set-where")).to_contain_text("第 3 題")
    # The window is closed at once, without a moment to think.
    page.evaluate("document.getElementById('lesson').remove()")
    cmi = told(page, form)
    assert score(form, {**cmi, "completion_status": "completed"})[0] in ("incomplete", "unknown")
    page.evaluate("keep()")
    page.reload()
    inside = lesson(page)
    expect(inside.locator(".tiku-set-where")).to_contain_text("第 3 題")
    chosen = inside.locator("tiku-set input:checked")
    assert {one.get_attribute("value") for one in chosen.all()} == {"two", "four"}
    expect(inside.locator(".tiku-sheet")).to_contain_text("已答 2／5")


def test_every_kind_is_answered_in_a_set_and_open_ones_are_left_to_people(page: Page):
    serve(page, kinds("scorm2004"), PLATFORM.format(**SCORM["scorm2004"]))
    inside = lesson(page)
    fill(page, RIGHT)
    typed = {"rate": "８％", "owner": "首問責任制", "angry-customer": "先聽"}
    for number in range(inside.locator(".tiku-sheet button").count()):
        inside.locator(".tiku-sheet button").nth(number).click()
        expect(inside.locator(".tiku-set-where")).to_contain_text(f"第 {number + 1} 題")
        field = inside.locator("tiku-set tiku-question").locator("input[name=answer], textarea")
        if field.count():
            name = str(inside.locator("tiku-set tiku-question").get_attribute("id"))
            field.fill(typed.get(name, "先聽"))
    hand_in(page)
    assert page.evaluate("refused") == []
    records = {name: rest for name, *rest in interactions(told(page, "scorm2004"))}
    assert records["rate"] == ["numeric", "8", "correct"]
    assert records["owner"] == ["fill-in", "首問責任制", "correct"]
    assert ["long-fill-in", "先聽", "neutral"] in records.values()
    expect(inside.locator(".tiku-result")).to_contain_text("題簡答不計分")


def kinds(form: str) -> bytes:
    return written(banks.bundle(banks.small(), Draw(topic="kinds")), form).data


@pytest.mark.parametrize("form", [*SCORM, "cmi5"])
def test_a_package_names_its_files_and_is_small(form: str):
    data = kinds(form)
    assert len(data) <= 500_000
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        told = package.read(names[0]).decode()
        listed = set(re.findall(r'<file href="([^"]+)"', told))
        assert form == "cmi5" or listed == set(names[1:])
        for name in names[1:]:
            text = package.read(name).decode("utf-8", "replace")
            for address in re.findall(
                r'(?:from |import\(|src="|href=")"?([^"#]+\.(?:js|css|png))"', text
            ):
                assert not address.startswith(("http", "/"))


def test_a_record_store_gets_valid_statements_and_keeps_where_somebody_was(page: Page):
    files = unzipped(paper("cmi5", critical=()))
    with record_store(files) as store:
        store.launch["masteryScore"] = 0.5
        page.goto(store.opened())
        fill(page, {"color": ["red"]}, page)
        page.goto("about:blank")
        store.wait_for("terminated")
        assert (store.verbs(), store.faults) == (["initialized", "terminated"], [])
        page.goto(store.opened())
        expect(page.locator(".tiku-sheet")).to_contain_text("已答 1／5")
        assert violations(page, "html") == []
        fill(page, {name: picks for name, picks in RIGHT.items() if name != "color"}, page)
        hand_in(page, page)
        assert violations(page, "html") == []
        store.wait_for("completed")
        assert store.faults == []
        assert store.verbs()[2:] == ["initialized", *["answered"] * 5, "passed", "completed"]
        (verdict,) = [one for one in store.statements if one["verb"]["id"].endswith("/passed")]
        assert verdict["result"]["score"] == {"scaled": 5 / 6, "raw": 83.33, "min": 0, "max": 100}
        page.goto(store.opened())
        expect(page.locator(".tiku-result-lead")).to_contain_text("及格")
        page.goto("about:blank")
        assert store.verbs().count("passed") == 1


def test_a_paper_with_open_questions_is_left_to_whoever_reads_them(page: Page):
    serve(page, paper("scorm", "essay"), PLATFORM.format(**SCORM["scorm"]))
    fill(page, RIGHT)
    lesson(page).locator(".tiku-sheet button").first.click()
    lesson(page).locator("tiku-set textarea").fill("很抱歉讓您久等。")
    hand_in(page)
    cmi = told(page, "scorm")
    assert (score("scorm", cmi), page.evaluate("refused")) == (("completed", "100"), [])
    assert ("apology", "fill-in", "很抱歉讓您久等。", "neutral") in interactions(cmi)
    expect(lesson(page).locator(".tiku-result")).not_to_contain_text("及格")
