"""A site in each language, from the wheel, and a picture of every state to be looked at."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tiku.locales.catalogue import Words, load
from tiku.text.conversion import simplified

ROOT = Path(__file__).resolve().parent.parent
SITES = {"en": "english-site", "zh-Hans": "small-site", "zh-Hant": "small-site"}
MATERIALS = {"zh-Hans": "zh"}
SIZES = {"phone": {"width": 375, "height": 760}, "desk": {"width": 1280, "height": 800}}
SCHEMES = ("light", "dark")
PALETTE = """  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default}
    - {media: "(prefers-color-scheme: dark)", scheme: slate}
"""
STILL = [
    "", "{bank}", "exams", "faq", "glossary", "sources", "metrics", "tools", "{flow}", "a-z",
]  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


def pictures(folder: Path) -> None:
    """Into $TIKU_PICTURES, a folder for each language, size and scheme; tells where."""
    target = Path(os.environ.get("TIKU_PICTURES", "pictures")).absolute()
    mkdocs = _installed(folder)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("TIKU_CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"],
        )
        for language, source in SITES.items():
            site = _site(folder / language, ROOT / "tests" / source, language)
            subprocess.run([mkdocs, "build", "-q", "-f", site / "mkdocs.yml"], check=True)
            for size in SIZES:
                for scheme in SCHEMES:
                    _look(chromium, site / "site", load(language), target, size, scheme)
    print(f"  {target}")


def _installed(folder: Path) -> Path:
    """MkDocs of an environment with nothing but the wheel and what it asks for."""
    uv, environment = os.environ.get("TIKU_UV", "uv"), folder / "env"
    subprocess.run([uv, "build", "-q", "--wheel", "-o", folder, ROOT], check=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([uv, "venv", "-q", "--python", sys.executable, environment], check=True)
    install = [uv, "pip", "install", "-q", "--python", environment / "bin" / "python"]
    locked = ["--constraints", ROOT / "requirements.lock"]
    subprocess.run([*install, *locked, f"mkdocs-tiku[site] @ {wheel.as_uri()}"], check=True)
    return environment / "bin" / "mkdocs"


def _site(folder: Path, source: Path, language: str) -> Path:
    """A copy; that of the Mainland is written in its characters."""
    shutil.copytree(source, folder)
    config = folder / "mkdocs.yml"
    text = config.read_text("utf-8").replace("  palette: {scheme: default}\n", "")
    text = text.replace("  font: false\n", f"  font: false\n{PALETTE}")
    config.write_text(text.replace("zh-Hant", MATERIALS.get(language, language)), "utf-8")
    if language == "zh-Hans":
        for path in (*folder.rglob("*.yml"), *folder.rglob("*.md")):
            lines = path.read_text("utf-8").splitlines(keepends=True)
            told = (line if line.startswith("seed:") else simplified(line) for line in lines)
            path.write_text("".join(told), "utf-8")
    return folder


def _look(
    browser: Browser, built: Path, words: Words, target: Path, size: str, scheme: str
) -> None:
    handler = partial(Quiet, directory=str(built))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(
            base_url=f"http://127.0.0.1:{server.server_port}/",
            locale="fr-FR",  # what is in the browser's language instead of the page's is seen
            viewport=SIZES[size],  # type: ignore[arg-type]
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        page = context.new_page()
        folder = target / f"{words.language}-{size}-{scheme}"
        folder.mkdir(parents=True, exist_ok=True)

        def keep(name: str) -> None:
            page.wait_for_timeout(300)
            whole = not page.locator("[data-tiku-search] input:focus").count()
            page.screenshot(path=folder / f"{name}.png", full_page=whole)

        _states(page, words, built, keep)
        context.close()
        server.shutdown()


def _names(built: Path) -> dict[str, str]:
    """The addresses that are called otherwise on each site."""
    found = {}
    for name in ("bank", "exam", "flow"):
        most = max((built / name).glob("*/index.html"), key=_kinds).parent
        found[name] = f"{name}/{most.name}"
    return found


def _kinds(page: Path) -> tuple[int, str]:
    """How many kinds of question are asked on it; of as many, the last by its name."""
    return len(set(re.findall(r'data-kind="([\w-]+)"', page.read_text("utf-8")))), str(page)


def _states(page: Page, words: Words, built: Path, keep: Callable[[str], None]) -> None:
    """Every page that the site has, and what becomes of those that answer."""
    names = _names(built)
    for number, address in enumerate(STILL):
        if not (built / address.format(**names) / "index.html").exists():
            continue
        page.goto(address.format(**names), wait_until="networkidle")
        keep(f"{number:02}-{address.format(**names).replace('/', '-') or 'home'}")
    page.goto(names["bank"], wait_until="networkidle")
    _answer(page)
    keep("20-bank-answered")
    page.goto("practice", wait_until="networkidle")
    keep("21-practice")
    page.get_by_text(words("practice/words.ownChoice"), exact=True).click()
    page.get_by_role("button", name=words("practice/words.begin"), exact=True).click()
    _answer(page, first=True)
    keep("22-practising")
    page.goto(names["exam"], wait_until="networkidle")
    keep("23-exam")
    page.locator("tiku-exam button").first.click()
    keep("24-sitting")
    page.get_by_role("button", name=words("exam/words.handIn")).first.click()
    keep("25-handing-in")
    page.locator("dialog[open] button").last.click()
    keep("26-result")
    page.goto("progress", wait_until="networkidle")
    keep("27-progress")
    page.goto("write", wait_until="networkidle")
    page.locator("tiku-writing textarea, tiku-writing input[type=text]").first.fill("x")
    keep("28-writing")
    page.goto("./", wait_until="networkidle")
    page.keyboard.press("/")
    keep("30-search")
    page.locator("[data-tiku-search] input").first.fill("a" if words.language == "en" else "天")
    keep("31-found")
    page.locator("[data-tiku-search] input").first.fill("qqqq")
    keep("32-not-found")


def _answer(page: Page, *, first: bool = False) -> None:
    """Something, rarely right, of each question."""
    found = page.locator("tiku-question:visible")
    for number in range(1 if first else found.count()):
        question = found.nth(number)
        for kind in ("radio", "checkbox"):
            box = question.locator(f"input[type={kind}]:visible")
            if box.count():
                box.first.check()
        for field in question.locator("input[name=answer]:visible").all():
            if field.get_attribute("type") in (None, "text"):
                field.fill("1")
        for button in question.locator(".tiku-controls button[type=submit]:visible").all()[:1]:
            button.click()
