"""What is published works where there is nothing but what it asks for."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, SMALL_SITE

ASSETS = ROOT / "plugins" / "tiku" / "assets"


def run(*command: object, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the repository with a site, and an environment with the wheel."""
    folder = tmp_path_factory.mktemp("elsewhere")
    uv = os.environ.get("TIKU_UV", "uv")
    run(uv, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    run(uv, "venv", "--quiet", "--python", sys.executable, folder / "env", cwd=folder)
    python = folder / "env" / "bin" / "python"
    locked = ["--constraints", ROOT / "requirements.lock"]
    wanted = f"mkdocs-tiku[site] @ {wheel.as_uri()}"
    run(uv, "pip", "install", "--quiet", "--python", python, *locked, wanted, cwd=folder)
    shutil.copytree(SMALL_SITE, folder / "site")
    return folder


LANGUAGES = [
    ("english-site", "en", "en", "Answer and explanation"),
    ("small-site", "zh-Hant", "zh", "答案与解析"),
]
KINDS = ["single", "multiple", "true-false", "numeric", "text", "matching", "ordering", "open"]


@pytest.mark.parametrize(("source", "written", "wanted", "said"), LANGUAGES, ids=["en", "zh-Hans"])
def test_the_wheel_builds_sites_in_other_languages(
    elsewhere: Path, source: str, written: str, wanted: str, said: str
):
    site = Path(shutil.copytree(ROOT / "tests" / source, elsewhere / wanted))
    config = site / "mkdocs.yml"
    text = config.read_text("utf-8").replace(f"language: {written}", f"language: {wanted}")
    config.write_text(text, "utf-8")
    run(elsewhere / "env" / "bin" / "mkdocs", "build", "--strict", cwd=site)
    built = site / "site"
    pages = {
        str(path.parent.relative_to(built)): path.read_text("utf-8")
        for path in built.rglob("index.html")
    }
    assert {"practice", "progress", "write", "a-z", "exams"} <= set(pages)
    bank = next(html for html in pages.values() if 'data-kind="ordering"' in html)
    assert said in bank
    assert all(f'data-kind="{kind}"' in bank for kind in KINDS)
    assert any("<tiku-exam" in html for html in pages.values())
    assert (built / "assets" / "tiku" / "search" / "first.json").is_file()


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def parts() -> Iterator[str]:
    """Style sheets that are published within another."""
    for sheet in ASSETS.rglob("*.css"):
        for part in re.findall(r'@import "([^"]+)"', sheet.read_text(encoding="utf-8")):
            yield str((sheet.parent / part).resolve().relative_to(ASSETS))


def test_the_wheel_checks_and_builds_a_site_of_its_own(elsewhere: Path):
    tools = elsewhere / "env" / "bin"
    site = elsewhere / "site"
    assert "0 個錯誤" in run(tools / "tiku", "check", cwd=site)
    run(tools / "mkdocs", "build", "--strict", cwd=site)
    html = (site / "site" / "kinds" / "index.html").read_text(encoding="utf-8")
    assert '<tiku-question id="color"' in html
    (core,) = (site / "site" / "assets" / "tiku").glob("*/core")
    ours = {name for name in files(ASSETS) if name[:4] != "lms/"}
    assert files(core.parent) >= ours - {"loader.js", "offline/worker.js"} - set(parts())
    assert (site / "site" / "assets" / "tiku" / "loader.js").is_file()
    assert (site / "site" / "offline.js").is_file()
