"""What scraping, converting and typing leave in a text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from tiku.model import Bank, Library
from tiku.model.problem import Problem
from tiku.rules.rule import advice, rule, warning
from tiku.rules.texts import PlacedText, bank_texts, shared_texts, texts
from tiku.text.patterns import on_demand
from tiku.text.scripts import TRAPPED, both, simplified, traditional, trap
from tiku.text.typography import HAN, SUSPECT, full_width, spaced, visible, without_entities

NOISE = on_demand(f"{both('[版權內容]')}(?<=[{HAN}].)(?=[{HAN}])")


def _of_both(beside: Mapping[str, str]) -> Mapping[str, str]:
    """In either script."""
    return {c: both(f"[{more}]") for own, more in beside.items() for c in both(f"[{own}]")[1:-1]}


BEFORE = _of_both(
    {
        "版": "出改再舊新正初原盤同各該此一二三四五六七八九十年",
        "權": "有加棄越集攬維確擴授職主產特債人公無全強當實侵分表決審查行",
        "內": "之以期年月日天週國店組班境體校館場圍城區廠室時限站網海市縣省司業單行",
        "容": "內形包寬縱笑美面從收軍陣",
    }
)
AFTER = _of_both(
    {
        "版": "本權次面型圖主稅式",
        "權": "重限利力益責威宜衡變能",
        "內": "部容含在外心勤政地規訓向文有側線涵務",
        "容": "易許量納忍錯貌器",
    }
)
"""Characters that make a word with one of the four."""
FREQUENT = 2
Noisy = tuple[PlacedText, list[tuple[str, str, str]]]
LONGEST_ENTITY = 12
"""Characters of what may be one: `&thetasym;`."""
TYPING = (
    warning("invisible-character", mend=visible),
    warning("html-entity", mend=without_entities),
    warning("half-width", mend=full_width),
    advice("space-inside", mend=spaced),
)


@rule(*TYPING, suspect=SUSPECT)
def typing_is_right(written: PlacedText) -> Iterator[Problem]:
    """Invisible characters, HTML entities, half-width punctuation, spaces inside."""
    for code in TYPING:
        assert code.mend, "each is mechanical"
        if (mended := code.mend(written.text)) != written.text:
            yield written.problem(code.name, **_difference(written.text, mended))


@rule(warning("conversion-trap"))
def conversion_is_complete(library: Library) -> Iterator[Problem]:
    """Characters that simplified text shares among several traditional ones."""
    for group in _files(library):
        trapped = [placed for placed in group if TRAPPED.search(placed.text)]
        if trapped and not _is_simplified(group):
            for placed in trapped:
                if found := trap(placed.text):
                    yield placed.problem("conversion-trap", found=found[0], meant=found[1])


@rule(warning("mixed-script"))
def one_script_is_used(library: Library) -> Iterator[Problem]:
    """A bank is in traditional or in simplified characters."""
    for bank in library.banks:
        written = list(bank_texts(bank))
        simple, full = _characters("".join(one.text for one in written))
        others = simple if len(full) >= len(simple) else full
        for one in written if others else ():
            if found := others.intersection(one.text):
                yield one.problem("mixed-script", found="".join(sorted(found)))


@rule(advice("scraping-noise"))
def nothing_was_scraped_in(library: Library) -> Iterator[Problem]:
    """A lone 版, 權, 內 or 容 inside a word, as copy protection of exam sites puts them."""
    known = (library.known("noise", bank, _noisy_bank) for bank in library.banks)
    around = [*chain.from_iterable(known), *_noisy(shared_texts(library))]
    pairs = Counter(pair for _, found in around for b, n, a in found for pair in (b + n, n + a))
    for written, found in around:
        for before, noise, after in found:
            meant = before in BEFORE[noise] or after in AFTER[noise]
            alone = pairs[before + noise] == 1 and pairs[noise + after] == 1
            if (
                alone
                and not meant
                and (noise not in both("[內]") or _is_frequent(before + after, library))
            ):
                yield written.problem("scraping-noise", found=before + noise + after, noise=noise)


@rule(advice("discouraged-term"))
def one_thing_has_one_word(library: Library) -> Iterator[Problem]:
    """Words that the glossary or the vocabulary says to avoid, unless part of a known name."""
    preferred, known = _words(library)
    if not preferred:
        return
    longest_first = sorted({*known, *preferred}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    every = list(texts(library))
    whole = "\n".join(written.text for written in every)
    there = re.compile("|".join(re.escape(word) for word in preferred if word in whole) or "(?!)")
    for written in filter(lambda one: there.search(one.text), every):
        for word in dict.fromkeys(pattern.findall(written.text)):
            if word in preferred and word not in known:
                yield written.problem("discouraged-term", found=word, meant=preferred[word])


def _words(library: Library) -> tuple[dict[str, str], set[str]]:
    """Word to avoid -> what is written for it; and the names that may hold one."""
    terms = library.glossary.terms if library.glossary else ()
    preferred = {word: term.term for term in terms for word in term.avoid}
    known = {name for term in terms for name in (term.term, *term.aliases)}
    if library.vocabulary:
        preferred |= {word: one.word for one in library.vocabulary.wording for word in one.avoid}
        known.update(library.vocabulary.names)
    return preferred, known


def _files(library: Library) -> Iterator[list[PlacedText]]:
    """The texts of each file."""
    yield from (list(bank_texts(bank)) for bank in library.banks)
    by_file: defaultdict[str, list[PlacedText]] = defaultdict(list)
    for placed in shared_texts(library):
        by_file[placed.place().file].append(placed)
    yield from by_file.values()


@lru_cache(maxsize=1)  # two rules ask it of a bank, one behind the other
def _characters(text: str) -> tuple[set[str], set[str]]:
    """Those of a text that only simplified text has, and those that only traditional text has."""
    characters = "".join(set(text))
    return simplified(characters), traditional(characters)


def _is_simplified(placed: list[PlacedText]) -> bool:
    simple, full = _characters("".join(one.text for one in placed))
    return len(simple) > len(full)


def _difference(text: str, mended: str) -> dict[str, object]:
    """The first stretch that differs, for a person to find it; an HTML entity is told whole."""
    length = min(len(text), len(mended))
    at = next((n for n in range(length) if text[n] != mended[n]), length)
    end = text.find(";", at, at + LONGEST_ENTITY) + 1 if text[at : at + 1] == "&" else 0
    return {"found": text[max(0, at - 3) : max(at + 4, end)].replace("\n", " ")}


def _noisy_bank(bank: Bank) -> list[Noisy]:
    return list(_noisy(bank_texts(bank)))


def _noisy(written: Iterable[PlacedText]) -> Iterator[Noisy]:
    return ((one, _neighbours(one.text)) for one in written if NOISE.search(one.text))


def _neighbours(text: str) -> list[tuple[str, str, str]]:
    """What stands before and behind each of the four characters inside Chinese text."""
    return [(text[n - 1], text[n], text[n + 1]) for n in (m.start() for m in NOISE.finditer(text))]


def _is_frequent(word: str, library: Library) -> bool:
    """內 stands behind nearly every noun; what is left without it must be a word by itself."""
    return sum(one.text.count(word) for one in texts(library)) >= FREQUENT
