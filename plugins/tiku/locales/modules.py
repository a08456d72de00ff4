"""Tables of the catalogue as the browser imports them: one module `words` a table.

A text into which something is filled is a function of one object. With `typed` the module is the
one in the repository, made from the authority: tsc holds its users to its names and values.
"""

import json
import re
from collections.abc import Iterator, Mapping

from tiku.locales.catalogue import PLACEHOLDER, Tree, Words, is_plural
from tiku.locales.faults import Node, placeholders

IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*")
MADE = "// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.\n\n"


def modules(words: Words, *, typed: bool = False) -> dict[str, str]:
    """Path below the assets -> JavaScript, of every table that is one."""
    return {
        f"{name}.js": compiled(table, words.language, typed=typed)
        for name, table in words.tree.items()
        if "/" in name and isinstance(table, Mapping)
    }


def compiled(table: Tree, language: str, *, typed: bool = False) -> str:
    """A module that exports the table as `words`."""
    lines = "\n".join(_lines(table, "  ", typed))
    counts = "plural.select(" in lines
    rules = f"const plural = new Intl.PluralRules({json.dumps(language)});\n" if counts else ""
    return f"{MADE if typed else ''}{rules}export const words = {{\n{lines}\n}};\n"


def _lines(table: Tree, indent: str, typed: bool) -> Iterator[str]:
    for name, node in table.items():
        key = name if IDENTIFIER.fullmatch(name) else json.dumps(name)
        if isinstance(node, Mapping) and not is_plural(node):
            yield f"{indent}{key}: {{"
            yield from _lines(node, f"{indent}  ", typed)
            yield f"{indent}}},"
        else:
            yield f"{indent}{key}: {_value(node, typed)},"


def _value(node: Node, typed: bool) -> str:
    if isinstance(node, list):
        return json.dumps(node, ensure_ascii=False)
    names = sorted(placeholders(node))
    if not names:
        return json.dumps(node, ensure_ascii=False)
    types = "".join(f" {name}: string | number," for name in names).rstrip(",")
    hint = f"/** @type {{{{{types} }}}} */ " if typed else ""
    return f"({hint}{{ {', '.join(names)} }}) => {_form(node)}"


def _form(text: Node) -> str:
    if isinstance(text, Mapping):
        chosen = f'plural.select({text["by"]}) === "one"'
        return f"{chosen} ? {_form(str(text['one']))} : {_form(str(text['other']))}"
    escaped = str(text).replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return "`" + PLACEHOLDER.sub(r"${\1}", escaped) + "`"
