"""The parts of a question as they stand in a file, before anything is decided about them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiku.formats.paper import answers
from tiku.formats.paper.choices import Piece
from tiku.formats.paper.vocabulary import in_circles, truth


@dataclass(slots=True)
class Section:
    """What a heading says of the questions below it."""

    kind: str = ""
    points: str = ""
    path: tuple[str, ...] = ()
    ordinal: int | None = None
    title: str = ""


@dataclass(slots=True)
class Group:
    """Material, or choices, that several questions share."""

    last: int | None = None
    lines: list[str] = field(default_factory=list)
    options: list[Piece] | None = None
    open: bool = True
    line: int = 0


@dataclass(slots=True)
class Raw:
    """A question's parts as they stand in the file."""

    line: int
    number: str
    value: int | None
    style: str
    section: Section
    order: int = 0
    """Its place among the questions."""
    group: Group | None = None
    kind: str = ""
    mark: bool | None = None
    points: str = ""
    pieces: list[Piece] = field(default_factory=list)
    prompts: Sequence[str] = ()
    """What is to be matched, where that has fields of its own."""
    answer: list[str] | None = None
    answer_line: int = 0
    parts: dict[str, list[str]] = field(default_factory=dict)
    doubts: list[tuple[str, str, int]] = field(default_factory=list)

    def have(self) -> int:
        """How many choices are known by their letters."""
        letters = (piece.letter for piece in reversed(self.pieces))
        return next((letter + 1 for letter in letters if letter is not None), 0)

    def closed(self) -> bool:
        """An answer that is whole: letters or a judgement."""
        text = " ".join(self.answer or ()).strip()
        return bool(text) and (answers.letters(text) is not None or truth(text) is not None)

    def take_answer(self, text: str) -> None:
        """What stands in a bracket before the number: letters, or a judgement."""
        judged = truth(text) if text else None
        if judged is not None and answers.letters(text) is None:
            self.mark = judged
        elif text:
            self.answer = [in_circles(text) if text.isdecimal() else text]
            self.answer_line = self.line

    def add(self, name: str, text: str) -> None:
        """A line of explanation, rubric and the like."""
        self.parts.setdefault(name, []).append(text)


@dataclass(slots=True)
class Paper:
    """Every question, and what was to be said of the whole: (code, what, line)."""

    questions: list[Raw]
    doubts: list[tuple[str, str, int]]
    noisy: bool
