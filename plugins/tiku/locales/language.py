"""Which language the person at the keyboard reads."""

import os

from tiku.locales.catalogue import Words, words_in


def reader_words() -> Words:
    """Those of the locale; Traditional Chinese where it names no language of ours."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next((os.environ[name] for name in variables if os.environ.get(name)), None)
    return words_in(spoken or _system_language())


def _system_language() -> str:
    import locale  # slow to load, and seldom asked

    return locale.getlocale()[0] or ""
