"""MkDocs builds a site beside the one that is published."""

import logging
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.utils import CountHandler

from tiku.hosts.collecting import collect_seldom
from tiku.hosts.exchange import Exchange, unwritten


class KeepsPublished:
    """Those hooks of a plugin that bring a site from one place to the other."""

    exchange: "SiteExchange | None" = None
    is_dirty = is_served = False
    depth = 0
    """Builds inside a build, as mkdocs-static-i18n does for each language, write where it does."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A dirty build writes a few files into the site that is there."""
        collect_seldom()
        self.is_dirty, self.is_served = dirty, command == "serve"

    def build_beside(self, config: MkDocsConfig) -> None:
        """From here on MkDocs writes elsewhere."""
        self.depth += 1
        if self.depth == 1:
            self.exchange = None if self.is_dirty else SiteExchange(config)

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


class SiteExchange(Exchange):
    """From the moment before MkDocs clears its `site_dir` to the moment behind its last file."""

    def __init__(self, config: MkDocsConfig) -> None:
        """From here on MkDocs writes beside."""
        super().__init__(Path(config.site_dir))
        self.config = config
        config.site_dir = str(self.beside)

    def finish(self) -> None:
        """The new site in the place of the old one, unless a strict build will say no to it."""
        if self.beside != self.site and _will_be_aborted(self.config):
            self.undo()
            return
        self.config.site_dir = str(self.site)
        self._take_along()
        super().finish()

    def undo(self) -> None:
        """The old site stays."""
        self.config.site_dir = str(self.site)
        super().undo()

    def _take_along(self) -> None:
        """What plugins wrote to where they were told before the build, as print-site does."""
        for path in self.site.rglob("*") if self.site.exists() else ():
            target = self.beside / path.relative_to(self.site)
            if path.is_file() and path.stat().st_mtime_ns >= self.began and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, target)


def _will_be_aborted(config: MkDocsConfig) -> bool:
    """MkDocs counts warnings, and in a strict build stops at them behind the last hook."""
    handlers = logging.getLogger("mkdocs").handlers
    counters = [handler for handler in handlers if isinstance(handler, CountHandler)]
    return bool(config.strict) and any(counter.get_counts() for counter in counters)
