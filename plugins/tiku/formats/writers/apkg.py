"""Anki packages; the only door to genanki.

Seen in Anki 26.9: a note is known by its GUID and updated where the package is newer than what
is there, with its reviews kept; with the same time a changed text is silently not taken. So the
time of a package is that of the banks' last change. Fields must never be added: with another set
of fields nothing is updated. `Extra`, which no card shows, is there for what may come.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from itertools import count
from posixpath import basename

import genanki

from tiku.formats.anki_bank import FIELDS
from tiku.formats.writers import card, paper_text
from tiku.formats.writers.exported import (
    Bundle,
    Choice,
    Exported,
    Link,
    Loss,
    Prompt,
    Rich,
    Written,
    loss,
)
from tiku.formats.writers.packing import zipped
from tiku.formats.writers.xml_text import Xml, element, joined
from tiku.locales.catalogue import Words

MODEL = 1_607_442_391
"""Of our note type; another number would be another type to Anki."""


def write(bundle: Bundle) -> Written:
    """A deck below the bundle's title for each topic."""
    model = genanki.Model(
        MODEL,
        "tiku",
        fields=[{"name": name} for name in FIELDS],
        templates=[
            {"name": "1", "qfmt": card.part("front.html"), "afmt": card.part("back.html")},
        ],
        css=card.part("card.css"),
    )
    decks: dict[str, genanki.Deck] = {}
    for question in bundle.questions:
        if question.topic not in decks:
            decks[question.topic] = _deck(bundle, question)
        decks[question.topic].add_note(_note(model, question, bundle))
    data = _packed(genanki.Package(list(decks.values())), bundle)
    losses = tuple(told for question in bundle.questions for told in _losses(question))
    return Written(data, losses)


def _deck(bundle: Bundle, question: Exported) -> genanki.Deck:
    title = bundle.title.replace("::", ":")
    topic = question.topic_title.replace("::", ":")
    name = title if title == topic else f"{title}::{topic}"
    return genanki.Deck(_number(f"deck\n{name}"), name)


def _number(text: str) -> int:
    """Within what Anki takes for the time of creation."""
    return (1 << 30) + int(sha256(text.encode()).hexdigest(), 16) % (1 << 30)


def _packed(package: genanki.Package, bundle: Bundle) -> bytes:
    files = {"collection.anki2": _collection(package, bundle.stamp)}
    names = {str(at): path for at, path in enumerate(bundle.pictures)}
    told = {at: _media(path) for at, path in names.items()}
    files["media"] = json.dumps(told, ensure_ascii=False).encode()
    files |= {at: bundle.pictures[path] for at, path in names.items()}
    return zipped(files)


def _collection(package: genanki.Package, stamp: int) -> bytes:
    """Made in memory: `write_to_file` leaves its database in the system's temporary folder."""
    with closing(sqlite3.connect(":memory:")) as connection:
        package.write_to_db(connection.cursor(), float(stamp), count(stamp * 1000))
        connection.commit()
        return connection.serialize()


def _media(path: str) -> str:
    """All decks of a reader share one folder."""
    return f"tiku-{sha256(path.encode()).hexdigest()[:8]}-{basename(path)}"


def _note(model: genanki.Model, question: Exported, bundle: Bundle) -> genanki.Note:
    fields = _fields(question, bundle.words)
    return genanki.Note(
        model=model,
        fields=[fields.get(name, "") for name in FIELDS],
        guid=genanki.guid_for("tiku", question.id),
        tags=list(_tags(question)),
        sort_field=question.id,
    )


def _tags(question: Exported) -> Iterator[str]:
    yield f"topic::{question.topic}"
    if question.objective:
        yield f"objective::{question.objective}"
    if question.difficulty:
        yield f"difficulty::{question.difficulty}"
    yield from (f"syllabus::{name}" for name in question.syllabus)
    yield from question.tags


