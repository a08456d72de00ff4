"""What words in front of a text say of it: answer, explanation, kind, points."""

import re

from tiku.formats.paper.raw import Raw
from tiku.formats.paper.vocabulary import (
    ANSWER_BEHIND,
    BARE_ANSWER,
    BARE_EXPLANATION,
    KIND_WORD,
    LABEL,
    SHORT_ANSWER,
    kind_in,
    narrow,
)

MARKED_KIND = re.compile(r"^\s*[（(【\[]\s*+([^（）()【】\[\]]{1,24}?)\s*[)）】\]]\s*")
KIND_BEHIND = re.compile(r"(?<!\s)\s*[（(【\[]\s*+([^（）()【】\[\]]{1,8}?)\s*[)）】\]]\s*$")
NAMED_KIND = re.compile(
    r"^\s*(?:单选题|多选题|判断题|填空题|简答题|單選題|多選題|單一選擇題|複選題|是非題|單選|複選)\s*[:：.、]\s*"
)
STARS = re.compile(r"^(?:\*+|[•·●■▲◆])\s*")


def labels(text: str) -> list[tuple[int, int, str]]:
    """(start, stop, name) of the labels in a line."""
    found = []
    for match in LABEL.finditer(text):
        name = (match.lastgroup or "")[2:]
        if (
            name in ("unknown", "points", "hint", "topic", "difficulty")
            and match.start()
            and not _apart(text, match.start())
        ):
            continue
        found.append((match.start(), match.end(), name))
    short = SHORT_ANSWER.match(text) or ANSWER_BEHIND.search(text)
    if not found and short:
        found.append((short.start(), short.end(), "answer"))
    explained = BARE_EXPLANATION.match(text) if not found else None
    if explained:
        found.append((0, explained.end(), "explanation"))
    bare = None if any(name == "answer" for _, _, name in found) else BARE_ANSWER.search(text)
    if bare:
        found.append((bare.start(), bare.start("rest"), "answer"))
    return sorted(found)


def _apart(text: str, start: int) -> bool:
    """Only behind a gap or a bracket: these words also occur in sentences."""
    return text[start] in "【[〔［" or text[start - 1].isspace() or text[start - 1] in "】。；;"


def without_marks(question: Raw, text: str) -> str:
    """Kind and points in brackets before or behind a stem."""
    text = STARS.sub("", text)
    named = NAMED_KIND.match(text)
    if named:
        question.kind, text = kind_in(named[0]), text[named.end() :]
    while True:
        found = MARKED_KIND.match(text)
        if not found or not names_kind(found[1]):
            break
        question.kind = question.kind or kind_in(found[1])
        points = re.search(r"(?<!\d)(\d+(?:\.\d+)?)\s*分", narrow(found[1]))
        question.points = points[1] if points and not question.points else question.points
        text = text[found.end() :]
    behind = KIND_BEHIND.search(text)
    if behind and names_kind(behind[1]) and kind_in(behind[1]):
        question.kind, text = kind_in(behind[1]), text[: behind.start()]
    return text


def names_kind(text: str) -> bool:
    """`单选题, 10.0 分`, `10分`, `多选`: a kind, points, or both, and nothing else."""
    bare = re.sub(r"(?<!\d)\d+(?:\.\d+)?\s*分|[,，、;；:：.\s]|[题題]", "", narrow(text))
    found = KIND_WORD.fullmatch(bare)
    return found is not None or (not bare and "分" in text)
