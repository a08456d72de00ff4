"""A paper in plain words: sections by kind, numbers, letters, and what the answers are.

What the writers of text, Markdown and documents share.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from tiku.formats.writers.exported import Bundle, Exported, Material
from tiku.locales.catalogue import Words
from tiku.model import KINDS

NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Part:
    """Questions under one heading, or about one case."""

    heading: str
    questions: tuple[Exported, ...]
    case: Material | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The parts of a topic, or of a paper."""

    title: str
    parts: tuple[Part, ...]


def chapters(bundle: Bundle) -> Iterator[Chapter]:
    """By topic, then by kind; a paper keeps its sections."""
    if bundle.paper:
        groups = groupby(bundle.questions, key=lambda q: q.section)
        yield Chapter("", tuple(p for title, g in groups for p in _section(title, list(g))))
        return
    by_topic: dict[str, list[Exported]] = {}
    for question in bundle.questions:
        by_topic.setdefault(question.topic, []).append(question)
    for questions in by_topic.values():
        yield Chapter(questions[0].topic_title, tuple(_by_kind(questions, bundle.words)))


def _section(title: str, questions: list[Exported]) -> Iterator[Part]:
    for case, group in _by_case(questions):
        yield Part(title, tuple(group), case)
        title = ""


def _by_kind(questions: list[Exported], words: Words) -> Iterator[Part]:
    names = words.group("labels.kinds")
    alone = [question for question in questions if not question.case]
    for kind in KINDS:
        if found := [question for question in alone if question.kind == kind]:
            yield Part(names[kind], tuple(found))
    heading = names["case"]
    for case, group in _by_case([question for question in questions if question.case]):
        yield Part(heading, tuple(group), case)
        heading = ""


def _by_case(questions: list[Exported]) -> Iterator[tuple[Material | None, list[Exported]]]:
    for _, group in groupby(questions, key=lambda q: q.case.id if q.case else ""):
        listed = list(group)
        yield listed[0].case, listed


def heading(number: int, title: str, words: Words) -> str:
    """Numbered as the language counts its headings."""
    spoken = _numeral(number) if words.language.startswith("zh") else number
    return words("export.section", number=spoken, title=title)


def _numeral(number: int) -> str:
    """1 -> 一, 12 -> 十二."""
    if number <= 10:
        return NUMERALS[number - 1]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else NUMERALS[tens - 1]) + "十" + (NUMERALS[ones - 1] if ones else "")


def letters(question: Exported) -> str:
    """ABD, or of an ordering question the order."""
    own = [question.letter(choice.id) for choice in question.right]
    return "".join(own if question.kind == "ordering" else sorted(own))


def answer(question: Exported, words: Words) -> str:
    """As a key says it; of an open question the model answer."""
    if question.kind == "matching":
        pairs = enumerate(question.prompts, 1)
        return words.join((f"{n}-{question.letter(p.choice)}" for n, p in pairs), "parts")
    if question.choices:
        return letters(question)
    if question.truth is not None:
        return words(f"labels.verdicts.{str(question.truth).lower()}")
    if question.number:
        return number(question, words)
    if question.accepted:
        return words.join(question.accepted, "choices")
    return question.model.lines


def number(question: Exported, words: Words) -> str:
    """With its unit and how far off is still right."""
    own = question.number
    assert own is not None
    told = f"{own.value:f}{own.unit}"
    if not own.tolerance:
        return told
    return words("export.number", number=told, tolerance=f"{own.tolerance:f}")


def prompts(question: Exported, words: Words) -> Iterator[str]:
    """What is to be matched, numbered."""
    for at, prompt in enumerate(question.prompts, 1):
        yield words("export.prompt", number=at, text=prompt.text.line)


def whys(question: Exported, words: Words) -> Iterator[str]:
    """What is wrong with each choice, behind its letter."""
    for sign, why in reasons(question):
        yield words("export.why", sign=sign, text=why)


def reasons(question: Exported) -> Iterator[tuple[str, str]]:
    """(letter, what is wrong with it)."""
    for letter, choice in question.lettered():
        if choice.why.markdown:
            yield letter, choice.why.line
    for at, prompt in enumerate(question.prompts, 1):
        if prompt.why.markdown:
            yield str(at), prompt.why.line
