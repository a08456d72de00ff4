"""A metric card as a small tool: how many, out of how many, the rate and how sure it is."""

import re
from decimal import Decimal

from tiku.locales.catalogue import Words
from tiku.model.base import Id, Prose
from tiku.model.metrics import Metric
from tiku.model.tools import Bar, Input, Output, Picture, Remark, Tool, WorkedExample

ZERO = Decimal(0)
COUNTED = re.compile(r"\(?(\d+(?: \+ \d+)*)\)? / (\d+) \* (\d+)")


def counted(metric: Metric) -> tuple[int, int, int] | None:
    """(count, of, per) of its worked example, where it is written so."""
    result = metric.example.result if metric.example else None
    found = COUNTED.fullmatch(result.formula or "") if result else None
    return (sum(map(int, found[1].split(" + "))), int(found[2]), int(found[3])) if found else None


def tool_of(metric: Metric, words: Words) -> Tool | None:
    """None where the card counts nothing that a small tool could."""
    numbers = counted(metric)
    if metric.counts is None or numbers is None:
        return None
    count, of, per = numbers
    unit = metric.example.result.unit or "" if metric.example and metric.example.result else ""
    shares = metric.counts == "share"
    impossible = [Remark(when="n == 0", text=words("metrics.nothing"))]
    if shares:
        impossible.append(Remark(when="k > n", text=words("metrics.too-many")))
    return Tool(
        id=metric.id,
        title=words("metrics.own", name=metric.name),
        lead=Prose(words("metrics.interval")),
        inputs=(
            _input("k", words("metrics.numerator"), count),
            _input("n", words("metrics.denominator"), of),
        ),
        impossible=tuple(impossible),
        outputs=tuple(_outputs(words, per, unit, shares)),
        lines=(Remark(text="{k} ÷ {n} × " + f"{per:,} = " + "{rate}"),),
        picture=Picture(title=metric.name, bars=(_bar(metric.name),), most="100" if shares else ""),
        examples=(WorkedExample(),),
    )


def _input(name: str, label: str, value: int) -> Input:
    return Input(name=Id(name), label=label, default=str(value), min=ZERO, whole=True)


def _bar(name: str) -> Bar:
    return Bar(label=name, value="rate", low="low", high="high")


def _outputs(words: Words, per: int, unit: str, shares: bool) -> list[Output]:
    low = "wilson_low(k, n, 0.95)" if shares else "garwood_low(k, 0.95) / n"
    high = "wilson_high(k, n, 0.95)" if shares else "garwood_high(k, 0.95) / n"
    formulas = {"rate": "k / n", "low": low, "high": high}
    return [
        Output(name=Id(name), label=words(f"metrics.{name}"), formula=f"{text} * {per}", unit=unit)
        for name, text in formulas.items()
    ]
