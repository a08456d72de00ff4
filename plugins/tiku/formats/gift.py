"""GIFT: https://docs.moodle.org/en/GIFT_format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tiku.formats import weights
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft, Paired, Reading, Truth
from tiku.formats.markup import escaped, markdown
from tiku.formats.media import doubted, pictures
from tiku.formats.source import Source
from tiku.formats.weights import Weighed
from tiku.model.problem import Problem

SIGNS = "~=#{}:\\"
HIDDEN = {f"\\{sign}": chr(0xFDD0 + at) for at, sign in enumerate(SIGNS)}
SHOWN = {hidden: escape[1] for escape, hidden in HIDDEN.items()}
ESCAPE = re.compile(r"\\([~=#{}:\\n])")
TITLE = re.compile(r"^\s*::(.*?)::", re.DOTALL)
FORM = re.compile(r"^\s*\[(html|moodle|plain|markdown)\]")
WEIGHT = re.compile(r"^\s*%(-?\d+(?:\.\d+)?)%")
JUDGED = re.compile(r"^\s*(T|TRUE|F|FALSE)\s*+(?:#([^#]*))?(?:#(.*))?$", re.DOTALL | re.IGNORECASE)
CONTEXT = re.compile(r"^(?:\$[\w$]*\$|top|Default for .*)$")
ABOUT = re.compile(r"\[(id|tag):([^\]]*)\]")


@dataclass(slots=True)
class _Block:
    line: int
    text: list[str] = field(default_factory=list)
    given: str = ""
    tags: tuple[str, ...] = ()
    topic: str = ""

    def answered(self) -> bool:
        """Whether its answers are behind us: no question has braces twice."""
        return any("{" in line for line in self.text)


def read(source: Source) -> Reading:
    """Questions are apart by empty lines."""
    text, problems = source.text()
    drafts: list[Draft] = []
    for block in _blocks(text, problems, source):
        written = "\n".join(block.text)
        if "{" not in written:
            shown = _shown(FORM.sub("", TITLE.sub("", written))).strip()
            problems.append(doubt("description-skipped", source.place(block.line), text=shown[:40]))
        else:
            drafts.append(_question(source, block, written))
    return Reading(tuple(drafts), tuple(problems))


def _blocks(text: str, problems: list[Problem], source: Source) -> Iterator[_Block]:
    topic, block, about = "", None, _Block(0)
    depth = 0
    lines = [_hidden(line) for line in (*text.split("\n"), "")]
    for number, (hidden, closes) in enumerate(zip(lines, _closes(lines), strict=True), 1):
        if hidden.lstrip().startswith("//"):
            _note(about, hidden)
            continue
        if hidden.startswith("$CATEGORY:"):
            topic = _category(hidden.partition(":")[2])
            continue
        empty = not hidden.strip()
        ended = empty and depth == 0
        begins = TITLE.match(hidden) and not hidden.startswith(" ")
        broken = depth > 0 and (begins or (empty and not closes))
        again = block is not None and depth == 0 and "{" in hidden and block.answered()
        if block is not None and (ended or broken or again):
            if broken:
                problems.append(doubt("unclosed-brace", source.place(block.line)))
            yield block
            block, depth = None, 0
        if hidden.strip():
            if block is None:
                block = _Block(number, given=about.given, tags=about.tags, topic=topic)
                about = _Block(0)
            block.text.append(hidden)
            depth = max(depth + hidden.count("{") - hidden.count("}"), 0)
    if block is not None:
        problems.append(doubt("unclosed-brace", source.place(block.line)))
        yield block


def _closes(lines: list[str]) -> list[bool]:
    """Whether the next brace below each line ends what is open there."""
    found, closes = [], False
    for line in reversed(lines):
        found.append(closes)
        braces = line.replace("}", "{").find("{")
        closes = line[braces] == "}" if braces >= 0 else closes
    return list(reversed(found))


def _note(about: _Block, line: str) -> None:
    for name, value in ABOUT.findall(_shown(line)):
        if name == "id":
            about.given = value.strip()
        else:
            about.tags = (*about.tags, value.strip())


def _category(path: str) -> str:
    names = [_shown(name).strip() for name in path.split("/")]
    return "/".join(name for name in names if name and not CONTEXT.match(name))


def _hidden(text: str) -> str:
    return ESCAPE.sub(lambda found: "\ue100" if found[1] == "n" else HIDDEN[found[0]], text)


def _shown(text: str) -> str:
    return "".join(SHOWN.get(sign, "\n" if sign == "\ue100" else sign) for sign in text)


def _text(text: str, form: str) -> str:
    own = FORM.match(text)
    form = own[1] if own else form
    bare = _shown(FORM.sub("", text)).strip()
    if form == "html":
        return markdown(bare)
    return bare if form == "markdown" else escaped(bare)


def _question(source: Source, block: _Block, written: str) -> Draft:
    title = TITLE.match(written)
    rest = written[title.end() :] if title else written
    form = FORM.match(rest)
    own = form[1] if form else "moodle"
    before, _, behind = FORM.sub("", rest).partition("{")
    inside, _, after = behind.partition("}")
    inside, _, general = inside.partition("####")
    stem = f"{before}____{after}" if after.strip() else before
    draft = Draft(
        place=source.place(block.line),
        kind="open",
        stem=_text(stem, own),
        given=block.given,
        topic=block.topic,
        tags=block.tags,
        explanation=_text(general, own),
        unknown=(("name", _shown(title[1]).strip()),) if title and title[1].strip() else (),
    )
    draft = _answered(draft, inside, own)
    return doubted(draft, pictures(draft))


def _answered(draft: Draft, inside: str, form: str) -> Draft:
    judged = JUDGED.match(inside)
    if not inside.strip():
        return draft.doubting("no-answer")
    if judged:
        return _true_false(draft, judged, form)
    if inside.lstrip().startswith("#"):
        return _numeric(draft, inside.lstrip()[1:], form)
    options = _options(inside, form)
    if not options:
        return replace(draft, found=_shown(inside).strip()).doubting(
            "answer-unreadable", text=_shown(inside).strip()[:40]
        )
    if any("->" in own.text for sign, own in options if sign == "=") and all(
        sign == "=" for sign, _ in options
    ):
        return _matching(draft, options, form)
    if any(sign == "~" for sign, _ in options):
        return _choosing(draft, options)
    return weights.accepted(draft, [own for _, own in options])


def _true_false(draft: Draft, judged: re.Match[str], form: str) -> Draft:
    said = {"wrong": judged[2], "right": judged[3]}
    return replace(
        draft,
        kind="true-false",
        right=Truth(judged[1].upper().startswith("T")),
        feedback={name: _text(text, form) for name, text in said.items() if text and text.strip()},
    )


def _options(inside: str, form: str) -> list[tuple[str, Weighed]]:
    parts = re.split(r"([=~])", inside)
    found = []
    for sign, part in zip(parts[1::2], parts[2::2], strict=True):
        weight = WEIGHT.match(part)
        worth = float(weight[1]) if weight else 100.0 if sign == "=" else 0.0
        text, _, said = part[weight.end() if weight else 0 :].partition("#")
        found.append(
            (
                sign,
                Weighed(
                    _text(text, form) if sign == "~" or "~" in inside else _shown(text).strip(),
                    worth,
                    _text(said, form),
                ),
            )
        )
    return found


def _choosing(draft: Draft, options: list[tuple[str, Weighed]]) -> Draft:
    equal = sum(sign == "=" and own.weight >= 100 for sign, own in options)
    part = sum(own.weight > 0 for _, own in options)
    return weights.chosen(draft, [own for _, own in options], single=equal > 0 or part < 2)


def _matching(draft: Draft, options: list[tuple[str, Weighed]], form: str) -> Draft:
    sides = [own.text.split("->", 1) for _, own in options]
    pairs = [(_text(left.strip(), form), "".join(right).strip()) for left, *right in sides]
    own = tuple(pair for pair in pairs if pair[0])
    extra = tuple(right for left, right in pairs if not left and right)
    return replace(draft, kind="matching", right=Paired(own, extra))


def _numeric(draft: Draft, inside: str, form: str) -> Draft:
    draft = replace(draft, kind="numeric")
    if not inside.lstrip().startswith("="):
        bare, _, said = inside.partition("#")
        return _one_number(replace(draft, explanation=draft.explanation or _text(said, form)), bare)
    answers = []
    for _, own in _options(inside, form):
        value, _, tolerance = own.text.partition(":")
        answers.append(replace(own, text=value.strip(), tolerance=tolerance.strip()))
    if len(answers) == 1 and ".." in answers[0].text:
        return _one_number(draft, answers[0].text)
    return weights.measured(draft, answers)


def _one_number(draft: Draft, text: str) -> Draft:
    bare = _shown(text).strip()
    least, between, most = bare.partition("..")
    if between:
        found = weights.ranged(least, most)
        return (
            replace(draft, right=found)
            if found
            else replace(draft, found=bare).doubting("answer-unreadable", text=bare)
        )
    value, _, tolerance = bare.partition(":")
    return weights.measured(draft, [Weighed(value.strip(), 100.0, tolerance=tolerance.strip())])
