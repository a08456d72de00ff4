"""Forms and letters: sections of pages, whose places a flow fills in."""

from collections.abc import Mapping

from tiku.model.base import Reference
from tiku.model.library import Page
from tiku.text.forms import as_lines
from tiku.text.patterns import on_demand

KNOWN = ("day", "due", "path")
"""What may be filled in: the day counted from, the last day, the answers given."""
PLACE = on_demand(r"\{([a-z]+)\}")


def form_text(pages: Mapping[str, Page] | None, form: Reference | None) -> str | None:
    """As it can be pasted; None where there is no such section."""
    path, _, name = (form or "").partition("#")
    page = (pages or {}).get(path)
    written = page.written.get(name) if page else None
    return None if written is None else as_lines(written)
