"""What can be taken along, as mkdocs.yml asks for it."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from tiku.hosts.history import last_change
from tiku.loading.folder import bank_paths, below
from tiku.locales.catalogue import Words
from tiku.site.build import Build
from tiku.site.offered import Download, Wanted


def wanted(
    exports: Iterable[str], questions: Path, config: MkDocsConfig, words: Words, is_served: bool
) -> Wanted:
    """A format whose extra is not installed is a mistake in mkdocs.yml: raises PluginError. What
    is printed is there when the site is built, not while it is written."""
    forms = tuple(form for form in dict.fromkeys(exports) if not (is_served and _printed(form)))
    for form in forms:
        _needs(form, words)
    stamp = last_change(bank_paths(questions)) if forms else 0
    return Wanted(forms, config.site_url or "", stamp, below(Path(config.docs_dir)))


def fill(files: Files, build: Build) -> None:
    """What was still being written while pages were read. A paper that cannot be printed, or read,
    is a mistake of this machine: raises PluginError."""
    for one in build.downloads():
        if file := files.get_file_from_path(one.address):
            file.content_bytes = _data(one, build.words)


def _data(one: Download, words: Words) -> bytes:
    from tiku.formats.writers.exported import NoBrowser, NoFont

    try:
        return one.data()
    except NoBrowser as gone:
        raise PluginError(words("export.needs-browser")) from gone
    except NoFont as missing:
        raise PluginError(words("export.needs-font", characters=missing)) from missing


def _printed(form: str) -> bool:
    from tiku.formats.writers import WRITERS

    return WRITERS[form].is_printed


def _needs(form: str, words: Words) -> None:
    from tiku.formats.writers import WRITERS
    from tiku.formats.writers.exported import NoBrowser
    from tiku.formats.writers.exporting import ready

    try:
        ready(form)
    except NoBrowser as missing:
        raise PluginError(words("export.needs-browser")) from missing
    except ModuleNotFoundError as missing:
        told = words("export.needs-extra", name=missing.name, extra=WRITERS[form].needs)
        raise PluginError(told) from missing
