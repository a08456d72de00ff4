"""A page's text -> clean lines: without furniture, wrapped labels and what nobody sees."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tiku.formats.paper.choices import MARKED
from tiku.formats.paper.line import Line
from tiku.formats.paper.programs import label_of, of_programs
from tiku.formats.paper.vocabulary import (
    BARE_ANSWER,
    CHOICE_LABEL,
    FURNITURE,
    LABEL,
    PAGE,
    RUNNING,
)
from tiku.text import radicals
from tiku.text.unseen import LOOSE_JOINER

INVISIBLE = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]"
    f"|{LOOSE_JOINER}"
)
SPACES = re.compile("[\u00a0\u2000-\u200a\u202f]")
DISPLACED = re.compile(r"^\s*(\d{1,3})\s*([（(《“‘「『【\[])\s*([.．、])\s*(.*)$")
BROKEN = (
    (re.compile(r"(?:^|(?<=\s))(?:正[确確]|参考|參考|标准|標準)?答$"), re.compile(r"^案\s*[:：]")),
    (re.compile(r"^(?:正[确確]|参考|參考|标准|標準)$"), re.compile(r"^答案\s*[:：]")),
    (re.compile(r"(?:^|(?<=\s))(?:答案)?解$"), re.compile(r"^析\s*[:：]")),
)
ANSWER_IN_BRACKETS = re.compile(
    r"[（(【\[]\s*((?:正[确確]|参考|參考)?答案\s*[:：]\s*[^（()）【】\[\]]{1,40}?)\s*[)）】\]]\s*[。.]?$"
)
NAMED_CHOICE = re.compile(r"^(?:选项|選項)\s*+([A-JＡ-Ｊ])\s*+[:：.．、]\s*+(?=\S)")
BOXED = re.compile(r"^(?:[-*+]\s)?\[([ xX✓]?)\]\s++(?=[^\s\d（(【])")
"""`[x] choice`, as Markdown writes a box."""
UNTICKED = re.compile(r"^[□☐]\s*+(?=[A-Ja-jＡ-Ｊ]\s*+[.．、:：)）]\s*+\S)")
EMBOLDENED = re.compile(
    r"^([（(]?[A-JＡ-Ｊ]\s*+[.．、:：)）]\s*+)\*\*(?=\S)([^*]++)\*\*(?=\s*+[√✓✔☑✅]?$)"
)
"""A choice whose words are all in Markdown's bold."""
STARRED = re.compile(r"^[*＊√✓✔☑☒■]\s*+(?=[A-Ja-jＡ-Ｊ]\s*+[.．、:：)）]\s*+\S)")
TICKED = re.compile(
    r"^([（(]?[A-JＡ-Ｊ]\s*+[.．、:：)）]\s*+[^√✓✔\s][^√✓✔]*)(?:[√✓✔]|[（(]\s*+[√✓✔]\s*+[)）])$"
)
"""A choice with the sign by which its print calls it right."""
NUMBERED = re.compile(r"(?<=[A-J。；;√×对错對錯\s])(\d{1,3})[.．、](?=[^\d\s])")
FOLDED = re.compile(
    r"^\s*+(?:<details\b[^<>]*+>\s*+)?+<summary\b[^<>]*+>([^<>]{1,40})</summary>\s*+"
)
DETAILS = re.compile(r"^\s*</?details\b[^<>]*>|</details>\s*$|<br\s*/?>\s*$")
TITLED = re.compile(r"^\s*+(?:[?!]{3}\+?\s++([a-z]+)|===)(?:\s++\"([^\"\n]{0,300})\")?\s*$")
"""`??? question "…"`: an admonition of Markdown, or a tab."""
ESCAPED = re.compile(r"^([\s>*+-]{0,8}(?:\d{1,4}|[A-J]))\\([.)])")
"""`1\\.`, as programs write a number that begins no list."""
PICTURED = re.compile(r"^\s*+[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*+(\*\*)?+")
"""`✅ **答案：A**`: a picture before a label, as chat programs set one."""
DRESS = re.compile(r"^\s*+(?:(?:[-+•>]|#{1,6})\s++)?(?:\*\*(?=\S))?")
DRESSED_CHOICE = re.compile(r"^[（(]?[A-Ja-jＡ-Ｊ]\s*+[)）.．、:：](?![A-Za-z])")
DRESSED_NUMBER = re.compile(r"^\d{1,4}\s*+[.．、](?!\d)")
LONGEST = 20_000
"""Of a line that is looked at; nobody writes a longer one."""


@dataclass(frozen=True, slots=True)
class Page:
    """Clean lines, and whether characters only a camera or a web page leaves were in them."""

    lines: tuple[Line, ...]
    noisy: bool = field(default=False)


def tidy(raw: Iterable[tuple[int, str, bool]]) -> Page:
    """From (number, text, marked)."""
    lines = [
        Line(number, part, marked=marked)
        for number, text, marked in raw
        for piece in re.split("[\x0b\x0c]", text[:LONGEST])
        for part in _questions(piece)
    ]
    lines = of_programs(lines)
    noisy = any(INVISIBLE.search(line.text) for line in lines)
    clean = [_clean(line) for line in lines]
    kept = _without_furniture(clean)
    return Page(tuple(_joined(_gaps(kept))), noisy)


