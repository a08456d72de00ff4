"""What mkdocs.yml may say below `tiku:`."""

from mkdocs.config import config_options as options
from mkdocs.config.base import Config

from tiku.formats.writers import WRITERS


class TikuConfig(Config):  # type: ignore[no-untyped-call]
    """Options with their types and what they are when left out."""

    questions = options.Type(str, default="questions")
    """The folder of banks, from where mkdocs.yml stands."""
    language = options.Type(str, default="")
    """Of what we say: zh-Hant, zh-Hans, en …; without it, the language of the theme."""
    words = options.Type(dict, default={})
    """Texts of the catalogue that this site says otherwise, by table and name."""
    editions = options.ListOfItems(options.Choice(["zh-hans"]), default=[])
    """What the site is published in besides: zh-hans, made from Traditional Chinese."""
    exports = options.ListOfItems(options.Choice(list(WRITERS)), default=[])
    """The formats in which the questions of a bank and of an exam can be taken along."""
