"""Intervals and other functions that formulas may name; `level` is between 0 and 1, as 0.95.

The twin of assets/tools/intervals.js; both read tests/cases/formulas.json.
"""

import math
from collections.abc import Callable

from tiku.model.formula_error import FormulaError

MOST = 100_000
"""Counts up to which the exact interval is calculated."""
ENOUGH = 1e-13
TRIES = 100


def normal(share: float) -> float:
    """Below it lies this share of the standard normal distribution (Wichura 1988, AS 241)."""
    from statistics import NormalDist  # takes as long to load as a small bank to check

    return NormalDist().inv_cdf(share)


def _z(level: float) -> float:
    if not 0 < level < 1:
        raise FormulaError("level")
    return normal((1 + level) / 2)


def wilson_low(count: float, of: float, level: float) -> float:
    """Lower limit of a share, `count` out of `of` (Wilson 1927, JASA 22:209)."""
    return _wilson(count, of, -_z(level))


def wilson_high(count: float, of: float, level: float) -> float:
    """Upper limit of the same."""
    return _wilson(count, of, _z(level))


def _wilson(count: float, of: float, z: float) -> float:
    if not 0 <= count <= of or not of:
        raise FormulaError("share")
    share, part = count / of, z / (2 * of)
    half = z * math.hypot(math.sqrt(share * (1 - share) / of), part)
    return (share + (z * part + half)) / (1 + 2 * z * part)


def newcombe_low(a: float, of_a: float, b: float, of_b: float, level: float) -> float:
    """Lower limit of share b minus share a (Newcombe 1998, Stat Med 17:873, method 10)."""
    first, second = a / of_a, b / of_b
    down, up = second - wilson_low(b, of_b, level), wilson_high(a, of_a, level) - first
    return second - first - math.sqrt(down * down + up * up)


def newcombe_high(a: float, of_a: float, b: float, of_b: float, level: float) -> float:
    """Upper limit of the same."""
    first, second = a / of_a, b / of_b
    up, down = wilson_high(b, of_b, level) - second, first - wilson_low(a, of_a, level)
    return second - first + math.sqrt(up * up + down * down)


def garwood_low(count: float, level: float) -> float:
    """Exact lower limit of a Poisson count (Garwood 1936, Biometrika 28:437)."""
    _z(level)
    return _gamma_quantile(count, (1 - level) / 2) if count else 0.0


def garwood_high(count: float, level: float) -> float:
    """Exact upper limit of the same."""
    _z(level)
    return _gamma_quantile(count + 1, (1 + level) / 2)


def byar_low(count: float, level: float) -> float:
    """Byar's approximation to the exact limit (Breslow and Day 1987, Statistical Methods II)."""
    return _byar(count, -_z(level)) if count else 0.0


def byar_high(count: float, level: float) -> float:
    """Upper limit of the same."""
    return _byar(count + 1, _z(level))


def _byar(count: float, z: float) -> float:
    root = 1 - 1 / (9 * count) + z / (3 * math.sqrt(count))
    return count * max(0.0, root) ** 3


def _gamma_quantile(shape: float, share: float) -> float:
    """Newton's steps from the mean, halved where they leave the bracket."""
    if not 0 < shape <= MOST:
        raise FormulaError("count", most=MOST - 1)
    low, high = 0.0, shape + 40 * math.sqrt(shape) + 40
    x = shape
    for _ in range(TRIES):
        over = _gamma_below(shape, x) - share
        low, high = (low, x) if over > 0 else (x, high)
        slope = math.exp((shape - 1) * math.log(x) - x - _log_gamma(shape))
        step = x - over / slope if slope else low
        new = step if low < step < high else (low + high) / 2
        if abs(new - x) <= ENOUGH * x:
            return new
        x = new
    return x


def _gamma_below(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function (Numerical Recipes, 6.2)."""
    front = math.exp(shape * math.log(x) - x - _log_gamma(shape))
    return front * _series(shape, x) if x < shape + 1 else 1 - front * _fraction(shape, x)


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    at = shape
    while abs(term) > abs(total) * 1e-16:
        at += 1
        term *= x / at
        total += term
    return total


def _fraction(shape: float, x: float) -> float:
    b = x + 1 - shape
    c, d = 1e300, 1 / b
    value = d
    for i in range(1, MOST):
        a = -i * (i - shape)
        b += 2
        d = 1 / (a * d + b)
        c = b + a / c
        value *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return value


LANCZOS = (
    *(0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313),
    *(-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6),
    1.5056327351493116e-7,
)


def _log_gamma(x: float) -> float:
    """Lanczos' approximation with g = 7, for x above 0; the browser has none of its own."""
    total = LANCZOS[0] + sum(c / (x + i) for i, c in enumerate(LANCZOS[1:]))
    top = x + 6.5
    return 0.5 * math.log(2 * math.pi) + (x - 0.5) * math.log(top) - top + math.log(total)


def apportioned(total: float, shares: tuple[float, ...]) -> tuple[float, ...]:
    """Whole numbers that add up to `total` in these proportions, by largest remainders; of equal
    remainders the earlier comes first (Hare's quota)."""
    whole = sum(shares)
    if total != int(total) or total < 0 or whole <= 0 or min(shares) < 0:
        raise FormulaError("shares")
    exact = [total * share / whole for share in shares]
    least = [math.floor(one + 1e-9) for one in exact]
    order = sorted(range(len(exact)), key=_remainder(exact, least))
    for place in order[: int(total) - sum(least)]:
        least[place] += 1
    return tuple(map(float, least))


def _remainder(exact: list[float], least: list[int]) -> Callable[[int], float]:
    return lambda place: round(least[place] - exact[place], 9)
