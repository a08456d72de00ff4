"""`tiku stats`: the bank as a table and a picture."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from tiku.editing.statistics import AGES, ExamFigures, Figures, Share, figures
from tiku.hosts.cli.common import load, questions_option
from tiku.hosts.cli.terminal import bar, padded, table, wrapped
from tiku.locales import words
from tiku.model.exam_coverage import Demand

BAR = 30
COLUMNS = 80
ENOUGH = 2
"""Papers without repeats below which a topic is tight."""
SHARES = {
    "explained": "有解析",
    "noted": "錯誤選項有說明",
    "sourced": "有出處",
    "reviewed": "有人複查過",
    "longest": "單選答案最長",
    "right": "判斷題為「正確」",
}


@click.command("stats")
@questions_option
def stats_command(questions: Path) -> None:
    """Count questions by topic, kind, difficulty, place of the key, age of sources, and exam."""
    counted = figures(load(questions), date.today())
    for line in shown(counted):
        click.echo(line)


def shown(counted: Figures) -> Iterator[str]:
    """Line by line, at most 80 columns."""
    kinds = [kind for kind in words.KINDS if counted.kinds.get(kind)]
    yield from _topics(counted, kinds)
    yield from _picture("題型", {words.KINDS[kind]: counted.kinds[kind] for kind in kinds})
    yield from _picture("難易", _by_difficulty(counted.difficulties))
    yield from _shares(counted)
    places = {f"第{place}個": counted.places[place] for place in sorted(counted.places)}
    yield from _picture("單選答案的位置", places)
    yield from _picture("出處查核至今（月，看最舊的）", _by_age(counted.ages))
    yield from _objectives(counted)
    for exam in counted.exams:
        yield from _exam(exam, counted.titles)


def _topics(counted: Figures, kinds: list[str]) -> Iterator[str]:
    levels = list(words.DIFFICULTIES)
    heads = [words.KINDS[kind].removesuffix("題") for kind in kinds]
    rows = [["主題", "題數", *heads, *words.DIFFICULTIES.values()]]
    for title, numbers in counted.topics.items():
        total = sum(numbers.get(kind, 0) for kind in kinds)
        cells = [f"{numbers.get(name, 0) or '·'}" for name in (*kinds, *levels)]
        rows.append([title, str(total), *cells])
    totals = {**counted.kinds, **counted.difficulties}
    sums = [str(totals.get(name, 0)) for name in (*kinds, *levels)]
    rows.append(["合計", str(sum(counted.kinds.values())), *sums])
    yield from table(rows).splitlines()


def _objectives(counted: Figures) -> Iterator[str]:
    """Topic by topic, with the ids of those that nothing asks."""
    rows = [["學習目標", "個數", "沒有題目的"]]
    for title, objectives in counted.objectives.items():
        rows.append([title, str(objectives.of), str(len(objectives.unasked) or "·")])
    yield from ("", *table(rows).splitlines())
    for title, objectives in counted.objectives.items():
        if objectives.unasked:
            told = f"  {title}還沒有題目：{'、'.join(objectives.unasked)}"
            yield from wrapped(told, COLUMNS, "    ").splitlines()


def _exam(exam: ExamFigures, titles: Mapping[str, str]) -> Iterator[str]:
    """One table of all its sections: asked／there, and papers until an item comes again."""
    told = f"考卷 {exam.exam} {exam.title}：不重複可出{exam.papers}份（要／有）"
    yield from ("", *wrapped(told, COLUMNS, "  ").splitlines())
    rows = [["大題・主題", "題數", *words.DIFFICULTIES.values(), "份數", ""]]
    for section, demands in groupby(exam.demands, key=lambda demand: demand.section):
        kinds = "、".join(words.KINDS[kind] for kind in section.kinds)
        rows.append([f"{section.title}（{kinds}）", *[""] * (len(rows[0]) - 1)])
        rows.extend(_demand(demand, titles) for demand in demands)
    yield from table(rows).splitlines()


def _demand(demand: Demand, titles: Mapping[str, str]) -> list[str]:
    levels = [demand.levels.get(level) for level in words.DIFFICULTIES]
    few = any(level and level[0] > level[1] for level in levels)
    papers = demand.papers
    tight = "不夠" if demand.missing else "偏緊" if papers is not None and papers < ENOUGH else ""
    return [
        f"  {titles.get(demand.topic, demand.topic or '所有主題')}",
        f"{demand.count}／{demand.there}",
        *("／".join(map(str, level)) if level else "·" for level in levels),
        "·" if papers is None else str(papers),
        tight or ("難易不足" if few else ""),
    ]


def _by_difficulty(counted: Mapping[str, int]) -> Mapping[str, int]:
    names = {**words.DIFFICULTIES, "": "沒寫"}
    return {names[name]: counted[name] for name in names if counted.get(name)}


def _by_age(counted: Mapping[str, int]) -> Mapping[str, int]:
    steps = {**{f"<{n}": f"{n}個月內" for n in AGES}, f"≥{AGES[-1]}": "一年以上", "-": "不詳"}
    return {steps[step]: counted[step] for step in steps if counted.get(step)}


def _shares(counted: Figures) -> Iterator[str]:
    yield from ("", "比例")
    for name, said in SHARES.items():
        share: Share = getattr(counted, name)
        told = f"{share.part:4.0%}  {share.found}／{share.of}"
        yield f"  {padded(said, 16)} {padded(bar(share.part, BAR), BAR)} {told}"


def _picture(title: str, numbers: Mapping[str, int]) -> Iterator[str]:
    """A bar a number, the longest for the largest."""
    if not numbers:
        return
    yield from ("", title)
    most = max(numbers.values())
    for name, number in numbers.items():
        yield f"  {padded(name, 16)} {padded(bar(number / most, BAR), BAR)} {number:4}"
