"""MkDocs' files and pages, as the build asks for them: addresses, and what was read of a page."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from tiku.hosts.exchange import is_linked, published
from tiku.hosts.mkdocs.i18n import folder_of, placed
from tiku.hosts.mkdocs.reporting import report
from tiku.rendering.links import Locate
from tiku.site import build as site
from tiku.site.generated import Generated

LOADER = f"{site.ASSETS}/loader.js"
Content = str | bytes | Callable[[], bytes]
BEHIND_FILES = (
    *("pre_template", "template_context", "post_template"),
    *("page_context", "post_page", "post_build"),
)
"""Events, in the order of MkDocs."""
HARMLESS = ("tiku.", "mkdocs.contrib.search", "material.plugins.search")


class Ours(File):
    """A file of a site; most are in the site before, as long as our version stays. What makes its
    content is asked whenever that is: not all of a site is held at once."""

    made: Content | None = None
    before: Path | None = None
    """The published site, where it may be linked to."""

    @property
    def _content(self) -> str | bytes | None:
        return self.made() if callable(self.made) else self.made

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self.made = content

    def copy_file(self, dirty: bool = False) -> None:
        """Linked to the one before, if that is the same."""
        beside, data = Path(self.dest_dir), self.content_bytes
        try:
            self._put(beside, data)
        except FileNotFoundError:
            (beside / self.dest_uri).parent.mkdir(parents=True, exist_ok=True)
            self._put(beside, data)

    def _put(self, beside: Path, data: bytes) -> None:
        if not (self.before and is_linked(self.before, beside, self.dest_uri, data)):
            (beside / self.dest_uri).write_bytes(data)


def locate_from(files: Files, here: str, folder: str = "") -> Locate:
    """`here`: path below docs/, or the address of a file that is not among them yet, below the
    folder of its language."""
    origin = files.get_file_from_path(here) or folder + here

    def locate(path: str) -> str:
        file = files.get_file_from_path(path)
        return file.url_relative_to(origin) if file else path

    return locate


def read(page: Page, ours: site.Page, folder: str) -> site.Read:
    """What MkDocs knows of a page behind Markdown; the title of a generated one is made safe.

    Themes write `title` of the front matter as it is. Of a heading's HTML some make text again,
    and write that.
    """
    if ours.made:
        page.meta["title"] = escape(ours.made.title, quote=False)
    return site.Read(
        page.file.url.removeprefix(folder), Markup(page.title or "").striptags(), page.meta
    )


def content(html: str, page: Page, ours: site.Page, config: MkDocsConfig) -> str:
    """What Markdown made of a page, with all of ours that may stand there before the theme."""
    found = ours.content(_in_its_language(html, page), read(page, ours, folder_of(config)))
    return ours.finished(found) if _is_printed(config) else found


def _in_its_language(html: str, page: Page) -> str:
    """A page in another language than the site's says which, by `lang` of its front matter."""
    language = page.meta.get("lang")
    return f'<div lang="{escape(str(language))}">{html}</div>' if language else html


def _is_printed(config: MkDocsConfig) -> bool:
    """Whether a plugin takes pages along before a theme is around them: quizzes are whole then."""
    return bool({"print-site", "with-pdf"} & set(config.plugins))


def add_ours(files: Files, config: MkDocsConfig, build: site.Build) -> None:
    """Pages, and all that lies beside them; what is still being written is known by its name."""
    add_pages(files, config, build.generated)
    made = build.files()
    add(files, config, ((address, partial(made.__getitem__, address)) for address in made))
    add(files, config, ((one.address, b"") for one in build.downloads()))


def add_pages(files: Files, config: MkDocsConfig, generated: Mapping[str, Generated]) -> None:
    """Those that nobody wrote by hand; of the others the check tells."""
    for path, page in generated.items():
        if files.get_file_from_path(path):
            continue
        own = File.generated(config, path, content=page.source)
        if page.hidden or not page.listed:
            own.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(placed(own, config))


def add(files: Files, config: MkDocsConfig, named: Iterable[tuple[str, Content]]) -> None:
    """Files by their addresses."""
    before = None if _is_written_to(config) else published(Path(config.site_dir))
    for uri, content in named:
        own = Ours.generated(config, uri, content=b"")
        assert isinstance(own, Ours)
        own.made, own.before = content, before
        files.append(placed(own, config))


def _is_written_to(config: MkDocsConfig) -> bool:
    """Whether others may write into files when they are in their places, as those that make
    scripts smaller do: in a file that is linked they would write into the published site."""
    hooks = (hook for event in BEHIND_FILES for hook in config.plugins.events[event])
    return not all(str(getattr(hook, "__module__", "")).startswith(HARMLESS) for hook in hooks)


def add_search(files: Files, config: MkDocsConfig, build: site.Build) -> None:
    """What can be found, and what cannot is told."""
    found, problems = build.search()
    report(problems)
    add(files, config, found.items())


def enter(config: MkDocsConfig, extension: object, folder: Path) -> None:
    """Banks are watched, our extension is used, and the one script that every page has; once,
    however many languages are built."""
    config.watch.append(str(folder))
    extensions: list[Any] = config.markdown_extensions
    if extension not in extensions:
        extensions.append(extension)
    _add_loader(config)


def _add_loader(config: MkDocsConfig) -> None:
    script = options.ExtraScriptValue(folder_of(config) + LOADER)
    script.type = "module"
    others = [one for one in config.extra_javascript if LOADER not in str(one)]
    config.extra_javascript[:] = [*others, script]
