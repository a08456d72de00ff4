"""Lines of Respondus, ExamView and Obsidian -> lines as papers have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tiku.formats.paper.line import Line

PARTS = (("解析", "Explanation"), ("答案", "Answer", "success"), ("提示", "Hint", "hint"))
"""The names of what is folded below a title; the first is its label."""
LONGEST_TITLE = 40
"""Of what is folded, as `<summary>` names it; a longer one is asked."""
RESPONDUS = re.compile(r"^Type:\s*+([A-Z]{1,3})$")
TYPES = {
    "MC": "单选题",
    "MA": "多选题",
    "MR": "多选题",
    "TF": "判断题",
    "E": "简答题",
    "F": "填空题",
    "FB": "填空题",
}
"""What Respondus calls the kind of the question below."""
WRITTEN = ("E", "F", "FB")
ANSWER_OF_IT = re.compile(r"^\*?([a-z])[.)]\s+(?=\S)")
LEFT_OUT = re.compile(r"^(?:Title|Points)\s*+:|^[@~]\s*+\S")
CALLOUT = re.compile(r"^[> \t]{1,12}\[!([A-Za-z]+)\][+-]?\s*+(.*)$")
"""`> [!question] …`, as Obsidian writes an admonition."""
ASKING = ("question", "quiz", "faq", "help")
EXAMVIEW = (
    (re.compile(r"^_{2,8}\s+(?=\d{1,4}\.\s)"), ""),
    (re.compile(r"^(\d{1,4}\.)\s+ANS:\s+(?=[A-JTF]\s+PTS:)"), r"\1 "),
    (re.compile(r"^Answer Section$"), "答案"),
    (re.compile(r"(?<!\s)\s+PTS:\s+"), "　分值："),
    (re.compile(r"(?<!\s)\s+DIF:\s+"), "　难度："),
    (re.compile(r"(?:^|(?<!\s)\s+)(?:REF|OBJ|TOP|KEY|MSC|NAT|STA|LOC):\s+"), "　备注："),
)
"""ExamView's blank before a question, and what its key says behind answers."""


def of_programs(lines: list[Line]) -> list[Line]:
    """Each by a sign that no other paper has."""
    called = (CALLOUT.match(line.text) for line in lines)
    if any(found and found[1].lower() in ASKING for found in called):
        return [replace(line, text=_of_obsidian(line.text)) for line in lines]
    if any(EXAMVIEW[1][0].match(line.text.strip()) for line in lines):
        return [lines[0], *(_of_examview(line, lines[0].text) for line in lines[1:])]
    return list(_of_respondus(lines))


def label_of(title: str) -> str:
    """What is folded below a title; empty where the title says nothing of it."""
    named = (names[0] for names in PARTS if any(name in title for name in names))
    return next(named, "") if len(title) <= LONGEST_TITLE else ""


def _of_obsidian(text: str) -> str:
    found = CALLOUT.match(text)
    if found is None:
        return text.lstrip("> \t") if text.startswith(">") else text
    kind, title = found[1].lower(), found[2].strip()
    label = label_of(title) or label_of(kind)
    return f"題目：{title}" if kind in ASKING else f"{label}：" if label else title


def _of_respondus(lines: Sequence[Line]) -> Iterator[Line]:
    """What stands below an essay or a blank as `a.` is its answer, and no choice; titles, points
    and feedback have no place in a paper and are told."""
    kind, left = "", ""
    for line in lines:
        found = RESPONDUS.match(line.text.strip())
        kind = found[1] if found else kind
        if kind and LEFT_OUT.match(line.text):
            left = f"{left} {line.text}".strip()
        else:
            told = line.text.strip() and left and not found
            doubts = (("stray-line", left),) if told else ()
            left = "" if told else left
            yield replace(line, text=_respondus(line.text, kind), doubts=doubts)
    if left:
        yield replace(lines[-1], text=f"备注：{left}")


def _respondus(text: str, kind: str) -> str:
    if RESPONDUS.match(text.strip()) and kind in TYPES:
        return f"题型：{TYPES[kind]}"
    answer = ANSWER_OF_IT.match(text) if kind in WRITTEN else None
    label = "答案：" if answer and answer[1] == "a" else ""
    return f"{label}{text[answer.end() :]}" if answer else text


def _of_examview(line: Line, title: str) -> Line:
    """Its title stands above the key again."""
    text = "" if line.text == title else line.text.strip()
    for sign, meant in EXAMVIEW:
        text = sign.sub(meant, text)
    return replace(line, text=text)
