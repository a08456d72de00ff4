"""In which language a site speaks, and what it says otherwise than we do."""

import json
from functools import cache
from logging import getLogger

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from tiku.hosts.mkdocs.i18n import is_inner, language_of
from tiku.hosts.mkdocs.options import TikuConfig
from tiku.locales.catalogue import FALLBACK, Words, language_for, languages, load, merged
from tiku.locales.faults import faults
from tiku.locales.language import reader_words
from tiku.model import Options

LOG = getLogger("mkdocs.plugins.tiku")


def words_for(ours: TikuConfig, options: Options, config: MkDocsConfig) -> Words:
    """As the plugin's option says, else options.yml, else the theme; with texts of the site."""
    own, option = ours.words, ours.language or language_of(config) or options.language
    wanted = option or str(config.theme.get("language") or config.theme.get("locale") or FALLBACK)
    language = language_for([wanted])
    if language is None:
        LOG.info("no words for %r: %s (there are: %s)", wanted, FALLBACK, ", ".join(languages()))
    spoken = language or FALLBACK
    if not is_inner(config) and (wrong := ours.not_in(spoken)):
        raise ConfigurationError(wrong)
    return _with(load(spoken), json.dumps(own)) if own else load(spoken)


@cache
def _with(words: Words, texts: str) -> Words:
    """The same object at every rebuild, for templates are kept by it."""
    own = json.loads(texts)
    if found := list(faults(own, words.tree, partial=True)):
        told = "\n".join(f"  {fault.message(reader_words())}" for fault in found)
        raise ConfigurationError(f"tiku: words:\n{told}")
    return Words(words.language, merged(words.tree, own))
