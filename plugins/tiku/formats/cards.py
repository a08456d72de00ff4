"""A card's fields -> a draft: front and back, choices in a field or on the front, gaps.

Read by every format that has cards: Anki's text and packages.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tiku.formats.columns import CHOICE, column_of
from tiku.formats.draft import Chosen, Draft, Filled, Said
from tiku.formats.markup import markdown
from tiku.formats.media import Gallery, doubted
from tiku.formats.paper import answers, fields
from tiku.formats.paper.vocabulary import empty
from tiku.formats.table_answers import own_choices
from tiku.model.place import Place

GAP = re.compile(r"\{\{c\d+::(.*?)(?:::([^{}]*?))?\}\}", re.DOTALL)
SOUND = re.compile(r"\[sound:([^\]\n]{1,200})\]")
PLAIN_GAP = re.compile(r"\{\{c\d+::([^{}:]+)\}\}")
EXTRA = ("extra", "额外", "額外", "backextra", "备注", "注释", "笔记")
TEXT = ("text", "文字", "正文", "填空")
DECK = "::"
TAKEN = frozenset(("stem", "answer", "choices", "explanation", "kind", "hint"))
"""What is made of a card's fields; all others are kept as they are."""


@dataclass(slots=True)
class Card:
    """A note: its fields by name, or by position where they have none."""

    place: Place
    values: Mapping[str, str]
    given: str = ""
    deck: str = ""
    tags: Sequence[str] = ()
    html: bool = True
    gallery: Gallery = field(default_factory=Gallery)


def read(card: Card) -> Draft:
    """Decide what a note is; media that are not in the file are doubted."""
    texts = {name: _text(value, card) for name, value in card.values.items()}
    draft = _draft(card, texts)
    draft = replace(
        draft,
        given=card.given,
        topic="/".join(part.strip() for part in card.deck.split(DECK) if part.strip()),
        tags=tuple(card.tags),
    )
    return doubted(draft, card.gallery.take_missing())


def _text(value: str, card: Card) -> str:
    for sound in SOUND.findall(value):
        card.gallery.missing.append(sound)
    bare = SOUND.sub("", value)
    return markdown(bare, card.gallery) if card.html else bare.strip()


def _draft(card: Card, texts: dict[str, str]) -> Draft:
    gapped = next((name for name, text in texts.items() if GAP.search(text)), None)
    if gapped is not None:
        return _gaps(card, texts, gapped)
    roles = {name: role for name, role in _roles(tuple(texts)).items() if _taken(role)}
    own = {role: texts[name] for name, role in roles.items() if texts[name]}
    apart = own_choices(own)
    choosing = "choices" in own or (len(apart) > 1 and "answer" in own)
    made = _choosing(card, own, apart) if choosing else _front_and_back(card, own)
    rest = [(name, text) for name, text in texts.items() if name not in roles and not empty(text)]
    return replace(made, hint=own.get("hint", made.hint), unknown=(*made.unknown, *rest))


def _taken(role: str) -> bool:
    return role in TAKEN or role.startswith(CHOICE)


def _roles(names: Sequence[str]) -> dict[str, str]:
    """Field -> what it is; the first is the front and the second the back where no name tells."""
    roles: dict[str, str] = {}
    for name in names:
        role = column_of(name)
        if re.sub(r"\s", "", name).lower() in EXTRA:
            role = "explanation"
        if role and role not in roles.values():
            roles[name] = role
    if "choice:1" not in roles.values():
        roles = {name: role for name, role in roles.items() if role != "choice:0"}
    rest = [name for name in names if name not in roles]
    for role in ("stem", "answer"):
        if role not in roles.values() and rest:
            roles[rest.pop(0)] = role
    return {name: roles[name] for name in names if name in roles}


def _gaps(card: Card, texts: dict[str, str], gapped: str) -> Draft:
    found = [(match[1].strip(), (match[2] or "").strip()) for match in GAP.finditer(texts[gapped])]
    rest = [text for name, text in texts.items() if name != gapped and text]
    hints = [f"（{at}）{hint}" for at, (_, hint) in enumerate(found, 1) if hint]
    return Draft(
        place=card.place,
        kind="fill",
        stem=GAP.sub("____", texts[gapped]),
        right=Filled(tuple((answer,) for answer, _ in found)),
        hint="".join(hints) if len(found) > 1 else "".join(hint for _, hint in found),
        explanation=_unstyled("\n".join(rest)),
    )


def _unstyled(text: str) -> str:
    """A field that is all in italics or bold is a field in plain type."""
    found = re.fullmatch(r"(\*{1,2})([^*]+)\1", text)
    return found[2] if found else text


def _choosing(card: Card, own: dict[str, str], texts: Sequence[str]) -> Draft:
    """Choices in a field, or each in its own."""
    texts, sign = (texts, "") if texts else fields.parted(own["choices"])
    draft = fields.read(_fields(card, own, texts))
    return draft.doubting("choices-split", text=sign) if sign else draft


def _fields(card: Card, own: dict[str, str], texts: Sequence[str] | None) -> fields.Fields:
    answer = re.sub(r"[*`]", "", own.get("answer", ""))
    return fields.Fields(
        place=card.place,
        stem=own.get("stem", ""),
        answer=answer,
        choices=texts,
        kind=own.get("kind", ""),
        explanation=own.get("explanation", ""),
    )


def _front_and_back(card: Card, own: dict[str, str]) -> Draft:
    front, back = own.get("stem", ""), own.get("answer", "")
    head, _, rest = back.partition("\n")
    named = answers.letters(re.sub(r"[*`\s]", "", head))
    if named is not None and "\n" in front:
        told = {**own, "answer": head, "explanation": rest or own.get("explanation", "")}
        draft = fields.read(_fields(card, told, None))
        if isinstance(draft.right, Chosen):
            return draft.doubting("choices-inside-card-front")
    draft = Draft(
        place=card.place,
        kind="flashcard",
        stem=front,
        right=Said(back) if back else None,
        explanation=own.get("explanation", ""),
    )
    return draft if back else draft.doubting("no-answer")
