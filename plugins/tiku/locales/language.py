"""Which language the person at the keyboard reads."""

import locale
import os
from typing import Literal

Language = Literal["zh", "en"]


def reader_language() -> Language:
    """English where the locale is English, else Chinese."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    spoken = next((os.environ[name] for name in variables if os.environ.get(name)), None)
    spoken = spoken or locale.getlocale()[0] or ""
    return "en" if spoken.lower().startswith("en") else "zh"
