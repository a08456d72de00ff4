"""Anki packages, old and new: a zip with an SQLite database and media under numbers.

Schema: https://github.com/ankidroid/Anki-Android/wiki/Database-Structure (11) and rslib/src/storage
of ankitects/anki (18, and the zstd-packed collection.anki21b with a protobuf list of media).
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

import zstandard

from tiku.formats import anki_bank, archive, cards
from tiku.formats.archive import Archive
from tiku.formats.cards import Card
from tiku.formats.draft import Draft, Reading, Unreadable
from tiku.formats.media import Gallery
from tiku.formats.source import MAX_BYTES, MAX_TEXT, Source

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
BETWEEN = "\x1f"
BROKEN = (
    *(sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    RecursionError,
)
"""How a database can be otherwise than Anki's."""
MOST_STEPS = 20_000
"""Of ten thousand instructions each; a collection of a hundred thousand notes takes hundreds."""


@dataclass(frozen=True, slots=True)
class _Schema:
    fields: Mapping[str, list[str]]
    decks: Mapping[str, str]


def read(source: Source) -> Reading:
    """A note is a question; how often it was reviewed is nobody else's business."""
    parts = archive.opened(source)
    name = next((name for name in COLLECTIONS if name in parts), "")
    if not name:
        raise Unreadable("bad-zip", source.place(), part=COLLECTIONS[-1])
    database = _unpacked(parts.read(name))
    gallery = Gallery(_finder(parts))
    try:
        drafts = _notes(source, database, gallery)
    except BROKEN as error:
        raise Unreadable("bad-database", source.place(), why=str(error)) from error
    return Reading(tuple(drafts), tuple(parts.problems), gallery.kept)


def _unpacked(part: Source) -> bytes:
    if not part.data.startswith(b"\x28\xb5\x2f\xfd"):
        return part.data
    try:
        with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(part.data) as stream:
            data = stream.read(2 * MAX_BYTES + 1)
    except zstandard.ZstdError as error:
        raise Unreadable("bad-zip", part.place(), part=part.name) from error
    if len(data) > 2 * MAX_BYTES:
        raise Unreadable("too-large", part.place(), limit=f"{2 * MAX_BYTES // 1024 // 1024} MiB")
    return data


def _notes(source: Source, database: bytes, gallery: Gallery) -> list[Draft]:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(database)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_TEXT)
        connection.set_authorizer(_allowed)
        connection.create_collation("unicase", _unicase)
        steps = iter(range(MOST_STEPS))
        connection.set_progress_handler(lambda: next(steps, None) is None, 10_000)
        schema = _schema(connection)
        rows = connection.execute(
            "SELECT n.id, n.guid, n.mid, n.tags, n.flds, min(c.did) FROM notes n "
            "LEFT JOIN cards c ON c.nid = n.id GROUP BY n.id ORDER BY n.id"
        )
        return [_note(source, at, row, schema, gallery) for at, row in enumerate(rows, 1)]
    finally:
        connection.close()


def _allowed(action: int, _first: str | None, second: str | None, *_where: str | None) -> int:
    """What may be called a table can be a view: it may read, and calculate nothing."""
    reads = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
    ours = action == sqlite3.SQLITE_FUNCTION and second == "min"
    return sqlite3.SQLITE_OK if reads or ours else sqlite3.SQLITE_DENY


def _unicase(one: str, other: str) -> int:
    return (one.lower() > other.lower()) - (one.lower() < other.lower())


def _schema(connection: sqlite3.Connection) -> _Schema:
    tables = {
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    }
    if "fields" in tables and "decks" in tables:
        fields: dict[str, list[str]] = {}
        for kind, name in connection.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
            fields.setdefault(str(kind), []).append(str(name))
        named = connection.execute("SELECT id, name FROM decks")
        return _Schema(
            fields, {str(key): str(name).replace(BETWEEN, cards.DECK) for key, name in named}
        )
    models, decks = connection.execute("SELECT models, decks FROM col").fetchone()
    return _Schema(
        {
            str(key): [field["name"] for field in model["flds"]]
            for key, model in json.loads(models).items()
        },
        {str(key): str(deck["name"]) for key, deck in json.loads(decks).items()},
    )


def _note(
    source: Source, at: int, row: tuple[object, ...], schema: _Schema, gallery: Gallery
) -> Draft:
    _, guid, kind, tags, written, deck = row
    values = str(written).split(BETWEEN)
    names = schema.fields.get(str(kind), [])
    card = Card(
        place=source.place(at),
        values={names[n] if n < len(names) else str(n): text for n, text in enumerate(values)},
        given=str(guid),
        deck=schema.decks.get(str(deck), "") if schema.decks.get(str(deck)) != "Default" else "",
        tags=str(tags).split(),
        gallery=gallery,
    )
    return anki_bank.read(card) if anki_bank.is_ours(card) else cards.read(card)


def _finder(parts: Archive) -> "Finder":
    return Finder(parts, _names(parts))


@dataclass(slots=True)
class Finder:
    """Media by the name that notes call them."""

    parts: Archive
    names: Mapping[str, str]

    def __call__(self, name: str) -> bytes | None:
        part = self.names.get(name)
        return _unpacked(self.parts.read(part)) if part and part in self.parts else None


def _names(parts: Archive) -> dict[str, str]:
    """Media name -> part, from a JSON object or a protobuf list of entries."""
    if "media" not in parts:
        return {}
    data = _unpacked(parts.read("media"))
    try:
        listed = json.loads(data)
        return {str(name): str(part) for part, name in listed.items()}
    except (ValueError, AttributeError, RecursionError):
        return {name: str(at) for at, name in enumerate(_entries(data))}


def _entries(data: bytes) -> list[str]:
    """`message MediaEntries { repeated MediaEntry entries = 1; }`, whose field 1 is a name."""
    names = []
    for entry in _fields(data):
        name = next(iter(_fields(entry)), b"")
        names.append(name.decode("utf-8", "replace"))
    return names


def _fields(data: bytes) -> list[bytes]:
    """The length-delimited fields numbered 1 of a message."""
    found, at = [], 0
    while at < len(data):
        key, at = _varint(data, at)
        if key & 7 == 2:
            size, at = _varint(data, at)
            if key >> 3 == 1:
                found.append(data[at : at + size])
            at += size
        elif key & 7 == 0:
            _, at = _varint(data, at)
        else:
            break
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 64:
        value |= (data[at] & 127) << shift
        at += 1
        if data[at - 1] < 128:
            break
        shift += 7
    return value, at
