"""MkDocs' files and pages, as the build asks for them: addresses, and what was read of a page."""

from collections.abc import Iterable, Mapping
from html import escape

from markupsafe import Markup
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from tiku.rendering.links import Locate
from tiku.site import build as site
from tiku.site.generated import Generated


def locate_from(files: Files, here: str) -> Locate:
    """`here`: path below docs/, or the address of a file that is not among them yet."""
    origin = files.get_file_from_path(here) or here

    def locate(path: str) -> str:
        file = files.get_file_from_path(path)
        return file.url_relative_to(origin) if file else path

    return locate


def read(page: Page, ours: site.Page) -> site.Read:
    """What MkDocs knows of a page behind Markdown; the title of a generated one is made safe.

    Themes write `title` of the front matter as it is. Of a heading's HTML some make text again,
    and write that.
    """
    if ours.made:
        page.meta["title"] = escape(ours.made.title, quote=False)
    return site.Read(page.file.url, Markup(page.title or "").striptags(), page.meta)


def add_pages(files: Files, config: MkDocsConfig, generated: Mapping[str, Generated]) -> None:
    """Those that nobody wrote by hand."""
    for path, page in generated.items():
        if not files.get_file_from_path(path):
            own = File.generated(config, path, content=page.source)
            if page.hidden:
                own.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(own)


def add(files: Files, config: MkDocsConfig, named: Iterable[tuple[str, str | bytes]]) -> None:
    """Files by their addresses."""
    for uri, content in named:
        files.append(File.generated(config, uri, content=content))


def add_loader(config: MkDocsConfig) -> None:
    """The one script that every page has."""
    script = options.ExtraScriptValue(f"{site.ASSETS}/loader.js")
    script.type = "module"
    config.extra_javascript.append(script)
