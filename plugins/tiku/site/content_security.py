"""A Content-Security-Policy under which a built site works: its own files, and the theme's scripts.

Themes have scripts inside their pages; each is allowed by its hash (CSP 3, section 6.7.3.3), so
that no other script runs, whatever a page holds.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from tiku.text.patterns import on_demand

SCRIPT = on_demand(r"<script(?P<attributes>[^<>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.I)
DATA = on_demand(r"type=[\"']?application/", re.IGNORECASE)


def policy(pages: Iterable[str]) -> str:
    """The value of the header, for a site of these pages. Tables are aligned by
    attributes, and pictures in style sheets are `data:`."""
    hashes = " ".join(f"'sha256-{one}'" for one in sorted({h for p in pages for h in _hashes(p)}))
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {hashes}".strip(),
            "style-src 'self'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def _hashes(page: str) -> Iterable[str]:
    for script in SCRIPT.finditer(page):
        if "src=" not in script["attributes"] and not DATA.search(script["attributes"]):
            yield b64encode(sha256(script["text"].encode()).digest()).decode()
