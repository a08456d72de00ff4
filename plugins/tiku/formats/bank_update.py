"""An import again: what a bank has of it is brought up to date, all else stays byte for byte.

Fields that the file gives are compared by what they say, not by how they are written. What an
editor added – sources, references, a review, an objective of their own – is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tiku.formats.comparing import Comparison, Reads, as_written
from tiku.formats.entry import Entry, Value
from tiku.formats.yaml_text import NOTE, item, notes, scalar
from tiku.formats.yaml_text import field as written
from tiku.loading.yaml_reader import Node, Record, Scalar, read
from tiku.loading.yaml_reader import Sequence as List
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.text.folding import fold

BYTE_ORDER_MARK = "\ufeff"


@dataclass(slots=True)
class Updated:
    """A bank's text, and the ids of what is new, differs and is no longer in the file."""

    text: str
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def known_choices(text: str, name: str) -> dict[str, dict[str, str]]:
    """Id of a question -> the ids of its choices by their folded text."""
    root = read(text, name).root
    return {
        _text(record.values.get("id")): {
            fold(_text(value)): own for own, value in choices.values.items()
        }
        for record in _records(_questions(root))
        if isinstance(choices := record.values.get("choices"), Record)
    }


def topic_of(text: str, name: str) -> str:
    """The topic that a bank has."""
    root = read(text, name).root
    return _text(root.values.get("topic")) if isinstance(root, Record) else ""


def _records(questions: List | None) -> Iterator[Record]:
    for node in questions.items if questions else ():
        if isinstance(node, Record):
            yield node
            inner = node.values.get("questions")
            yield from _records(inner if isinstance(inner, List) else None)


def _questions(root: Node | None) -> List | None:
    found = root.values.get("questions") if isinstance(root, Record) else None
    return found if isinstance(found, List) else None


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def updated(
    text: str,
    name: str,
    objectives: Mapping[str, str],
    entries: Sequence[Entry],
    overwrite: bool,
    reads: Reads = as_written,
) -> Updated:
    """New questions go to the end; what differs for who `reads` is told, and written with
    `overwrite`."""
    bare = text.removeprefix(BYTE_ORDER_MARK)
    ends = "\r\n" if "\r\n" in bare else "\n"
    reading = read(bare, name)
    questions = _questions(reading.root)
    if questions is None or not isinstance(reading.root, Record):
        return Updated(
            text, problems=[*reading.problems, Problem("empty-bank", _place(reading.root, name))]
        )
    result = Updated(text)
    lines = bare.replace("\r\n", "\n").split("\n")
    merged = _Merge(lines, overwrite, result, Comparison(reads)).questions(
        questions, entries, _after(reading.root, lines)
    )
    done = _with_objectives(merged, reading.root, objectives, entries, result)
    whole = "\n".join(done).rstrip("\n") + "\n"
    result.text = text[: len(text) - len(bare)] + whole.replace("\n", ends)
    return result


def _place(root: Node | None, name: str) -> Place:
    return root.at if root is not None else Place(name)


def _after(root: Record, lines: Sequence[str]) -> int:
    """The line behind the questions: of the next key, or the end."""
    start = root.keys["questions"].line
    later = [at.line - 1 for at in root.keys.values() if at.line > start]
    return min(later, default=len(lines))


