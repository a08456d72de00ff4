"""A metric card as a small tool: how many, out of how many, the rate and how sure it is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from tiku.locales.catalogue import Words
from tiku.model.base import Id, Prose
from tiku.model.formula import read
from tiku.model.formula_values import Known
from tiku.model.metric_rows import listed, of_rows
from tiku.model.metrics import Metric
from tiku.model.tools import Bar, Input, Output, Picture, Remark, Tool, WorkedExample
from tiku.text.patterns import on_demand

ZERO = Decimal(0)
NUMBER = r"\d+(?:\.\d+)?"
RATE = on_demand(rf"(?P<count>{NUMBER}|\([^/]+\)) / (?P<of>{NUMBER}) \* (?P<per>\d+)")
NET = on_demand(r"(?P<most>\d+) / (?P<of>\d+) \* 100 - (?P<least>\d+) / (?P=of) \* 100")
Numbers = Mapping[str, Decimal]


def counted(metric: Metric) -> Numbers | None:
    """The numbers of its worked example by their names, where it is written as its kind asks."""
    result = metric.example.result if metric.example else None
    found = (
        (NET if metric.counts == "net" else RATE).fullmatch(result.formula or "")
        if result
        else None
    )
    if found is None:
        return None
    numbers = {name: _worth(text) for name, text in found.groupdict().items()}
    whole = metric.counts == "load" or all(one == one.to_integral() for one in numbers.values())
    return numbers if whole else None


def tool_of(metric: Metric, words: Words) -> Tool | None:
    """None where the card counts nothing that a small tool could."""
    unit = metric.example.result.unit or "" if metric.example and metric.example.result else ""
    if values := listed(metric):
        return of_rows(metric, values, unit, words)
    numbers = counted(metric)
    make = MADE.get(metric.counts or "")
    if make is None or numbers is None:
        return None
    return make(metric, numbers, unit, words)


def _begun(metric: Metric, words: Words, lead: str) -> Tool:
    """What the tools of all cards have in common."""
    return Tool(
        id=metric.id,
        title=words("metrics.own", name=metric.name),
        lead=Prose(words(lead)),
        examples=(WorkedExample(),),
    )


def _rate(metric: Metric, numbers: Numbers, unit: str, words: Words) -> Tool:
    """Some of all, or events in so much: with an interval."""
    shares, per = metric.counts == "share", int(numbers["per"])
    impossible = [_nothing(words)]
    if shares:
        impossible.append(Remark(when="k > n", text=words("metrics.too-many")))
    low = "wilson_low(k, n, 0.95)" if shares else "garwood_low(k, 0.95) / n"
    high = "wilson_high(k, n, 0.95)" if shares else "garwood_high(k, 0.95) / n"
    formulas = {"rate": f"k / n * {per}", "low": f"{low} * {per}", "high": f"{high} * {per}"}
    return replace(
        _begun(metric, words, "metrics.interval"),
        inputs=(
            _input("k", words("metrics.numerator"), numbers["count"]),
            _input("n", words("metrics.denominator"), numbers["of"]),
        ),
        impossible=tuple(impossible),
        outputs=_outputs(words, formulas, unit),
        lines=(Remark(text="{k} ÷ {n} × " + f"{per:,} = " + "{rate}"),),
        picture=_bars(metric, "100" if shares else "", Bar(low="low", high="high")),
    )


def _load(metric: Metric, numbers: Numbers, unit: str, words: Words) -> Tool:
    """A weighted sum in so much: an interval would need every single weight."""
    per = int(numbers["per"])
    return replace(
        _begun(metric, words, "metrics.weighted"),
        inputs=(
            _input("w", words("metrics.load"), numbers["count"], whole=False),
            _input("n", words("metrics.denominator"), numbers["of"]),
        ),
        impossible=(_nothing(words),),
        outputs=_outputs(words, {"rate": f"w / n * {per}"}, unit),
        lines=(Remark(text="{w} ÷ {n} × " + f"{per:,} = " + "{rate}"),),
        picture=_bars(metric, "", Bar()),
    )


def _net(metric: Metric, numbers: Numbers, unit: str, words: Words) -> Tool:
    """The share of some less that of others, whose variance is p + q - (p - q)²."""
    half = "normal(0.975) * sqrt((p + q - (p - q) ** 2) / n) * 100"
    formulas = {"rate": "(p - q) * 100", "low": f"(p - q) * 100 - {half}"}
    formulas["high"] = f"(p - q) * 100 + {half}"
    hidden = (Output(name=Id("p"), formula="k / n"), Output(name=Id("q"), formula="m / n"))
    return replace(
        _begun(metric, words, "metrics.approximate"),
        inputs=(
            _input("k", words("metrics.most"), numbers["most"]),
            _input("m", words("metrics.least"), numbers["least"]),
            _input("n", words("metrics.denominator"), numbers["of"]),
        ),
        impossible=(
            _nothing(words),
            Remark(when="k + m > n", text=words("metrics.too-many")),
        ),
        outputs=(*hidden, *_outputs(words, formulas, unit)),
        lines=(Remark(text="({k} − {m}) ÷ {n} × 100 = {rate}"),),
        picture=Picture(
            title=metric.name,
            most="100",
            bars=(
                Bar(label=words("metrics.most"), value="k / n * 100"),
                Bar(label=words("metrics.least"), value="m / n * 100"),
            ),
        ),
    )


MADE: Mapping[str, Callable[[Metric, Numbers, str, Words], Tool]] = {
    "share": _rate,
    "events": _rate,
    "load": _load,
    "net": _net,
}


def _nothing(words: Words) -> Remark:
    return Remark(when="n == 0", text=words("metrics.nothing"))


def _worth(text: str) -> Decimal:
    """Of a sum in brackets, too."""
    return Decimal(str(read(text).value(Known({})))).normalize()


def _input(name: str, label: str, value: Decimal, whole: bool = True) -> Input:
    return Input(name=Id(name), label=label, default=f"{value:f}", min=ZERO, whole=whole)


def _bars(metric: Metric, most: str, bar: Bar) -> Picture:
    own = Bar(label=metric.name, value="rate", low=bar.low, high=bar.high)
    return Picture(title=metric.name, bars=(own,), most=most)


def _outputs(words: Words, formulas: Mapping[str, str], unit: str) -> tuple[Output, ...]:
    return tuple(
        Output(name=Id(name), label=words(f"metrics.{name}"), formula=text, unit=unit)
        for name, text in formulas.items()
    )
