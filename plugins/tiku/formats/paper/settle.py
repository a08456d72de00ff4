"""The parts of a question -> a draft: which kind it is, and what its answer means."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from tiku.formats.draft import Draft, Said, Truth
from tiku.formats.paper import answers, choices
from tiku.formats.paper.blanks import is_fill, settle_blanks
from tiku.formats.paper.choices import Parted, Piece
from tiku.formats.paper.choosing import (
    lost_choices,
    settle_choices,
    settle_without_choices,
    take_inline,
)
from tiku.formats.paper.judgements import is_judgement, settle_judgement, take_mark
from tiku.formats.paper.raw import Raw
from tiku.formats.paper.settling import Settling
from tiku.formats.paper.told import settle_number, settle_pairs
from tiku.formats.paper.unlettered import lettered
from tiku.formats.paper.vocabulary import (
    CIRCLED,
    END,
    POINTS,
    empty,
    in_circles,
    narrow,
)
from tiku.model.place import Place
from tiku.text.folding import fold

POINTS_BEHIND = re.compile(rf"(?:{POINTS.pattern})(?=\s*[。.]?$)")
OPEN_BRACKET = re.compile(r"[（(]\s*$")
DIGITS_BEFORE = re.compile(r"^[（(]\s*([1-9]{1,5})\s*[)）]\s*(?=\S)")
FIRST_OF_COUNT = re.compile(r"①|[（(]\s?1\s?[)）]")
LETTERS_APART = re.compile(
    r"^(\S.*?)(?<!\s)(?:[\s　]+[（(\[【]\s*|\t[\s　]*|　[\s　]*| {2,})"
    r"([A-JＡ-Ｊ]{1,8})\s*[)）\]】]?$"
)
BEYOND = re.compile(r"(?<![A-Za-z])[KＫ]\s?[.．、:：)）]")
"""The letter behind the last that is read."""
LISTED = re.compile(rf"^(?:[{CIRCLED}]|[（(]\s*\d+\s*[)）]|\d+[.、)]|[-•·])")


LEVEL = re.compile(
    r"(?<!\s)\s*[（(【\[]\s*(容?易|较[易难]|中等?|[较極极]?难|简单|困难|難|適中|适中)\s*[)）】\]]$"
)


def settle(raw: Raw, place: Callable[[int], Place], noisy: bool = False) -> Draft:
    """Decide what a question is; a noisy file has lost signs."""
    its = _parted(raw)
    if noisy and its.choices and its.stem[-1:] not in (*END, "") and not is_judgement(its):
        its.stem = f"{its.stem}（　）。"
        its.doubt("bracket-not-closed")
    take_mark(its)
    if its.choices and not its.answer:
        take_inline(its)
    _decide(its)
    return _draft(its, place)


def _parted(raw: Raw) -> Settling:
    declared = raw.kind or raw.section.kind
    answer = _answer(raw, declared)
    if declared not in ("fill", "open", "numeric", "true-false"):
        raw.pieces = lettered(raw.pieces, answer)
    named = answers.letters(answer)
    highest = max(named.indexes) if named and named.indexes else None
    wants = declared in ("single", "multiple", "some", "choice", "matching", "")
    parted = choices.part(raw.pieces, highest, wants)
    own = parted.choices or (raw.group.options if raw.group and raw.group.options else [])
    texts = [piece.text.strip(" \t　;；") for piece in own]
    if raw.style == "『』" and not own and not answer and len(parted.stem) > 1:
        answer = "\n".join(piece.text for piece in parted.stem[1:])
        parted.stem = parted.stem[:1]
        parted.doubts.append(("answer-unlabelled", ""))
    if not answer and len(texts) > 1:
        texts, answer = _last_column(texts)
        if answer:
            parted.doubts.append(("answer-unlabelled", ""))
    doubts = [*raw.doubts, *((code, what, raw.line) for code, what in parted.doubts)]
    its = Settling(raw, declared, "", texts, "" if empty(answer) else answer, doubts)
    its.stem = _stem(its, parted)
    if len(texts) == len(answers.LETTERS) and BEYOND.search(texts[-1]):
        its.doubt("choice-letters-missing", "K")
    for index, text in enumerate(texts):
        if not text:
            its.doubt("empty-choice", answers.LETTERS[min(index, 9)])
    return its


def _answer(raw: Raw, declared: str) -> str:
    """What stands where answers stand."""
    answer = "\n".join(raw.answer or ()).strip()
    if answer and any(fold(answer.split("\n")[0]) == fold(title) for title in raw.section.path):
        answer = ""
    if not answer and raw.style == "Q" and declared in ("", "open", "numeric"):
        answer = _called_a(raw)
    if not answer and declared not in ("fill", "open", "numeric", "true-false"):
        answer = _in_front(raw)
    return answer


def _called_a(raw: Raw) -> str:
    """`A:` behind `Q:`, where no B follows."""
    letters = [piece.letter for piece in raw.pieces]
    if [letter for letter in letters if letter is not None] != [0]:
        return ""
    answer = "\n".join(piece.text for piece in raw.pieces[letters.index(0) :])
    raw.pieces = raw.pieces[: letters.index(0)]
    return answer


def _in_front(raw: Raw) -> str:
    """`(3)` in front of a stem with ①②③ or (1)(2)(3), as examinations of trades in Taiwan have
    it."""
    found = DIGITS_BEFORE.match(raw.pieces[0].text) if raw.pieces else None
    if found is None or not FIRST_OF_COUNT.search(_text(raw.pieces), found.end()):
        return ""
    raw.pieces[0].text = raw.pieces[0].text[found.end() :]
    return in_circles(found[1])


def _text(pieces: Sequence[Piece]) -> str:
    return "\n".join(piece.text for piece in pieces)


def _last_column(texts: list[str]) -> tuple[list[str], str]:
    """The choices, and the letters that stand apart behind the last one, as behind its tab where
    a table's row was copied."""
    named = LETTERS_APART.match(texts[-1])
    behind = answers.letters(named[2]) if named else None
    if named is None or behind is None or max(behind.indexes) >= len(texts):
        return texts, ""
    return [*texts[:-1], named[1]], named[2]


