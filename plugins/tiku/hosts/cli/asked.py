"""Questions to be asked in a terminal: of banks here, or as a published site shows them."""

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tiku.hosts.cli import question_text
from tiku.hosts.cli.html_tree import Node, parse
from tiku.hosts.cli.published import catalogue, pool
from tiku.locales.catalogue import Words
from tiku.model import Case, Id, Item, Matching, Ordering, Prose, Question, WithChoices
from tiku.model.marking import key_text, mark

YES, NO = frozenset("ty1對对是√o"), frozenset("fn0錯错否×x")
TOLD = ("tiku-key", "tiku-explanation", "tiku-why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`choices` and `prompts`: id -> text, as they are shown; `told`: what is said afterwards."""

    id: str
    kind: str
    key: str
    stem: str
    told: Sequence[str]
    choices: Mapping[str, str] = field(default_factory=dict)
    prompts: Mapping[str, str] = field(default_factory=dict)
    material: str = ""
    """Of the case it belongs to."""

    def mark(self, typed: str) -> bool | None:
        """None where the answer cannot be read, or where only its writer can judge it."""
        response = self._response(typed)
        return None if response is None else mark(self.kind, self.key, response)

    def _response(self, typed: str) -> list[str] | None:
        if self.kind == "true-false":
            return _verdict(typed)
        return self._chosen(typed) if self.choices else [typed] if typed.strip() else None

    def _chosen(self, typed: str) -> list[str] | None:
        """`BD`, `b, d`; for pairs a letter a line, in the order of the lines."""
        ids = dict(zip(string.ascii_uppercase, self.choices, strict=False))
        letters = [c for c in typed.upper() if c.isalpha()]
        if not letters or not {*letters} <= ids.keys():
            return None
        chosen = [ids[letter] for letter in letters]
        if not self.prompts:
            return chosen
        pairs = zip(self.prompts, chosen, strict=False)
        return [f"{prompt}={choice}" for prompt, choice in pairs]


def _verdict(typed: str) -> list[str] | None:
    first = typed.strip().lower()[:1]
    return ["true"] if first and first in YES else ["false"] if first and first in NO else None


def of_library(items: Sequence[Item], words: Words) -> Iterator[Asked]:
    """In the order of the banks."""
    for item in items:
        above = f"{item.title}\n\n{item.material.strip()}\n" if isinstance(item, Case) else ""
        for question in item.questions_inside():
            yield _of_bank(question, above, words)


def _of_bank(question: Question, material: str, words: Words) -> Asked:
    choices: Mapping[Id, Prose] = question.choices if isinstance(question, WithChoices) else {}
    prompts: Mapping[Id, Prose] = question.prompts if isinstance(question, Matching) else {}
    shown = question.shown() if isinstance(question, Matching | Ordering) else tuple(choices)
    return Asked(
        id=question.id,
        kind=question.kind,
        key=key_text(question),
        stem=question.stem,
        material=material,
        told=[*question_text.right(question, words), *question_text.told(question, words)],
        choices={str(own): choices[own] for own in shown},
        prompts={str(own): text for own, text in prompts.items()},
    )


def of_site(where: str, topics: Sequence[str]) -> Iterator[Asked]:
    """Those that a published site asks, of some topics or of all."""
    for name, own in catalogue(where)["topics"].items():
        if not topics or name in topics:
            root = parse(pool(where, own["pool"]))
            yield from map(_of_page, root.every("tiku-question"))


def _of_page(question: Node) -> Asked:
    stem = question.first("legend")
    answer = question.first("details", "tiku-answer")
    parts = answer.every() if answer else ()
    told = [part for part in parts if any(name in part.classes() for name in TOLD)]
    kind = question.attributes["data-kind"]
    return Asked(
        id=question.attributes["id"],
        kind=kind,
        key=question.attributes["data-key"],
        stem=stem.text() if stem else "",
        material=_material(question),
        told=[line for part in told for line in part.lines()],
        choices={} if kind == "true-false" else dict(_choices(question)),
        prompts=dict(_prompts(question)),
    )


def _material(question: Node) -> str:
    case = question.parent
    is_inside = case is not None and "tiku-case" in case.classes()
    material = case.first("div", "tiku-material") if case and is_inside else None
    return f"{material.text()}\n" if material else ""


def _choices(question: Node) -> Iterator[tuple[str, str]]:
    for line in question.every("li"):
        button, text = line.first("input"), line.first("span")
        own = line.attributes.get("data-choice") or (
            button.attributes.get("value") if button else ""
        )
        if own and button and text:
            yield own, text.text()
    for option in ((menu := question.first("select")) and menu.every("option")) or ():
        if value := option.attributes.get("value"):
            yield value.partition("=")[2], option.text()


def _prompts(question: Node) -> Iterator[tuple[str, str]]:
    lines = question.first("ul", "tiku-prompts")
    for line in lines.every("li") if lines else ():
        menu, text = line.first("select"), line.first("span")
        if menu and text:
            yield menu.attributes["name"], text.text()