@dataclass(slots=True)
class _Merge:
    lines: list[str]
    overwrite: bool
    result: Updated
    held: Comparison

    def questions(self, node: List, entries: Sequence[Entry], stop: int) -> list[str]:
        """All lines of the file, with this list brought up to date."""
        starts = [own.at.line - 1 for own in node.items]
        first = starts[0] if starts else stop
        indent = node.items[0].at.column - 3 if node.items else 2
        body = self._items(node, entries, [*starts, stop], max(indent, 0))
        head = self.lines[:first]
        if not starts:
            head = [line.replace("questions: []", "questions:") for line in head]
        return [*head, *body, *self.lines[stop:]]

    def _items(
        self, node: List, entries: Sequence[Entry], bounds: Sequence[int], indent: int
    ) -> list[str]:
        waiting = {entry.id: entry for entry in entries}
        body: list[str] = []
        for at, own in enumerate(node.items):
            block = self.lines[bounds[at] : bounds[at + 1]]
            name = _text(own.values.get("id")) if isinstance(own, Record) else ""
            entry = waiting.pop(name, None)
            if entry is None or not isinstance(own, Record) or "retired" in own.values:
                self.result.gone += [name] if entry is None and _is_made(block) else []
                body += block
            else:
                body += self._item(own, block, entry, bounds[at])
        if waiting and body and body[-1].strip():
            body.append("")
        for entry in waiting.values():
            self.result.added.append(entry.id)
            body += [*item(entry, indent), ""]
        return body

    def _item(self, record: Record, block: list[str], entry: Entry, start: int) -> list[str]:
        """A question's lines; what differs in another place of the file stays what it was."""
        lines = [at.line for at in record.keys.values()]
        differs = self.held.differing(record, entry)
        own = f"{' ' * (record.at.column - 1)}{NOTE}"
        told = [line.strip() for line in block if line.startswith(own)]
        if not differs and told == notes(entry):
            return block
        self.result.changed.append(entry.id)
        if not self.overwrite or len(set(lines)) != len(lines):
            return block
        return self._rewritten(record, block, entry, start, differs)

    def _rewritten(
        self, record: Record, block: list[str], entry: Entry, start: int, differs: Sequence[str]
    ) -> list[str]:
        parts = _by_key(record, block, start)
        column = record.at.column - 1
        for key in differs:
            node, value = record.values.get(key), entry.values[key]
            if key == "questions" and isinstance(node, List) and node.items:
                inner = replace(self, held=replace(self.held, above=record))
                parts[key] = inner.cases(node, value, parts[key], record.keys[key].line - 1)
            else:
                behind = _comments_behind(parts.get(key, []))
                parts[key] = [*written(key, value, column), *behind]
        space = " " * column
        order = _in_order(list(record.keys), list(parts), list(entry.values))
        lines: list[str] = []
        for key in order:
            lines += [line for line in parts[key] if not line.startswith(f"{space}{NOTE}")]
            lines += [f"{space}{note}" for note in notes(entry)] if key == "id" else []
        dash = block[0][: column - 2] + "- "
        return [f"{dash}{lines[0].lstrip()}".replace("- - ", "- "), *lines[1:], *_blank_end(block)]

    def cases(self, node: List, value: Value, lines: list[str], start: int) -> list[str]:
        """The questions of a case, each by itself."""
        entries = [own for own in value if isinstance(own, Entry)]
        bounds = [own.at.line - 1 for own in node.items]
        body = self._items(
            node, entries, [*bounds, start + len(lines)], node.items[0].at.column - 3
        )
        return [*lines[: bounds[0] - start], *body]


def _is_made(block: Sequence[str]) -> bool:
    """Whether an import wrote it: only of these it can say that they are gone."""
    first = block[0].partition("id:")[2].strip() if block else ""
    return first.startswith("q-") or any(line.strip().startswith(NOTE) for line in block)


def _by_key(record: Record, block: Sequence[str], start: int) -> dict[str, list[str]]:
    """The lines of each key; blank lines at the end belong to the list."""
    body = list(block)
    while body and not body[-1].strip():
        body.pop()
    begins = sorted((at.line - 1 - start, key) for key, at in record.keys.items())
    stops = [at for at, _ in begins[1:]] + [len(body)]
    parts = {key: body[at:stop] for (at, key), stop in zip(begins, stops, strict=True)}
    first = begins[0][1]
    parts[first] = [parts[first][0].replace("- ", "  ", 1), *parts[first][1:]]
    return parts


def _comments_behind(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for line in reversed(lines[1:]):
        if line.strip() and not line.strip().startswith("#"):
            break
        kept.append(line)
    return kept[::-1]


def _blank_end(block: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for line in reversed(block):
        if line.strip():
            break
        kept.append(line)
    return kept


def _in_order(old: Sequence[str], all_keys: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """As the file has them; a new key behind the one that goes before it in an import."""
    order = [key for key in old if key in all_keys]
    for at, key in enumerate(wanted):
        if key in all_keys and key not in order:
            before = next((own for own in reversed(wanted[:at]) if own in order), order[0])
            order.insert(order.index(before) + 1, key)
    return order


def _with_objectives(
    lines: list[str],
    root: Record,
    objectives: Mapping[str, str],
    entries: Sequence[Entry],
    result: Updated,
) -> list[str]:
    """Headings that new questions name and the bank does not have yet."""
    new = [entry for entry in entries if entry.id in result.added]
    named = {str(entry.values.get("objective")) for entry in _all(new)}
    own = root.values.get("objectives")
    have = set(own.values) if isinstance(own, Record) else set()
    missing = [
        f"  {key}: {scalar(text)}" for key, text in objectives.items() if key in named - have
    ]
    if not missing:
        return lines
    if isinstance(own, Record) and own.keys:
        at = max(place.line for place in own.keys.values())
        return [*lines[:at], *missing, *lines[at:]]
    at = root.keys["questions"].line - 1
    return [*lines[:at], "objectives:", *missing, *lines[at:]]


def _all(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        inner = entry.values.get("questions")
        if isinstance(inner, list):
            yield from (own for own in inner if isinstance(own, Entry))
