"""The catalogue of a published site: from its address, its folder, or the file itself."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from tiku.locales.language import reader_words

SECONDS = 20
MOST_BYTES = 64 * 1024 * 1024
FOLDER = "assets/tiku"


def catalogue(where: str) -> Mapping[str, Any]:
    """What the site's study pages load; ends the command where there is none."""
    try:
        data = json.loads(
            _read(where if where.endswith(".json") else f"{where}/{FOLDER}/catalog.json")
        )
        columns = data["columns"]
        rows = [dict(zip(columns, row, strict=True)) for row in data["questions"]]
        return {**data, "questions": rows}
    except (OSError, ValueError, KeyError, TypeError) as error:
        told = reader_words()("check.no-catalogue", where=where, why=error)
        raise click.UsageError(told) from error


def pool(where: str, path: str) -> str:
    """The questions of a topic, at a path beside the catalogue."""
    beside = where.rpartition("/")[0] if where.endswith(".json") else f"{where}/{FOLDER}"
    try:
        return _read(f"{beside}/{path}").decode("utf-8")
    except (OSError, ValueError) as error:
        told = reader_words()("check.no-catalogue", where=where, why=error)
        raise click.UsageError(told) from error


def _read(where: str) -> bytes:
    if where.startswith(("https://", "http://")):
        import urllib.request  # slow to load, and seldom needed

        with urllib.request.urlopen(where, timeout=SECONDS) as answer:
            return bytes(answer.read(MOST_BYTES))
    return Path(where).read_bytes()
