"""Obsidian Spaced Repetition notes: https://stephenmwangi.com/obsidian-spaced-repetition/flashcards/."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tiku.formats import fences
from tiku.formats.draft import Draft, Filled, Reading, Said
from tiku.formats.source import Source

DECK = re.compile(r"^\s*#(flashcards?(?:/[^\s#]+)?)\s*$", re.IGNORECASE)
DECK_INSIDE = re.compile(r"(?<!\s)\s*#flashcards?((?:/[^\s#]+)?)(?=\s|$)", re.IGNORECASE)
MEMORY = re.compile(r"<!--\s*SR:.*?-->")
ONE_LINE = re.compile(r"^(.+?)(:::?)(.+)")
MARKED = re.compile(r"==([^=\n]+?)==")
CURLY = re.compile(r"\{\{(?:c?\d+::?)?([^{}\n]+?)(?:::[^{}\n]*)?\}\}")
BOLD = re.compile(r"\*\*([^*\n]+?)\*\*")
SKIPPED = re.compile(r"^\s*(?:>|#{1,6}\s|\||<|---$)|https?://\S*::")
SIDES = {"?": False, "??": True}


def read(source: Source) -> Reading:
    """Cards on one line, on several, and gaps."""
    text, problems = source.text()
    drafts: list[Draft] = []
    deck = ""
    for lines in _paragraphs(text):
        found = DECK.match(lines[0][1])
        if found:
            deck = found[1].partition("/")[2]
            lines = lines[1:]
        drafts += _cards(source, lines, deck)
    return Reading(tuple(drafts), tuple(problems))


def _paragraphs(text: str) -> Iterator[list[tuple[int, str]]]:
    """Lines between empty ones, without code and what the plugin remembers."""
    lines: list[tuple[int, str]] = []
    for number, line, code in fences.lines(text):
        bare = MEMORY.sub("", line).rstrip()
        if code or (not bare.strip() and not line.strip()):
            if lines:
                yield lines
            lines = []
        elif bare.strip():
            lines.append((number, bare))
    if lines:
        yield lines


def _cards(source: Source, lines: list[tuple[int, str]], deck: str) -> Iterator[Draft]:
    sides = [at for at, (_, line) in enumerate(lines) if line.strip() in SIDES]
    if sides:
        yield from _long(source, lines, sides[0], deck)
        return
    for number, line in lines:
        inside = DECK_INSIDE.search(line)
        topic = (inside[1].lstrip("/") if inside else "") or deck
        draft = _short(source, number, DECK_INSIDE.sub("", line).strip())
        if draft is not None:
            yield replace(draft, topic=topic)


def _long(source: Source, lines: list[tuple[int, str]], at: int, deck: str) -> Iterator[Draft]:
    front = "\n".join(line for _, line in lines[:at]).strip()
    back = "\n".join(line for _, line in lines[at + 1 :]).strip()
    if front and back:
        draft = Draft(
            place=source.place(lines[0][0]),
            kind="flashcard",
            stem=front,
            right=Said(back),
            topic=deck,
        )
        yield _reversed(draft, SIDES[lines[at][1].strip()])


def _reversed(draft: Draft, both: bool) -> Draft:
    return replace(draft, unknown=(("reversed", "true"),)) if both else draft


def _short(source: Source, number: int, line: str) -> Draft | None:
    if not line or SKIPPED.search(line):
        return None
    place = source.place(number)
    for pattern, code in ((MARKED, ""), (CURLY, "curly-cloze"), (BOLD, "bold-or-cloze")):
        gaps = pattern.findall(line)
        if gaps and not (pattern is BOLD and ONE_LINE.match(line)):
            draft = Draft(
                place=place,
                kind="fill",
                stem=pattern.sub("____", line),
                right=Filled(tuple((gap.strip(),) for gap in gaps)),
            )
            return draft.doubting(code) if code else draft
    card = ONE_LINE.match(line)
    if card and card[3].strip(":") and card[1].strip():
        draft = Draft(
            place=place, kind="flashcard", stem=card[1].strip(), right=Said(card[3].strip())
        )
        return _reversed(draft, card[2] == ":::")
    return None
