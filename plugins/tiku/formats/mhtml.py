"""Web pages in one file (RFC 2557), as browsers and Word save them."""

import email
from email.message import Message

from tiku.formats.source import Source

SIGN = b"mime-version:"
HEAD = 2048
"""Bytes in which the sign stands."""


def page(source: Source) -> Source:
    """The page in such a file; what is none stays as it is."""
    if SIGN not in source.data[:HEAD].lower():
        return source
    try:
        parts = email.message_from_bytes(source.data).walk()
        html = next((part for part in parts if part.get_content_type() == "text/html"), None)
    except RecursionError:  # parts in parts without end
        return source
    return Source(source.name, _text(html).encode()) if html else source


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    try:
        return data.decode(part.get_content_charset("utf-8"), errors="replace")
    except (LookupError, ValueError):  # of no encoding, or of one that reads no text
        return data.decode(errors="replace")
