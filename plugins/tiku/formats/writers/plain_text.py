"""Chinese plain text as banks are passed around: 題幹、A. B. C. D.、答案：、解析：."""

from collections.abc import Iterator

from tiku.formats.writers import paper_text
from tiku.formats.writers.exported import Bundle, Exported, Loss, Written, loss
from tiku.formats.writers.paper_text import Part
from tiku.locales.catalogue import Words


def write(bundle: Bundle) -> Written:
    """Topics as headings, kinds as sections; numbers go on to the end."""
    lines = [bundle.title, ""]
    number = 0
    for chapter in paper_text.chapters(bundle):
        lines += [chapter.title, ""] if chapter.title != bundle.title else []
        section = 0
        for part in chapter.parts:
            section += bool(part.heading)
            lines += _opening(part, section, bundle.words)
            for question in part.questions:
                number += 1
                lines += [*_question(question, number, bundle.words), ""]
    losses = tuple(told for question in bundle.questions for told in _losses(question))
    return Written(("\n".join(lines).strip() + "\n").encode(), losses)


def _opening(part: Part, section: int, words: Words) -> Iterator[str]:
    if part.heading:
        yield from (paper_text.heading(section, part.heading, words), "")
    if part.case:
        title, text = part.case.title, part.case.text.lines
        yield from (words("export.case", title=title, text=text), "")


def _question(question: Exported, number: int, words: Words) -> Iterator[str]:
    yield f"{number}. {question.stem.lines}"
    yield from paper_text.prompts(question, words)
    for letter, choice in question.lettered():
        yield f"{letter}. {choice.text.line}"
    label = words.group("export.label")
    yield f"{label['answer']}{paper_text.answer(question, words)}"
    explained = [question.explanation.lines] if question.explanation.markdown else []
    explained += paper_text.whys(question, words)
    explained += [question.why_wrong.lines] if question.why_wrong.markdown else []
    if explained:
        yield label["explanation"] + "\n".join(explained)
    yield from _labels(question, words)


def _labels(question: Exported, words: Words) -> Iterator[str]:
    label = words.group("export.label")
    if question.hint.markdown:
        yield label["hint"] + question.hint.lines
    if question.difficulty:
        yield label["difficulty"] + words(f"labels.difficulties.{question.difficulty}")


def _losses(question: Exported) -> Iterator[Loss]:
    if question.pictures():
        yield loss("no-pictures", question)
    if not all(text.is_plain for text in question.texts()):
        yield loss("no-markup", question)
    if any(paper_text.reasons(question)):
        yield loss("why-in-explanation", question)
    if question.points:
        yield loss("no-checklist", question)
