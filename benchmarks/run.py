"""Measure what the README of this folder tells; ratios side by side, never a test.

python3 dev.py bench            everything, about fourteen minutes
python3 dev.py bench build …  some of: build engine bytes browser edit memory search searching study
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import measures
import search
import studying

MEASURES: dict[str, Callable[[Path], None]] = {
    "build": measures.build,
    "engine": measures.engine,
    "bytes": measures.size,
    "browser": measures.browser,
    "edit": measures.edit,
    "memory": measures.memory,
    "search": search.quality,
    "searching": search.cost,
    "study": studying.study,
}


def main(names: list[str]) -> None:
    """Run the measures that were named, or all."""
    for name in names or MEASURES:
        with tempfile.TemporaryDirectory() as folder:
            print(f"\n{name}", flush=True)
            MEASURES[name](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
