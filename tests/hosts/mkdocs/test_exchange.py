"""Whatever stops a build, the site that was published stays; nothing is left beside it."""

from pathlib import Path

import pytest
from conftest import Built, build

STOPS = {
    "an error": "def on_post_page(output, **_):\n    raise ValueError('x')\n",
    "a full disk": "import errno\ndef on_post_page(output, **_):\n    raise OSError(errno.ENOSPC, 'No space left on device', '/site/a')\n",
    "a kill": "import os\ndef on_post_page(output, page, **_):\n    if page.file.src_uri == 'kinds.md':\n        os.kill(os.getpid(), 9)\n",
    "an error behind the last page": "import pathlib\ndef on_post_build(config, **_):\n    for path in pathlib.Path(config.site_dir).rglob('*.js'):\n        path.write_text('smaller')\n    raise ValueError('x')\n",
}


def published(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def stopped(site: Path, target: Path, code: str, *options: str) -> Built:
    """Built once, then again with a hook."""
    assert build(site, target).status == 0
    (target / ".git").write_text("kept", encoding="utf-8")
    (site / "hook.py").write_text(code, encoding="utf-8")
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    (site / "docs" / "new.md").write_text("# 新\n", encoding="utf-8")
    return build(site, target, *options)


@pytest.mark.parametrize("code", STOPS.values(), ids=STOPS.keys())
def test_the_old_site_stays(site: Path, tmp_path: Path, code: str):
    target = tmp_path / "out"
    assert stopped(site, target, code).status != 0
    assert "new/index.html" not in published(target)
    assert "kinds/index.html" in published(target)
    assert b"smaller" not in published(target).values()
    (site / "hook.py").write_text("", encoding="utf-8")
    assert build(site, target).status == 0
    assert "new/index.html" in published(target)
    assert [path.name for path in tmp_path.glob(".out*")] == []


def test_a_warning_stops_a_strict_build(site: Path, tmp_path: Path):
    target = tmp_path / "out"
    code = "def on_pre_build(config, **_):\n    (__import__('logging')).getLogger('mkdocs.x').warning('x')\n"
    assert stopped(site, target, code, "--strict").status != 0
    assert "new/index.html" not in published(target)
    assert build(site, target).status == 0
    assert "new/index.html" in published(target)


def test_a_full_disk_is_told_in_a_line(site: Path, tmp_path: Path):
    done = stopped(site, tmp_path / "out", STOPS["a full disk"])
    assert "/site/a: No space left on device" in done.output
    assert "Traceback" not in done.output


def test_what_is_gone_is_gone_and_what_is_hidden_stays(site: Path, tmp_path: Path):
    target = tmp_path / "out"
    assert build(site, target).status == 0
    (target / ".git").write_text("kept", encoding="utf-8")
    (target / "old.html").write_text("old", encoding="utf-8")
    first = published(target)
    same, changed = target / "assets/tiku/loader.js", target / "manifest.webmanifest"
    (inside,) = target.glob("assets/tiku/*/core/dom.js")
    taken = same.stat().st_ino, inside.stat().st_ino
    changed.write_text("by hand", encoding="utf-8")
    inside.parents[1].rename(inside.parents[1].with_name("0123456789"))
    assert build(site, target).status == 0
    assert published(target) == {path: data for path, data in first.items() if path != "old.html"}
    assert (same.stat().st_ino, inside.stat().st_ino) == taken, (
        "a file that stays as it is was written again"
    )


def test_a_build_that_was_killed_between_two_steps_is_put_right(site: Path, tmp_path: Path):
    (tmp_path / ".out.before").mkdir()
    (tmp_path / ".out.before" / "old.html").write_text("old", encoding="utf-8")
    code = STOPS["an error"]
    (site / "hook.py").write_text(code, encoding="utf-8")
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [hook.py]\n")
    assert build(site, tmp_path / "out").status != 0
    assert published(tmp_path / "out") == {"old.html": b"old"}
