"""r/exams exercises in R Markdown and Sweave: https://www.r-exams.org/intro/dynamic/."""

import re
from dataclasses import replace
from decimal import Decimal

from tiku.formats import weights
from tiku.formats.draft import Chosen, Draft, Filled, Measured, Reading, Said
from tiku.formats.source import Source

SECTION = re.compile(
    r"^(Question|Solution|Answerlist|Meta-information)\s*\n(?:=|-){3,}\s*$", re.MULTILINE
)
SWEAVE = (
    (re.compile(r"^<<[^\n]*>>=$.*?^@$", re.MULTILINE | re.DOTALL), ""),
    (re.compile(r"\\begin\{question\}"), "\nQuestion\n===="),
    (re.compile(r"\\begin\{solution\}"), "\nSolution\n===="),
    (re.compile(r"\\begin\{answerlist\}"), "\nAnswerlist\n----"),
    (re.compile(r"\\end\{(?:question|solution|answerlist)\}"), ""),
    (re.compile(r"^[^\S\n]*+\\item\b", re.MULTILINE), "*"),
    (re.compile(r"\\Sexpr\{[^{}]*\}"), "`r -`"),
    (re.compile(r"\\(ex\w+)\{([^{}]*)\}"), r"\n\1: \2"),
    (re.compile(r"^(?=exname: )", re.MULTILINE), "\nMeta-information\n====\n"),
)
"""The marks of Sweave -> those of R Markdown."""
CHUNK = re.compile(r"^```\{r[^}]*\}.*?^```\s*$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`r\s[^`]*`")
META = re.compile(r"^(ex\w+)\s*:\s*(.*)$", re.MULTILINE)
ITEM = re.compile(r"^[*-]\s+")
VERDICT = re.compile(
    r"^(?:True|False|Right|Wrong|Correct|正确|错误|对|错)\s*+[.。:：]?\s*", re.IGNORECASE
)


def read(source: Source) -> Reading:
    """One exercise a file; what R would reckon is not reckoned."""
    text, problems = source.text()
    if "\\begin{question}" in text:
        for mark, ours in SWEAVE:
            text = mark.sub(ours, text)
    parts = _parts(CHUNK.sub(lambda found: "\n" * found[0].count("\n"), text))
    meta = {
        name.lower(): value.strip()
        for name, value in META.findall(parts.get("Meta-information", (0, ""))[1])
    }
    if "Question" not in parts:
        return Reading(problems=tuple(problems))
    line, stem = parts["Question"]
    draft = Draft(
        place=source.place(line),
        kind="open",
        stem=stem,
        choices=tuple(_list(parts.get("Question/Answerlist", (0, ""))[1])),
        explanation=parts.get("Solution", (0, ""))[1],
        topic=meta.get("exsection", ""),
        points=_points(meta.get("expoints", "")),
        unknown=(("exname", meta["exname"]),) if meta.get("exname") else (),
        given=meta.get("exname", ""),
    )
    if INLINE.search(draft.stem):
        draft = draft.doubting("code-not-run")
    notes = [VERDICT.sub("", note) for note in _list(parts.get("Solution/Answerlist", (0, ""))[1])]
    draft = replace(
        draft, feedback={str(at): note for at, note in enumerate(notes) if note.strip()}
    )
    return Reading((_answered(draft, meta),), tuple(problems))


def _parts(text: str) -> dict[str, tuple[int, str]]:
    """Section -> (line, text); an answer list goes below the section before it."""
    found = list(SECTION.finditer(text))
    parts: dict[str, tuple[int, str]] = {}
    above = ""
    for at, section in enumerate(found):
        stop = found[at + 1].start() if at + 1 < len(found) else len(text)
        name = f"{above}/Answerlist" if section[1] == "Answerlist" else section[1]
        above = above if section[1] == "Answerlist" else section[1]
        body = text[section.end() : stop]
        line = text[: section.end() + len(body) - len(body.lstrip())].count("\n") + 1
        parts[name] = (line, body.strip())
    return parts


def _list(text: str) -> list[str]:
    items: list[str] = []
    for line in text.split("\n"):
        if ITEM.match(line):
            items.append(ITEM.sub("", line).strip())
        elif items and line.strip():
            items[-1] += f"\n{line.strip()}"
    return items


def _points(text: str) -> Decimal | None:
    value = weights.number(text) if text else None
    return value.normalize() if value else None


def _answered(draft: Draft, meta: dict[str, str]) -> Draft:
    kind, solution = meta.get("extype", ""), meta.get("exsolution", "")
    if kind in ("schoice", "mchoice"):
        return _choosing(draft, kind, solution)
    if kind == "num":
        value = weights.number(solution)
        tolerance = weights.number(meta.get("extol", "0")) or Decimal(0)
        draft = replace(draft, kind="numeric")
        return (
            replace(draft, right=Measured(value, tolerance))
            if value is not None
            else _unreadable(draft, solution)
        )
    if kind == "string" and solution and solution.lower() != "nil":
        short = len(solution) <= 40
        right = Filled(((solution,),)) if short else Said(solution)
        return replace(draft, kind="fill" if short else "open", right=right)
    if kind in ("string", "essay"):
        return draft.doubting("no-answer")
    return replace(draft, found=solution).doubting("kind-not-supported", text=kind or "extype")


def _choosing(draft: Draft, kind: str, solution: str) -> Draft:
    bits = re.sub(r"[\s|]", "", solution)
    draft = replace(draft, kind="single" if kind == "schoice" else "multiple")
    if not re.fullmatch("[01]+", bits) or len(bits) != len(draft.choices):
        return _unreadable(draft, solution)
    right = tuple(at for at, bit in enumerate(bits) if bit == "1")
    if not right:
        return draft.doubting("no-answer")
    if kind == "schoice" and len(right) > 1:
        return replace(draft, found=solution).doubting("kind-conflict")
    return weights.judged(replace(draft, right=Chosen(right)))


def _unreadable(draft: Draft, solution: str) -> Draft:
    return replace(draft, found=solution).doubting(
        "answer-unreadable" if solution else "no-answer", text=solution
    )
