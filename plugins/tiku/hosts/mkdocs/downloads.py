"""What can be taken along, as mkdocs.yml asks for it."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from tiku.hosts.history import last_change
from tiku.loading.folder import bank_paths, below
from tiku.locales.catalogue import Words
from tiku.site.offered import Wanted


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
