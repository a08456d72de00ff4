"""`tiku build`: whatever stops it, the site that was published stays."""

import os
import resource
import subprocess
import sys
from pathlib import Path

TIKU = Path(sys.executable).with_name("tiku")
BANK = "topic: t\ntitle: Topic\nquestions:\n  - {id: q, stem: So it is., answer: true}\n"
SMALL = 60_000
"""Bytes of the largest file that fits on the disk of who has little left."""


def little_left() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))


def build(folder: Path, full: bool = False) -> subprocess.CompletedProcess:
    return subprocess.run(
        [str(TIKU), "build", "site", "--language", "en"],
        cwd=folder,
        env={**os.environ, "LC_ALL": "en_US.UTF-8"},
        preexec_fn=little_left if full else None,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_full_disk_is_told_in_a_line_and_the_old_site_stays(tmp_path: Path):
    for name, text in {"questions/t.yml": BANK, "docs/index.md": "# Home\n"}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert build(tmp_path).returncode == 0
    (tmp_path / "site" / ".git").write_text("kept", encoding="utf-8")
    (tmp_path / "docs" / "new.md").write_text("# New\n", encoding="utf-8")
    (tmp_path / "docs" / "large.bin").write_bytes(b"x" * 2 * SMALL)
    done = build(tmp_path, full=True)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "File too large" in done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert list((tmp_path / "site").rglob("new")) == []
    assert build(tmp_path).returncode == 0
    assert list((tmp_path / "site").rglob("new"))
    assert (tmp_path / "site" / ".git").read_text("utf-8") == "kept"
    assert [path.name for path in tmp_path.glob(".site*")] == []
