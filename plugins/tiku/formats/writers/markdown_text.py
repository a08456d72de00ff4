"""Markdown to read and edit anywhere: texts as they were written, answers below each."""

from collections.abc import Iterator

from tiku.formats.writers import paper_text
from tiku.formats.writers.exported import Bundle, Exported, Rich, Written, loss
from tiku.formats.writers.paper_text import Part
from tiku.locales.catalogue import Words


def write(bundle: Bundle) -> Written:
    """Topics and kinds as headings."""
    lines = [f"# {bundle.title}", ""]
    number = 0
    for chapter in paper_text.chapters(bundle):
        lines += [f"## {chapter.title}", ""] if chapter.title else []
        for part in chapter.parts:
            lines += _opening(part, bundle.words)
            for question in part.questions:
                number += 1
                lines += [*_question(question, number, bundle.words), ""]
    losses = tuple(loss("pictures-beside", q) for q in bundle.questions if q.pictures())
    return Written(("\n".join(lines).strip() + "\n").encode(), losses)


def _opening(part: Part, words: Words) -> Iterator[str]:
    if part.heading:
        yield from (f"### {part.heading}", "")
    if part.case:
        title = words("question.case", title=part.case.title)
        yield from (f"#### {title}", "", part.case.text.markdown, "")


def _question(question: Exported, number: int, words: Words) -> Iterator[str]:
    label = words.group("export.label")
    yield from (f"**{number}.** {question.stem.markdown}", "")
    for at, prompt in enumerate(question.prompts, 1):
        yield f"{at}. {_item(prompt.text)}"
    if question.prompts:
        yield ""
    for letter, choice in question.lettered():
        yield f"- {letter}. {_item(choice.text)}"
    if question.choices:
        yield ""
    yield from (f"**{label['answer']}**{_answer(question, words)}", "")
    if question.explanation.markdown:
        yield from (f"**{label['explanation']}**{question.explanation.markdown}", "")
    yield from _behind(question, words)


def _answer(question: Exported, words: Words) -> str:
    return question.model.markdown or paper_text.answer(question, words)


def _behind(question: Exported, words: Words) -> Iterator[str]:
    """Lists of what belongs to the answer, and what the question is labelled with."""
    label = words.group("export.label")
    whys = [(letter, c.why) for letter, c in question.lettered() if c.why.markdown]
    whys += [(str(n), p.why) for n, p in enumerate(question.prompts, 1) if p.why.markdown]
    rows = [f"- {words('export.why', sign=sign, text=_item(why))}" for sign, why in whys]
    rows += [f"- {_item(question.why_wrong)}"] if question.why_wrong.markdown else []
    rows += [f"- [ ] {_item(point)}" for point in question.points]
    if rows:
        yield from (*rows, "")
    if question.hint.markdown:
        yield from (f"**{label['hint']}**{question.hint.markdown}", "")
    links = [f"[{to.title}]({to.address})" if to.address else to.title for to in question.see]
    if links:
        yield from (words("question.see", links=links), "")
    if question.sources:
        yield from (words("question.sources", sources=list(question.sources)), "")


def _item(text: Rich) -> str:
    """What stands in a list has one line."""
    return " ".join(text.markdown.split("\n"))
