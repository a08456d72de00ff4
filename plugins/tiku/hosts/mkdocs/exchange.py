"""A site is built beside the one that is published, and takes its place when it is whole.

Whatever stops a build, an error, a full disk or a kill, leaves the old site as it was.
"""

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler, clean_directory

from tiku.hosts.mkdocs.reporting import unwritten


class KeepsPublished:
    """Those hooks of a plugin that bring a site from one place to the other."""

    exchange: "Exchange | None" = None
    is_dirty = False
    depth = 0
    """Builds inside a build, as mkdocs-static-i18n does for each language, write where it does."""

    def on_startup(self, *, dirty: bool, **_: object) -> None:
        """A dirty build writes a few files into the site that is there."""
        self.is_dirty = dirty

    def build_beside(self, config: MkDocsConfig) -> None:
        """From here on MkDocs writes elsewhere."""
        self.depth += 1
        if self.depth == 1:
            self.exchange = None if self.is_dirty else Exchange(config)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Behind all that other plugins write."""
        self.depth -= 1
        if self.exchange and self.depth == 0:
            self.exchange.finish()

    def on_build_error(self, error: Exception, **_: object) -> None:
        """Whatever it was, the old site stays; a machine's fault is told in a line."""
        self.depth = 0
        if self.exchange:
            self.exchange.undo()
        if isinstance(error, OSError):
            raise Abort(unwritten(error)) from error


class Exchange:
    """From the moment before MkDocs clears its `site_dir` to the moment behind its last file."""

    def __init__(self, config: MkDocsConfig) -> None:
        """From here on MkDocs writes beside; where no folder can be made there, in place."""
        self.config, self.site = config, Path(config.site_dir).resolve()
        self.beside = self._named("building")
        _put_back(self._named("before"), self.site)
        shutil.rmtree(self.beside, ignore_errors=True)
        try:
            self.beside.mkdir(parents=True)
        except OSError:
            self.beside = self.site
        self.began = self.beside.stat().st_mtime_ns if self.beside.exists() else 0
        config.site_dir = str(self.beside)

    def finish(self) -> None:
        """The new site in the place of the old one, unless a strict build will say no to it."""
        if self.beside == self.site:
            return
        if _will_be_aborted(self.config):
            self.undo()
            return
        self.config.site_dir = str(self.site)
        self._take_along()
        try:
            self._exchange()
        except OSError:
            # A folder that is mounted, or open on Windows, cannot be moved.
            clean_directory(str(self.site))
            shutil.copytree(self.beside, self.site, dirs_exist_ok=True)
            shutil.rmtree(self.beside)

    def undo(self) -> None:
        """The old site stays."""
        self.config.site_dir = str(self.site)
        if self.beside != self.site:
            shutil.rmtree(self.beside, ignore_errors=True)

    def _take_along(self) -> None:
        """What plugins wrote to where they were told before the build, as print-site does."""
        for path in self.site.rglob("*") if self.site.exists() else ():
            target = self.beside / path.relative_to(self.site)
            if path.is_file() and path.stat().st_mtime_ns >= self.began and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, target)

    def _exchange(self) -> None:
        before = self._named("before")
        shutil.rmtree(before, ignore_errors=True)
        if self.site.exists():
            self.site.rename(before)
        try:
            self.beside.rename(self.site)
        except OSError:
            _put_back(before, self.site)
            raise
        _keep_hidden(before, self.site)
        shutil.rmtree(before, ignore_errors=True)

    def _named(self, stage: str) -> Path:
        return self.site.with_name(f".{self.site.name}.{stage}")


def _put_back(before: Path, site: Path) -> None:
    """A build that was killed between two steps left the old site aside."""
    if before.exists() and not site.exists():
        before.rename(site)


def _keep_hidden(before: Path, site: Path) -> None:
    """As MkDocs does when it clears a folder: .git of a branch of pages, for example."""
    for path in before.iterdir() if before.exists() else ():
        if path.name.startswith(".") and not (site / path.name).exists():
            path.rename(site / path.name)


def _will_be_aborted(config: MkDocsConfig) -> bool:
    """MkDocs counts warnings, and in a strict build stops at them behind the last hook."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    return bool(config.strict) and any(counter.get_counts() for counter in counters)
