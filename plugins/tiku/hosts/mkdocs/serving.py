"""`mkdocs serve` after a mistake was saved: the last good site stays up and says what is wrong.

MkDocs by itself answers no request until the next build without an error. What is added to the
pages is added on their way out: no file of the site knows of it, and no build.
"""

import time
from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort

from tiku.hosts.mkdocs.reporting import Unpublished
from tiku.locales.language import reader_words

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

Headers = list[tuple[str, str]]
BOX = (
    "position:fixed;inset:auto 0 0 0;z-index:99;max-height:50vh;overflow:auto;padding:.8rem 1.2rem;"
    "border-top:4px solid #b00020;background:#fff;color:#1a1a1a;font:16px/1.6 sans-serif"
)
TEXT = "margin:.6rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.6 monospace"


class Serves:
    """The hook of a plugin."""

    def on_serve(self, server: "LiveReloadServer", /, **_: object) -> "LiveReloadServer":
        """A mistake that is saved leaves the last good site up."""
        KeepsServing(server, self.rebuilt)
        return server

    def rebuilt(self, seconds: float) -> None:
        """A save was built."""


class KeepsServing:
    """Stands between a server, its builder and its pages."""

    def __init__(self, server: "LiveReloadServer", rebuilt: Callable[[float], None]) -> None:
        """`rebuilt`: told after each build how many seconds it took."""
        self.rebuilt = rebuilt
        self.build, self.answer = server.builder, server.serve_request
        self.notice = b""
        server.builder = self.rebuild
        server.set_app(self.respond)

    def rebuild(self) -> None:
        """A build that the banks stopped has happened: browsers reload and show why."""
        began = time.monotonic()
        try:
            self.build()
        except Abort as abort:
            if not isinstance(abort.__context__, Unpublished):
                raise
            self.notice = notice(abort.__context__).encode()
        else:
            self.notice = b""
            self.rebuilt(time.monotonic() - began)

    def respond(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """Each page with the notice at its end, where there is one."""
        if not self.notice:
            return self.answer(environ, start)
        heads: list[tuple[str, Headers]] = []
        parts = self.answer(environ, lambda status, headers: heads.append((status, headers)))
        body = b"".join(parts)
        ((status, headers),) = heads
        if dict(headers).get("Content-Type") == "text/html":
            body = with_notice(body, self.notice)
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers.append(("Content-Length", str(len(body))))
        start(status, headers)
        return [body]


def notice(stopped: Unpublished) -> str:
    """Where and what, as in the terminal; it can be folded away."""
    title = reader_words()("problems.last-good", stopped=stopped.message)
    told = escape("\n".join(stopped.told))
    return (
        f'<div role="alert" id="tiku-problems" style="{BOX}"><details open>'
        f'<summary><b>{escape(title)}</b></summary><pre style="{TEXT}">{told}</pre></details></div>'
    )


def with_notice(page: bytes, notice: bytes) -> bytes:
    """The notice as the last of the body."""
    before, end, after = page.rpartition(b"</body>")
    return before + notice + end + after if end else page + notice
