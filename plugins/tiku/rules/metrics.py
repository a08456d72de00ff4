"""Every metric card says how its number is counted."""

from collections.abc import Iterator

from tiku.model import Library, Metric
from tiku.model.metric_rows import COMES_TO, listed
from tiku.model.metric_tools import counted
from tiku.model.problem import Problem
from tiku.rules.helpers import NUMBERS, number
from tiku.rules.rule import error, rule
from tiku.text.suggestions import closest

NEEDED = ("name", "formula", "family", "direction", "numerator", "denominator", "window", "risk")


@rule(error("card-needs"))
def cards_are_complete(library: Library) -> Iterator[Problem]:
    """A metric whose window or denominator is open will be counted in two ways."""
    for metric in _metrics(library):
        for key in NEEDED:
            if not getattr(metric, key):
                yield Problem("card-needs", metric.origin.place(key), {"key": key})


@rule(error("unknown-metric"))
def counter_metrics_exist(library: Library) -> Iterator[Problem]:
    """`counter` names another card."""
    known = [metric.id for metric in _metrics(library)]
    for metric in _metrics(library):
        if metric.counter and metric.counter not in known:
            meant = closest(metric.counter, known)
            details = {"id": metric.counter, "known": known, "near": meant}
            yield Problem("unknown-metric", metric.origin.place("counter"), details)


@rule(error("metric-counts"))
def what_is_counted_can_be_worked_out(library: Library) -> Iterator[Problem]:
    """A card with a small tool has an example of that shape."""
    for metric in _metrics(library):
        whole = listed(metric) if metric.counts in COMES_TO else counted(metric)
        if metric.counts and whole is None:
            yield Problem("metric-counts", metric.origin.place("counts"))


@rule(*NUMBERS)
def worked_numbers_come_out(library: Library) -> Iterator[Problem]:
    """As those of questions do."""
    for metric in _metrics(library):
        if metric.example and metric.example.result:
            yield from number(metric.example.result)


def _metrics(library: Library) -> tuple[Metric, ...]:
    return library.metrics.metrics if library.metrics else ()
