"""The catalogue: every word we say, one TOML file a language, as an object to be handed in.

zh-Hant is the authority: it says which texts there are and what is filled into each. A text is
`"… {name} …"`, or `{ by = "name", one = "…", other = "…" }` where a number decides its form.
A table whose name is a path (`["core/words"]`) is a module of the browser (see modules.py).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import TypeAlias, TypeGuard

Tree: TypeAlias = Mapping[str, "Tree | list[str] | str"]
"""Names -> texts, lists of texts, plurals, and tables of these."""

AUTHORITY = "zh-Hant"
FALLBACK = "en"
DERIVED = frozenset({"zh-Hans"})
"""Languages whose file says only what converting the authority gets wrong."""
CONVERSION = "conversion"
"""The table of such a file that says what words of the authority become."""
SPOKEN = {
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
}
"""Tags that themes and machines use, in lower case -> ours."""
PLACEHOLDER = re.compile(r"\{([A-Za-z_]\w*)\}")


class _TomlFile(SourceFileLoader):
    """Kept beside as Python keeps its modules, and parsed again when it changes: to read the
    catalogue took a tenth of a check."""

    def source_to_code(self, data: bytes, path: str) -> CodeType:  # type: ignore[override]
        import tomllib

        return compile(f"TREE = {tomllib.loads(data.decode())!r}", path, "exec")


@dataclass(frozen=True, slots=True)
class Saying:
    """A text of the catalogue that fills a place in another; `otherwise` where it has none."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    otherwise: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What we say in one language: `words("check.error", number=3)`."""

    language: str
    tree: Tree = field(repr=False)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text at `key` (names joined by dots), filled in."""
        return self.fill(key, values)

    def fill(self, key: str, values: Mapping[str, object]) -> str:
        """The same, with the values in a mapping; of a list, all of it."""
        text = self.form(key, values)
        return PLACEHOLDER.sub(lambda found: self._shown(values[found[1]]), text)

    def said(self, saying: Saying) -> str:
        """One that was decided on before the language was."""
        try:
            return self.fill(saying.key, saying.values)
        except KeyError:
            if saying.otherwise is None:
                raise
            return saying.otherwise

    def form(self, key: str, values: Mapping[str, object]) -> str:
        """The text for these values, not filled in yet."""
        text = self._at(key)
        if is_plural(text):
            text = text["one" if values[text["by"]] == 1 else "other"]
        if not isinstance(text, str):
            raise TypeError(f"{key} is no text")
        return text

    def join(self, parts: Iterable[object], separator: str = "list") -> str:
        """One after another; `separator`: one of `separators`."""
        return self(f"separators.{separator}").join(map(str, parts))

    def group(self, key: str) -> Mapping[str, str]:
        """The texts of a table in which nothing is filled in."""
        texts = self._at(key)
        if not isinstance(texts, Mapping):
            raise TypeError(f"{key} is no table")
        return {name: text for name, text in texts.items() if isinstance(text, str)}

    def several(self, key: str) -> list[str]:
        """The texts of a list."""
        texts = self._at(key)
        if not isinstance(texts, list):
            raise TypeError(f"{key} is no list")
        return texts

    def _shown(self, value: object) -> str:
        if isinstance(value, Saying):
            return self.said(value)
        return self.join(value) if isinstance(value, list | tuple) else str(value)

    def _at(self, key: str) -> "Tree | list[str] | str":
        found: Tree | list[str] | str = self.tree
        for name in key.split("."):
            if not isinstance(found, Mapping) or name not in found:
                raise KeyError(key)
            found = found[name]
        return found


@cache
def load(language: str) -> Words:
    """The words of one of `languages()`; a file of ours that cannot be read is an error of ours."""
    own = read(language)
    if language in DERIVED:
        texts = {name: node for name, node in own.items() if name != CONVERSION}
        return Words(language, merged(converted(read(AUTHORITY), language), texts))
    return Words(language, own)


@cache
def read(language: str) -> Tree:
    """What the file of a language says by itself."""
    module = ModuleType(language)
    _TomlFile(language, str(_folder() / f"{language}.toml")).exec_module(module)
    tree: Tree = module.TREE
    return tree


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a file for, in order."""
    names = (path.name for path in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def language_for(tags: Iterable[str]) -> str | None:
    """Ours for the first tag (BCP 47, or as Material and POSIX write it) we have words for."""
    ours = {name.lower(): name for name in languages()} | SPOKEN
    for tag in tags:
        parts = tag.partition(".")[0].replace("_", "-").lower().split("-")
        shortened = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
        if found := next((ours[part] for part in shortened if part in ours), None):
            return found
    return None


def words_in(tag: str) -> Words:
    """Ours for a tag, or the words of our own language."""
    return load(language_for([tag]) or AUTHORITY)


def is_plural(node: "Tree | list[str] | str") -> TypeGuard[Mapping[str, str]]:
    """Whether a number decides the form of this text."""
    return isinstance(node, Mapping) and isinstance(node.get("by"), str) and "other" in node


def merged(below: Tree, above: Tree) -> Tree:
    """`below`, where `above` says nothing."""
    both = dict(below)
    for name, node in above.items():
        under = both.get(name, "")
        if isinstance(node, Mapping) and isinstance(under, Mapping) and not is_plural(under):
            node = merged(under, node)
        both[name] = node
    return both


def edition(words: Words, language: str) -> Words:
    """What a site says in another edition: ours, and what it says otherwise, converted."""
    own = _otherwise(words.tree, load(words.language).tree)
    ours = load(language)
    return Words(language, merged(ours.tree, converted(own, language))) if own else ours


def _otherwise(tree: Tree, ours: Tree) -> Tree:
    """The texts of a tree that are not ours."""
    found: dict[str, Tree | list[str] | str] = {}
    for name, node in tree.items():
        under = ours.get(name, {})
        if isinstance(node, Mapping) and isinstance(under, Mapping) and not is_plural(node):
            if inner := _otherwise(node, under):
                found[name] = inner
        elif node != under:
            found[name] = node
    return found


def converted(tree: Tree, language: str) -> Tree:
    """Every text in Simplified Chinese, by the table of the language's file; names stay. OpenCC
    is loaded here, by those who read it."""
    from tiku.text.mainland import Mainland

    rows = read(language).get(CONVERSION, {})
    assert isinstance(rows, Mapping)
    convert = Mainland(words=[(word, str(meant)) for word, meant in rows.items()])

    def node(value: "Tree | list[str] | str") -> "Tree | list[str] | str":
        if isinstance(value, str):
            return convert(value)
        if isinstance(value, Mapping):
            return {name: node(part) for name, part in value.items()}
        return [convert(text) for text in value]

    return {name: node(value) for name, value in tree.items()}


def _folder() -> Path:
    return Path(__file__).parent
