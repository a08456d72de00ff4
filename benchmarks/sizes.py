"""How a build grows: beside plain pages and the peers, by itself, and after a save.

The peers are installed into an environment of their own, so that none of their libraries is ours.
Every figure is CPU of the process and its children; rounds are interleaved, ratios are medians.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from content import (
    write_mkdocs_mcq,
    write_mkdocs_quiz,
    write_plain,
    write_real,
    write_real_plain,
    write_tiku,
)

Rows = Mapping[str, tuple[Path, Path, Mapping[str, str]]]
"""Name -> where its programs are, its site, and what they are told by the environment."""
BIN = Path(sys.executable).parent
PEERS = ("mkdocs-quiz==1.7.1", "mkdocs-mcq==0.2.0")
TIMED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
"""In a process of its own, so that the peak is that of this one child."""
REBUILD = """
import os, re, resource, sys, time
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml")
config.plugins.on_startup(command="serve", dirty=False)
build(config)
bank = sorted(Path("questions").iterdir())[0]
for turn in range(5):
    text = bank.read_text("utf-8")
    bank.write_text(re.sub(r"stem: \\S+", f"stem: 改過的題幹{turn}", text, count=1), "utf-8")
    start = time.process_time()
    build(load_config("mkdocs.yml"))
    print(time.process_time() - start)
"""


def peers(folder: Path) -> None:
    """Builds of the same questions: plain pages, with and without jieba, the peers, tiku."""
    theirs = _environment(folder / "peers", "without")
    with_jieba = _environment(folder / "jieba", "jieba==0.42.1")
    for number, rounds in ((1000, 3), (5000, 3)):
        _beside(folder / str(number), number, rounds, theirs, with_jieba)


def _beside(folder: Path, number: int, rounds: int, theirs: Path, with_jieba: Path) -> None:
    plain, tiku = write_plain(folder / "plain", number), write_tiku(folder / "tiku", number)
    rows: Rows = {
        "plain": (theirs, plain, {}),
        "plain with jieba": (with_jieba, plain, {}),
        "mkdocs-quiz": (theirs, write_mkdocs_quiz(folder / "quiz", number), {}),
        "mkdocs-mcq": (theirs, write_mkdocs_mcq(folder / "mcq", number), {}),
        **_ours(folder, tiku),
    }
    _in_turn(f"{number:6}", rows, rounds)


def real(folder: Path) -> None:
    """This project's own site beside the same pages and banks as plain Markdown."""
    plain, tiku = write_real_plain(folder / "plain"), write_real(folder / "tiku")
    _in_turn("  real", {"plain": (BIN, plain, {}), **_ours(folder, tiku)}, 3)


def _ours(folder: Path, site: Path) -> Rows:
    kept = {"XDG_CACHE_HOME": str(folder / "cache")}
    _build(BIN, site, kept)
    return {
        "tiku, the first build": (BIN, site, {"XDG_CACHE_HOME": "fresh"}),
        "tiku, that remembers": (BIN, site, kept),
    }


def _in_turn(name: str, rows: Rows, rounds: int) -> None:
    """CPU, how many times that of the first row, and memory of each."""
    found: dict[str, list[tuple[float, float]]] = {row: [] for row in rows}
    for _ in range(rounds):
        for row, built in rows.items():
            found[row].append(_build(*built))
    base = [cpu for cpu, _ in next(iter(found.values()))]
    for row, runs in found.items():
        ratio = statistics.median(cpu / by for (cpu, _), by in zip(runs, base, strict=True))
        seconds, peak = statistics.median(cpu for cpu, _ in runs), max(peak for _, peak in runs)
        print(f"  {name} {row:22} {seconds:6.2f} s {ratio:5.2f}x {peak:5.0f} MiB", flush=True)


def rebuild(folder: Path) -> None:
    """CPU from a save of one question to the site, as `mkdocs serve` builds again."""
    for number in (320, 5000, 20000):
        site = write_tiku(folder / str(number), number)
        told = _run([str(BIN / "python"), "-c", REBUILD], site, {})
        print(f"  {number:6} questions: {statistics.median(map(float, told.split())):.2f} s")


def large(folder: Path) -> None:
    """CPU and peak memory of a check and of a first build of 20,000 questions."""
    site = write_tiku(folder / "site", 20000)
    fresh = {"XDG_CACHE_HOME": str(folder / "cache")}
    for name, command in (("check", ["tiku", "check"]), ("build", ["mkdocs", "build", "-q"])):
        cpu, peak = _timed([str(BIN / command[0]), *command[1:]], site, fresh)
        print(f"  20,000 questions, {name}: {cpu:.1f} s, {peak:.0f} MiB")


def shares(folder: Path) -> None:
    """CPU and peak memory of 20,000 questions in four shares, and of putting them together."""
    site = write_tiku(folder / "site", 20000)
    tiku, parts = str(BIN / "tiku"), [str(folder / f"part-{n}") for n in range(1, 5)]
    for name, command in _shared(folder, tiku, parts):
        cpu, peak = _timed([tiku, *command], site, {"XDG_CACHE_HOME": str(folder / "cache")})
        print(f"  20,000 questions, {name}: {cpu:.1f} s, {peak:.0f} MiB", flush=True)


def _shared(folder: Path, tiku: str, parts: list[str]) -> Iterator[tuple[str, list[str]]]:
    for number, part in enumerate(parts, 1):
        yield f"share {number}/4", ["build", part, "--shard", f"{number}/4"]
    yield "merge", ["merge", str(folder / "merged"), *parts, "--no-cache"]
    yield "one build", ["build", str(folder / "one"), "--no-cache"]


def _environment(folder: Path, jieba: str) -> Path:
    """MkDocs and Material as here, and the peers."""
    venv.create(folder, with_pip=True)
    ours = [f"{name}=={version(name)}" for name in ("mkdocs", "mkdocs-material")]
    wanted = [*ours, *PEERS, *([jieba] if jieba != "without" else [])]
    subprocess.run([folder / "bin" / "pip", "install", "-q", *wanted], check=True)
    return folder / "bin"


def _build(programs: Path, site: Path, said: Mapping[str, str]) -> tuple[float, float]:
    """(CPU, peak MiB); a cache that is `fresh` is an empty one. Where nothing is remembered, there
    is no site of an earlier build either; those stay where they are until the end: to make a file
    takes a disk five times as long that has just removed as many."""
    command = [str(programs / "mkdocs"), "build", "-q"]
    if said.get("XDG_CACHE_HOME", "fresh") == "fresh":
        command += ["-d", str(Path(tempfile.mkdtemp(dir=site)) / "site")]
    fresh = tempfile.mkdtemp(dir=site)
    own = {name: fresh if value == "fresh" else value for name, value in said.items()}
    return _timed(command, site, own)


def _timed(command: list[str], site: Path, said: Mapping[str, str]) -> tuple[float, float]:
    cpu, peak = _run([sys.executable, "-c", TIMED, *command], site, said).split()
    return float(cpu), float(peak)


def _run(command: list[str], site: Path, said: Mapping[str, str]) -> str:
    """With bytecode, as programs that are installed have it; what one says that fails is shown."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "NO_MKDOCS_2_WARNING": "1", **said}
    piped = subprocess.PIPE
    done = subprocess.run(command, cwd=site, env=environment, stdout=piped, text=True, check=True)
    return done.stdout
