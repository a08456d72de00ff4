"""Pictures that come along: by what they are, not by what they are called."""

import base64
import binascii
import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import unquote

from tiku.formats.draft import Draft

SIGNS = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
)
DATA_URI = re.compile(r"^data:image/[\w.+-]+;base64,(.*)$", re.DOTALL)
IMAGE = re.compile(r"!\[[^\[\]]*\]\(([^()]+)\)")
MAX_PICTURE = 5 * 1024 * 1024


def suffix_of(data: bytes) -> str:
    """Of a picture that every browser shows; empty for all else, also for SVG with its scripts."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for sign, suffix in SIGNS if data.startswith(sign)), "")


@dataclass(slots=True)
class Gallery:
    """The pictures of a file that is being read; `look` finds one by the name it is called."""

    look: Callable[[str], bytes | None] = lambda name: None
    kept: dict[str, bytes] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def name(self, reference: str) -> str:
        """What a picture is called beside the bank; what is not there is noted as missing."""
        inside = DATA_URI.match(reference)
        name = (
            ""
            if inside
            else posixpath.basename(unquote(reference).replace("\\", "/").split("?")[0])
        )
        data = _decoded(inside[1]) if inside else self.look(unquote(reference))
        suffix = suffix_of(data) if data and len(data) <= MAX_PICTURE else ""
        if not data or not suffix:
            self.missing.append(name or "data:")
            return name or "image"
        stem = re.sub(r"[^\w.-]+", "-", name.rpartition(".")[0]).strip("-.") or "image"
        kept = f"{stem}{suffix}" if not inside else f"{sha256(data).hexdigest()[:12]}{suffix}"
        if self.kept.get(kept, data) != data:
            kept = f"{stem}-{sha256(data).hexdigest()[:8]}{suffix}"
        self.kept[kept] = data
        return kept

    def take_missing(self) -> list[str]:
        """What was missing since it was last asked."""
        missing, self.missing = list(dict.fromkeys(self.missing)), []
        return missing


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return None


def pictures(draft: Draft) -> list[str]:
    """What the pictures in a draft's texts are called."""
    texts = (draft.stem, *draft.choices, draft.explanation, *draft.feedback.values())
    return IMAGE.findall("\n".join(texts))


def doubted(draft: Draft, missing: Iterable[str]) -> Draft:
    """With a doubt where something is not in the file."""
    names = "、".join(missing)
    return draft.doubting("media-missing", text=names) if names else draft
