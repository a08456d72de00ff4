"""Every text that is asked for is in the catalogue, and every text of it is asked for."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from conftest import ROOT, ZH

from tiku.locales.catalogue import is_plural

PACKAGE = ROOT / "plugins" / "tiku"
ASKED = re.compile(
    r"""(?:\b(?:words|WORDS|say|several|group|label|fill|form|Fault)|reader_words\(\))"""
    r"""\(\s*(f?)["']([a-z][\w.-]*)"""
)


def sources() -> Iterator[tuple[Path, str]]:
    for path in [
        *PACKAGE.rglob("*.py"),
        *PACKAGE.rglob("*.html"),
        ROOT / "docs/develop/generate.py",
    ]:
        yield path, path.read_text(encoding="utf-8")


def leaves(tree: Mapping, above: str = "") -> Iterator[str]:
    for name, node in tree.items():
        if isinstance(node, Mapping) and not is_plural(node):
            yield from leaves(node, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def tables(tree: Mapping, above: str = "") -> Iterator[str]:
    for name, node in tree.items():
        if isinstance(node, Mapping) and not is_plural(node):
            yield f"{above}{name}"
            yield from tables(node, f"{above}{name}.")


EVERY = {*leaves(ZH.tree), *tables(ZH.tree)}


def test_whatever_is_asked_for_exists():
    missing = []
    for path, text in sources():
        for is_open, key in ASKED.findall(text):
            known = (
                any(k.startswith(key) for k in EVERY)
                if is_open or key.endswith(".")
                else key in EVERY
            )
            if not known and "." in key:
                missing.append(f"{path.relative_to(ROOT)}: {key}")
    assert missing == []


def test_nothing_is_said_to_nobody():
    text = "\n".join(text for _, text in sources())
    assert [key for key in leaves(ZH.tree) if not is_asked(key, text)] == []


REASON = re.compile(r"""\b(?:Formula|Calendar)Error\(\s*"([\w-]+)\"""")


def test_every_reason_of_a_formula_is_told_and_no_other():
    given = {reason for path, text in sources() for reason in REASON.findall(text)}
    assert given | {"input"} == set(ZH.group("formulas"))


def is_asked(key: str, text: str) -> bool:
    """By itself, by a name that is worked out, or with its whole table; modules are tsc's."""
    table = key.rpartition(".")[0]
    if (
        "/" in key
        or table.startswith(("messages.", "doubts.", "losses.", "fields.", "help."))
        or table in ("catalogue", "help", "yaml")
    ):
        return True
    forms = (f'"{key}"', f"'{key}'", f"{table}.{{", f'"{table}."', f"'{table}.", f'"{table}"')
    return any(form in text for form in forms)
