"""mdbook-quiz TOML: https://github.com/cognitive-engineering-lab/mdbook-quiz."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace

from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Reading, Said, Unreadable
from tiku.formats.source import Source, line_of

TABLE = re.compile(r"^[ \t]*\[\[[ \t]*questions[ \t]*\]\]", re.MULTILINE)
MAX_DOTS = 200
"""In one line: a key of a thousand parts is a thousand tables in each other."""


def read(source: Source) -> Reading:
    """The right answers come before the wrong ones: the file says nothing of their order."""
    text, problems = source.text()
    if any(
        line.count(".") > MAX_DOTS and '"' not in line[: line.find(".") + 1]
        for line in text.split("\n")
    ):
        raise Unreadable("too-large", source.place(), limit=f"{MAX_DOTS}")
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        found = re.search(r"at line (\d+)", str(error))
        raise Unreadable(
            "bad-toml", source.place(int(found[1]) if found else 1), why=str(error)
        ) from error
    listed = data.get("questions")
    questions = [own for own in listed if isinstance(own, dict)] if isinstance(listed, list) else []
    line = line_of(text)
    lines = [line(found.start()) for found in TABLE.finditer(text)]
    lines += [1] * len(questions)
    drafts = [_question(source, own, line) for own, line in zip(questions, lines, strict=False)]
    if any(draft.choices for draft in drafts):
        problems.append(doubt("choice-order-not-in-file", source.place()))
    return Reading(tuple(drafts), tuple(problems))


def _question(source: Source, own: Mapping[str, object], line: int) -> Draft:
    prompt, answer = _table(own.get("prompt")), _table(own.get("answer"))
    draft = Draft(
        place=source.place(line),
        kind="open",
        stem=_text(prompt.get("prompt")),
        given=_text(own.get("id")),
        explanation=_text(own.get("context")),
    )
    kind = own.get("type")
    if kind == "MultipleChoice":
        return _choosing(draft, prompt, answer)
    if kind == "ShortAnswer":
        accepted = [_text(answer.get("answer")), *_texts(answer.get("alternatives"))]
        kept = tuple(text for text in accepted if text)
        draft = replace(draft, kind="fill")
        return replace(draft, right=Filled((kept,))) if kept else draft.doubting("no-answer")
    return _other(draft, prompt, answer, _text(kind))


def _choosing(draft: Draft, prompt: Mapping[str, object], answer: Mapping[str, object]) -> Draft:
    right = _texts(answer.get("answer"))
    listed = _texts(prompt.get("choices"))
    choices = tuple(dict.fromkeys((*right, *_texts(prompt.get("distractors")), *listed)))
    if listed and not set(right) <= set(listed):
        draft = replace(draft, kind="single", choices=tuple(listed), found=", ".join(right))
        return draft.doubting("answer-unreadable", text=draft.found)
    draft = replace(
        draft,
        kind="multiple" if isinstance(answer.get("answer"), list) else "single",
        choices=choices,
    )
    return (
        replace(draft, right=Chosen(tuple(range(len(right)))))
        if right
        else draft.doubting("no-answer")
    )


def _other(
    draft: Draft, prompt: Mapping[str, object], answer: Mapping[str, object], kind: str
) -> Draft:
    program = _text(prompt.get("program"))
    output = (
        _text(answer.get("stdout"))
        or _text(answer.get("lineNumber"))
        or _text(answer.get("answer"))
    )
    stem = f"```\n{program}\n```" if program else draft.stem
    draft = replace(draft, stem=stem, right=Said(output) if output else None)
    return draft.doubting("kind-not-supported", text=kind)


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, (dict, list)) else str(value).strip()


def _texts(value: object) -> list[str]:
    return (
        [_text(own) for own in value]
        if isinstance(value, list)
        else [_text(value)]
        if value
        else []
    )
