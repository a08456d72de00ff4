"""MkDocs: configuration and hooks; the only door to mkdocs."""

import os
from datetime import date
from pathlib import Path

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tiku import search
from tiku.hosts.markdown.extension import Answers, TikuExtension
from tiku.hosts.markdown.glossary_links import TermLinks
from tiku.hosts.mkdocs.language import words_for
from tiku.hosts.mkdocs.material import take_over_dialog
from tiku.hosts.mkdocs.reporting import report
from tiku.hosts.mkdocs.repository import repository_of
from tiku.hosts.mkdocs.serving import KeepsServing
from tiku.model import Draw
from tiku.model.selection import lists_a_topic, select
from tiku.rendering import links
from tiku.rendering.questions import Renderer
from tiku.rules.check import check_folder
from tiku.site import additions, authoring, catalog, pages, placeholders, publishing, reading_time

ASSETS_URI = publishing.URI
SEARCH_URI = f"{ASSETS_URI}/search"


class TikuConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say below `tiku:`."""

    questions = options.Type(str, default="questions")
    """The folder of banks, from where mkdocs.yml stands."""
    language = options.Type(str, default="")
    """Of what we say: zh-Hant, zh-Hans, en …; without it, the language of the theme."""


class TikuPlugin(BasePlugin[TikuConfig]):  # type: ignore[no-untyped-call]
    """Load and check, add pages and assets, answer fences.

    While Markdown, search and the theme are at work a quiz is represented by its searchable
    stand-in; the quiz itself takes its place in the finished page.
    """

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """One small script on every page; banks are watched."""
        self.words = words_for(self.config.language, config)
        self.folder = Path(config.config_file_path).parent / self.config.questions
        self.extension = TikuExtension(Answers(self._quiz, lambda: pages.holdings(self.library)))
        config.watch.append(str(self.folder))
        config.markdown_extensions.append(self.extension)  # type: ignore[arg-type]
        script = options.ExtraScriptValue(f"{ASSETS_URI}/loader.js")
        script.type = "module"
        config.extra_javascript.append(script)
        self.searched = take_over_dialog(config)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check before the last good site is cleared away; an error publishes nothing."""
        questions = Path(os.path.relpath(self.folder))
        checked = check_folder(questions, Path(config.docs_dir), date.today())
        report(checked.problems)
        self.library = checked.library
        self.renderer = Renderer(checked.library, repository_of(config, self.folder))
        glossary = checked.library.glossary
        self.extension.terms = TermLinks(glossary) if glossary else None
        self.quizzes: dict[str, list[str]] = {}
        self.sections: dict[str, list[search.Section]] = {}
        self.built: dict[str, search.BuiltPage] = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, unless one was written by hand, and the assets."""
        self.files = files
        self.generated = {page.path: page for page in pages.generate(self.library)}
        for page in self.generated.values():
            if not files.get_file_from_path(page.path):
                files.append(File.generated(config, page.path, content=page.text))
        for uri, text in publishing.assets(self.words):
            files.append(File.generated(config, uri, content=text))
        for name, text in [
            *catalog.files(self.library, self.renderer, self._locate_from_asset),
            *authoring.files(self.library, self.renderer.repository, self._locate_from_asset),
        ]:
            files.append(File.generated(config, f"{ASSETS_URI}/{name}", content=text))
        return files

    def on_serve(self, server: LiveReloadServer, /, **_: object) -> LiveReloadServer:
        """A mistake that is saved leaves the last good site up."""
        KeepsServing(server)
        return server

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Add what belongs to it, and tell the extension which page it is on."""
        self.page = page
        if self.extension.terms:
            self.extension.terms.page = page.file.src_uri
        return additions.accompanied(markdown, page.file.src_uri, self.library)

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Fill in addresses; generated pages and those with questions get their styles."""
        uri, title, html = page.file.src_uri, str(page.title), reading_time.told(html, page.meta)
        if not search.is_excluded(page.meta):
            self.built[uri] = search.BuiltPage(page.file.url, title)
        if uri in self.built and page.file.generated_by != "tiku":
            self.sections[uri] = search.sections(placeholders.without(html), title)
        styles = pages.styles(html, self.quizzes.get(uri, ()), self.generated.get(uri))
        marked = "".join(f'<link rel="stylesheet" href="tiku:{ASSETS_URI}/{s}">' for s in styles)
        if uri in self.generated:
            marked += publishing.preloads(self.generated[uri].needs)
        return links.resolve(marked + html, self._locate(page.file))

    def on_env(self, _: object, /, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are read: what can be found goes beside the scripts."""
        if self.searched:
            shelf = search.shelve(self.library, self.sections, self.built)
            report(list(search.unfound(shelf)))
            for name, content in search.write(shelf).items():
                files.append(File.generated(config, f"{SEARCH_URI}/{name}", content=content))

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Put the quizzes in."""
        uri = page.file.src_uri
        if uri in self.generated:
            output = output.replace("</head>", self.generated[uri].head + "</head>", 1)
        quizzes = self.quizzes.pop(uri, [])
        if not quizzes:
            return output
        return links.resolve(placeholders.filled(output, quizzes), self._locate(page.file))

    def _quiz(self, draw: Draw) -> str:
        """The stand-in; a question is searched on its bank's page, however often it is shown."""
        items, uri = select(self.library, draw), self.page.file.src_uri
        quizzes = self.quizzes.setdefault(uri, [])
        quizzes.append(self.renderer.quiz(items, filterable=lists_a_topic(draw)))
        return placeholders.stand_in(len(quizzes) - 1, items if uri in self.generated else ())

    def _locate_from_asset(self, name: str) -> links.Locate:
        return self._locate(f"{ASSETS_URI}/{name}")

    def _locate(self, here: File | str) -> links.Locate:
        def locate(path: str) -> str:
            file = self.files.get_file_from_path(path)
            return file.url_relative_to(here) if file else path

        return locate
