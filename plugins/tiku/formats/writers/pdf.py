"""Papers as PDF: the sheet that readers print, printed by a browser that nobody sees.

The only door to Playwright. A browser shows formulas and pictures as the site does, and writes a
PDF whose text can be read aloud; of one version of it the bytes are the same for the same paper.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from itertools import cycle
from typing import TypeVar

from playwright.sync_api import (
    Browser,
    Error,
    Page,
    Playwright,
    Route,
    sync_playwright,
)

from tiku.formats.writers import lesson
from tiku.formats.writers.exported import Bundle, Loss, NoBrowser, NoFont, Written, loss
from tiku.formats.writers.worker import Worker

T = TypeVar("T")
ADDRESS = "http://sheet.invalid/"
CHROMIUMS = (
    "chromium-headless-shell",
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
KINDS = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "json": "application/json",
}
CODE = (".css", ".js")
PRINTERS = 2
SHOW = "import('/{}/{}').then(({{ show }}) => void show())"
MOMENT = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}[^)]*\)")
NODE = re.compile(rb"\(node(\d{8})\)")
"""What an element of the structure is called: by the count of all that the page ever made, which
depends on what came first."""
SHOWN = 20
"""Characters that a message names at most."""
PATIENCE = 120_000
"""Milliseconds for all questions to be laid out."""
LONGEST = 300
"""Seconds for a paper whose turn it is: a browser that lost a part of itself may never answer."""


class Printer:
    """A browser that prints one paper after another; starting it takes longer than a paper.

    It lives in a thread of its own: whoever calls may have a loop running, which Playwright will
    not. Papers take turns on one page, whose scripts are compiled once, as long as they are shown
    by the same scripts and styles.
    """

    def __init__(self) -> None:
        self._thread = Worker(self._forget)
        self._opened = ExitStack()
        self._browser: Browser | None = None
        self._page: Page | None = None
        self._files: Mapping[str, bytes] = {}

    def printed(self, files: Mapping[str, bytes]) -> Future[bytes]:
        """The sheet made of these files, when it is its turn; raises `NoBrowser`."""
        return self._thread.submit(partial(self._tried, partial(self._printed, files)))

    def start(self) -> None:
        """Raises `NoBrowser`."""
        _awaited(self._thread.submit(partial(self._tried, self._started)))

    def close(self) -> None:
        """No paper comes after those that wait."""
        self._thread.end()

    def _tried(self, do: Callable[[], T]) -> T:
        """Once more with another browser: one may die, of too little memory for example."""
        try:
            return do()
        except Error:
            self._forget()
        try:
            return do()
        except Error as error:
            raise NoBrowser from error

    def _forget(self) -> None:
        with suppress(Error):
            self._opened.close()
        self._browser = self._page = None

    def _started(self) -> Browser:
        if self._browser is None:
            self._browser = _launched(self._opened.enter_context(sync_playwright()))
            self._opened.callback(self._browser.close)
        return self._browser

    def _printed(self, files: Mapping[str, bytes]) -> bytes:
        page = self._turned(files)
        page.evaluate(SHOW.format(lesson.FOLDER, lesson.SHEET))
        page.wait_for_selector("body[data-ready]", timeout=PATIENCE)
        if undrawn := page.get_attribute("body", "data-undrawn"):
            raise NoFont(undrawn[:SHOWN])
        return page.pdf(format="A4", tagged=True)

    def _turned(self, files: Mapping[str, bytes]) -> Page:
        """The page on which these files are found."""
        before, self._files = self._files, files
        if self._page and _code(before) == _code(files):
            return self._page
        self._page = self._started().new_page()
        self._page.route("**/*", self._answer)
        self._page.goto(f"{ADDRESS}{lesson.PAGE}")
        return self._page

    def _answer(self, route: Route) -> None:
        """Nothing but the files of the paper can be had."""
        name = route.request.url.removeprefix(ADDRESS).partition("?")[0]
        if name not in self._files:
            return route.abort()
        kind = KINDS.get(name.rpartition(".")[2], "application/octet-stream")
        return route.fulfill(body=self._files[name], content_type=kind)


class Press:
    """Printers that take papers in turn, so that one lays out while another writes."""

    def __init__(self) -> None:
        self._printers = [Printer() for _ in range(PRINTERS)]
        self._turns = cycle(self._printers)

    def printed(self, files: Mapping[str, bytes]) -> Future[bytes]:
        """The sheet made of these files, when it is its turn; raises `NoBrowser`."""
        return next(self._turns).printed(files)

    def start(self) -> None:
        """Raises `NoBrowser`."""
        self._printers[0].start()

    def close(self) -> None:
        """No paper comes after those that wait."""
        for printer in self._printers:
            printer.close()


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
    return begin(bundle)()


def begin(bundle: Bundle) -> Callable[[], Written]:
    """The browser prints while others work; who asks waits for it."""
    with press() as opened:
        printed = opened.printed(lesson.sheet(bundle))
    return lambda: Written(numbered(_undated(_awaited(printed), bundle)), tuple(_losses(bundle)))


def ready() -> None:
    """Raises `NoBrowser`."""
    with press() as opened:
        opened.start()


def _awaited(future: Future[T]) -> T:
    try:
        return future.result(LONGEST)
    except TimeoutError as error:
        raise NoBrowser from error


def _code(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {name: data for name, data in files.items() if name.endswith(CODE)}


def _launched(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])


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
