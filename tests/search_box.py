"""Searching as a reader does: through the box, reading what it shows."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from playwright.sync_api import Locator, Page, expect

QUERIES = Path(__file__).parent / "cases" / "search" / "queries"
FIRST = 5
POINT = re.compile("-[0-9]+$")


def read_queries() -> dict[str, list[dict]]:
    """Class -> what readers type, and the ends of the addresses that answer it."""
    paths = sorted(QUERIES.glob("*.yml"))
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


class Box:
    """The search box of a page and its results."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.input = page.get_by_label("搜尋", exact=True).and_(page.locator("input"))
        self.dialog = page.locator("[data-tiku-search]")
        self.count = self.dialog.get_by_role("status")
        self.results = self.dialog.locator(".tiku-result")

    def type(self, text: str) -> "Box":
        """Types, and waits until the address and so the results are those of the text."""
        self.input.fill(text)
        self.page.wait_for_function(
            "text => document.querySelector('[data-tiku-search]').dataset.answered === text",
            arg=text.strip(),
        )
        return self

    def addresses(self) -> list[str]:
        return self.results.evaluate_all("all => all.map(a => a.href)")

    def result(self, end: str) -> Locator:
        return self.dialog.locator(f'.tiku-result[href$="{end}"]').first

    def closed(self) -> None:
        expect(self.page.locator("#__search")).not_to_be_checked()

    def open(self) -> None:
        expect(self.page.locator("#__search")).to_be_checked()


@contextmanager
def complete(page: Page) -> Iterator[None]:
    """Whatever opens the box within: afterwards the texts that come last are searched, too."""
    with page.expect_event("requestfinished", lambda one: "/search/later-" in one.url) as came:
        yield
    # What is read once more has been read before.
    page.evaluate("async (url) => void (await (await fetch(url)).json())", came.value.url)


def rank(addresses: Iterable[str], site: str, finds: list[str]) -> int | None:
    """The place (from 1) of the first address that answers; a point of a clause does as it does."""
    ends = [address.removeprefix(site) for address in addresses]
    answers = (end in finds or POINT.sub("", end) in finds for end in ends)
    return next((place for place, is_one in enumerate(answers, 1) if is_one), None)


def recall(ranks: list[int | None]) -> float:
    """The share of queries with an answer among the first five."""
    return sum(place is not None and place <= FIRST for place in ranks) / len(ranks)


def reciprocal_rank(ranks: list[int | None]) -> float:
    """MRR: the mean of 1 / place of the first answer, 0 where there is none."""
    return sum(1 / place for place in ranks if place) / len(ranks)
