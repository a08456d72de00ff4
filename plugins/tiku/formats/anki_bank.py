"""Notes of our own type in Anki, as `tiku export anki` writes them.

What is read is what a reader of the cards sees, so that who mended a card there brings it back;
only what belongs to what is told by `data-` attributes, which Anki keeps.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser

from tiku.formats import told_answers
from tiku.formats.cards import Card
from tiku.formats.draft import Chosen, Draft, Filled, Kind, Paired, Said, Truth
from tiku.formats.markup import markdown, whole
from tiku.formats.media import doubted
from tiku.formats.paper.vocabulary import truth

FIELDS = (
    *("Id", "Kind", "Case", "Stem", "Choices", "HintLabel", "Hint", "Answer", "Why"),
    *("Explanation", "See", "Sources", "Extra"),
)
"""Never to be added to: Anki updates no note whose type has other fields."""
POINTS = "<ul data-points"
UNSHOWN = ("jurisdiction", "as_of")
TAGS = ("topic", "objective", "difficulty", "syllabus")
"""What the first part of a tag names; all others are tags of the bank."""


@dataclass(frozen=True, slots=True)
class _Part:
    """An element of a field: its attributes, and what is inside as it was written."""

    own: Mapping[str, str]
    html: str


class _Parts(HTMLParser):
    """The outermost elements of one name."""

    def __init__(self, tag: str) -> None:
        super().__init__(convert_charrefs=False)
        self.tag, self.depth, self.found = tag, 0, list[_Part]()
        self.own: Mapping[str, str] = {}
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.inside.append(self.get_starttag_text() or "")
        if tag == self.tag:
            if not self.depth:
                self.inside, self.own = [], {key: value or "" for key, value in attributes}
            self.depth += 1

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.inside.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.tag and self.depth:
            self.depth -= 1
            if not self.depth:
                self.found.append(_Part(self.own, "".join(self.inside)))
        self.inside.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.inside.append(data)

    def handle_entityref(self, name: str) -> None:
        self.inside.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.inside.append(f"&#{name};")


def _parts(html: str, tag: str = "li") -> list[_Part]:
    parser = _Parts(tag)
    parser.feed(whole(html))
    parser.close()
    return parser.found


@dataclass(frozen=True, slots=True)
class _Note:
    card: Card

    def raw(self, name: str) -> str:
        return self.card.values[name]

    def text(self, name: str) -> str:
        return self.of(self.raw(name))

    def of(self, html: str) -> str:
        return markdown(html, self.card.gallery)

    def texts(self, html: str) -> dict[str, str]:
        """Of the items of lists: id -> text."""
        return {part.own.get("data-id", ""): self.of(part.html) for part in _parts(html)}

    def whys(self) -> dict[str, str]:
        """Id of a choice or prompt -> what is wrong with it, which stands behind its text."""
        return {
            part.own.get("data-id", ""): self.of(own.html)
            for part in _parts(self.raw("Why"))
            for own in _parts(part.html, "span")
            if "data-why" in own.own
        }

    def tags(self, head: str) -> list[str]:
        found = (tag.partition("::") for tag in self.card.tags)
        return [rest for first, _, rest in found if first == head and rest]


def is_ours(card: Card) -> bool:
    """Whether it has our fields."""
    return card.values.keys() >= set(FIELDS)


def read(card: Card) -> Draft:
    """A note as the question that it was; of an unknown kind it is an open one."""
    note = _Note(card)
    own = next((part.own.get("data-kind", "") for part in _parts(note.raw("Kind"), "span")), "")
    kind, make = MAKERS.get(own, MAKERS["open"])
    case, _, name = note.text("Id").rpartition("/")
    title, _, material = note.raw("Case").partition("</p>")
    draft = Draft(
        place=card.place,
        kind=kind,
        stem=note.text("Stem"),
        given=name,
        explanation=note.text("Explanation"),
        hint=note.text("Hint"),
        material=note.of(material),
        case=(case, note.of(title).strip("*")),
        topic=_objective(note),
        difficulty="".join(note.tags("difficulty")[:1]),
        tags=tuple(tag for tag in card.tags if tag.partition("::")[0] not in TAGS),
        unknown=tuple(_told_apart(note)),
        ours=_ours(note),
    )
    made = make(note, draft)
    made = made if made.right else made.doubting("no-answer")
    return doubted(made, card.gallery.take_missing())


def _ours(note: _Note) -> dict[str, object]:
    said: dict[str, object] = {}
    if objective := note.tags("objective"):
        said["objective"] = objective[0]
    if syllabus := note.tags("syllabus"):
        said["syllabus"] = syllabus
    if see := _see(note):
        said["see"] = see
    if sources := _sources(note):
        said["sources"] = sources
    for part in _parts(note.raw("Extra"), "span"):
        if part.own.get("data-field") in UNSHOWN:
            said[part.own["data-field"]] = note.of(part.html)
    return said


def _objective(note: _Note) -> str:
    """What the objective is called."""
    parts = _parts(note.raw("Extra"), "span")
    return "".join(note.of(part.html) for part in parts if "data-objective" in part.own)


def _see(note: _Note) -> list[str]:
    parts = [part for tag in ("a", "span") for part in _parts(note.raw("See"), tag)]
    return [part.own["data-see"] for part in parts if "data-see" in part.own]


def _sources(note: _Note) -> list[str]:
    parts = _parts(note.raw("Sources"), "span")
    return [own for part in parts for own in part.own.get("data-ids", "").split()]


def _told_apart(note: _Note) -> Iterator[tuple[str, str]]:
    """What an older package, or whoever changed the card, says without ids."""
    for name, known in (("See", _see), ("Sources", _sources)):
        if note.text(name) and not known(note):
            yield name, note.text(name)


def _choosing(note: _Note, draft: Draft) -> Draft:
    parts = _parts(note.raw("Choices"))
    right = tuple(at for at, part in enumerate(parts) if "data-right" in part.own)
    places = {part.own.get("data-id", ""): str(at) for at, part in enumerate(parts)}
    whys = {places[name]: why for name, why in note.whys().items() if name in places}
    choices = tuple(note.of(part.html) for part in parts)
    key = Chosen(right) if right else None
    return replace(draft, choices=choices, choice_ids=tuple(places), feedback=whys, right=key)


def _true_false(note: _Note, draft: Draft) -> Draft:
    whys = list(note.whys().values())
    draft = replace(draft, feedback={"wrong": whys[0]} if whys else {})
    marked = (part for part in _parts(note.raw("Choices")) if "data-right" in part.own)
    verdict = next((truth(note.of(part.html)) for part in marked), None)
    return draft if verdict is None else replace(draft, right=Truth(verdict))


def _told(note: _Note) -> list[str]:
    """Plain texts."""
    return [unescape(part.html) for part in _parts(note.raw("Answer"), "span")]


def _numeric(note: _Note, draft: Draft) -> Draft:
    found = told_answers.measured("".join(_told(note)[:1]))
    parts = _parts(note.raw("Answer"), "p")
    formula = next((part.own["data-formula"] for part in parts if "data-formula" in part.own), "")
    unknown = [("Answer", note.of(part.html)) for part in parts if not formula]
    draft = replace(draft, unknown=(*draft.unknown, *unknown))
    return replace(draft, right=replace(found[0], formula=formula)) if found else draft


def _filled(note: _Note, draft: Draft) -> Draft:
    accepted = tuple(_told(note))
    return replace(draft, right=Filled((accepted,)) if accepted else None)


def _matching(note: _Note, draft: Draft) -> Draft:
    prompts, choices = (note.texts(_lists(note, tag)) for tag in ("ul", "ol"))
    answer = {
        p.own.get("data-id", ""): p.own.get("data-is", "") for p in _parts(note.raw("Answer"))
    }
    known = {name: to for name, to in answer.items() if name in prompts and to in choices}
    pairs = tuple((prompts[name], choices[to]) for name, to in known.items())
    extra = tuple(text for name, text in choices.items() if name not in known.values())
    said = note.whys()
    whys = {f"pair {at}": said[name] for at, name in enumerate(known, 1) if name in said}
    right = Paired(pairs, extra, tuple(choices.values())) if pairs else None
    draft = replace(draft, choice_ids=tuple(choices), prompt_ids=tuple(known))
    return replace(draft, feedback=whys, right=right)


def _lists(note: _Note, tag: str) -> str:
    return "".join(part.html for part in _parts(note.raw("Choices"), tag))


def _ordering(note: _Note, draft: Draft) -> Draft:
    told, right = note.texts(note.raw("Choices")), list(note.texts(note.raw("Answer")))
    order = [*(name for name in told if name in right), *(set(right) - set(told))]
    texts = note.texts(note.raw("Answer"))
    key = Chosen(tuple(order.index(name) for name in right))
    choices = tuple(texts[name] for name in order)
    return replace(draft, choices=choices, choice_ids=tuple(order), right=key)


def _open(note: _Note, draft: Draft) -> Draft:
    model, points, listed = note.raw("Answer").partition(POINTS)
    checklist = note.texts(points + listed)
    ours = {**draft.ours, "checklist": checklist} if checklist else draft.ours
    return replace(draft, right=Said(note.of(model)), ours=ours)


Make = Callable[[_Note, Draft], Draft]
MAKERS: Mapping[str, tuple[Kind, Make]] = {
    "single": ("single", _choosing),
    "multiple": ("multiple", _choosing),
    "true-false": ("true-false", _true_false),
    "numeric": ("numeric", _numeric),
    "text": ("fill", _filled),
    "matching": ("matching", _matching),
    "ordering": ("ordering", _ordering),
    "open": ("open", _open),
}
"""Our kind -> a draft's, and what belongs to it."""
