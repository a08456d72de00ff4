"""Numbers and headings: what begins a question and what a section."""

import re
from dataclasses import dataclass

from tiku.formats.paper.vocabulary import (
    CN,
    EACH,
    KIND_WORD,
    MARK,
    kind_in,
    narrow,
    numeral,
)

D = "[0-9０-９]"
COUNTED = "年(?![終终度資资齡龄金])|月(?!薪)|日(?![薪常])|[号號]|[个個](?![人案別别])"
"""What a number before it counts: 3 年, but not 3 年終考績."""
STYLES = (
    (
        "『』",
        re.compile(
            r"^[『「]\s*([零一二三四五六七八九十壹贰叁肆伍陸陆柒捌玖拾貳參叄\d]{1,3})\s*[』」]\s*"
        ),
    ),
    ("第", re.compile(rf"^第\s*({D}{{1,4}}|{CN})\s*[题題]\s*+[.．、:：]?\s*")),
    (
        "题目",
        re.compile(
            rf"^(?:题目|題目|题干|題幹|试题|試題|问题|問題|提问|题|題|问|問|Question)\s*+({D}{{0,4}})\s*[:：]\s*"
        ),
    ),
    (
        "题目",
        re.compile(r"^[【\[](?:题目|題目|题干|題幹|试题|試題|问题|問題)()[】\]]\s*+[:：]?\s*"),
    ),
    ("Q", re.compile(rf"^Question\s({D}{{1,4}})$")),
    ("Q", re.compile(rf"^[QqＱ]\s*({D}{{1,4}})\s*[.．、:：)）]\s*")),
    ("Q", re.compile(r"^[QqＱ]()\s*[:：]\s*")),
    ("[]", re.compile(rf"^[【\[〔]\s*({D}{{1,4}})\s*[】\]〕]\s*+[.．、]?\s*")),
    ("()", re.compile(rf"^[（(]\s*({D}{{1,3}})\s*[)）]\s*+[.．、]?\s*")),
    ("()", re.compile(r"^([⑴-⒇])\s*")),
    (".", re.compile(r"^([⒈-⒛])\s*")),
    (
        "1.1",
        re.compile(rf"^{D}{{1,2}}[.．-]({D}{{1,3}})(?:[.．、]\s*|[ 　\t]+)(?=[^\d\s年月日號个個])"),
    ),
    (".", re.compile(rf"^({D}{{1,5}})\s*(?:[.．、,，:：]|[。](?=\S))\s*")),
    (")", re.compile(rf"^({D}{{1,4}})\s*[)）]\s*")),
    ("tab", re.compile(rf"^({D}{{1,4}})(?:\t+|　+| {{2,}})(?=\S)")),
    ("space", re.compile(rf"^({D}{{1,3}}) (?=[^\d\s])(?!{COUNTED})")),
)
WEAK = ("tab", "space", "alone", "1.1")
ANSWERED_BEFORE = re.compile(
    rf"^[（(【\[]\s*+({MARK}|[1-5]{{1,5}}|[A-Ja-jＡ-Ｊ](?:[\s、,，]*[A-Ja-jＡ-Ｊ]){{0,7}})?\s*[)）】\]]\s*(?={D}{{1,4}}\s*[.．、)）])"
)
KIND_BEFORE = re.compile(
    rf"^([（(【\[]\s*+[^（()）【】\[\]\d]{{2,8}}\s*[)）】\]])\s*(?={D}{{1,4}}\s*[.．、)）])"
)
ALONE = re.compile(rf"^({D}{{1,3}})\s*[.．、]?$")
CHINESE = re.compile(
    rf"^({CN})\s*[、.．]\s*(.*)$|^[（(]\s*({CN})\s*[)）]\s*+[、.．]?\s*(.*)$|^第\s*({CN}|\d+)\s*部分\s*+[:：]?\s*(.*)$"
)
UNIT = re.compile(
    rf"^(?:模块|模塊|专题|專題|单元|單元|项目|項目|任务|任務|Unit|Chapter|Part)\s*(?:{CN}|\d{{1,3}})"
    r"(?:\s*[:：、.]\s*|\s+)(\S.*)$"
)
CHAPTER = re.compile(
    rf"^第\s*(?:{CN}|\d{{1,3}})\s*([章编編篇卷套回单單節节讲講课課])(?:元)?[\s:：、.]?(.*)$"
)
LEVELS = {
    character: level
    for level, group in enumerate(("编編篇卷套回", "章单單讲講课課", "节節"))
    for character in group
}
NOTE = re.compile(
    r"^\s*+(?:[（(【\[].*[)）】\]]\s*[。.]?|[:：，,。；;].*|共.*题.*|\d+\s*[题題].*|[。.]?)$"
)
DRESSED = re.compile(
    r"^(?:#{1,6}\s+(.+?)\s*#*|[-=*~]{2,}\s*(.+?)\s*[-=*~]{2,}|【\s*([^【】]{2,20})\s*】|\*\*(.+)\*\*)$"
)
ASKED = re.compile(r"^[题題]?\s*[:：]\s*(?![^\n]*[题題分])\S")
"""Behind a number and a kind: what is asked, and no note on points."""
PERCENT = re.compile(r"(?<![\s\d])\s*\d{1,3}%\s*$")


