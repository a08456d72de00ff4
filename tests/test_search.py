"""The real search box finds what readers type."""

import re
from pathlib import Path

import pytest
import yaml
from browsing import reader
from conftest import ROOT, Served
from playwright.sync_api import Browser, Page, expect

TERMS = yaml.safe_load((ROOT / "questions" / "glossary.yml").read_text("utf-8"))["terms"]
QUERIES = yaml.safe_load((Path(__file__).parent / "cases" / "search.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def box(browser: Browser, real_served: Served):
    with reader(browser, real_served.address) as context:
        page = context.new_page()
        page.goto("")
        page.get_by_placeholder("搜尋").click()
        yield page


def found(page: Page, query: str) -> list[str]:
    """Addresses of the results; the theme looks when a key comes up, as after an input method."""
    box = page.get_by_placeholder("搜尋")
    box.fill("")
    box.press("End")
    expect(page.locator(".md-search-result__item")).to_have_count(0)
    box.fill(query)
    box.press("End")
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_have_text(re.compile("[個个]符合|沒有"))
    links = page.locator(".md-search-result__link")
    return links.evaluate_all("all => all.map(a => a.getAttribute('href'))")


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["id"])
def test_every_term_is_found(box: Page, term: dict):
    results = found(box, term["term"])
    assert [a for a in results if f"glossary/#{term['id']}" in a.split("?")[0]], results


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query["type"])
def test_what_readers_type_is_found(box: Page, query: dict):
    results = [address.split("?")[0] for address in found(box, query["type"])]
    assert [a for a in results if a.endswith(query["finds"])], results


def test_a_result_opens_its_question(browser: Browser, real_served: Served):
    with reader(browser, real_served.address) as context:
        page = context.new_page()
        page.goto("")
        page.get_by_placeholder("搜尋").click()
        address = next(a for a in found(page, "升級投訴率") if "/bank/" in a)
        page.locator(f'.md-search-result__link[href="{address}"]').first.click()
        name = address.partition("#")[2].split("?")[0]
        expect(page.locator(f'tiku-question[id="{name}"]')).to_be_in_viewport()
