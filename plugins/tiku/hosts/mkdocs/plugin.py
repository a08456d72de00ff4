"""MkDocs: its hooks, translated into what site/build.py asks of a host."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from tiku.hosts.markdown.extension import TikuExtension
from tiku.hosts.mkdocs import material, offline, structure
from tiku.hosts.mkdocs.downloads import fill, wanted
from tiku.hosts.mkdocs.editions import Editions
from tiku.hosts.mkdocs.exchange import KeepsPublished
from tiku.hosts.mkdocs.i18n import BEHIND, folder_of, folders, is_inner
from tiku.hosts.mkdocs.language import words_for
from tiku.hosts.mkdocs.navigation import NamesFolders
from tiku.hosts.mkdocs.options import TikuConfig
from tiku.hosts.mkdocs.remembering import Remembers
from tiku.hosts.mkdocs.reporting import checked, report
from tiku.hosts.mkdocs.repository import repository_of
from tiku.hosts.mkdocs.serving import Serves
from tiku.hosts.opening import options_of
from tiku.site import build as site


class TikuPlugin(KeepsPublished, NamesFolders, Remembers, Serves, BasePlugin[TikuConfig]):  # type: ignore[no-untyped-call]
    """While Markdown, search and the theme are at work marks stand for what is ours."""

    def __init__(self) -> None:
        super().__init__()
        self.page: site.Page | None = None
        self.extension = TikuExtension(lambda: self.page)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """One small script on every page; banks are watched."""
        self.folder = Path(config.config_file_path).parent / self.config.questions
        options = options_of(self.folder)
        self.words = words_for(self.config, options, config)
        structure.enter(config, self.extension, self.folder)
        self.searched, self.finds = material.searches(config, self.words, options)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check before the last good site is cleared away; an error publishes nothing."""
        cache = self.cache_of(self.config.cache, self.is_served or bool(folders(config)))
        self.build = site.Build(
            checked(self.folder, config, cache),
            self.words,
            lambda here: structure.locate_from(self.files, here, folder_of(config)),
            repository_of(config, self.folder),
            bool(self.config.editions) and not is_inner(config),
            wanted(self.config.exports, self.folder, config, self.words, self.is_served),
            self.finds,
            cache,
        )
        if not is_inner(config):
            self.editions = Editions(self.build)
        self.build_beside(config)

    @event_priority(BEHIND)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, unless one was written by hand, and the assets."""
        self.files = files
        structure.add_ours(files, config, self.build)
        offline.add_manifest(files, config, self.words.language)
        return material.asked_for(files, config)

    def on_page_markdown(self, _: str, *, page: Page, **__: object) -> None:
        """Tell the extension which page it is on."""
        self.page = self.build.page(page.file.src_uri)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Put in what is no quiz, and links to styles."""
        ours, self.page = self.build.page(page.file.src_uri), None
        return structure.content(html, page, ours, config)

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ANN401
        """All pages are read: what can be found goes beside the scripts."""
        self.compiled.serve(env)
        fill(files, self.build)
        report(self.build.dead_references())
        if self.searched:
            structure.add_search(files, config, self.build)

    @event_priority(100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the quizzes in, before anybody takes comments away, and with them our marks."""
        self.editions.keep(page, config)
        return offline.linked(self.build.page(page.file.src_uri).finished(output), page)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The other edition is made from what was built, and goes with it where readers are."""
        if self.config.editions and not self.is_dirty and not is_inner(config):
            report(self.editions.add(config))
        offline.write_lists(config, self.config.editions)
        super().on_post_build(config=config)
