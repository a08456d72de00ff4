"""Every ```quiz fence finds its questions, and no page shows one twice."""

from collections.abc import Iterator, Mapping

from tiku.model import Case, Draw, Item, Library, Page
from tiku.model.place import Place
from tiku.model.problem import Problem
from tiku.model.selection import select
from tiku.rules.rule import EVERY_FILE, error, rule, warning
from tiku.text.suggestions import closest


@rule(
    error("unknown-topic", needs=EVERY_FILE),
    error("unknown-question", needs=EVERY_FILE),
    error("retired-question"),
    error("unknown-tag"),
    error("empty-fence", needs=EVERY_FILE),
    warning("too-few", needs=EVERY_FILE),
)
def draws_find_their_questions(library: Library) -> Iterator[Problem]:
    """What they name exists, and there are as many questions as they ask for."""
    known: dict[str, Item] = {item.id: item for item in (*library.items(), *library.questions())}
    for draw in (draw for page in (library.pages or {}).values() for draw in page.draws):
        unknown = [
            *_unknown_topic(library, draw),
            *_unknown_questions(known, draw),
            *_unknown_tags(library, draw),
        ]
        yield from unknown or _too_few(library, draw)


@rule(error("twice-on-page"), error("id-is-clause"))
def ids_are_unique_on_a_page(library: Library) -> Iterator[Problem]:
    """A question is an address on its page: it stands there once, and no heading has its id."""
    for page in (library.pages or {}).values():
        seen: dict[str, Place] = {}
        for draw in page.draws:
            for shown in _ids(library, draw):
                yield from _clash(shown, draw.origin.place(), seen, page)
                seen.setdefault(shown, draw.origin.place())


def _unknown_topic(library: Library, draw: Draw) -> Iterator[Problem]:
    topics = [bank.topic for bank in library.banks]
    if draw.topic and draw.topic not in topics:
        details = {"id": draw.topic, "known": topics, "near": closest(draw.topic, topics)}
        yield Problem("unknown-topic", draw.origin.place("topic"), details)


def _unknown_questions(known: Mapping[str, Item], draw: Draw) -> Iterator[Problem]:
    for index, wanted in enumerate(draw.ids):
        place = draw.origin.place("ids", index)
        if wanted not in known:
            details = {"id": wanted, "near": closest(wanted, known)}
            yield Problem("unknown-question", place, details)
        elif retired := known[wanted].retired:
            details = {"id": wanted, "instead": retired.instead or "—"}
            yield Problem("retired-question", place, details)


def _unknown_tags(library: Library, draw: Draw) -> Iterator[Problem]:
    if library.vocabulary is None:
        return
    known = list(library.vocabulary.tags)
    for index, tag in enumerate(draw.tags):
        if tag not in known:
            details = {"list": "tags", "id": tag, "known": known, "near": closest(tag, known)}
            yield Problem("unknown-tag", draw.origin.place("tags", index), details)


def _too_few(library: Library, draw: Draw) -> Iterator[Problem]:
    found = len(select(library, draw))
    if not found:
        yield Problem("empty-fence", draw.origin.place())
    elif draw.count and found < draw.count:
        details = {"count": draw.count, "found": found}
        yield Problem("too-few", draw.origin.place("count"), details)


def _ids(library: Library, draw: Draw) -> Iterator[str]:
    for item in select(library, draw):
        yield item.id
        if isinstance(item, Case):
            yield from (question.id for question in item.questions_inside())


def _clash(shown: str, place: Place, seen: dict[str, Place], page: Page) -> Iterator[Problem]:
    if shown in seen:
        yield Problem("twice-on-page", place, {"id": shown, "first": seen[shown].line})
    if shown in page.lines:
        yield Problem("id-is-clause", place, {"id": shown, "first": page.lines[shown]})
