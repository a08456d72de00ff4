"""`tiku stats`: the bank as a table and a picture."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from tiku.editing.statistics import AGES, ExamFigures, Figures, Share, figures
from tiku.editing.unasked import Asking, asking
from tiku.hosts.cli.common import load, questions_option
from tiku.hosts.cli.terminal import bar, padded, table, wrapped
from tiku.loading import folder
from tiku.locales.catalogue import Words
from tiku.locales.language import reader_words
from tiku.model.exam_coverage import Demand
from tiku.text.printable import printable

BAR = 30
COLUMNS = 80
NAMES = 16
"""Columns for the name of a bar."""
ENOUGH = 2
"""Papers without repeats below which a topic is tight."""


@click.command("stats")
@questions_option
@click.option("--asked", is_flag=True)
def stats_command(questions: Path, asked: bool) -> None:
    """Count questions by topic, kind, difficulty, place of the key, age of sources, and exam."""
    words = reader_words()
    if asked:
        lines = unasked(asking(load(questions, folder.docs_beside(questions))), words)
    else:
        lines = Stats(figures(load(questions), date.today()), words).lines()
    for line in lines:
        click.echo(line)


def unasked(found: Asking, words: Words) -> Iterator[str]:
    """A section a line, with its place and what `see` calls it."""
    for one in found.unasked:
        yield printable(f"{one.place}: {one.title}  {one.address}")
    yield words("stats.asked", number=len(found.unasked), sections=found.of)


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures as a person reads them in a language."""

    counted: Figures
    words: Words

    def lines(self) -> Iterator[str]:
        """At most 80 columns each."""
        counted, words = self.counted, self.words
        kinds = {k: n for k, n in self._kinds().items() if counted.kinds.get(k)}
        yield from self._topics(kinds)
        yield from _picture(words("stats.kinds"), {n: counted.kinds[k] for k, n in kinds.items()})
        yield from _picture(words("stats.difficulties"), self._by_difficulty())
        share = round(100 * counted.facility)
        yield from wrapped(words("stats.facility", percent=share), COLUMNS).splitlines()
        yield from self._shares()
        places = {words("stats.place", place=p): n for p, n in sorted(counted.places.items())}
        yield from _picture(words("stats.places"), places)
        yield from _picture(words("stats.ages"), self._by_age())
        yield from self._objectives()
        for exam in counted.exams:
            yield from self._exam(exam)

    def _kinds(self) -> Mapping[str, str]:
        return self.words.group("labels.kinds")

    def _levels(self) -> Mapping[str, str]:
        return self.words.group("labels.difficulties")

    def _topics(self, kinds: Mapping[str, str]) -> Iterator[str]:
        names, levels = [*kinds, *self._levels()], self._levels().values()
        heads = [self.words("stats.topic"), self.words("stats.number")]
        rows = [[*heads, *(name.removesuffix("題") for name in kinds.values()), *levels]]
        for title, numbers in self.counted.topics.items():
            total = sum(numbers.get(kind, 0) for kind in kinds)
            rows.append([title, str(total), *(f"{numbers.get(name, 0) or '·'}" for name in names)])
        totals = {**self.counted.kinds, **self.counted.difficulties}
        sums = [str(totals.get(name, 0)) for name in names]
        rows.append([self.words("stats.total"), str(sum(self.counted.kinds.values())), *sums])
        yield from table(rows).splitlines()

    def _objectives(self) -> Iterator[str]:
        """Topic by topic, with the ids of those that nothing asks."""
        rows = [self.words.several("stats.objectives")]
        for title, objectives in self.counted.objectives.items():
            rows.append([title, str(objectives.of), str(len(objectives.unasked) or "·")])
        yield from ("", *table(rows).splitlines())
        for title, objectives in self.counted.objectives.items():
            if unasked := objectives.unasked:
                told = self.words("stats.unasked", title=title, objectives=unasked)
                yield from wrapped(f"  {told}", COLUMNS, "    ").splitlines()

    def _exam(self, exam: ExamFigures) -> Iterator[str]:
        """One table of all its sections: asked and there, and papers until an item comes again."""
        words = self.words
        told = words("stats.exam", exam=exam.exam, title=exam.title, papers=exam.papers)
        yield from ("", *wrapped(told, COLUMNS, "  ").splitlines())
        heads = [words("stats.section-or-topic"), words("stats.number"), *self._levels().values()]
        rows = [[*heads, words("stats.papers"), ""]]
        for section, demands in groupby(exam.demands, key=lambda demand: demand.section):
            kinds = [self._kinds()[kind] for kind in section.kinds]
            title = words("stats.section", title=section.title, kinds=kinds)
            rows.append([title, *[""] * (len(rows[0]) - 1)])
            rows.extend(self._demand(demand) for demand in demands)
        yield from table(rows).splitlines()

    def _demand(self, demand: Demand) -> list[str]:
        levels = [demand.levels.get(level) for level in self._levels()]
        title = self.counted.titles.get(demand.topic, demand.topic)
        return [
            f"  {title or self.words('stats.all-topics')}",
            self.words.join((demand.count, demand.there), "choices"),
            *(self.words.join(level, "choices") if level else "·" for level in levels),
            "·" if demand.papers is None else str(demand.papers),
            self._lacking(demand),
        ]

    def _lacking(self, demand: Demand) -> str:
        if demand.missing:
            return self.words("stats.missing")
        if demand.papers is not None and demand.papers < ENOUGH:
            return self.words("stats.tight")
        few = any(asked > there for asked, there in demand.levels.values())
        return self.words("stats.few") if few else ""

    def _by_difficulty(self) -> Mapping[str, int]:
        names, counted = self._levels(), self.counted.difficulties
        names = {**names, "": self.words("stats.no-difficulty")}
        return {names[name]: counted[name] for name in names if counted.get(name)}

    def _by_age(self) -> Mapping[str, int]:
        steps = {f"<{n}": self.words("stats.age.below", months=n) for n in AGES}
        steps[f"≥{AGES[-1]}"] = self.words("stats.age.above")
        steps["-"] = self.words("stats.age.unknown")
        counted = self.counted.ages
        return {steps[step]: counted[step] for step in steps if counted.get(step)}

    def _shares(self) -> Iterator[str]:
        yield from ("", self.words("stats.shares"))
        for name, told in self.words.group("stats.share").items():
            share: Share = getattr(self.counted, name)
            numbers = f"{share.part:4.0%}  {self.words.join((share.found, share.of), 'choices')}"
            yield f"  {padded(told, NAMES)} {padded(bar(share.part, BAR), BAR)} {numbers}"


def _picture(title: str, numbers: Mapping[str, int]) -> Iterator[str]:
    """A bar a number, the longest for the largest."""
    if not numbers:
        return
    yield from ("", title)
    most = max(numbers.values())
    for name, number in numbers.items():
        yield f"  {padded(name, NAMES)} {padded(bar(number / most, BAR), BAR)} {number:4}"
