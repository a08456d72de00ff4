"""In which language a site speaks: as the plugin's option says, else as its theme does."""

from logging import getLogger

from mkdocs.config.defaults import MkDocsConfig

from tiku.locales.catalogue import FALLBACK, Words, language_for, languages, load

LOG = getLogger("mkdocs.plugins.tiku")


def words_for(option: str, config: MkDocsConfig) -> Words:
    """Where we have no words for the language, English ones, and a line that says so."""
    wanted = option or str(config.theme.get("language") or config.theme.get("locale") or FALLBACK)
    language = language_for([wanted])
    if language is None:
        LOG.info("no words for %r: %s (there are: %s)", wanted, FALLBACK, ", ".join(languages()))
    return load(language or FALLBACK)
