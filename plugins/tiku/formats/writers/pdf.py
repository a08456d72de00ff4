"""Papers as PDF: the sheet that readers print, printed by a browser that nobody sees.

The only door to Playwright. A browser shows formulas and pictures as the site does, and writes a
PDF whose text can be read aloud; of one version of it the bytes are the same for the same paper.
"""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from functools import partial
from html import escape

from playwright.sync_api import (
    Browser,
    BrowserContext,
    Error,
    Page,
    Playwright,
    Route,
    sync_playwright,
)

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
NODE = re.compile(rb"\(node(\d{8})\)")
"""What an element of the structure is called: by the count of all that the page ever made, which
depends on what came first."""
PATIENCE = 120_000
"""Milliseconds for all questions to be laid out."""


class Press:
    """A browser that prints one paper after another; starting it takes longer than a paper.

    It lives in a thread of its own: whoever calls may have a loop running, which Playwright will
    not. Each paper has a page of its own, without which its bytes would depend on the papers before
    it. A page stays until the next has come: with the last one its process goes, and all the
    scripts that it has compiled.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._opened = ExitStack()
        self._context: BrowserContext | None = None
        self._last: Page | None = None

    def printed(self, files: Mapping[str, bytes], title: str) -> bytes:
        """The sheet made of these files; raises `NoBrowser`."""
        return self._thread.submit(self._printed, files, title).result()

    def start(self) -> None:
        """Raises `NoBrowser`."""
        self._thread.submit(self._started).result()

    def close(self) -> None:
        """No paper comes after this."""
        self._thread.submit(self._opened.close).result()
        self._thread.shutdown()

    def _started(self) -> BrowserContext:
        if self._context is None:
            browser = _launched(self._opened.enter_context(sync_playwright()))
            self._opened.callback(browser.close)
            self._context = browser.new_context()
        return self._context

    def _printed(self, files: Mapping[str, bytes], title: str) -> bytes:
        page = self._started().new_page()
        page.route("**/*", partial(_answer, files))
        page.goto(f"{ADDRESS}{lesson.PAGE}")
        page.wait_for_selector("body[data-ready]", timeout=PATIENCE)
        data = page.pdf(
            format="A4",
            margin=MARGINS,  # type: ignore[arg-type]
            display_header_footer=True,
            header_template=LINE.format(escape(title)),
            footer_template=LINE.format(PAGES),
            tagged=True,
        )
        if self._last:
            self._last.close()
        self._last = page
        return data


OPEN: ContextVar[Press | None] = ContextVar("press", default=None)


@contextmanager
def press() -> Iterator[Press]:
    """One browser for all papers that are written inside."""
    held = OPEN.get()
    if held is not None:
        yield held
        return
    opened = Press()
    token = OPEN.set(opened)
    try:
        yield opened
    finally:
        OPEN.reset(token)
        opened.close()


def write(bundle: Bundle) -> Written:
    """Raises `NoBrowser`."""
    with press() as opened:
        data = opened.printed(lesson.sheet(bundle), bundle.title)
    return Written(numbered(_undated(data, bundle)), tuple(_losses(bundle)))


def ready() -> None:
    """Raises `NoBrowser`."""
    with press() as opened:
        opened.start()


def _answer(files: Mapping[str, bytes], route: Route) -> None:
    """Nothing but these files can be had."""
    name = route.request.url.removeprefix(ADDRESS)
    if name not in files:
        return route.abort()
    kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
    return route.fulfill(body=files[name], content_type=kind)


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


def numbered(data: bytes) -> bytes:
    """Elements counted one by one; in the same order and as long as before."""
    ranks = {name: at for at, name in enumerate(sorted(set(NODE.findall(data))), 1)}
    return NODE.sub(lambda found: b"(node%08d)" % ranks[found[1]], data)


def _losses(bundle: Bundle) -> Iterator[Loss]:
    """Paper cannot be told what is not to be seen yet."""
    yield from (loss("no-hint", q) for q in bundle.questions if q.hint.markdown)
