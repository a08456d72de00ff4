"""Material's search dialog, answered by tiku: what of the plugin knows the theme."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from tiku.locales.catalogue import Words
from tiku.model.options import Options, PageOptions
from tiku.model.sitemap import A_TO_Z

LISTING = A_TO_Z.removesuffix(".md")
THEME = Path(__file__).with_name("theme")
DIALOGS = {"material": "material/search", "materialx": "materialx/search"}
"""Theme -> the plugin where there is one of which it shows its dialog."""
UNASKED = ("assets/javascripts/lunr/", "assets/javascripts/workers/search.")
"""What only the theme's own search asks for: 36 files, 1.2 MB."""


class DialogConfig(Config):  # type: ignore[no-untyped-call]
    """What Material asks that plugin."""

    enabled = options.Type(bool, default=True)
    lang = options.Optional(options.ListOfItems(options.Type(str)))
    separator = options.Type(str, default="")


class Dialog(BasePlugin[DialogConfig]):  # type: ignore[no-untyped-call]
    """Material shows its dialog only where a plugin of that name is configured; this one is, and
    has nothing but what mkdocs-static-i18n asks of such a plugin."""

    search_index = SimpleNamespace(entries=[])

    def on_post_build(self, **_: object) -> None:
        """Called by that plugin when all languages are built."""


def searches(config: MkDocsConfig, words: Words, options: Options) -> tuple[bool, bool]:
    """Whether readers search with ours, and whether in a dialog of ours."""
    is_ours = options.search and not searches_itself(config)
    return is_ours, is_ours and not takes_over_dialog(config, words, options.pages)


def takes_over_dialog(config: MkDocsConfig, words: Words, pages: PageOptions) -> bool:
    """Whether readers will search in the theme's own dialog. The site's own changes to the theme
    come before ours."""
    name = DIALOGS.get(config.theme.name or "")
    if not name or searches_itself(config):
        return False
    if name in config.plugins:
        # Built again for another language: a hook put in by then would have others called twice.
        return True
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    config.extra["tiku_lost"] = words.group("lost")
    is_listed = "listing" not in pages.without
    config.extra["tiku_listing"] = pages.at(LISTING) if is_listed else ""
    dialog = Dialog()
    dialog.load_config({})
    config.plugins[name] = dialog
    _put_first(config.plugins, name)
    return True


def searches_itself(config: MkDocsConfig) -> bool:
    """Whether mkdocs.yml asks for another search."""
    named = {"search", *DIALOGS.values()} & set(config.plugins)
    return any(not isinstance(config.plugins[name], Dialog) for name in named)


def asked_for(files: Files, config: MkDocsConfig) -> Files:
    """Without what nobody asks for where the theme's dialog is ours."""
    if any(isinstance(config.plugins.get(name), Dialog) for name in DIALOGS.values()):
        theirs = [file for file in files if file.src_uri.startswith(UNASKED)]
        for file in (file for file in theirs if file.src_dir in config.theme.dirs):
            files.remove(file)
    return files


def _put_first(plugins: dict[str, Any], name: str) -> None:
    """Some plugins ask to be the last. Put in by their own method they would be called twice."""
    for other in [other for other in plugins if other != name]:
        dict.__setitem__(plugins, other, dict.pop(plugins, other))
