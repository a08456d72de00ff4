"""QTI items scored by a real player, in the browser: right, wrong, partly right and not answered."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import banks
import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page, Route
from qti_convert import upgrade_qti2_to_qti3

from tiku.formats.writers.exporting import written
from tiku.model import Draw

PLAYER = ROOT / "tests" / "node_modules" / "@citolab" / "qti-components" / "cdn" / "index.js"
ADDRESS = "http://player.test/"
SCORED = """async ([xml, answer]) => {
  const item = document.createElement("qti-item"), inside = document.createElement("item-container");
  item.append(inside);
  document.body.replaceChildren(item);
  await inside.updateComplete;
  inside.itemXML = xml;
  const found = () => inside.shadowRoot?.querySelector("qti-assessment-item");
  while (!found()) await new Promise((done) => setTimeout(done, 10));
  await found().updateComplete;
  await new Promise((done) => setTimeout(done, 30));
  if (answer !== null) found().updateResponseVariable("RESPONSE", answer);
  found().processResponse();
  return Number(found().getVariable("SCORE").value);
}"""
CASES = {
    "color": [("blue", 1), ("red", 0), (None, 0)],
    "primes": [(["two", "three"], 1), (["two"], 0), (["two", "three", "four"], 0), (None, 0)],
    "escalation": [("true", 1), ("false", 0), (None, 0)],
    "rate": [("8", 1), ("8.1", 1), ("7.9", 1), ("8.2", 0), (None, 0)],
    "owner": [("首問責任制", 1), ("fco", 1), ("別的", 0), (None, 0)],
    "families": [
        (["p-rate c-result", "p-manner c-behaviour", "p-care c-trait"], 1),
        (["p-rate c-trait", "p-manner c-behaviour", "p-care c-result"], 0),
        (None, 0),
    ],
    "steps": [
        (["listen", "log", "solve", "reply"], 1),
        (["log", "listen", "solve", "reply"], 0),
        (None, 0),
    ],
}


def served(route: Route) -> None:
    if route.request.url.endswith(".js"):
        route.fulfill(path=str(PLAYER), content_type="text/javascript")
    else:
        route.fulfill(
            body="<!doctype html><script type=module src=/player.js></script>",
            content_type="text/html",
        )


@pytest.fixture(scope="module")
def player(browser: Browser):
    page = browser.new_page()
    page.route(f"{ADDRESS}**", served)
    page.goto(ADDRESS)
    page.wait_for_function("!!customElements.get('qti-assessment-item')")
    yield page
    page.close()


def items(form: str, **more) -> dict[str, str]:
    """In 3.0; those of 2.1 as another program makes 3.0 of them."""
    bundle = banks.bundle(banks.small(), Draw(topic="kinds"))
    changed = tuple(replace(question, **more) for question in bundle.questions)
    with zipfile.ZipFile(
        io.BytesIO(written(replace(bundle, questions=changed), form).data)
    ) as package:
        found = {
            Path(name).stem: package.read(name).decode()
            for name in package.namelist()
            if name.startswith("items/")
        }
    return (
        found if form == "qti" else {name: upgrade_qti2_to_qti3(xml) for name, xml in found.items()}
    )


@pytest.mark.parametrize("form", ["qti", "qti21"])
@pytest.mark.parametrize("name", CASES)
def test_a_player_scores_as_we_do(player: Page, name: str, form: str):
    xml = items(form)[name]
    for answer, points in CASES[name]:
        assert player.evaluate(SCORED, [xml, answer]) == points, answer


@pytest.mark.parametrize("form", ["qti", "qti21"])
def test_a_part_of_the_right_choices_earns_a_part_unless_one_is_wrong(player: Page, form: str):
    xml = items(form, worth=Decimal(2), partial=Decimal("0.5"))["primes"]
    for answer, points in ((["two", "three"], 2), (["two"], 0.5), (["two", "four"], 0), (None, 0)):
        assert player.evaluate(SCORED, [xml, answer]) == points, answer
