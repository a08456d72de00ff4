"""What the page to import a text loads: the words that an import writes and says."""

import json
from collections.abc import Iterator

from tiku.locales.catalogue import Words
from tiku.model import Library

PATH = "importing.json"
SAID = {"import": ("labels", "blank")}
"""What of a table is sent; of `doubts` all."""


def files(library: Library, words: Words) -> Iterator[tuple[str, str]]:
    """(path, text)."""
    if library.banks:
        tree: dict[str, object] = {"doubts": words.tree["doubts"]}
        for name, parts in SAID.items():
            table = words.tree[name]
            assert not isinstance(table, str | list)
            tree[name] = {part: table[part] for part in parts}
        yield PATH, json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
