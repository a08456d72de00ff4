"""mkdocs-static-i18n builds a site once for each language: all of them ask the same questions.

It makes its own file of every one in docs/, so ours come behind it and go where the language is.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

BEHIND = -200
"""It rewrites files at -100."""


def language_of(config: MkDocsConfig) -> str:
    """The one being built; nothing without that plugin."""
    i18n = config.plugins.get("i18n")
    return str(i18n.current_language or i18n.default_language) if i18n else ""


def folder_of(config: MkDocsConfig) -> str:
    """Below the root of the site; nothing for the language at its top."""
    i18n = config.plugins.get("i18n")
    is_top = not i18n or language_of(config) == i18n.default_language
    return "" if is_top else f"{language_of(config)}/"


def folders(config: MkDocsConfig) -> list[str]:
    """Of the languages that are not at the top of the site."""
    i18n = config.plugins.get("i18n")
    named = [name for name in i18n.build_languages if name != i18n.default_language] if i18n else []
    return [f"{language}/" for language in named]


def is_inner(config: MkDocsConfig) -> bool:
    """Whether this build is one that the plugin runs inside that of the language at the top."""
    i18n = config.plugins.get("i18n")
    return bool(i18n and i18n.building)


def placed(file: File, config: MkDocsConfig) -> File:
    """A file of ours where its language is, with what that plugin asks of every file."""
    if language := language_of(config):
        folder = folder_of(config)
        file.url, file.dest_uri = folder + file.url, folder + file.dest_uri
        file.abs_dest_path = f"{config.site_dir}/{file.dest_uri}"
        for name in ("locale", "localization", "locale_alternate_of"):
            setattr(file, name, language)
        file.alternates = {language: file}  # type: ignore[attr-defined]
    return file