@dataclass(frozen=True, slots=True)
class Number:
    """What begins a question's line; `answer` is what stands in a bracket before it."""

    value: int | None
    style: str
    text: str
    rest: str
    answer: str = ""

    @property
    def weak(self) -> bool:
        """Followed by nothing that only a number is followed by."""
        return self.style in WEAK or (self.style == "." and self.rest[:1].isdecimal())


@dataclass(frozen=True, slots=True)
class Heading:
    """A kind, or a topic with its level; `ordinal` is the Chinese numeral's value."""

    title: str
    kind: str = ""
    points: str = ""
    level: int = 0
    ordinal: int | None = None


def number_of(text: str) -> Number | None:
    """The number at the start of a line."""
    answer = kind = ""
    answered = ANSWERED_BEFORE.match(text)
    named = KIND_BEFORE.match(text)
    if answered:
        answer, text = answered[1] or "", text[answered.end() :]
    elif named and kind_in(named[1]):
        kind, text = named[1], text[named.end() :]
    alone = ALONE.match(text)
    if alone:
        return Number(numeral(alone[1]), "alone", str(numeral(alone[1])), "")
    for style, pattern in STYLES:
        found = pattern.match(text)
        if found:
            value = numeral(_digits(found[1]))
            label = str(value) if value is not None else ""
            return Number(value, style, label, kind + text[found.end() :], answer)
    return None


def _digits(text: str) -> str:
    return re.sub(r"[().]", "", narrow(text))


def heading_of(text: str) -> Heading | None:
    """A heading by its own form; whether a bare `一、…` is one, its neighbours decide."""
    bare = PERCENT.sub("", text.strip())
    dressed = DRESSED.match(bare)
    inner = next((group for group in dressed.groups() if group), "") if dressed else bare
    chapter = CHAPTER.match(inner)
    if chapter and len(inner) <= 40 and not re.search(r"[。？?！!]", inner):
        return Heading(" ".join(inner.split()), level=1 + LEVELS.get(chapter[1], 1))
    unit = UNIT.match(inner)
    ordinal, rest = (None, unit[1]) if unit else _ordinal(inner)
    kind = _kind_alone(rest)
    if unit and not kind and len(inner) <= 40 and not re.search(r"[。？?！!]", inner):
        return Heading(" ".join(inner.split()), level=2)
    if kind:
        each = EACH.search(narrow(rest))
        return Heading(rest, kind, each[1] if each else "", ordinal=ordinal)
    if dressed and len(inner) <= 30:
        return Heading(rest or inner, level=4)
    return None


def section_of(text: str) -> Heading | None:
    """A bare `一、…` or `（一）…` as the heading of a topic."""
    found = CHINESE.match(PERCENT.sub("", text.strip()))
    if not found:
        return None
    ordinal, rest = _ordinal(text)
    if not rest or len(rest) > 30 or re.search(r"[。？?！!；;_（(]", rest):
        return None
    return Heading(rest, level=4 if found[1] or found[5] else 5, ordinal=ordinal)


def _ordinal(text: str) -> tuple[int | None, str]:
    found = CHINESE.match(text)
    if not found:
        return None, text
    number = found[1] or found[3] or found[5]
    rest = found[2] if found[1] else found[4] if found[3] else found[6]
    return numeral(number), (rest or "").strip()


def _kind_alone(text: str) -> str:
    """A kind's name, with `题` or a note behind it at most."""
    bare = re.sub(rf"^{D}{{1,2}}\s*[.．、]\s*(?=\D)", "", text.strip())
    found = KIND_WORD.match(bare)
    if not found or (bare != text.strip() and ASKED.match(bare[found.end() :])):
        return ""
    text = bare
    rest = re.sub(r"^(?:[题題]|部分|专项|專項|分析|练习|練習)*", "", text[found.end() :])
    return (
        kind_in(found[0]) if NOTE.match(rest) and (rest != text[found.end() :] or not rest) else ""
    )


def is_kind(title: str) -> str:
    """The kind that a title is nothing but the name of."""
    return _kind_alone(_ordinal(title.strip())[1])
