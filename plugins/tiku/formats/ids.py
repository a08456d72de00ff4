"""Names that stay: of what the file calls a question, else of what it asks.

A question whose stem is not touched has the same id in every import, whatever its number, its
place, its choices and its key become.
"""

import re
import unicodedata
from collections.abc import Sequence
from hashlib import sha256

from tiku.formats.draft import Draft
from tiku.text.folding import fold

COUNTED = re.compile(r"(?:q|i|item|question|res|aq|qq|question-item)?-?\d+(?:-\d+)?")
LONGEST = 60
DIGITS = 10
"""Of a digest: among a hundred thousand questions two meet once in two hundred banks."""


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens; empty where nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", text)
    name = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    return name if len(name) <= LONGEST else f"{name[:40].rstrip('-')}-{digest(text)}"


def digest(*parts: str) -> str:
    """Ten hex digits of texts as readers tell them apart."""
    return sha256("\n".join(map(fold, parts)).encode()).hexdigest()[:DIGITS]


def named(drafts: Sequence[Draft], topic: str = "") -> list[str]:
    """An id each; the same stem again is told apart by its choices, then by its order.

    Ids that say nothing but a number, as every other file has them too, begin with the topic.
    """
    taken: dict[str, int] = {}
    names = []
    for draft in drafts:
        name = _own(draft, topic)
        if name in taken:
            name = f"q-{digest(draft.stem, draft.material, *draft.choices, draft.given)}"
        taken[name] = taken.get(name, 0) + 1
        names.append(name if taken[name] == 1 else f"{name}-{taken[name]}")
    return names


def _own(draft: Draft, topic: str) -> str:
    given = slug(draft.given)
    if given and _is_whole(draft.given):
        return f"{topic or 'q'}-{given}" if COUNTED.fullmatch(given) else given
    if draft.given:
        return f"q-{sha256(draft.given.encode()).hexdigest()[:DIGITS]}"
    return f"q-{digest(draft.stem, draft.material)}"


def _is_whole(given: str) -> bool:
    """Whether a slug keeps what tells two ids apart."""
    return bool(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ._:/-]*", given.strip())) and (
        given == given.lower() or given == given.upper() or "-" in given or "_" in given
    )
