"""A question whose parts stand in fields of their own: a sheet's row, a card."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tiku.formats.draft import Draft
from tiku.formats.paper import choices, unlettered
from tiku.formats.paper.choices import Piece
from tiku.formats.paper.labels import KIND_BEHIND, MARKED_KIND
from tiku.formats.paper.raw import Raw, Section
from tiku.formats.paper.settle import settle
from tiku.formats.paper.vocabulary import KIND_WORD, empty, kind_in
from tiku.model.place import Place

APART = tuple(
    (re.compile(between), doubtful)
    for between, doubtful in (
        (r"\|\|", ""),
        (r"\n", ""),
        (r"\|", ""),
        ("[;；]", "；"),
        ("#", "#"),
        (r"\$", "$"),
        ("、", "、"),
        ("[,，]", "，"),
    )
)
"""What stands between choices in one field, and what it is called where that is to be doubted."""


_QUOTE = r"""(?:"((?:[^"\\]|\\.)*+)"|'((?:[^'\\]|\\.)*+)')"""
QUOTED = re.compile(_QUOTE)
LIST = re.compile(rf"\[\s*+{_QUOTE}(?:\s*+,?\s*+{_QUOTE})*+\s*+,?\s*+\]")
NUMBERED = re.compile(r"^(\d{1,4})\s?[.．、)）]\s?(?=[^\d\s])")
"""A stem with its number, where no field has that."""


@dataclass(slots=True)
class Fields:
    """The texts of a question's fields; `choices` None where they may stand in the stem."""

    place: Place
    stem: str
    answer: str = ""
    choices: Sequence[str] | None = None
    kind: str = ""
    explanation: str = ""
    number: str = ""
    prompts: Sequence[str] = ()
    parts: dict[str, str] = field(default_factory=dict)
    path: tuple[str, ...] = ()


def read(fields: Fields) -> Draft:
    """Decide what a question is, as on a paper."""
    raw = Raw(fields.place.line, fields.number, None, "", Section(path=fields.path))
    raw.kind = kind_in(fields.kind)
    numbered = NUMBERED.match(fields.stem.strip()) if not fields.number else None
    raw.number = numbered[1] if numbered else raw.number
    stem = _kind_in_stem(raw, fields.stem.strip()[numbered.end() if numbered else 0 :])
    lines = [line for line in stem.split("\n") if line.strip()]
    doubts: list[tuple[str, str]] = []
    for at, line in enumerate(lines):
        pieces = choices.split(
            line.strip(), raw.have(), fields.place.line, doubts, fields.choices is None
        )
        begun = at > 0 or pieces[0].letter is None
        raw.pieces += pieces if begun else [Piece(None, line.strip(), fields.place.line)]
    own = [text.strip() for text in fields.choices or ()]
    raw.pieces += [Piece(at, text, fields.place.line) for at, text in enumerate(_unlabelled(own))]
    raw.answer = [fields.answer] if not empty(fields.answer) else None
    raw.answer_line = fields.place.line
    raw.prompts = [text.strip() for text in fields.prompts]
    raw.doubts = [(code, what, fields.place.line) for code, what in doubts]
    for name, text in fields.parts.items():
        if not empty(text):
            raw.add(name, text)
    if not empty(fields.explanation):
        raw.add("explanation", fields.explanation.strip())
    return replace(settle(raw, lambda line: fields.place), place=fields.place)


def _kind_in_stem(raw: Raw, stem: str) -> str:
    for pattern in (MARKED_KIND, KIND_BEHIND):
        found = pattern.search(stem)
        bare = re.sub(r"[题題]", "", found[1]) if found else ""
        if found and KIND_WORD.fullmatch(bare):
            raw.kind = raw.kind or kind_in(bare)
            stem = (stem[: found.start()] + stem[found.end() :]).strip()
    return stem


def _unlabelled(texts: Sequence[str]) -> list[str]:
    """Choices without the letters in front of them, if each has its own."""
    found = [
        re.match(r"^[（(]?\s*([A-Ja-jＡ-Ｊ])\s*(?:[)）]|[.．、:：])\s*", text) for text in texts
    ]
    letters = [choices.index_of(match[1]) if match else -1 for match in found]
    if texts and letters == list(range(len(texts))):
        return [text[match.end() :] for text, match in zip(texts, found, strict=True) if match]
    return list(texts)


def parted(text: str) -> tuple[list[str], str]:
    """The choices of one field, and the sign to be doubted that they were split by."""
    text = text.strip()
    found = _quoted(text) or _lettered(text) or unlettered.listed(text)
    if found:
        return found, ""
    for between, doubtful in APART:
        parts = [part.strip() for part in between.split(text)]
        kept = [part for part in parts if part]
        if len(kept) > 1:
            return _unlabelled(kept), doubtful
    return ([text] if text else []), ""


def _quoted(text: str) -> list[str]:
    """`['a', 'b']`, as a program writes a list."""
    if not LIST.fullmatch(text):
        return []
    return [re.sub(r"\\(.)", r"\1", own[1] or own[2]) for own in QUOTED.finditer(text)]


def _lettered(text: str) -> list[str]:
    have: list[str] = []
    for line in text.split("\n"):
        for piece in choices.split(line.strip(), len(have), 0, [], inside=True):
            if piece.letter == len(have):
                have.append(piece.text)
            elif piece.letter is None and have and piece.text:
                have[-1] = choices.joined(have[-1], piece.text)
            elif piece.text:
                return []
    return _unseparated(have) if len(have) > 1 else []


def _unseparated(texts: list[str]) -> list[str]:
    """Without the sign that stands behind each choice but the last."""
    sign = texts[0][-1:]
    if sign not in tuple("|;；#$、") or not all(text.endswith(sign) for text in texts[:-1]):
        return texts
    return [text.rstrip(f" {sign}") for text in texts]
