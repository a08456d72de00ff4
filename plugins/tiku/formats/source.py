"""A stranger's bytes and what they are called: how large they may be, and their text.

Which encoding a text without a mark has is decided by reading: UTF-8 where it is UTF-8, else the
one of GB18030 and Big5 in which more of the text is everyday Chinese.
"""

import codecs
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from tiku.formats.doubts import doubt, shown
from tiku.formats.draft import Unreadable
from tiku.model.place import Place
from tiku.model.problem import Problem

MAX_BYTES = 50 * 1024 * 1024
"""Of a file, and of a package's parts that are read."""
MAX_TEXT = 8 * 1024 * 1024
"""Of a text; ten thousand questions take five."""
MAX_LINES = 200_000
"""Of a text; ten thousand questions take half of them. Each line of a paper takes .1 ms."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = ("gb18030", "big5hkscs")
EVERYDAY = frozenset(
    "的一是在不了有和人這这中大為为上個个国國我以要他時时來来用們们生到作地於于出就分對对成會会可主"
    "年動动同工也能下過过子說说產产種种面而方後后多定行學学法所民得經经十三之進进着著等部度家電电力"
    "裡里如水化高自二理起小物現现實实加量都兩两體体制機机當当使點点從从業业本去把性好應应開开它合"
    "因由其些然前外天政四日那社義义事平形相全表間间樣样與与關关各重新線线內内數数正心反你明看原又"
    "麼么利比或但質质氣气第向道命此變变條条只沒没結结解問问意建月公無无系軍军很情者最立代想已通並并"
    "，。、：；？！（）「」《》題题答案選选項项考核績绩效投訴诉單单判斷断評评"
)

EVERYDAY_SHARE = 0.2
"""Of a text that is Chinese and not bytes read as something else."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's name, as it is shown, and its bytes."""

    name: str
    data: bytes

    def place(self, line: int = 1, column: int = 1) -> Place:
        """A place in it."""
        return Place(self.name, line, column)

    def part(self, name: str, data: bytes) -> "Source":
        """A part of a package."""
        return Source(f"{self.name}[{shown(name)}]", data)

    def text(self) -> tuple[str, list[Problem]]:
        """The text with line feeds only, and what was doubtful about its encoding."""
        if len(self.data) > MAX_TEXT:
            raise Unreadable("too-large", self.place(), limit=f"{MAX_TEXT // 1024 // 1024} MiB")
        text, problems = _decoded(self)
        if text.count("\0") > len(text) // 1000:
            raise Unreadable("not-text", self.place())
        if text.count("\n") > MAX_LINES:
            raise Unreadable("too-many-lines", self.place(), limit=MAX_LINES)
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""), problems


def line_of(text: str) -> Callable[[int], int]:
    """Offset -> number of its line, for a text that is asked often."""
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    return lambda offset: bisect_right(starts, offset)


def _decoded(source: Source) -> tuple[str, list[Problem]]:
    for mark, encoding in MARKS:
        if source.data.startswith(mark):
            return source.data.decode(encoding, errors="replace").lstrip("\ufeff"), []
    wide = _wide(source.data) if b"\0" in source.data[:4096] else None
    if wide is not None:
        return wide, []
    try:
        return source.data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        near_the_end = len(source.data) - error.start < 4
        best = _legacy(source.data)
        if near_the_end or best is None:
            text = source.data.decode("utf-8", errors="replace")
            line = text[: text.find("\ufffd")].count("\n") + 1
            return text, [doubt("bad-bytes", source.place(line))]
        return best, []


def _wide(data: bytes) -> str | None:
    """Of UTF-16 without a mark: the one in which the text is everyday Chinese."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _everyday(text) > EVERYDAY_SHARE:
            return text
    return None


def _legacy(data: bytes) -> str | None:
    texts = []
    for encoding in LEGACY:
        try:
            texts.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return max(texts, key=_everyday, default=None)


def _everyday(text: str) -> float:
    """The share of what is not ASCII that is everyday Chinese."""
    others = [character for character in text[:100_000] if ord(character) > 127]
    return sum(character in EVERYDAY for character in others) / max(len(others), 1)
