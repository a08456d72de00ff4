"""The intervals that tools show are those of scipy."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2, norm

from tiku.model import intervals

LEVELS = st.sampled_from([0.8, 0.9, 0.95, 0.99, 0.998])
COUNTS = st.integers(0, 5000)


@settings(deadline=None)
@given(count=st.integers(0, 3000), more=st.integers(0, 3000), level=LEVELS)
def test_wilson(count: int, more: int, level: float):
    if count + more:
        exact = binomtest(count, count + more).proportion_ci(level, method="wilson")
        assert intervals.wilson_low(count, count + more, level) == pytest.approx(
            exact.low, abs=1e-9
        )
        assert intervals.wilson_high(count, count + more, level) == pytest.approx(
            exact.high, abs=1e-9
        )


@settings(deadline=None)
@given(count=COUNTS, level=LEVELS)
def test_garwood(count: int, level: float):
    tail = (1 - level) / 2
    low = chi2.ppf(tail, 2 * count) / 2 if count else 0
    assert intervals.garwood_low(count, level) == pytest.approx(low, rel=1e-8, abs=1e-12)
    high = chi2.ppf(1 - tail, 2 * count + 2) / 2
    assert intervals.garwood_high(count, level) == pytest.approx(high, rel=1e-8)


@settings(deadline=None)
@given(count=st.integers(20, 5000), level=LEVELS)
def test_byar_is_near_the_exact_limit(count: int, level: float):
    assert intervals.byar_low(count, level) == pytest.approx(
        intervals.garwood_low(count, level), rel=5e-3
    )
    assert intervals.byar_high(count, level) == pytest.approx(
        intervals.garwood_high(count, level), rel=5e-3
    )


@settings(deadline=None)
@given(a=st.integers(0, 200), b=st.integers(0, 200), level=LEVELS)
def test_newcombe_is_made_of_two_wilson_intervals(a: int, b: int, level: float):
    first, second = (binomtest(k, 200).proportion_ci(level, method="wilson") for k in (a, b))
    p, q = a / 200, b / 200
    low = q - p - math.hypot(q - second.low, first.high - p)
    high = q - p + math.hypot(second.high - q, p - first.low)
    assert intervals.newcombe_low(a, 200, b, 200, level) == pytest.approx(low, abs=1e-9)
    assert intervals.newcombe_high(a, 200, b, 200, level) == pytest.approx(high, abs=1e-9)


@settings(deadline=None)
@given(st.floats(1e-9, 1 - 1e-9))
def test_normal(share: float):
    assert intervals.normal(share) == pytest.approx(norm.ppf(share), abs=1e-8)


@settings(deadline=None)
@given(total=st.integers(0, 500), shares=st.lists(st.floats(0.1, 50), min_size=1, max_size=8))
def test_what_is_apportioned_adds_up_and_is_never_off_by_one(total: int, shares: list[float]):
    found = intervals.apportioned(total, tuple(shares))
    assert sum(found) == total
    exact = [total * share / sum(shares) for share in shares]
    assert all(abs(a - b) < 1 + 1e-6 for a, b in zip(found, exact, strict=True))
