"""In which language a site speaks, and what it says otherwise than we do."""

import json
from functools import cache
from logging import getLogger

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from tiku.hosts.mkdocs.i18n import language_of
from tiku.locales.catalogue import FALLBACK, Tree, Words, language_for, languages, load, merged
from tiku.locales.faults import faults
from tiku.locales.language import reader_words

LOG = getLogger("mkdocs.plugins.tiku")


def words_for(option: str, own: Tree, config: MkDocsConfig) -> Words:
    """As the plugin's option says, else the language being built, else as the theme does; `own`:
    texts of the site."""
    theme = str(config.theme.get("language") or config.theme.get("locale") or FALLBACK)
    wanted = option or language_of(config) or theme
    language = language_for([wanted])
    if language is None:
        LOG.info("no words for %r: %s (there are: %s)", wanted, FALLBACK, ", ".join(languages()))
    return _with(load(language or FALLBACK), json.dumps(own)) if own else load(language or FALLBACK)


@cache
def _with(words: Words, texts: str) -> Words:
    """The same object at every rebuild, for templates are kept by it."""
    own = json.loads(texts)
    if found := list(faults(own, words.tree, partial=True)):
        told = "\n".join(f"  {fault.message(reader_words())}" for fault in found)
        raise ConfigurationError(f"tiku: words:\n{told}")
    return Words(words.language, merged(words.tree, own))
