"""Entries -> the YAML of a bank, written the way people write it."""

import re
from collections.abc import Mapping, Sequence

from tiku.formats.entry import Entry, Value, Word

NOTE = "#:"
"""Begins the comments that an import wrote, so that the next one finds them."""
PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`：，][^\n]*")
TYPED = re.compile(
    r"(?i:true|false|yes|no|on|off|y|n|null|~)|[-+.\d][\d_.,:eExX+\-]*|\d{4}-\d\d-\d\d.*|=|<<"
)
INSIDE = re.compile(r": |:$|\s#|\t|：$")
UNSEEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
BARE = frozenset(("id", "kind", "objective", "difficulty", "topic"))
FLOW = 60


def bank(head: Mapping[str, str], objectives: Mapping[str, str], entries: Sequence[Entry]) -> str:
    """A whole file: `head` are its keys before the objectives."""
    lines = [f"{key}: {scalar(text)}" for key, text in head.items()]
    if objectives:
        lines += ["objectives:", *(f"  {own}: {scalar(text)}" for own, text in objectives.items())]
    lines.append("questions:")
    for entry in entries:
        lines += [*item(entry, 2), ""]
    return "\n".join(lines).rstrip() + "\n"


def item(entry: Entry, indent: int) -> list[str]:
    """The lines of a question as an item of a list."""
    space = " " * indent
    inner = " " * (indent + 2)
    lines: list[str] = []
    for key, value in entry.values.items():
        lines += field(key, value, indent + 2)
        if key == "id":
            lines += [f"{inner}{note}" for note in notes(entry)]
    lines[0] = f"{space}- {lines[0].lstrip()}"
    return lines


def notes(entry: Entry) -> list[str]:
    """Comments, a line each."""
    return [f"{NOTE} {line}".rstrip() for note in entry.notes for line in clean(note).split("\n")]


def field(key: str, value: Value, indent: int) -> list[str]:
    """A key with its value."""
    space = " " * indent
    if isinstance(value, str):
        return [
            f"{space}{key}: {value}" if key in BARE else f"{space}{key}: {scalar(value, indent)}"
        ]
    if isinstance(value, dict):
        return [
            f"{space}{key}:",
            *(f"{space}  {own}: {scalar(text, indent + 2)}" for own, text in value.items()),
        ]
    if value and isinstance(value[0], Entry):
        lines = [f"{space}{key}:"]
        for own in value:
            assert isinstance(own, Entry)
            lines += item(own, indent + 2)
        return lines
    words = [one for one in value if isinstance(one, str)]
    flow = f"{space}{key}: [{', '.join(map(_flow, words))}]"
    if len(flow) <= FLOW + indent or all(isinstance(one, Word) for one in words):
        return [flow]
    texts = [scalar(one, indent + 4) for one in words]
    return [f"{space}{key}:", *(f"{space}  - {text}" for text in texts)]


def _flow(text: str) -> str:
    plain = isinstance(text, Word) or re.fullmatch(r"[a-z][a-z0-9-]*", text)
    return (
        text
        if plain and not (TYPED.fullmatch(text) and not isinstance(text, Word))
        else quoted(text)
    )


def scalar(text: str, indent: int = 0) -> str:
    """Plain where that is safe, else quoted; several lines as a block."""
    if isinstance(text, Word):
        return text
    text = clean(text)
    if "\n" in text:
        return _block(text, indent + 2)
    if (
        PLAIN.fullmatch(text)
        and not INSIDE.search(text)
        and not TYPED.fullmatch(text)
        and text == text.strip()
    ):
        return text
    return quoted(text)


def _block(text: str, indent: int) -> str:
    space = " " * indent
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    if lines[0].startswith((" ", "#")):
        return quoted(text)
    return "\n".join(["|", *(f"{space}{line}" if line else "" for line in lines)])


def quoted(text: str) -> str:
    """In double quotes."""
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped.replace(chr(10), chr(92) + "n")}"'


def clean(text: str) -> str:
    """Without what YAML cannot hold."""
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
