"""What is known of a question while it is decided what it is."""

from dataclasses import dataclass

from tiku.formats.draft import Kind, Right
from tiku.formats.paper.raw import Raw


@dataclass(slots=True)
class Settling:
    """What is known of a question while it is decided."""

    raw: Raw
    declared: str
    stem: str
    choices: list[str]
    answer: str
    doubts: list[tuple[str, str, int]]
    kind: Kind = "open"
    right: Right | None = None
    found: str = ""
    explanation: str = ""

    def doubt(self, code: str, what: str = "", line: int = 0) -> None:
        """At a line, else where the question begins."""
        self.doubts.append((code, what, line or self.raw.line))

    def printed(self) -> tuple[int, ...]:
        """The choices that a mark or their print tells from the others."""
        own = [piece for piece in self.raw.pieces if piece.letter is not None]
        marked = tuple(index for index, piece in enumerate(own) if piece.marked)
        return marked if len(marked) < len(own) == len(self.choices) else ()

    def none(self, code: str, what: str = "") -> None:
        """The answer could not be taken; what stands there is kept."""
        self.right, self.found = None, self.answer
        self.doubt(code, what, self.raw.answer_line)