def _stem(its: Settling, parted: Parted) -> str:
    own = {fold(text) for text in its.choices if text}
    text = ""
    for index, piece in enumerate(parted.stem):
        if index and fold(piece.text) in own:
            its.doubt("stray-line-repeats-a-choice", piece.text, piece.line)
            continue
        text = _continued(text, piece)
    if OPEN_BRACKET.search(text):
        text = OPEN_BRACKET.sub("（）。", text)
        its.doubt("bracket-not-closed")
    return text.strip()


def _continued(text: str, piece: Piece) -> str:
    if not text:
        return piece.text
    lone = (
        re.fullmatch(r"[\s。，、；：？！）)]+.?", piece.text)
        or piece.text[0] in "。，、；：？！）)"
    )
    if not lone and (text[-1] in END or LISTED.match(piece.text)):
        return f"{text}\n{piece.text}"
    return choices.joined(text, piece.text.strip())


def _decide(its: Settling) -> None:
    if settle_number(its) or settle_pairs(its):
        return
    its.declared = "open" if its.declared == "numeric" else its.declared
    if isinstance(its.right, Truth) or is_judgement(its):
        settle_judgement(its)
    elif its.choices:
        settle_choices(its)
    elif its.declared in ("fill",) or is_fill(its):
        settle_blanks(its)
    elif (
        its.declared in ("single", "multiple", "some")
        or its.raw.kind == "choice"
        or lost_choices(its)
    ):
        settle_without_choices(its)
    else:
        _open(its)


def _open(its: Settling) -> None:
    its.kind = "open"
    if its.answer:
        its.right = Said(its.answer)
    else:
        its.none("no-answer")


def _draft(its: Settling, place: Callable[[int], Place]) -> Draft:
    raw = its.raw
    parts = raw.parts
    points, stem = _points(its)
    level = LEVEL.search(stem)
    stem = stem[: level.start()] if level else stem
    topic = [*raw.section.path, *(text for text in parts.get("topic", ())[:1] if not empty(text))]
    explanation = [*([its.explanation] if its.explanation else ()), *parts.get("explanation", ())]
    kept = [line for line in explanation if line.strip()]
    draft = Draft(
        place=place(raw.line),
        kind=its.kind,
        stem=stem,
        number=raw.number,
        choices=tuple(its.choices),
        right=its.right,
        found="" if its.right else its.found,
        explanation="" if empty("".join(kept)) else "\n".join(kept),
        hint="\n".join(parts.get("hint", ())),
        material="\n".join(raw.group.lines) if raw.group and raw.group.options is None else "",
        topic="/".join(topic),
        points=points,
        difficulty=_first_word(parts.get("difficulty", ())) or (level[1] if level else ""),
        unknown=_unknown(parts),
    )
    for code, what, line in its.doubts:
        draft = draft.doubting(code, place(line), text=what)
    return draft


def _first_word(texts: Sequence[str]) -> str:
    return next(iter("".join(texts).split()), "").strip("。.（）()")


def _points(its: Settling) -> tuple[Decimal | None, str]:
    """Points in the stem's bracket go before those of its section."""
    stem = its.stem
    found = POINTS_BEHIND.search(stem) or POINTS.match(stem)
    text = its.raw.points
    if found:
        text = text or found[1]
        stem = (stem[: found.start()] + stem[found.end() :]).strip()
    own = re.search(r"\d+(?:\.\d+)?", narrow(" ".join(its.raw.parts.get("points", ()))))
    text = text or (own[0] if own else "") or its.raw.section.points
    return (Decimal(text) if text else None), stem


def _unknown(parts: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    kept = [(name, "\n".join(parts[name])) for name in ("rubric", "unknown") if parts.get(name)]
    return tuple((name, text) for name, text in kept if not empty(text))


def with_doubt_of_lost_choices(drafts: list[Draft]) -> list[Draft]:
    """In a noisy file, fewer choices than the others have were perhaps run together."""
    counts = [len(draft.choices) for draft in drafts if draft.choices]
    usual = max(set(counts), key=lambda count: (counts.count(count), count), default=0)
    lost = ("import-choice-letters-missing", "import-choice-letter-misread")
    return [
        replace(draft.doubting("choices-run-together", count=len(draft.choices)))
        if 0 < len(draft.choices) < usual and any(d.code in lost for d in draft.doubts)
        else draft
        for draft in drafts
    ]
