"""Metric cards of single values as small tools: their mean, or their middle and their long end."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from tiku.locales.catalogue import Words
from tiku.model.base import Id, Prose
from tiku.model.metrics import Metric
from tiku.model.tools import Bar, Input, Output, Picture, Remark, Tool, WorkedExample

ZERO = Decimal(0)
CLOSE = Decimal("0.005")
"""By how much the example may differ from its values: it is written with two digits."""
FEW = 30
"""Values below which the normal approximation makes an interval too narrow."""
SPREAD = {"rate": "median", "ninety": "ninety", "mean": "mean"}
MEAN = {"rate": "mean", "low": "low", "high": "high"}
"""Output -> what it is called, below `metrics` of the catalogue."""
NINETY = "when(count(x) == 1, 0, (ceil(9 * count(x) / 10) - 1) / (count(x) - 1))"
"""Where among the ordered values the first stands that nine of ten do not exceed (nearest rank)."""


def listed(metric: Metric) -> Sequence[Decimal] | None:
    """The values of its worked example, where they come to what it says."""
    example, average = metric.example, COMES_TO.get(metric.counts or "")
    if average is None or not example or not example.values or not example.result:
        return None
    value = example.result.value
    close = value is not None and abs(average(example.values) - value) < CLOSE
    return example.values if close else None


def of_rows(metric: Metric, values: Sequence[Decimal], unit: str, words: Words) -> Tool:
    """Their mean with its interval, or their median and ninetieth percentile."""
    spread = metric.counts == "spread"
    labels = SPREAD if spread else MEAN
    bars = tuple(Bar(label=words(f"metrics.{labels[name]}"), value=name) for name in labels)
    own = Bar(label=words("metrics.mean"), value="rate", low="low", high="high")
    return Tool(
        id=metric.id,
        title=words("metrics.own", name=metric.name),
        lead=Prose(words("metrics.spread" if spread else "metrics.mean-interval")),
        inputs=(_pasted(values, words),),
        outputs=tuple(
            _output(name, text, labels, unit, words)
            for name, text in (_spread() if spread else _mean()).items()
        ),
        warnings=() if spread else (Remark(when=f"count(x) < {FEW}", text=words("metrics.few")),),
        picture=Picture(title=metric.name, bars=bars if spread else (own,)),
        examples=(WorkedExample(),),
    )


def _output(name: str, text: str, labels: Mapping[str, str], unit: str, words: Words) -> Output:
    """What has no label is a step."""
    label = words(f"metrics.{labels[name]}") if name in labels else ""
    return Output(name=Id(name), label=label, formula=text, unit=unit if label else "")


def _spread() -> Mapping[str, str]:
    return {
        "rate": "quantile(x, 0.5)",
        "ninety": f"quantile(x, {NINETY})",
        "mean": "sum(x) / count(x)",
    }


def _mean() -> Mapping[str, str]:
    """With `part`, half of the interval by the normal approximation."""
    squares = "sum((x - rate) ** 2) / (count(x) - 1)"
    return {
        "rate": "sum(x) / count(x)",
        "part": f"when(count(x) == 1, 0, normal(0.975) * sqrt({squares} / count(x)))",
        "low": "rate - part",
        "high": "rate + part",
    }


def _pasted(values: Sequence[Decimal], words: Words) -> Input:
    return Input(
        name=Id("values"),
        label=words("metrics.values"),
        kind="rows",
        columns={Id("x"): words("metrics.value")},
        min=ZERO,
        default="\n".join(f"{value:f}" for value in values),
    )


def _average(values: Sequence[Decimal]) -> Decimal:
    return sum(values, ZERO) / len(values)


def _middle(values: Sequence[Decimal]) -> Decimal:
    """The median; a check need not load `statistics` for it."""
    ordered, half = sorted(values), len(values) // 2
    return _average(ordered[half - 1 + len(values) % 2 : half + 1])


COMES_TO: Mapping[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "mean": _average,
    "spread": _middle,
}
