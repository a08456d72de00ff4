"""Blueprints held against the banks: what a section asks for, and what there is to draw."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from tiku.model import Bank, Case, Exam, Id, Item, Library, Question, Section
from tiku.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Demand:
    """What a section asks of one topic, or of all where it names none (topic: "")."""

    section: Section
    topic: str
    count: int
    there: int
    """Items to draw from, without those that sections before it take."""
    repeated: int
    """Critical ones: they stand in every paper."""
    levels: Mapping[str, tuple[int, int]]
    """Difficulty -> items asked for, items of the topic that have it."""

    @property
    def missing(self) -> int:
        """0 where the banks have enough."""
        return max(0, self.count - self.there)

    @property
    def papers(self) -> int | None:
        """How often it can be drawn before an item comes again; None where all are critical."""
        fresh = self.count - self.repeated
        return max(0, self.there - self.repeated) // fresh if fresh > 0 else None


def demands(library: Library, exam: Exam, papers: int = 1) -> Iterator[Demand]:
    """Section by section, topic by topic, for so many papers that share the critical items only."""
    taken: Counter[tuple[str, str]] = Counter()
    for section in exam.sections:
        for topic, count in wanted_of(section).items():
            pools = _pools(library, exam, section, topic)
            items = [item for pool in pools.values() for item in pool]
            repeated = min(count, sum(is_critical(item, exam) for item in items))
            wanted = repeated + papers * (count - repeated)
            there = len(items) - sum(taken[pool] for pool in pools)
            levels = _levels(section, count, items)
            if pools:
                yield Demand(section, topic, wanted, there, repeated, levels)
            _take(pools, wanted, taken)


def wanted_of(section: Section) -> Mapping[Id, int]:
    """Topic -> items that a section draws of it; "" where it draws from all."""
    return section.topics or {Id(""): section.count}


def papers_without_repeats(library: Library, exam: Exam) -> int:
    """How many papers can be drawn in which no item but the critical ones comes twice."""
    each = [demand.papers for demand in demands(library, exam)]
    most = min((number for number in each if number is not None), default=0)
    return next((n for n in range(most, 0, -1) if _is_filled(library, exam, n)), 0)


def drawable(library: Library, exam: Exam, section: Section, topic: str = "") -> list[Item]:
    """What a section can draw, of one topic or ("") of all it names."""
    wanted = (topic,) if topic else section.topics
    banks = [bank for bank in library.banks if not wanted or bank.topic in wanted]
    return [i for bank in banks for i in bank.current() if _is_drawable(i, exam, section)]


def most_points(library: Library, exam: Exam) -> Decimal:
    """Of a paper: the cases of a section hold as many questions each."""
    sizes = [
        max((len(i.questions_inside()) for i in drawable(library, exam, section)), default=1)
        for section in exam.sections
    ]
    parts = (s.points * s.count * size for s, size in zip(exam.sections, sizes, strict=True))
    return sum(parts, Decimal(0))


def unasked_objectives(bank: Bank) -> list[str]:
    """Objectives that no question of today aims at."""
    items = bank.current()
    aimed_at = {entry.objective for item in items for entry in (item, *item.questions_inside())}
    return [objective for objective in bank.objectives if objective not in aimed_at]


def shares(percent: Mapping[Id, int], count: int) -> Mapping[Id, int]:
    """Percent of a count in whole items (largest remainder: Hamilton's method)."""
    whole = {name: part * count // 100 for name, part in percent.items()}
    left = round(sum(percent.values()) * count / 100) - sum(whole.values())
    first = sorted(percent, key=lambda name: -(percent[name] * count % 100))[:left]
    return {name: number + (name in first) for name, number in whole.items()}


def _is_drawable(item: Item, exam: Exam, section: Section) -> bool:
    """A case's labels hold for its questions too."""
    size = section.sub_questions if isinstance(item, Case) else 0
    return (
        item.kind in section.kinds
        and size in (0, len(item.questions_inside()))
        and all(_belongs(question, item, exam) for question in item.questions_inside())
    )


def _belongs(question: Question, item: Item, exam: Exam) -> bool:
    """In its syllabus, and resting on the site's own policy only where that is what is asked."""
    if (question.basis or item.basis) not in (None, exam.basis):
        return False
    return not exam.syllabus or bool({*question.syllabus, *item.syllabus} & {*exam.syllabus})


def _pools(
    library: Library, exam: Exam, section: Section, topic: str
) -> dict[tuple[str, str], list[Item]]:
    """(Bank, kind) -> the items that can be drawn."""
    topics = [bank.topic for bank in library.banks if topic in ("", bank.topic)]
    found = {name: drawable(library, exam, section, name) for name in topics}
    return {
        (name, kind): [item for item in items if item.kind == kind]
        for name, items in found.items()
        for kind in section.kinds
    }


def _take(
    pools: Mapping[tuple[str, str], list[Item]], count: int, taken: Counter[tuple[str, str]]
) -> None:
    for name, items in pools.items():
        share = min(count, max(0, len(items) - taken[name]))
        taken[name] += share
        count -= share


def _levels(section: Section, count: int, items: list[Item]) -> Mapping[str, tuple[int, int]]:
    there = Counter(str(item.difficulty) for item in items)
    asked = shares(section.difficulty, count)
    return {level: (asked[level], there[level]) for level in asked}


def is_critical(item: Item, exam: Exam) -> bool:
    """Whether it stands in every paper."""
    return any(question.id in exam.critical for question in item.questions_inside())


def _is_filled(library: Library, exam: Exam, papers: int) -> bool:
    return not any(demand.missing for demand in demands(library, exam, papers))
