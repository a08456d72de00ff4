"""Every hostile text in every text field of every file, all pages opened in the browser.

python3 benchmarks/hostile.py [payloads.json]    ours for every tag, or a list of texts of yours

The check is heard but not heeded: what it refuses is rendered all the same.
"""

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import conftest
import hostile_site
from playwright.sync_api import sync_playwright

A_SITE = 40
"""Texts: a theme writes every page into every page."""
UNHEEDED = """
import sys
from tiku.hosts.mkdocs import plugin, reporting
plugin.report = reporting.report = lambda problems: None
from mkdocs.__main__ import cli
sys.exit(cli())
"""


def main(payloads: list[str]) -> None:
    """Print how many pages there were, and all harm."""
    pages, harm = 0, []
    for start in range(0, len(payloads), A_SITE):
        found, done = tried(payloads[start : start + A_SITE])
        pages, harm = pages + found, [*harm, *done]
    print(f"{len(payloads)} texts, {pages} pages, {len(harm)} harmed")
    print(*harm, sep="\n")


def tried(payloads: list[str]) -> tuple[int, list[str]]:
    """How many pages a site of these has, and what happened on them."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "source"), Path(folder, "site")
        hostile_site.write(source, payloads)
        script = source / "mkdocs"
        script.write_text(f"#!{sys.executable}\n{UNHEEDED}", encoding="utf-8")
        script.chmod(0o755)
        conftest.MKDOCS = script
        for served in conftest.serve(source, target, "--quiet"):
            found = sorted(path.parent for path in target.rglob("index.html"))
            pages = [f"{path.relative_to(target).as_posix()}/".removeprefix("./") for path in found]
            return len(pages), opened(served.address, pages)
    raise AssertionError("a site is served once")


def opened(address: str, pages: list[str]) -> list[str]:
    """What happened on these pages."""
    executable = os.environ.get("TIKU_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        context = browser.new_context(service_workers="block")
        return hostile_site.harm(context, address, pages, assets=False)


if __name__ == "__main__":
    given = [json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:]]
    main(given[0] if given else [*hostile_site.SMALL, *hostile_site.every_tag()])
