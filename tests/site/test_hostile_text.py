"""Hostile text in every field of every file, under whatever Markdown extensions a site has on."""

import re
from collections.abc import Iterator
from pathlib import Path

import hostile_site
import pytest
from conftest import Built, serve
from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Built, str]]:
    """The site, and the address at which it is served."""
    source, target = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("built")
    hostile_site.write(source, hostile_site.SMALL)
    for served in serve(source, target, "--quiet"):
        yield Built(target, "", 0), served.address


CONVERTED = ("zh-hans/sources/", "zh-hans/glossary/", "zh-hans/bank/hostile-0/", "zh-hans/tools/")
"""Of the pages with other characters, those in which words are put."""
AGAIN = re.compile(r"^zh-hans/|[1-9]-card/$")
"""Pages that say what others say, by the same ways."""


def addresses(folder: Path) -> list[str]:
    pages = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    found = sorted("" if page == "." else f"{page}/" for page in pages)
    return [page for page in found if not AGAIN.search(page) or page in CONVERTED]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(service_workers="block")
    yield context
    context.close()


def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(
    hostile: tuple[Built, str], context: BrowserContext
):
    built, base = hostile
    assert hostile_site.harm(context, base, addresses(built.folder), assets=False) == []


def test_our_own_scripts_make_nothing_of_it_either(
    hostile: tuple[Built, str], context: BrowserContext
):
    pages = ["bank/hostile-0/", "exam/e-0/", "practice/", "progress/", "write/", "glossary/"]
    pages += ["tools/", "flow/flow-0/", "flow/flow-0-card/", "sources/"]
    assert hostile_site.harm(context, hostile[1], pages, assets=True) == []


@pytest.mark.parametrize("address", ["glossary", "faq", "metrics", "sources", "exams", "a-z"])
def test_text_draws_no_questions_and_includes_no_files(hostile: tuple[Built, str], address: str):
    html = hostile[0].html(address)
    assert "<tiku-quiz" not in html
    assert "tiku-holdings" not in html
    assert "site_name: 敵" not in html
    assert "config.site_name" in html


def test_what_is_no_markup_is_shown_as_it_was_written(hostile: tuple[Built, str]):
    """A heading, its entry in the table of contents, and the title of a page."""
    for html in (hostile[0].html("glossary"), hostile[0].html("bank/hostile-0")):
        assert "甲&lt;script&gt;window.hacked = 1&lt;/script&gt;" in html
