"""What is wrong with a catalogue, or with texts of an author's own: compared with the authority."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tiku.locales.catalogue import PLACEHOLDER, Tree, Words, is_plural
from tiku.text.suggestions import closest

Node = Tree | list[str] | str


@dataclass(frozen=True, slots=True)
class Fault:
    """`kind` is a text below `catalogue` in every locale; `key` is where, joined by dots."""

    kind: str
    key: str
    details: str = ""

    def message(self, words: Words) -> str:
        """In one sentence without a full stop."""
        return words(f"catalogue.{self.kind}", key=self.key, details=self.details)


def faults(tree: Tree, authority: Tree, *, partial: bool = False) -> Iterator[Fault]:
    """Keys and placeholders that are not the authority's; of a `partial` one none is missing."""
    yield from _tables(tree, authority, "", partial)


def _tables(tree: Tree, authority: Tree, above: str, partial: bool) -> Iterator[Fault]:
    for name in tree:
        if name not in authority:
            yield Fault("unknown", f"{above}{name}", closest(name, list(authority)) or "")
    for name, meant in authority.items():
        if name in tree:
            yield from _nodes(tree[name], meant, f"{above}{name}", partial)
        elif not partial:
            yield Fault("missing", f"{above}{name}")


def _nodes(said: Node, meant: Node, key: str, partial: bool) -> Iterator[Fault]:
    if isinstance(meant, list):
        if not (isinstance(said, list) and len(said) == len(meant) and _all_text(said)):
            yield Fault("list", key, str(len(meant)))
    elif isinstance(meant, str) or is_plural(meant):
        yield from _texts(said, meant, key)
    elif isinstance(said, Mapping) and not is_plural(said):
        yield from _tables(said, meant, f"{key}.", partial)
    else:
        yield Fault("table", key)


def _texts(said: Node, meant: Node, key: str) -> Iterator[Fault]:
    if not (isinstance(said, str) or (is_plural(said) and _is_whole(said))):
        yield Fault("text", key)
        return
    filled, known = placeholders(said), placeholders(meant)
    for name in sorted(filled - known):
        yield Fault("not-filled", key, name)
    for name in sorted(known - filled):
        yield Fault("forgotten", key, name)


def placeholders(text: Node) -> set[str]:
    """What is filled into a text; of a plural, into its forms and to choose one."""
    if isinstance(text, str):
        return set(PLACEHOLDER.findall(text))
    assert isinstance(text, Mapping)
    forms = [str(form) for name, form in text.items() if name != "by"]
    return {str(text["by"]), *(name for form in forms for name in PLACEHOLDER.findall(form))}


def _is_whole(plural: Node) -> bool:
    return (
        isinstance(plural, Mapping)
        and set(plural) == {"by", "one", "other"}
        and _all_text(plural.values())
    )


def _all_text(values: object) -> bool:
    return all(isinstance(value, str) for value in values)  # type: ignore[attr-defined]
