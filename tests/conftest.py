"""What several tests share: built sites, served ones, and a browser."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from browsing import reader
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tiku.locales.catalogue import load

# A developer may meet a new example; a submission meets the same ones every time.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("default", deadline=None)  # how busy a machine is proves nothing
expect.set_options(timeout=20_000)  # neither does how long it takes until something is there
settings.load_profile("ci" if os.environ.get("CI") else "default")

EN, ZH = load("en"), load("zh-Hant")
ROOT = Path(__file__).resolve().parent.parent
SMALL_SITE = ROOT / "tests" / "small-site"
SHARED = [folder / "shared" for folder in (ROOT.parent, ROOT.parent.parent)]
"""Where the inputs may be that are kept beside the project."""
collect_ignore = (
    [] if any(map(Path.is_dir, SHARED)) else [str(Path("formats") / "test_shared_files.py")]
)
"""Where there are none of them, no test says that it has read them."""
MKDOCS = Path(sys.executable).with_name("mkdocs")


@dataclass(frozen=True)
class Built:
    """What a build printed and left behind."""

    folder: Path
    output: str
    status: int

    def html(self, address: str = "") -> str:
        return (self.folder / address / "index.html").read_text(encoding="utf-8")


def build(source: Path, target: Path, *options: str, address: str = "") -> Built:
    """Build a site as an editor would; `address` takes the place of its site_url."""
    config = source / "mkdocs.yml"
    if address:
        text = config.read_text(encoding="utf-8")
        old = next(line for line in text.splitlines() if line.startswith("site_url:"))
        config = source / f"mkdocs-{os.getpid()}.yml"
        config.write_text(text.replace(old, f"site_url: {address}"), encoding="utf-8")
    try:
        return _run([MKDOCS, "build", "-f", config, "-d", target, *options], target)
    finally:
        if address:
            config.unlink()


def _run(command: list[object], target: Path) -> Built:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [str(part) for part in command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Built(target, done.stdout, done.returncode)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the small site that a test may change."""
    return Path(shutil.copytree(SMALL_SITE, tmp_path / "site"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site, built strictly."""
    return build(SMALL_SITE, tmp_path_factory.mktemp("small"), "--strict")


class Server(ThreadingHTTPServer):
    """A page asks for dozens of modules at once, and a busy machine is slow to take them: of the
    usual five that may wait the next is dropped, and asked for again after 1, 3, 7, 15, 31 s."""

    request_queue_size = 128


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Served:
    """A site at an address of its own; building it again is what an editor's push does."""

    source: Path
    target: Path
    address: str
    options: tuple[str, ...] = ("--strict",)

    def edit(self, *changes: tuple[str, str]) -> None:
        """Put other texts into the bank of all kinds, and publish it."""
        bank = self.source / "questions" / "kinds.yml"
        text = bank.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        bank.write_text(text, encoding="utf-8")
        self.rebuild()

    def take(self, other: "Served") -> None:
        """What a build would give of the same source, which another site has been built of; as new
        as a build, or a cache would believe that nothing changes soon."""
        shutil.copytree(
            other.target, self.target, copy_function=shutil.copyfile, dirs_exist_ok=True
        )
        for path in (*self.target.rglob("*.html"), self.target / "sitemap.xml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(other.address, self.address), encoding="utf-8")

    def rebuild(self) -> None:
        built = build(self.source, self.target, *self.options, address=self.address)
        assert built.status == 0, built.output


def serve(
    source: Path, target: Path, *options: str, like: Served | None = None
) -> Iterator[Served]:
    """Material switches instant navigation off where site_url is not the real address. `like`: a
    site of the same source, that need not be built once more."""
    handler = partial(Quiet, directory=str(target))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        served = Served(source, target, address, options or ("--strict",))
        served.take(like) if like else served.rebuild()
        yield served
        server.shutdown()


@pytest.fixture(scope="session")
def small_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The small site in the browser; tests leave it as it is."""
    yield from serve(SMALL_SITE, tmp_path_factory.mktemp("served"))


@pytest.fixture
def own_served(site: Path, tmp_path: Path, small_served: Served) -> Iterator[Served]:
    """A copy of the small site in the browser, to be edited and rebuilt."""
    yield from serve(site, tmp_path / "served", like=small_served)


@pytest.fixture(scope="session")
def real_served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The real site in the browser."""
    yield from serve(ROOT, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as dev.py found it. Without one the tests fail: a missing browser is no excuse."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("TIKU_CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", "--disable-quic", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, small_served: Served) -> Iterator[BrowserContext]:
    """A reader of the small site."""
    with reader(browser, small_served.address) as context:
        yield context
