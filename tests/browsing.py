"""Reading a site as a reader does: pages that notice errors and requests, questions by id."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

RIGHT = {
    "color": ["blue"],
    "escalation": ["true"],
    "primes": ["two", "three"],
    "late-parcel/first": ["log"],
    "late-parcel/angry": ["false"],
}
"""What is right among the choices of the small site."""
EVENTS = """() => new Promise(resolve => {
    const open = indexedDB.open('tiku');
    open.onsuccess = () => {
        const all = open.result.transaction('events').objectStore('events').getAll();
        all.onsuccess = () => { open.result.close(); resolve(all.result); };
    };
})"""
"""The records in the reader's storage."""
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


@contextmanager
def reader(browser: Browser, address: str, **options: object) -> Iterator[BrowserContext]:
    """A reader with a storage of their own; script errors and requests elsewhere fail the test."""
    context = browser.new_context(base_url=address, locale="zh-TW", **options)
    errors: list[str] = []
    elsewhere: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    context.on("request", lambda r: elsewhere.append(r.url) if _leaves(r.url, address) else None)
    yield context
    context.close()
    assert errors == [], errors
    assert elsewhere == []


def _leaves(url: str, address: str) -> bool:
    return url.startswith("http") and not url.startswith(address)


class Question:
    """One question on a page."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.name = name
        self.root = page.locator(f'tiku-question[id="{name}"]')
        self.button = self.root.locator(".tiku-controls button")
        self.verdict = self.root.locator("output")
        self.answer = self.root.locator(".tiku-answer")

    def choice(self, value: str) -> Locator:
        return self.root.locator(f'input[value="{value}"]')

    def choose(self, *values: str) -> "Question":
        for value in values:
            self.root.locator(f'label:has(input[value="{value}"])').click()
        return self

    def write(self, text: str) -> "Question":
        self.root.locator("input[name=answer]").fill(text)
        return self

    def check(self) -> "Question":
        """By the button of the question; in a set by the one at its foot, if the tap was not enough."""
        led = self.page.locator(
            f'tiku-set:has(tiku-question[id="{self.name}"]) .tiku-bar-acts button'
        )
        if not led.count():
            self.button.click()
        elif self.root.get_attribute("data-verdict") is None:
            led.click()
        return self

    def says(self, text: str) -> None:
        expect(self.verdict).to_contain_text(text)

    def marked(self, value: str) -> str:
        return self.root.locator(f'li:has(input[value="{value}"])').inner_text()


def open_page(context: BrowserContext, address: str) -> Page:
    """A page whose questions are ready to be answered."""
    page = context.new_page()
    page.goto(address)
    expect(page.locator("tiku-question button[type=submit]").first).to_be_visible()
    expect(page.locator("tiku-question:not(:has(.tiku-controls))")).to_have_count(0)
    return page


def wait_until(page: Page, holds: str) -> None:
    """Until an asynchronous function gives something: wait_for_function takes its promise for that."""
    found = page.evaluate(
        f"""async () => {{
            const before = Date.now() + 30_000;
            while (Date.now() < before) {{
                if (await ({holds})()) return true;
                await new Promise((done) => setTimeout(done, 50));
            }}
        }}"""
    )
    assert found, holds


def violations(page: Page, within: str = "article") -> list[str]:
    """What axe finds wrong, once colours have stopped changing from one scheme to another."""
    page.add_style_tag(content="*, ::before, ::after { transition: none !important }")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate(f"axe.run({json.dumps(within)})")
    return [
        f"{found['id']}: {node['target']} {node.get('failureSummary', '')}"
        for found in result["violations"]
        for node in found["nodes"]
    ]
