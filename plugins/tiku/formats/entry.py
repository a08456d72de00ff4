"""An entry of a bank that is being written, and what its texts become on the way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from tiku.formats.draft import Chosen, Draft
from tiku.locales.catalogue import Words


class Word(str):
    """An id, a number or a truth: written as it is."""


Value = str | list[str] | dict[str, str] | list["Entry"]
LONGEST_TITLE = 24


@dataclass(slots=True)
class Entry:
    """A question or case; `notes` are comments, `choices` the texts by id as they were made."""

    values: dict[str, Value] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    draft: Draft | None = None

    @property
    def id(self) -> str:
        """Its name."""
        return str(self.values["id"])


@dataclass(frozen=True, slots=True)
class Target:
    """What a bank decides: where pictures are, which tags it knows, what comments call things."""

    words: Words
    topic: str = ""
    media: str = ""
    tags: frozenset[str] = frozenset()
    known: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Id -> the ids of its choices by their folded text, where the bank has it already."""
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Field -> what it may name, where the folder of the bank says so."""
    shuffled: bool = False
    """Whether the file puts what is right first, so that its order is not to be kept."""


def title_of(text: str) -> str:
    """The beginning of a text, on one line."""
    bare = re.sub(r"!\[[^\]]*\]\([^)]*\)|[*`#>\\]", "", text)
    line = " ".join(bare.split())
    return line if len(line) <= LONGEST_TITLE else f"{line[:LONGEST_TITLE]}…"


def explanation_of(draft: Draft) -> str:
    """With what is said to whoever chose rightly: our explanation is read by them too."""
    right = (
        {str(index) for index in draft.right.indexes} if isinstance(draft.right, Chosen) else set()
    )
    said = [text for at, text in draft.feedback.items() if at in right or at == "right"]
    return "\n".join(dict.fromkeys(text for text in (draft.explanation, *said) if text))


def prose(text: str, target: Target) -> str:
    """A line break is a paragraph, but not in code and tables; pictures below their folder."""
    parts = re.split(r"(^```.*?^```$)", text, flags=re.MULTILINE | re.DOTALL)
    spaced = [
        part if part.startswith("```") else re.sub(r"\n(?!\n|\|)", "\n\n", part.strip("\n"))
        for part in parts
    ]
    joined = "\n\n".join(part for part in spaced if part.strip())
    if not target.media:
        return joined
    return re.sub(r"(!\[[^\]]*\]\()(?!\w+:)([^)/]+\))", rf"\g<1>{target.media}\2", joined)


# kinds
