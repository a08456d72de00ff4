"""Papers as PDF: the sheet that readers print, printed by a browser that nobody sees.

The only door to Playwright. A browser shows formulas and pictures as the site does, and writes a
PDF whose text can be read aloud; of one version of it the bytes are the same for the same paper.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from html import escape
from typing import TypeVar

from playwright.sync_api import Browser, Error, Page, Playwright, Route, sync_playwright

from tiku.formats.writers import lesson
from tiku.formats.writers.exported import Bundle, Loss, NoBrowser, Written, loss

ADDRESS = "http://sheet.invalid/"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
KINDS = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
}
MARGINS = {"top": "18mm", "bottom": "18mm", "left": "16mm", "right": "16mm"}
LINE = '<div style="width: 100%; font-size: 8pt; text-align: center">{}</div>'
PAGES = '<span class="pageNumber"></span> / <span class="totalPages"></span>'
MOMENT = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[^)]*\)")
T = TypeVar("T")
PATIENCE = 120_000
"""Milliseconds for all questions to be laid out."""


def write(bundle: Bundle) -> Written:
    """Raises `NoBrowser`."""
    data = _apart(lambda: _printed(bundle))
    return Written(_undated(data, bundle), tuple(_losses(bundle)))


def ready() -> None:
    """Raises `NoBrowser`."""

    def opened() -> None:
        with _blank_page({}):
            pass

    _apart(opened)


def _apart(act: Callable[[], T]) -> T:
    """In a thread of its own: whoever calls may have a loop running, which Playwright will not."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(act).result()


def _printed(bundle: Bundle) -> bytes:
    with _blank_page(lesson.sheet(bundle)) as page:
        page.goto(f"{ADDRESS}{lesson.PAGE}")
        page.wait_for_selector("body[data-ready]", timeout=PATIENCE)
        return page.pdf(
            format="A4",
            margin=MARGINS,  # type: ignore[arg-type]
            display_header_footer=True,
            header_template=LINE.format(escape(bundle.title)),
            footer_template=LINE.format(PAGES),
            tagged=True,
        )


@contextmanager
def _blank_page(files: Mapping[str, bytes]) -> Iterator[Page]:
    """A browser in which nothing but these files can be had."""

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(ADDRESS)
        if name not in files:
            return route.abort()
        kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
        return route.fulfill(body=files[name], content_type=kind)

    with sync_playwright() as playwright:
        browser = _launched(playwright)
        page = browser.new_page()
        page.route("**/*", answer)
        yield page
        browser.close()


def _launched(playwright: Playwright) -> Browser:
    try:
        return playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
    except Error as error:
        raise NoBrowser from error


def _chromium() -> str | None:
    """The system's; else the one that Playwright has installed."""
    return os.environ.get("TIKU_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)


def _undated(data: bytes, bundle: Bundle) -> bytes:
    """The day on which it was printed is no part of a paper; as long as before, so that no
    offset of the file moves."""
    day = f"{bundle.changed:%Y%m%d}120000".encode()

    def dated(found: re.Match[bytes]) -> bytes:
        told = b"/" + found[1] + b" (D:" + day
        return told + found[0][len(told) :]

    return MOMENT.sub(dated, data)


def _losses(bundle: Bundle) -> Iterator[Loss]:
    """Paper cannot be told what is not to be seen yet."""
    yield from (loss("no-hint", q) for q in bundle.questions if q.hint.markdown)
