"""Material's search dialog, answered by tiku: what of the plugin knows the theme."""

from pathlib import Path

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

THEME = Path(__file__).with_name("theme")
DIALOG = "material/search"
"""Material shows its dialog where there is a plugin of this name."""


class DialogConfig(Config):  # type: ignore[no-untyped-call]
    """What Material asks that plugin."""

    enabled = options.Type(bool, default=True)


class Dialog(BasePlugin[DialogConfig]):  # type: ignore[no-untyped-call]
    """Material shows its dialog only where a plugin of that name is configured; this one is, and
    has no hooks."""


def take_over_dialog(config: MkDocsConfig) -> bool:
    """Whether readers will search with ours: not with another theme, nor with its own search on.

    The site's own changes to the theme come before ours.
    """
    if config.theme.name != "material" or DIALOG in config.plugins:
        return False
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    dialog = Dialog()
    dialog.load_config({})
    config.plugins[DIALOG] = dialog
    return True
