"""A phone on a slow network: when a page can be used, how it blocks, moves, and answers a tap.

Conditions are Lighthouse's for a slow 4G and a mid-range phone, set by the DevTools protocol; the
server compresses text as static hosts do. Every figure is a median of cold browsers.
"""

import gzip
import statistics
from pathlib import Path

from content import write_bank, write_tiku
from measures import ROOT, build
from playwright.sync_api import Browser, Locator, Page
from search import Quiet, served

Network = dict[str, object] | None
PHONE = {"width": 390, "height": 844}
CPU = 4
NETWORK: Network = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 93_750,
}
"""Slow 4G: milliseconds, and bytes a second."""
ROUNDS = 5
TAPS = 12
SETTLED = 4_000
RESTED = 700
TEXT = {".css", ".html", ".js", ".json", ".svg", ".xml"}
QUESTION = "tiku-question .tiku-controls button"
HOME = ".home-ways a"
PRACTICE = "tiku-practice .tiku-start button, tiku-practice [type=submit]"
IS_SEEN = """one => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return one.contains(document.elementFromPoint(x + Math.min(width / 2, 60), y + height / 2));
}"""
WATCH = """
  window.told = { shifted: 0, blocked: 0, longest: 0, ours: 0, answered: 0 };
  const watch = (type, note, more = {}) => new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry);
  }).observe({ type, buffered: true, ...more });
  watch("layout-shift", (one) => { if (!one.hadRecentInput) told.shifted += one.value; });
  watch("longtask", ({ duration }) => {
    told.blocked += duration - 50;
    told.longest = Math.max(told.longest, duration);
  });
  watch("long-animation-frame", ({ scripts }) => {
    for (const { sourceURL, duration } of scripts)
      if (sourceURL.includes("/assets/tiku/")) told.ours = Math.max(told.ours, duration);
  });
  watch("event", ({ duration }) => {
    told.answered = Math.max(told.answered, duration);
  }, { durationThreshold: 16 });
  const look = () => {
    if (document.querySelector(%r)) told.usable = performance.now();
    else setTimeout(look, 4);
  };
  look();
"""


class Compressing(Quiet):
    """Text goes out as hosts send it."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        if path.suffix in TEXT:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def phone(folder: Path) -> None:
    """The rows of README.md on phones."""
    build(ROOT)
    large = write_tiku(folder / "large", 50)
    for size in (500, 1500):
        write_bank(large, f"of-{size}", size)
    build(large)
    with served(ROOT / "site", Compressing) as (browser, address):
        _tell("43 questions, slow 4G", browser, address + "bank/methods/", QUESTION, NETWORK)
        _tell("進度, slow 4G", browser, address + "progress/", "tiku-progress[data-drawn]", NETWORK)
        _tell("練習, slow 4G", browser, address + "practice/", PRACTICE, NETWORK)
        _tell("首頁, slow 4G", browser, address, HOME, NETWORK)
        _hand(browser, address)
    with served(large / "site", Compressing) as (browser, address):
        for size in (500, 1500):
            _tell(f"{size} questions", browser, f"{address}bank/of-{size}/", QUESTION, None)


def _hand(browser: Browser, address: str) -> None:
    """A set of single choices, tap by tap."""
    with browser.new_context(viewport=PHONE, has_touch=True, locale="zh-TW") as context:
        page = context.new_page()
        page.add_init_script(WATCH % PRACTICE)
        page.goto(address + "practice/?kind=single&count=50")
        page.locator("tiku-practice [type=submit]").click()
        page.locator("tiku-set tiku-question").wait_for()
        page.wait_for_timeout(SETTLED)
        _throttle(page, None)
        answers, turns = zip(*(_turn(page) for _ in range(TAPS)), strict=True)
    print(
        f"  a set, CPU {CPU}x: a tap to its verdict {statistics.median(answers):.0f} ms"
        f" (most {max(answers):.0f}), on 下一題 to the next question"
        f" {statistics.median(turns):.0f} ms (most {max(turns):.0f})",
        flush=True,
    )


def _turn(page: Page) -> tuple[float, float]:
    """What one question and the way to the next take from the tap to paint."""
    question = page.locator("tiku-set tiku-question")
    before = question.get_attribute("id")
    _touch(question.locator("li label").first)
    page.locator("tiku-set tiku-question[data-verdict]").wait_for()
    answered = _slowest(page)
    if question.get_attribute("id") == before:
        _touch(page.locator("tiku-set .tiku-bar-acts button").first)
    page.wait_for_function(
        "id => document.querySelector('tiku-set tiku-question')?.id !== id", arg=before
    )
    return answered, _slowest(page)


def _touch(button: Locator) -> None:
    """As a finger does, on what is seen and stands still: a page that is just scrolled is busy
    with that. `tap` listens on the page, which takes a tenth of what is measured."""
    if not button.evaluate(IS_SEEN):
        _bring(button)
    box = button.bounding_box()
    assert box
    button.page.touchscreen.tap(box["x"] + min(box["width"] / 2, 60), box["y"] + box["height"] / 2)


def _bring(element: Locator) -> None:
    """Into the middle of the screen, until all that scrolling set going is over."""
    element.evaluate("one => one.scrollIntoView({ block: 'center', behavior: 'instant' })")
    element.page.wait_for_timeout(RESTED)


def _slowest(page: Page) -> float:
    """Of the events since it was asked last."""
    page.wait_for_timeout(300)
    return float(page.evaluate("{ const { answered } = told; told.answered = 0; answered }"))


def _tell(what: str, browser: Browser, address: str, usable: str, network: Network) -> None:
    rounds = [_opened(browser, address, usable, network) for _ in range(ROUNDS)]
    told = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    print(
        f"  {what}, CPU {CPU}x: usable {told['usable']:.0f} ms, blocked {told['blocked']:.0f} ms"
        f" (longest task {told['longest']:.0f}, of ours {told['ours']:.0f}),"
        f" shifts by {told['shifted']:.4f},"
        f" a tap to paint {told['answered']:.0f} ms",
        flush=True,
    )


def _opened(browser: Browser, address: str, usable: str, network: Network) -> dict[str, float]:
    with browser.new_context(viewport=PHONE, has_touch=True, locale="zh-TW") as context:
        page = context.new_page()
        page.add_init_script(WATCH % usable)
        _throttle(page, network)
        page.goto(address)
        page.wait_for_function("told.usable")
        page.wait_for_timeout(SETTLED)
        told = dict(page.evaluate("({ ...told })"))
        single = page.locator("tiku-question[data-kind=single]").first
        if page.url.rstrip("/").count("/") == 2:
            _touch(page.locator("label[for=__search]").first)
            page.wait_for_timeout(500)
        elif single.count():
            _bring(single)
            _touch(single.locator("label").first)
            _touch(single.locator(".tiku-controls button"))
            page.locator("tiku-question[data-verdict]").first.wait_for()
            page.wait_for_timeout(500)
        return told | {"answered": float(page.evaluate("told.answered"))}


def _throttle(page: Page, network: Network) -> None:
    session = page.context.new_cdp_session(page)
    if network:
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", network)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})
