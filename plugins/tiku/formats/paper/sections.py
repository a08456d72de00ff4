"""Which section and topic a line stands in."""

from dataclasses import dataclass, field

from tiku.formats.paper.headings import Heading
from tiku.formats.paper.line import Line
from tiku.formats.paper.raw import Section


@dataclass(slots=True)
class Sections:
    """The section at hand, the topics above it, and gaps in the sections' numbers."""

    now: Section = field(default_factory=Section)
    topics: list[tuple[int, str]] = field(default_factory=list)
    ordinals: int = 0
    gaps: list[tuple[str, str, int]] = field(default_factory=list)

    def enter(self, heading: Heading, line: Line) -> None:
        """Begin what a heading names."""
        if heading.kind:
            self._check(heading, line)
            self.now = Section(
                heading.kind, heading.points, self.path(), heading.ordinal, heading.title
            )
            return
        self.topics = [(level, title) for level, title in self.topics if level < heading.level]
        self.topics.append((heading.level, heading.title))
        self.now = Section(path=self.path())

    def path(self) -> tuple[str, ...]:
        """The headings above."""
        return tuple(title for _, title in self.topics)

    def _check(self, heading: Heading, line: Line) -> None:
        if heading.ordinal is None:
            return
        before = self.now
        expected = (before.ordinal or 0) + 1 if before.path == self.path() else 1
        self.ordinals += 1
        if heading.ordinal > expected:
            self.gaps.append(("section-gap", heading.title, line.number))

    def doubts(self) -> list[tuple[str, str, int]]:
        """Of one section alone nobody can say that others are missing."""
        return self.gaps if self.ordinals > 1 else []
