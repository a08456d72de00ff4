"""When banks were last changed: by their history where they have one, else by their files."""

import subprocess
from collections.abc import Iterable
from pathlib import Path


def last_change(paths: Iterable[Path]) -> int:
    """Seconds since 1970. Files that are as they were committed have the time of the commit, so
    that every copy of a repository says the same."""
    listed = sorted(paths)
    if not listed:
        return 0
    folder, names = listed[0].parent, [str(path.absolute()) for path in listed]
    told = _git(folder, "log", "-1", "--format=%ct", "--", *names)
    if told and _git(folder, "status", "--porcelain", "--", *names) == "":
        return int(told)
    return int(max(path.stat().st_mtime for path in listed))


def _git(folder: Path, *arguments: str) -> str | None:
    """What it says; None where there is no repository, or no git."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None
