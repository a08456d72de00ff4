"""An author's text -> what stands in a file: HTML whose links lead to the site."""

import re

from tiku.formats.writers.exported import NOTHING, Rich
from tiku.rendering import links, prose

DEAD_LINK = re.compile(r'<a href="tiku:[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
LINK = re.compile(r'(<a href=")tiku:([^"#]*)(#[^"]*)?"')


class Texts:
    """Texts of a site at this address, with a slash at its end; "" where there is none."""

    def __init__(self, site: str) -> None:
        self.site = site

    def maybe(self, text: str | None) -> Rich:
        """As blocks, where there is something."""
        return self.block(text) if text else NOTHING

    def maybe_line(self, text: str | None) -> Rich:
        """In a line, where there is something."""
        return self.line(text) if text else NOTHING

    def block(self, text: str) -> Rich:
        """Paragraphs, lists, tables."""
        return Rich(text.strip(), self.linked(prose.block(text.strip())))

    def line(self, text: str) -> Rich:
        """What stands in a line."""
        return Rich(text.strip(), self.linked(prose.inline(text)), in_line=True)

    def linked(self, html: str) -> str:
        """Links to pages lead to the site; where there is none their text stays."""
        if "tiku:" not in html:
            return str(html)
        if not self.site:
            return DEAD_LINK.sub(r"\1", html)
        locate = links.below(self.site)
        return LINK.sub(lambda found: f'{found[1]}{locate(found[2])}{found[3] or ""}"', html)

    def address(self, href: str) -> str:
        """Of a page of the site; "" where there is none."""
        path, _, clause = href.removeprefix("tiku:").partition("#")
        if not self.site:
            return ""
        return links.below(self.site)(path) + (f"#{clause}" if clause else "")
