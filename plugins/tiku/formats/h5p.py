"""H5P packages, their texts and not their scripts.

https://h5p.org/documentation/developers/h5p-specification
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from tiku.formats import archive, weights
from tiku.formats.archive import Archive
from tiku.formats.doubts import doubt
from tiku.formats.draft import Chosen, Draft, Filled, Reading, Said, Truth, Unreadable
from tiku.formats.markup import markdown
from tiku.formats.media import Gallery, doubted
from tiku.formats.source import Source

CONTENT, PACKAGE = "content/content.json", "h5p.json"
STARS = re.compile(r"\*([^*\n]{1,400})\*")
MAX_DEPTH = 12

Params = Mapping[str, object]


@dataclass(slots=True)
class _Reader:
    source: Source
    gallery: Gallery
    topic: str
    count: int = 0

    def text(self, value: object) -> str:
        return markdown(value, self.gallery) if isinstance(value, str) else ""

    def draft(self, stem: str) -> Draft:
        """At the number of the question: JSON has no lines that anybody counts."""
        self.count += 1
        return Draft(place=self.source.place(self.count), kind="open", stem=stem, topic=self.topic)


def is_h5p(parts: Archive) -> bool:
    """By the file that every package has."""
    return PACKAGE in parts and CONTENT in parts


def read(source: Source) -> Reading:
    """Every question in a package, however deep its sets are."""
    parts = archive.opened(source)
    if not is_h5p(parts):
        raise Unreadable("bad-zip", source.place(), part=CONTENT)
    about = _json(parts, PACKAGE)
    title = about.get("title")
    reader = _Reader(
        source.part(CONTENT, b""), Gallery(_finder(parts)), str(title) if title else ""
    )
    drafts = []
    problems = list(parts.problems)
    content = _json(parts, CONTENT)
    for library, params, metadata in _contents(str(about.get("mainLibrary", "")), content, {}, 0):
        make = KINDS.get(library)
        if make is None:
            problems.append(
                doubt("kind-not-supported", reader.source.place(reader.count + 1), text=library)
            )
            continue
        for draft in make(reader, params):
            title = metadata.get("title")
            named = replace(draft, unknown=(("title", str(title)),) if title else ())
            drafts.append(doubted(named, reader.gallery.take_missing()))
    return Reading(tuple(drafts), tuple(problems), reader.gallery.kept)


def _json(parts: Archive, name: str) -> Params:
    try:
        value = json.loads(parts.read(name).data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            "bad-json", parts.source.part(name, b"").place(), why=str(error)
        ) from error
    return value if isinstance(value, dict) else {}


def _finder(parts: Archive) -> Callable[[str], bytes | None]:
    def look(name: str) -> bytes | None:
        path = parts.beside(CONTENT, name)
        return parts.read(path).data if path else None

    return look


def _contents(
    library: str, params: Params, metadata: Params, depth: int
) -> Iterator[tuple[str, Params, Params]]:
    """Questions of sets, presentations and columns, in order."""
    name = library.split(" ")[0]
    if name in KINDS or depth > MAX_DEPTH:
        yield name, params, metadata
        return
    inner = [own for key in HOLDERS for own in _found(params.get(key), 0)]
    if not inner and depth:
        yield name, params, metadata
    for own in inner:
        own_params, own_metadata = own.get("params"), own.get("metadata")
        yield from _contents(
            str(own.get("library", "")), _dict(own_params), _dict(own_metadata), depth + 1
        )


HOLDERS = (
    "questions",
    "content",
    "presentation",
    "chapters",
    "interactiveVideo",
    "slides",
    "elements",
    "sequence",
)


def _found(value: object, depth: int) -> Iterator[Params]:
    """Whatever has a library and parameters, at any depth."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for own in value:
            yield from _found(own, depth + 1)
    elif isinstance(value, dict):
        if "library" in value and "params" in value:
            yield value
        else:
            for own in value.values():
                yield from _found(own, depth + 1)


def _dict(value: object) -> Params:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Params]:
    return [own for own in value if isinstance(own, dict)] if isinstance(value, list) else []


def _true(value: object) -> bool:
    return value is True or str(value).lower() == "true"


