"""An import without a file: what the page of a site does with a text that was pasted or dropped.

docs/develop/browser/ makes a script of it; so it, and all that it uses, keeps to what that can say.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from tiku.formats import aiken, csv_text, gift, new_bank, plain_text
from tiku.formats.draft import Reading, Unreadable
from tiku.formats.entries import entries
from tiku.formats.entry import Target
from tiku.formats.ids import slug
from tiku.formats.source import Source
from tiku.formats.text_forms import text_form
from tiku.locales.catalogue import Words
from tiku.model.problem import Problem, in_order

READERS: dict[str, Callable[[Source], Reading]] = {
    "text": plain_text.read,
    "gift": gift.read,
    "aiken": aiken.read,
    "csv": csv_text.read,
}


@dataclass(frozen=True, slots=True)
class Made:
    """The bank's text, how it was read, and what is to be said: (line, severity, text, hint)."""

    text: str
    form: str
    count: int
    told: tuple[tuple[int, str, str, str], ...]


def imported(source: Source, form: str, title: str, words: Words) -> Made:
    """Never raises for what a text holds: then the bank is empty, and says why."""
    try:
        return _made(source, form or _form(source), title, words)
    except Unreadable as refused:
        return Made("", form, 0, (_told(refused.problem, words),))


def _form(source: Source) -> str:
    text, _ = source.text()
    suffix = source.name.lower().rpartition(".")[2]
    return suffix if suffix in ("gift", "aiken", "csv") else text_form(text, _tabled(suffix))


def _tabled(suffix: str) -> str:
    return "csv" if suffix == "tsv" else ""


def _made(source: Source, form: str, title: str, words: Words) -> Made:
    if form not in READERS:
        raise Unreadable("foreign", source.place(), kind=form)
    reading = READERS[form](source)
    if not reading.drafts:
        raise Unreadable("nothing-found", source.place(), form=form)
    topic = slug(title) or new_bank.topic_of(source.name)
    drafts = tuple(new_bank.doubted(reading.drafts, {}, topic))
    made, objectives = entries(drafts, Target(words, topic))
    text = new_bank.text(topic, title or new_bank.stem_of(source.name), objectives, made)
    said = in_order(new_bank.bounded(replace(reading, drafts=drafts).said()))
    return Made(text, form, len(drafts), tuple(_told(problem, words) for problem in said))


def _told(problem: Problem, words: Words) -> tuple[int, str, str, str]:
    return (
        problem.place.line,
        problem.severity.value,
        problem.message(words),
        problem.hint(words),
    )