def _clean(line: Line) -> Line:
    text = SPACES.sub(" ", INVISIBLE.sub("", line.text))
    strange = radicals.outside_unicode(text)
    doubts = (*line.doubts, ("radical-outside-nfkc", "".join(strange))) if strange else line.doubts
    text = radicals.plain(text).strip(" \n\r　")
    text = _undressed(text)
    text = _marked(ANSWER_IN_BRACKETS.sub(r"　\1", text))
    displaced = DISPLACED.match(text)
    if displaced:
        number, bracket, point, rest = displaced.groups()
        text, doubts = (
            f"{number}{point}{bracket}{rest}",
            (*doubts, ("number-punctuation-displaced", number)),
        )
    return replace(line, text=text.rstrip("\t"), doubts=doubts)


def _undressed(text: str) -> str:
    """Without what Markdown puts before and around a choice, a number or a label."""
    text = TITLED.sub(_titled, text)
    text = ESCAPED.sub(r"\1\2", DETAILS.sub("", FOLDED.sub(_unfolded, text)))
    pictured = PICTURED.match(text)
    if pictured and LABEL.match(text, pictured.end()):
        text = f"{pictured[1] or ''}{text[pictured.end() :]}"
    dress = DRESS.match(text)
    if dress is None or not dress[0].strip():
        return text
    bare = text[dress.end() :]
    bare = bare.replace("**", "", 1) if "**" in dress[0] else bare
    numbered = dress[0].strip()[0] in "#*" and DRESSED_NUMBER.match(bare)
    told = LABEL.match(bare) or BARE_ANSWER.match(bare)
    return bare if numbered or told or DRESSED_CHOICE.match(bare) else text


def _unfolded(found: re.Match[str]) -> str:
    """`<summary>看答案</summary>` says what is folded below it."""
    label = label_of(found[1])
    return f"{label}：" if label else f"{found[1].strip()} "


def _titled(found: re.Match[str]) -> str:
    title = (found[2] or "").strip()
    if found[1] == "question":
        return f"題目：{title}"
    label = label_of(title or found[1] or "")
    return f"{label}：" if label else title if found[1] else ""


def _questions(text: str) -> list[str]:
    """Questions that go on in one line, each with its answer, begin lines of their own."""
    first = re.match(r"\s*(\d{1,3})[.．、]", text)
    if first is None or text.count("答案") < 2:
        return [text]
    parts: list[str] = []
    at, number = 0, int(first[1])
    for found in NUMBERED.finditer(text):
        if int(found[1]) == number + 1 and "答案" in text[at : found.start()]:
            parts.append(text[at : found.start()])
            at, number = found.start(), number + 1
    return [*parts, text[at:]]


def _marked(text: str) -> str:
    """What a sign calls right is marked as what stands in bold is."""
    text = BOXED.sub(lambda box: "☑ " if box[1].strip() else "☐ ", text)
    text = UNTICKED.sub("", NAMED_CHOICE.sub(r"\1. ", text))
    if STARRED.match(text):
        return STARRED.sub("", text) + MARKED
    if EMBOLDENED.match(text):
        return EMBOLDENED.sub(r"\1\2", text).rstrip("√✓✔☑✅ ") + MARKED
    ticked = TICKED.match(text)
    return f"{ticked[1].rstrip()}{MARKED}" if ticked else text


def _without_furniture(lines: Sequence[Line]) -> list[Line]:
    """A page's number goes, and the title that is printed on every page beside it."""
    pages = [index for index, line in enumerate(lines) if PAGE.fullmatch(line.text.strip())]
    near = {
        index + step for index in pages for step in (-2, -1, 1, 2) if 0 <= index + step < len(lines)
    }
    beside = Counter(lines[index].text for index in near if len(lines[index].text) > 3)
    often = Counter(line.text for line in lines)
    running = {
        text for text, times in beside.items() if 1 < times == often[text] and not _asks(text)
    }
    titles = Counter(filter(None, map(_title, lines)))
    return [
        line
        for line in lines
        if line.text not in running
        and not PAGE.fullmatch(line.text.strip())
        and titles[_title(line)] < 2
    ]


def _asks(text: str) -> bool:
    """Whether a line is a part of a question, however often it is the same."""
    return any(part.match(text) for part in (LABEL, BARE_ANSWER, CHOICE_LABEL))


def _title(line: Line) -> str:
    """What stands before a page's number in a line of its own."""
    found = RUNNING.match(line.text.strip())
    return found[1] if found else ""


def _gaps(lines: Iterable[Line]) -> Iterable[Line]:
    gap = True
    for line in lines:
        text = line.text.strip()
        if not text or FURNITURE.fullmatch(text):
            gap = True
            continue
        yield replace(line, after_gap=gap)
        gap = False


def _joined(lines: Iterable[Line]) -> list[Line]:
    """A label that a line's end cut in two is one again."""
    kept: list[Line] = []
    for line in lines:
        if kept and any(a.search(kept[-1].text) and b.match(line.text) for a, b in BROKEN):
            before = kept.pop()
            doubts = (*before.doubts, *line.doubts, ("answer-label-broken-over-lines", ""))
            line = replace(before, text=before.text + line.text, doubts=doubts)
        kept.append(line)
    return kept
