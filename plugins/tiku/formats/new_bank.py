"""What was read -> the text of a bank that was not there, with its own doubts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from tiku.formats import yaml_text
from tiku.formats.doubts import doubt
from tiku.formats.draft import Draft
from tiku.formats.entry import Entry
from tiku.formats.ids import digest, named, slug
from tiku.model.place import Origin
from tiku.model.problem import Problem
from tiku.rules.explanations import letter_named
from tiku.text.folding import fold

MOST_OF_A_KIND = 50
Gist = tuple[str, frozenset[str]]
"""What a question asks, whatever its number and its key."""


class Known(Protocol):
    """A question that the banks have."""

    @property
    def id(self) -> str:
        """Its whole name."""
        ...

    @property
    def origin(self) -> Origin:
        """Where it is written."""
        ...


def text(topic: str, title: str, objectives: Mapping[str, str], made: Sequence[Entry]) -> str:
    """The bank."""
    head = {"topic": topic, "title": " ".join(title.split())}
    return yaml_text.bank(head, objectives, made)


def topic_of(name: str) -> str:
    """A topic after a file's name."""
    stem = stem_of(name)
    own = slug(stem)
    return own if own and not own.isdecimal() else f"import-{digest(stem)[:6]}"


def stem_of(name: str) -> str:
    """A file's name without its folders and its suffix."""
    base = name.replace("\\", "/").rpartition("/")[2]
    return base.rpartition(".")[0] or base


def doubted(drafts: Sequence[Draft], known: Mapping[Gist, Known], topic: str) -> Iterable[Draft]:
    """With a doubt where the banks, or the file itself, have the question already."""
    own = Counter(map(_gist, drafts))
    seen: set[object] = set()
    names = named(drafts, topic)
    for name, draft in zip(names, drafts, strict=True):
        gist = _gist(draft)
        there = known.get(gist)
        if there is not None and there.id.rpartition("/")[2] != name:
            place = there.origin.place("stem")
            draft = draft.doubting("duplicate", other=there.id, first=str(place))
        if own[gist] > 1 and gist in seen and not _contradicts(draft):
            draft = draft.doubting("repeated")
        seen.add(gist)
        yield _lettered(draft)


def bounded(problems: Iterable[Problem]) -> list[Problem]:
    """The first of each code, and how many more there are."""
    seen: Counter[str] = Counter()
    kept: list[Problem] = []
    over: dict[str, Problem] = {}
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] <= MOST_OF_A_KIND:
            kept.append(problem)
        elif problem.code not in over:
            over[problem.code] = problem
    for code, first in over.items():
        more, kind = seen[code] - MOST_OF_A_KIND, code.removeprefix("import-")
        kept.append(doubt("more-of-a-kind", first.place, text=kind, count=more))
    return kept


def _lettered(draft: Draft) -> Draft:
    """With a doubt where choices are called by their letters, which are others for every reader.

    The text stays: which letter means which choice is certain, how the sentence reads with the
    choice in its place is not.
    """
    told = (draft.explanation, draft.hint, *draft.feedback.values())
    found = next(filter(None, map(letter_named, told)), "")
    return draft.doubting("letter-in-explanation", text=found) if found else draft


def _contradicts(draft: Draft) -> bool:
    return any(problem.code == "import-answer-conflict" for problem in draft.doubts)


def _gist(draft: Draft) -> Gist:
    return fold(draft.stem), frozenset(map(fold, draft.choices))
