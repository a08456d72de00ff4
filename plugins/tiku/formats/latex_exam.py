"""LaTeX's exam class: https://ctan.org/pkg/exam. Nothing is run, no file is included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tiku.formats import weights
from tiku.formats.draft import Chosen, Draft, Filled, Reading, Said
from tiku.formats.source import Source, line_of

COMMENT = re.compile(r"(?<!\\)%.*$", re.MULTILINE)
TOKEN = re.compile(
    r"\\begin\{(\w+)\*?\}(?:\[[^\]]*\])?|\\end\{(\w+)\*?\}"
    r"|\\(question|titledquestion|part|subpart|choice|[Cc]orrect[Cc]hoice|fillin|answerline|section|subsection|chapter)\b\*?"
)
CHOICES = ("choices", "checkboxes", "oneparchoices", "oneparcheckboxes")
SOLUTIONS = (
    "solution",
    "solutionorlines",
    "solutionorbox",
    "solutionordottedlines",
    "solutionorgrid",
)
SECTIONS = ("section", "subsection", "chapter")
LEFT_OUT = re.compile(
    r"\\(?:vspace|hspace|vfill|hfill|newpage|pagebreak|clearpage|noindent|par|bigskip|medskip|smallskip|makeemptybox|fillwith\w+|droppoints|label|header|footer)\*?(?:\{[^{}]*\})?(?:\[[^\]]*\])?"
)
WRAPPED = re.compile(r"\\(textbf|emph|textit|underline|text|textrm|texttt|mbox|textsf)\{([^{}]*)\}")
MATH = re.compile(r"\$\$?[^$]*\$\$?|\\\((?:(?!\\[()]).)*\\\)|\\\[(?:(?!\\[\[\]]).)*\\\]", re.DOTALL)
SPACE = re.compile(r"\\[,;:! ]|~|\\quad|\\qquad")
NUMERAL = re.compile(r"^[一二三四五六七八九十]+\s*[、.．]\s*")
KIND_ONLY = re.compile(
    r"^(?:选择|单选|多选|判断|填空|简答|问答|计算|論述|论述|選擇|單選|多選|是非|簡答)\S{0,4}$"
)
MARKDOWN = {"textbf": "**", "emph": "*", "textit": "*"}


@dataclass(slots=True)
class _Question:
    line: int
    number: str
    points: Decimal | None
    topic: str
    stem: str = ""
    material: str = ""
    choices: list[str] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    boxes: bool = False
    blanks: list[str] = field(default_factory=list)
    solution: str = ""
    parts: bool = False


def read(source: Source) -> Reading:
    """Questions and their parts."""
    text, problems = source.text()
    reader = _Reader(source, COMMENT.sub("", text))
    drafts = [_draft(source, own) for own in reader.questions() if not own.parts]
    return Reading(tuple(drafts), tuple(problems))


class _Reader:
    """Goes through the commands; the text between two belongs to the one before."""

    def __init__(self, source: Source, text: str) -> None:
        self.source, self.text = source, text
        self.line = line_of(text)
        self.list: list[_Question] = []
        self.parent: _Question | None = None
        self.count = self.letter = 0
        self.topic: list[str] = []
        self.into = ""
        self.inside: list[str] = []

    def questions(self) -> list[_Question]:
        at = max(self.text.find("\\begin{questions}"), 0)
        while found := TOKEN.search(self.text, at):
            self._add(self.text[at : found.start()])
            at = self._take(found)
        self._add(self.text[at:])
        return self.list

    def _take(self, found: re.Match[str]) -> int:
        begins, ends, command = found.groups()
        after = found.end()
        if begins:
            self._begin(begins)
        elif ends:
            self._end(ends)
        elif command in SECTIONS:
            title, after = _braced(self.text, after)
            self._section(command, _plain(title))
        elif command in ("question", "titledquestion", "part", "subpart"):
            if command == "titledquestion":
                _, after = _braced(self.text, after)
            points, after = _bracketed(self.text, after)
            self._question(command, points, found.start())
        elif command == "fillin":
            answer, after = _bracketed(self.text, after)
            _, after = _bracketed(self.text, after)
            self._blank(_plain(answer))
        elif command == "answerline":
            answer, after = _bracketed(self.text, after)
            self._answer(_plain(answer))
        elif self.list:
            self.list[-1].right += (
                [len(self.list[-1].choices)] if command.lower() == "correctchoice" else []
            )
            self.list[-1].choices.append("")
            self.into = "choice"
        return after

    def _begin(self, name: str) -> None:
        self.inside.append(name)
        if name in SOLUTIONS:
            self.into = "solution"
        elif name in CHOICES and self.list:
            self.list[-1].boxes = "box" in name
        elif name == "parts" and self.list:
            self.parent, self.letter = self.list[-1], 0
            self.parent.parts = True

    def _end(self, name: str) -> None:
        if name in self.inside:
            self.inside.remove(name)
        if name in SOLUTIONS or name in CHOICES:
            self.into = (
                "stem"
                if name in SOLUTIONS and self.list and not self.list[-1].choices
                else "behind"
            )
        elif name in ("parts", "questions"):
            self.parent = None if name == "parts" else self.parent
            self.into = "behind"

    def _section(self, command: str, title: str) -> None:
        bare = NUMERAL.sub("", title).strip()
        level = SECTIONS.index(command) if command != "chapter" else -1
        kept = self.topic[:1] if level == 1 else []
        self.topic = [*kept, *([] if not bare or KIND_ONLY.match(bare) else [bare])]
        self.into = "behind"

    def _question(self, command: str, points: str, start: int) -> None:
        line = self.line(start)
        value = weights.number(points) if points else None
        part = command in ("part", "subpart") and self.parent is not None
        if part:
            self.letter += 1
            number = f"{self.count}({chr(96 + min(self.letter, 26))})"
        else:
            self.count += 1
            self.parent = None
            number = str(self.count)
        own = _Question(line, number, value, "/".join(self.topic))
        if part and self.parent:
            own.material = self.parent.stem
        self.list.append(own)
        self.into = "stem"

    def _blank(self, answer: str) -> None:
        if self.list:
            self.list[-1].blanks.append(answer)
            self.list[-1].stem += "____"

    def _answer(self, answer: str) -> None:
        if self.list and answer and not self.list[-1].solution:
            self.list[-1].solution = answer

    def _add(self, text: str) -> None:
        if not self.list or not text.strip():
            return
        own = self.list[-1]
        if self.into == "choice" and own.choices:
            own.choices[-1] += text
        elif self.into == "solution":
            own.solution += text
        elif self.into == "stem":
            own.stem += text


def _braced(text: str, at: int) -> tuple[str, int]:
    return _between(text, at, "{", "}")


def _bracketed(text: str, at: int) -> tuple[str, int]:
    return _between(text, at, "[", "]")


def _between(text: str, at: int, opens: str, closes: str) -> tuple[str, int]:
    """An argument right here, with brackets inside it; empty where there is none."""
    if text[at : at + 1] != opens:
        return "", at
    depth = 0
    for stop in range(at, min(at + 2000, len(text))):
        depth += (text[stop] == opens) - (text[stop] == closes)
        if depth == 0:
            return text[at + 1 : stop], stop + 1
    return "", at + 1


def _plain(text: str) -> str:
    """LaTeX as Markdown; mathematics stays as it is."""
    return "".join(_pieces(text)).strip()


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for found in MATH.finditer(text):
        yield _words(text[at : found.start()])
        yield found[0]
        at = found.end()
    yield _words(text[at:])


def _words(text: str) -> str:
    text = LEFT_OUT.sub("", text)
    for _ in range(3):
        text = WRAPPED.sub(
            lambda found: f"{(sign := MARKDOWN.get(found[1], ''))}{found[2]}{sign}", text
        )
    text = SPACE.sub(" ", text.replace("\\\\", "\n").replace("\\newline", "\n"))
    text = re.sub(r"\\([%&_#$ {}])", r"\1", text)
    text = (
        text.replace("``", "“")
        .replace("''", "”")
        .replace("\\textbackslash", "\\")
        .replace("\\ldots", "…")
    )
    lines = [line.strip() for line in text.split("\n")]
    joined = (
        re.sub(r"(?<!\n)\n(?!\n)", "", "\n".join(lines)) if _chinese(text) else "\n".join(lines)
    )
    bare = re.sub(r"\n{2,}", "\n", joined)
    lead = " " if text[:1].isspace() and text.strip() and text[0] != "\n" else ""
    return lead + bare.strip("\n") + (" " if text[-1:] == " " else "")


def _chinese(text: str) -> bool:
    return any("一" <= sign <= "鿿" for sign in text)


def _draft(source: Source, own: _Question) -> Draft:
    draft = Draft(
        place=source.place(own.line),
        kind="open",
        stem=_plain(own.stem),
        number=own.number,
        choices=tuple(map(_plain, own.choices)),
        material=_plain(own.material),
        topic=own.topic,
        points=own.points.normalize() if own.points else None,
    )
    solution = _plain(own.solution)
    if draft.choices:
        return _choosing(replace(draft, explanation=solution), own)
    if own.blanks:
        draft = replace(draft, kind="fill", explanation=solution)
        filled = Filled(tuple((blank,) if blank else () for blank in own.blanks))
        return replace(draft, right=filled) if all(own.blanks) else draft.doubting("no-answer")
    return replace(draft, right=Said(solution)) if solution else draft.doubting("no-answer")


def _choosing(draft: Draft, own: _Question) -> Draft:
    several = own.boxes or len(own.right) > 1
    draft = replace(draft, kind="multiple" if several and len(own.right) != 1 else "single")
    if not own.right:
        return draft.doubting("no-answer")
    return weights.judged(replace(draft, right=Chosen(tuple(own.right))))
