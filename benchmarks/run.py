"""Measure what the README of this folder tells; ratios side by side, never a test.

python3 dev.py bench            everything, about eighteen minutes
python3 dev.py bench engine …   only some of them, by the names in MEASURES
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import labelled
import languages
import measures
import mutants
import phone
import repeats
import search
import sizes
import studying
import taps

MEASURES: dict[str, Callable[[Path], None]] = {
    "engine": measures.engine,
    "export": measures.export,
    "bytes": measures.size,
    "browser": measures.browser,
    "edit": measures.edit,
    "check": measures.check,
    "phone": phone.phone,
    "labelled": lambda _: labelled.main(),
    "mutants": lambda _: mutants.main(),
    "pictures": languages.pictures,
    "peers": sizes.peers,
    "real": sizes.real,
    "rebuild": sizes.rebuild,
    "large": sizes.large,
    "shares": sizes.shares,
    "repeats": lambda _: repeats.main(),
    "memory": measures.memory,
    "search": search.quality,
    "searching": search.cost,
    "searching-large": search.cost_large,
    "study": studying.study,
    "taps": taps.taps,
}


BY_NAME = {"searching-large"}
"""What takes minutes by itself, and is run only where it is named."""


def main(names: list[str]) -> None:
    """Run the measures that were named, or all others."""
    for name in names or [name for name in MEASURES if name not in BY_NAME]:
        with tempfile.TemporaryDirectory() as folder:
            print(f"\n{name}", flush=True)
            MEASURES[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
