"""How many taps there are from the first page to what a reader came for, on a phone."""

import os
import subprocess
import threading
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from measures import MKDOCS, ROOT

PHONE = {"width": 375, "height": 740}
QUESTION = "tiku-set tiku-question"
VERDICT = f"{QUESTION}[data-verdict]"
CHOICE = f"{QUESTION} li label"
HOME = "tiku-home a"

NEW: dict[str, tuple[Sequence[str], str]] = {
    "first answer, never been here": ((".home-ways a[href*=daily]", CHOICE), VERDICT),
    "the sentence to say to an angry customer": ((), ".home-ways ol"),
    "a mock exam": ((".home-ways a[href*='exam/']", "tiku-exam .tiku-button"), QUESTION),
}
KNOWN: dict[str, tuple[Sequence[str], str]] = {
    "today's questions": ((f"{HOME}[href*='begin=daily']",), QUESTION),
    "first answer, been here": ((f"{HOME}[href*='begin=daily']", CHOICE), VERDICT),
    "reviews that are due": ((f"{HOME}[href*='begin=due']",), QUESTION),
    "the open set": ((f"{HOME}[href*='#']",), QUESTION),
}
AGE = """() => new Promise(resolve => {
  const open = indexedDB.open('tiku');
  open.onsuccess = () => {
    const store = open.result.transaction('events', 'readwrite').objectStore('events');
    store.getAll().onsuccess = ({target}) => {
      for (const event of target.result)
        store.put({...event, at: new Date(Date.parse(event.at) - 9e8).toISOString()});
      store.transaction.oncomplete = () => { open.result.close(); resolve(); };
    };
  };
})"""


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def taps(folder: Path) -> None:
    """The real site, by touch; what cannot be reached so is an error."""
    command = [MKDOCS, "build", "-q", "-f", ROOT / "mkdocs.yml", "-d", folder / "site"]
    subprocess.run(command, check=True, capture_output=True)
    handler = partial(Quiet, directory=str(folder / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _count(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


def _count(root: str) -> None:
    """Each way is gone as it is written; the log is ten days old when the reader comes back."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("TIKU_CHROMIUM"), args=["--no-sandbox"]
        )
        context = chromium.new_context(base_url=root, viewport=PHONE, has_touch=True)
        page = context.new_page()
        for ways in (NEW, KNOWN):
            for name, (steps, goal) in ways.items():
                page.goto("")
                for step in steps:
                    page.locator(step).first.tap()
                page.locator(goal).first.wait_for()
                print(f"  {name}: {len(steps)}")
            page.evaluate(AGE)
        chromium.close()
