"""The real site under the Content-Security-Policy that `tiku csp` prints: what it refuses.

python3 benchmarks/csp.py SITE    a built site; nothing refused and no error is what is wanted
"""

import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from conftest import Quiet
from playwright.sync_api import Page, sync_playwright

LISTEN = """window.refused = [];
document.addEventListener('securitypolicyviolation', (event) =>
    window.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));"""
A_KIND = 3
"""Pages of each folder that are opened."""


def main(site: Path) -> None:
    """Print each page on which something was refused or failed."""
    command = [Path(sys.executable).with_name("tiku"), "csp", site]
    policy = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    class Guarding(Quiet):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Guarding, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        pages = addresses(site)
        wrong = opened(f"http://127.0.0.1:{server.server_port}/", pages)
        server.shutdown()
    print(f"{len(pages)} pages, {len(wrong)} wrong")
    print(*wrong, sep="\n")


def addresses(site: Path) -> list[str]:
    """The first pages of each folder, so that every kind of page is among them."""
    found: dict[str, list[str]] = {}
    for path in sorted(site.rglob("index.html")):
        address = path.parent.relative_to(site).as_posix()
        found.setdefault(address.rpartition("/")[0], []).append(
            "" if address == "." else f"{address}/"
        )
    whole = (*found.pop("", []), *found.pop("zh-hans", []))
    return [*whole, *(one for own in found.values() for one in own[:A_KIND])]


def opened(base: str, pages: list[str]) -> list[str]:
    """What went wrong, at its address."""
    wrong: list[str] = []
    with sync_playwright() as playwright:
        executable = os.environ.get("TIKU_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        context = browser.new_context(service_workers="block")
        context.add_init_script(LISTEN)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        page = context.new_page()
        for address in pages:
            page.goto(base + address, wait_until="networkidle")
            used(page)
            wrong += [f"{address}: {one}" for one in page.evaluate("window.refused")]
    return wrong


def used(page: Page) -> None:
    """Begins what a page lets its reader begin, and searches."""
    for button in page.locator("main button.tiku-button:visible").all()[:1]:
        button.click()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("投訴")
    page.wait_for_load_state("networkidle")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
