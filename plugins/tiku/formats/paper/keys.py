"""Answers that stand together: `1-5 BCABB`, `6.A 7.BD`, one a line."""

import re
from dataclasses import dataclass

from tiku.formats.paper.answers import BETWEEN
from tiku.formats.paper.vocabulary import MARKS

ONE = (
    rf"(?:[A-Ja-jＡ-Ｊａ-ｊTF]|[{MARKS}]|[对對错錯]|正[确確]|[错錯][误誤]"
    r"|[（(]\s*[A-J\d]\s*[)）]|[①-⑩甲乙丙丁戊])"
)
RANGE = re.compile(
    rf"(\d{{1,4}})\s*[-—–－~～至到]+\s*(\d{{1,4}})\s*+[题題]?\s*+[:：.．、]?\s*((?:{ONE}[\s、,，;；/]*)+)"
)
SINGLE = re.compile(
    rf"(?:^|(?<=[\s;；,，、。]))[（(]?(\d{{1,3}}|\d{{4}}(?=\s*[.．、:：)）]\s*{ONE}))\s*[.．、:：)）]\s*(?!\d+\s*[分年月日])"
)
JOINT = re.compile(
    rf"^\s*(?:[（(]?\d{{1,3}}\s*+[.．、:：)）]?\s*{ONE}(?:{BETWEEN}{ONE})*[\s,，;；。]*){{2,}}$"
)
TITLE = re.compile(
    r"^(?:[一二三四五六七八九十]+\s*[、.．]\s*)?[【\[]?\s*(?:附\s*+[:：]?\s*)?(?P<whole>(?:[测測][验驗]|[选選][择擇])式?[试試]?[题題])?"
    r"(?:参考|參考|标准|標準|正[确確]|试题|試題|本卷)?(?:答案|解答|正解)"
    r"(?:[及与與和]?(?:评分标准|評分標準|解析|詳解|详解|说明|說明)|[卷表])?(?:部分)?\s*+[】\]]?\s*[:：]?$"
)
ON_ONE_LINE = re.compile(
    r"^(\S{0,6}[题題])?\s*(?:参考|參考|标准|標準)?(?:答案|解答|正解)\s*[:：]\s*(?=[（(]?\d)(\S.*)$"
)
EXPLAINED = re.compile(
    r"^(?:[一二三四五六七八九十]+\s*[、.．]\s*)?[【\[]?\s*(?:答案|试题|試題|参考|參考)?(?:解析|详解|詳解)(?:部分)?\s*+[】\]]?\s*[:：]?$"
)
LIKE_KEY = re.compile(
    rf"^\s*[（(]?\d{{1,4}}\s*(?:[-—–－~～至到]+\s*\d{{1,4}}|[.．、:：)）])\s*[题題]?[:：]?\s*(?:[【\[]?答案[】\]]?\s*+[:：]?\s*)?{ONE}"
)
PAPER_AND_KEY = 2
"""Words of a title that names the paper and calls itself its key."""
SECTION = re.compile(
    r"^(?:([一二三四五六七八九十]+)\s*[、.．]\s*|(?=\S{2,6}[题題]\s*[:：]))([^\d\s:：（(]{0,8}?)\s*(?:[（(][^（()）]*[)）])?\s*+[:：]?\s*((?:[（(]?\d{1,3}\s*[-—–－~～.．、:：)）]).*)$"
)
POINTED = re.compile(
    rf"(?:^|(?<=\s))(\d{{1,3}})(?:\t| {{1,8}}|　+)(?={ONE}{{1,8}}(?:\s|$))|^(\d{{1,3}})\t+(?=\S)"
)
"""A number with nothing but a gap behind it, as in the cells of a table."""
NUMBERS = re.compile(r"^[题題](?:号|號|目)\s*+[:：]?\s*((?:第?\d{1,3}[题題]?[\s|,，、]*){2,})$")
ANSWERS = re.compile(r"^答\s*案\s*+[:：]?\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a key says of one number."""

    number: int
    text: str
    line: int


def entries(text: str, line: int) -> list[Entry]:
    """The answers that a line of a key gives."""
    found: list[Entry] = []
    rest = text = pointed(text)
    for ranged in RANGE.finditer(text):
        first, last = int(ranged[1]), int(ranged[2])
        answers = _spread(ranged[3], last - first + 1)
        if 0 < last - first < 200 and answers:
            found += [Entry(first + at, answer, line) for at, answer in enumerate(answers)]
            rest = rest.replace(ranged[0], "\n")
    for part in rest.split("\n"):
        starts = _growing(part)
        for at, start in enumerate(starts):
            stop = starts[at + 1].start() if at + 1 < len(starts) else len(part)
            found.append(Entry(int(start[1]), part[start.end() : stop].strip(" ;；,，"), line))
    return sorted(found, key=lambda entry: entry.number) if len(found) > 1 else found


def pointed(text: str) -> str:
    """A line of a key with a point behind each number."""
    return POINTED.sub(lambda number: f"{number[1] or number[2]}. ", text)


def _growing(text: str) -> list[re.Match[str]]:
    """The numbers of a line that go up, in the style of the first: others belong to an answer."""
    starts: list[re.Match[str]] = []
    for start in SINGLE.finditer(text):
        same = not starts or (start[0].strip()[0] in "（(") == (starts[0][0].strip()[0] in "（(")
        if same and (not starts or int(start[1]) > int(starts[-1][1])):
            starts.append(start)
    return starts


def _spread(text: str, count: int) -> list[str]:
    """One answer each: a letter each, or groups apart from each other."""
    groups = [group for group in re.split(r"[\s、,，;；/]+", text) if group]
    if len(groups) == count:
        return groups
    single = re.findall(ONE, text)
    return single if len(single) == count else []


def joint(text: str) -> bool:
    """Whether an answer's text is several questions' answers."""
    return bool(JOINT.match(text) or RANGE.match(text.strip())) and len(entries(text, 0)) > 1


def numbers_of_table(text: str) -> list[int]:
    """The numbers of a key that is a table."""
    found = NUMBERS.match(text.strip())
    return [int(number) for number in re.findall(r"\d+", found[1])] if found else []


def table(numbers: list[int], following: str, line: int) -> list[Entry]:
    """The answers in the line below; nothing where they are not as many."""
    found = ANSWERS.match(following.strip())
    given = _spread(found[1], len(numbers)) if found else []
    return [Entry(number, answer, line) for number, answer in zip(numbers, given, strict=False)]


def begins_key(text: str, following: str, behind: str) -> bool:
    """Whether a line is the title of a key and not the label of one answer.

    `following` is the next line, `behind` the one after it where that next line names a kind.
    """
    words = text.split()
    title = words[-1] if len(words) == PAPER_AND_KEY and not words[0][0].isdecimal() else text
    found = TITLE.match(title.strip())
    if not found:
        return False
    label = text.strip().endswith((":", "："))
    if found["whole"] and not label:
        return True
    return like_key(following) or (bool(behind) and (not label or like_key(behind)))


def like_key(text: str) -> bool:
    """Whether a line begins as those of keys do."""
    bare = pointed(text.strip())
    return NUMBERS.match(bare) is not None or any(
        pattern.match(bare) for pattern in (LIKE_KEY, RANGE, SECTION)
    )
