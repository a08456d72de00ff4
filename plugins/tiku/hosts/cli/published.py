"""The catalogue of a published site: from its address, its folder, or the file itself."""

import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from tiku.locales.language import reader_words

SECONDS = 20
MOST_BYTES = 64 * 1024 * 1024
NAME = "assets/tiku/catalog.json"


def catalogue(where: str) -> Mapping[str, Any]:
    """What the site's study pages load; ends the command where there is none."""
    try:
        data = json.loads(_read(where))
        columns = data["columns"]
        rows = [dict(zip(columns, row, strict=True)) for row in data["questions"]]
        return {**data, "questions": rows}
    except (OSError, ValueError, KeyError, TypeError, urllib.error.URLError) as error:
        told = reader_words()("check.no-catalogue", where=where, why=error)
        raise click.UsageError(told) from error


def _read(where: str) -> bytes:
    if where.startswith(("https://", "http://")):
        address = where if where.endswith(".json") else f"{where.rstrip('/')}/{NAME}"
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            return bytes(answer.read(MOST_BYTES))
    path = Path(where)
    return (path / NAME if path.is_dir() else path).read_bytes()