def _multiple_choice(reader: _Reader, params: Params) -> Iterator[Draft]:
    answers = _list(params.get("answers"))
    right = tuple(at for at, own in enumerate(answers) if _true(own.get("correct")))
    kind = _dict(params.get("behaviour")).get("type")
    several = len(right) > 1 and kind != "single"
    draft = replace(
        reader.draft(reader.text(params.get("question"))),
        kind="multiple" if several else "single",
        choices=tuple(reader.text(own.get("text")) for own in answers),
        feedback=_feedback(reader, answers),
    )
    yield (
        weights.judged(replace(draft, right=Chosen(right)))
        if right
        else draft.doubting("no-answer")
    )


def _feedback(reader: _Reader, answers: list[Params]) -> dict[str, str]:
    said = {
        str(at): reader.text(_dict(own.get("tipsAndFeedback")).get("chosenFeedback"))
        for at, own in enumerate(answers)
    }
    return {at: text for at, text in said.items() if text}


def _single_choices(reader: _Reader, params: Params) -> Iterator[Draft]:
    """The first answer is the right one; a reader is shown another order."""
    for own in _list(params.get("choices")):
        answers = own.get("answers")
        texts = tuple(reader.text(text) for text in answers) if isinstance(answers, list) else ()
        draft = replace(
            reader.draft(reader.text(own.get("question"))), kind="single", choices=texts
        )
        yield (
            replace(draft, right=Chosen((0,))).doubting("choice-order-not-in-file")
            if texts
            else draft.doubting("no-answer")
        )


def _true_false(reader: _Reader, params: Params) -> Iterator[Draft]:
    draft = replace(reader.draft(reader.text(params.get("question"))), kind="true-false")
    behaviour = _dict(params.get("behaviour"))
    wrong, right = (
        reader.text(behaviour.get("feedbackOnWrong")),
        reader.text(behaviour.get("feedbackOnCorrect")),
    )
    draft = replace(draft, explanation=wrong or right)
    known = str(params.get("correct")).lower()
    yield (
        replace(draft, right=Truth(known == "true"))
        if known in ("true", "false")
        else draft.doubting("no-answer")
    )


def _blanks(reader: _Reader, params: Params) -> Iterator[Draft]:
    written = params.get("questions")
    for text in written if isinstance(written, list) else ():
        if isinstance(text, str) and STARS.search(text):
            yield _gaps(reader, text, ())


def _drag_text(reader: _Reader, params: Params) -> Iterator[Draft]:
    text = params.get("textField")
    others = STARS.findall(str(params.get("distractors") or ""))
    if isinstance(text, str) and STARS.search(text):
        yield _gaps(reader, text, tuple(_gap(own)[0][0] for own in others))


def _gaps(reader: _Reader, text: str, others: tuple[str, ...]) -> Draft:
    gaps = [_gap(own) for own in STARS.findall(text)]
    stem = reader.text(STARS.sub("____", text))
    hints = [
        f"（{at}）{hint}" if len(gaps) > 1 else hint for at, (_, hint) in enumerate(gaps, 1) if hint
    ]
    offered = tuple(dict.fromkeys([*(own[0][0] for own in gaps), *others]))
    return replace(
        reader.draft(stem),
        kind="fill",
        right=Filled(tuple(own for own, _ in gaps), (offered,) * len(gaps) if others else ()),
        hint="".join(hints),
    )


def _gap(text: str) -> tuple[tuple[str, ...], str]:
    answers, _, hint = text.partition(":")
    return tuple(own.strip() for own in answers.split("/")), hint.strip()


def _essay(reader: _Reader, params: Params) -> Iterator[Draft]:
    draft = reader.draft(reader.text(params.get("taskDescription")))
    sample = reader.text(_dict(params.get("solution")).get("sample"))
    yield replace(draft, right=Said(sample)) if sample else draft.doubting("no-answer")


def _cards(reader: _Reader, params: Params) -> Iterator[Draft]:
    for own in _list(params.get("cards") or params.get("dialogs")):
        answer = reader.text(own.get("answer"))
        draft = replace(reader.draft(reader.text(own.get("text"))), kind="flashcard")
        yield replace(draft, right=Said(answer)) if answer else draft.doubting("no-answer")


KINDS: Mapping[str, Callable[[_Reader, Params], Iterator[Draft]]] = {
    "H5P.MultiChoice": _multiple_choice,
    "H5P.SingleChoiceSet": _single_choices,
    "H5P.TrueFalse": _true_false,
    "H5P.Blanks": _blanks,
    "H5P.DragText": _drag_text,
    "H5P.Essay": _essay,
    "H5P.Flashcards": _cards,
    "H5P.Dialogcards": _cards,
}
