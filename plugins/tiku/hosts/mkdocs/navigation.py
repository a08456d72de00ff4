"""The menu that MkDocs makes of folders, in the language of the site."""

from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import dirname_to_title

from tiku.locales.catalogue import Words
from tiku.site.build import Build


class NamesFolders:
    """That part of a plugin; a menu that an author wrote is the author's."""

    words: Words
    build: Build

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, **_: object) -> None:
        """A folder of ours is called what it holds."""
        names = self.words.group("navigation") if config.nav is None else {}
        titles = {dirname_to_title(folder): title for folder, title in names.items()}
        for section in _sections(nav.items):
            if section.title in titles and self._is_made(section):
                section.title = titles[section.title]

    def _is_made(self, section: Section) -> bool:
        pages = [item.file.src_uri for item in section.children if isinstance(item, Page)]
        return bool(pages) and all(path in self.build.generated for path in pages)


def _sections(items: Iterable[object]) -> Iterator[Section]:
    for item in items:
        if isinstance(item, Section):
            yield item
            yield from _sections(item.children)