def _fields(q: Exported, words: Words) -> dict[str, str]:
    case = q.case and element("p", element("strong", q.case.title)) + _html(q.case.text)
    see = (_link(to, own) for to, own in zip(q.see, q.references, strict=True))
    sources = words("question.sources", sources=list(q.sources)) if q.sources else ""
    return {
        "Id": q.id,
        "Kind": element("span", words(f"labels.kinds.{q.kind}"), data_kind=q.kind),
        "Case": case or "",
        "Stem": _html(q.stem),
        "Choices": _choices(q, words),
        "HintLabel": _text(words("question.hint")),
        "Hint": _html(q.hint),
        "Answer": _answer(q, words),
        "Why": "".join(_whys(q)),
        "Explanation": _html(q.explanation),
        "See": joined(see, _text(words("separators.list"))),
        "Sources": element("span", sources, data_ids=" ".join(q.source_ids)) if sources else "",
        "Extra": "".join(_unshown(q)),
    }


def _unshown(q: Exported) -> Iterator[str]:
    """For who brings a card back."""
    if q.objective:
        yield element("span", q.objective_title, data_objective=q.objective)
    if q.jurisdiction:
        yield element("span", q.jurisdiction, data_field="jurisdiction")
    if q.as_of:
        yield element("span", q.as_of.isoformat(), data_field="as_of")


def _link(to: Link, reference: str) -> Xml:
    """Text, where the site has no address."""
    if to.address:
        return element("a", to.title, href=to.address, data_see=reference)
    return element("span", to.title, data_see=reference)


def _html(text: Rich) -> str:
    return text.with_pictures(_media)


def _text(text: str) -> Xml:
    return element("span", text)


def _choices(q: Exported, words: Words) -> str:
    """Shuffled on the card; of a judgement the two verdicts, of pairs both sides."""
    if q.truth is not None:
        verdicts = words.group("labels.verdicts")
        own = [
            element("li", name, **_right((verdict == "true") == q.truth))
            for verdict, name in verdicts.items()
        ]
        return element("ol", *own, data_letters="")
    marked = q.kind in ("single", "multiple")
    items = [_item(c, **_right(marked and c.is_right)) for c in q.in_view()]
    listed = element("ol", *items, data_letters="", data_shuffle="") if items else ""
    prompts = [_item(prompt) for prompt in q.prompts]
    return (element("ul", *prompts) if prompts else "") + listed


def _item(part: Choice | Prompt, **attributes: str) -> Xml:
    return element("li", Xml(_html(part.text)), data_id=part.id, **attributes)


def _right(is_right: bool) -> dict[str, str]:
    return {"data_right": ""} if is_right else {}


def _answer(q: Exported, words: Words) -> str:
    if q.kind == "matching":
        texts = {choice.id: choice.text for choice in q.choices}
        return element("ul", *(_pair(prompt, texts[prompt.choice]) for prompt in q.prompts))
    if q.choices:
        return element("ol" if q.kind == "ordering" else "ul", *map(_item, q.right))
    if q.kind == "open":
        named = zip(q.point_ids, q.points, strict=True)
        points = [element("li", Xml(_html(point)), data_id=name) for name, point in named]
        return _html(q.model) + (element("ul", *points, data_points="") if points else "")
    if q.accepted:
        return joined(map(_text, q.accepted), words("separators.choices"))
    return _text(paper_text.answer(q, words)) + _formula(q, words)


def _formula(q: Exported, words: Words) -> str:
    formula = q.number.formula if q.number else ""
    shown = words("question.formula", formula=formula)
    return element("p", shown, data_formula=formula) if formula else ""


def _pair(prompt: Prompt, choice: Rich) -> Xml:
    told = Xml(f"{_html(prompt.text)} → {_html(choice)}")
    return element("li", told, data_id=prompt.id, data_is=prompt.choice)


def _whys(q: Exported) -> Iterator[str]:
    parts: tuple[Choice | Prompt, ...] = (*q.in_view(), *q.prompts)
    for part in parts:
        if part.why.markdown:
            told = Xml(f"<b>{_html(part.text)}</b> {_why(part.why)}")
            yield element("li", told, data_id=part.id)
    if q.why_wrong.markdown:
        yield element("li", _why(q.why_wrong))


def _why(text: Rich) -> Xml:
    return element("span", Xml(_html(text)), data_why="")


def _losses(question: Exported) -> Iterator[Loss]:
    """A card is not marked by the program but by whoever looks at it."""
    yield loss("self-marked", question)
